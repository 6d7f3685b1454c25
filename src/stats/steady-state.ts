import { type BatchMeans, batchMeans } from './batch-means.ts';
import { mser5 } from './mser5.ts';

/** The long-run mean of one series, its warm-up left out. */
export interface SteadyState extends BatchMeans {
  /** Observations left out at the beginning. */
  readonly cut: number;
  /**
   * Whether the interval can be relied on: the warm-up ends within the first half, and batches pass for independent.
   * If not, the series has to be longer.
   */
  readonly reliable: boolean;
}

/**
 * The long-run mean of what one run observes one after the other, such as the waits of customers: {@link mser5} leaves
 * out the warm-up, {@link batchMeans} gives the interval. For runs that have a steady state: the same law at all hours,
 * no closing. A season is none, with its months, its stock built up ahead and its end: replications are for those.
 *
 * @param series observations in the order of time, at least 40
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @throws RangeError if there are fewer than 40 values, one is not finite or `confidence` is not between 0 and 1
 * @example
 * const { mean, low, reliable } = steadyState(Array.from({ length: 64 }, () => 7), 0.95);
 * [mean, low, reliable]; // [7, 7, true]
 */
export function steadyState(series: readonly number[], confidence: number): SteadyState {
  if (series.length < 40)
    throw new RangeError(`A steady state needs at least 40 observations; there are ${series.length}.`);
  const { cut, settled } = mser5(series);
  const batches = batchMeans(series.slice(cut), confidence);
  return { ...batches, cut, reliable: settled && batches.independent };
}
