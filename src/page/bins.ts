/** Some values of like size. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Steps that read well on an axis. */
const STEPS = [1, 2, 2.5, 5, 10];

/** No step is finer: nothing that is drawn is. */
const FINEST = 1e-9;

/** The largest power of ten that is no larger. */
export function powerOfTen(value: number): number {
  let size = 1;
  while (size > value && size > FINEST) size /= 10;
  while (size * 10 <= value) size *= 10;
  return size;
}

/** The least step that reads well and is at least so large. */
export function niceStep(least: number): number {
  if (!(least > 0)) return 1;
  const size = powerOfTen(least);
  return size * (STEPS.find((step) => step * size >= least * (1 - 1e-9)) ?? 10);
}

/** Where an axis has its marks: whole steps from one end to the other, about as many as asked. */
export function ticks(low: number, high: number, about: number): number[] {
  const step = niceStep((high - low) / about);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/**
 * Values in bins of one width, whose bounds are whole multiples of it, so that 0 never falls inside one.
 *
 * @param about how many bins there should be between the outermost values, 0 being one of them
 */
export function binned(values: readonly number[], about: number): Bin[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = niceStep((Math.max(0, high) - Math.min(0, low)) / about || 1);
  const first = Math.floor(low / step);
  const counts = new Array<number>(Math.floor(high / step) - first + 1).fill(0);
  for (const value of values) {
    const at = Math.floor(value / step) - first;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, i) => ({ from: (first + i) * step, to: (first + i + 1) * step, count }));
}
