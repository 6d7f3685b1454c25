import { requireFiniteValues } from './finite-values.ts';

/** Values from `low` on, and below `high`. */
export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * How values are spread: bins of one round width (1, 2 or 5 times a power of ten), whose edges are multiples of it,
 * so that 0 is an edge.
 *
 * @param values any finite numbers
 * @param about how many bins there shall be, from half of it to about twice
 * @returns bins side by side from the least value to the largest; none of no values
 * @example
 * histogram([-0.5, 0, 0.4, 1.5], 2); // [{ low: -1, high: 0, count: 1 }, { low: 0, high: 1, count: 2 }, { low: 1, high: 2, count: 1 }]
 */
export function histogram(values: readonly number[], about: number): Bin[] {
  requireFiniteValues('values', values);
  if (values.length === 0) return [];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const width = roundWidth((most - least) / about, Math.max(Math.abs(least), Math.abs(most)));
  const [first, last] = [binOf(least, width), binOf(most, width)];
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const value of values) counts[binOf(value, width) - first]!++;
  return counts.map((count, i) => ({ low: edge(first + i, width), high: edge(first + i + 1, width), count }));
}

/** The round number nearest above; equal values get a width by their size. */
function roundWidth(width: number, size: number): number {
  const wanted = Math.max(width, size * 1e-9);
  if (wanted === 0) return 1;
  let power = 1;
  while (power * 10 <= wanted) power *= 10;
  while (power > wanted) power /= 10;
  const digit = [1, 2, 5].find((one) => one * power >= wanted) ?? 10;
  return Number((digit * power).toPrecision(3));
}

/** The number of the bin that a value is in, by the edges as they are told. */
function binOf(value: number, width: number): number {
  const bin = Math.floor(value / width);
  if (value < edge(bin, width)) return bin - 1;
  return value >= edge(bin + 1, width) ? bin + 1 : bin;
}

/** Multiples of a round number without the dust of binary fractions. */
function edge(times: number, width: number): number {
  return Number((times * width).toPrecision(12));
}
