import { requireFiniteValues } from './finite-values.ts';

/** Where a series is cut so that its warm-up is left out. */
export interface Truncation {
  /** Observations to leave out at the beginning, a multiple of 5. */
  readonly cut: number;
  /** The marginal standard error squared of what is left: Σ(zᵢ − z̄)²/m² over its m means of five. */
  readonly statistic: number;
  /**
   * Whether the least was found before the last place it was looked for, half of the series. If not, the series is
   * too short to show where its warm-up ends.
   */
  readonly settled: boolean;
}

const BATCH = 5;

/**
 * The MSER-5 rule (White 1997; White, Cobb and Spratt 2000): of all cuts in the first half of a series it takes the
 * one that makes the squared standard error of what is left least, a long warm-up against fewer observations. Means
 * of five are cut, not single observations; those left over at the end are not looked at.
 *
 * @param series observations in the order of time, at least 10
 * @throws RangeError if there are fewer than 10 values or one is not finite
 * @example
 * mser5([90, 90, 90, 90, 90, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1]).cut; // 5
 */
export function mser5(series: readonly number[]): Truncation {
  requireFiniteValues('series', series);
  const means = batched(series, BATCH);
  if (means.length < 2)
    throw new RangeError(`MSER-5 needs at least ${2 * BATCH} observations; there are ${series.length}.`);
  const last = Math.floor(means.length / 2);
  let best = { batches: last, statistic: Number.POSITIVE_INFINITY };
  for (const [batches, statistic] of statistics(means).entries()) {
    if (batches <= last && statistic < best.statistic) best = { batches, statistic };
  }
  return { cut: best.batches * BATCH, statistic: best.statistic, settled: best.batches < last };
}

/** The statistic of what is left after leaving out 0, 1, … means, from the end on in one pass (Welford 1962). */
function statistics(means: readonly number[]): Float64Array {
  const found = new Float64Array(means.length);
  let [count, mean, squares] = [0, 0, 0];
  for (let at = means.length - 1; at >= 0; at--) {
    const value = means[at] as number;
    count++;
    const before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
    found[at] = squares / (count * count);
  }
  return found;
}

/** Means of consecutive values, so many each; an incomplete batch at the end is left out. */
export function batched(series: readonly number[], size: number): number[] {
  const means: number[] = [];
  for (let from = 0; from + size <= series.length; from += size) {
    let sum = 0;
    for (let at = from; at < from + size; at++) sum += series[at] as number;
    means.push(sum / size);
  }
  return means;
}
