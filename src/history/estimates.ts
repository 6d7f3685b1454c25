import { tQuantile } from '../stats/index.ts';

/** An estimate with its interval. */
export interface Estimated {
  readonly value: number;
  /** 95 % interval; null where the values do not give one. */
  readonly low: number | null;
  readonly high: number | null;
}

const GROUPS = 20;
const CONFIDENCE = 0.95;

/**
 * A statistic of values in order, with an interval by the grouped jackknife (Quenouille 1956): the values are cut into
 * twenty stretches, and each is left out in turn. Stretches, because what happens on one day is alike.
 *
 * @param count how many values there are
 * @param statistic of those that it is told to take; NaN if they don't give it
 * @returns null if the values give no finite figure
 */
export function jackknife(count: number, statistic: (takes: (i: number) => boolean) => number): Estimated | null {
  const value = statistic(() => true);
  if (!Number.isFinite(value)) return null;
  const groups = Math.min(GROUPS, count);
  const without = Array.from({ length: groups }, (_, group) => {
    const [from, to] = [Math.ceil((group * count) / groups), Math.ceil(((group + 1) * count) / groups)];
    return statistic((i) => i < from || i >= to);
  });
  if (groups < 2 || without.some((one) => !Number.isFinite(one))) return { value, low: null, high: null };
  const mean = without.reduce((sum, one) => sum + one, 0) / groups;
  const squares = without.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  const half = tQuantile((1 + CONFIDENCE) / 2, groups - 1) * Math.sqrt(((groups - 1) / groups) * squares);
  return { value, low: value - half, high: value + half };
}

/** Mean of the values taken; NaN of none. */
export function meanOf(values: ArrayLike<number>, takes: (i: number) => boolean): number {
  let [count, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (!takes(i)) continue;
    count++;
    sum += values[i] as number;
  }
  return sum / count;
}

/** Standard deviation of the values taken, over n − 1; NaN of fewer than two. */
export function sdOf(values: ArrayLike<number>, takes: (i: number) => boolean): number {
  // Sums about one of the values, which is near enough to the mean to lose no digits that matter.
  const pivot = values[0] ?? 0;
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    if (!takes(i)) continue;
    const from = (values[i] as number) - pivot;
    count++;
    sum += from;
    squares += from * from;
  }
  return count < 2 ? Number.NaN : Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1));
}
