import { requireFiniteValues, requireShare } from './finite-values.ts';
import { type Moments, momentsOf } from './sample-moments.ts';
import { tQuantile } from './t-quantile.ts';

/** A mean over replications and how sure it is; `null` where too few values define nothing. */
export interface TInterval {
  /** How many values. */
  readonly n: number;
  /** Their mean; null of none. */
  readonly mean: number | null;
  /** Their standard deviation over n − 1; null of fewer than two. */
  readonly sd: number | null;
  /** The interval's lower end; null of fewer than two values. */
  readonly low: number | null;
  /** The interval's upper end; null of fewer than two values. */
  readonly high: number | null;
}

/**
 * Student's t interval for a mean: mean ± t(n − 1) · sd / √n. It covers the true mean in a share `confidence` of
 * studies if the values are independent and near normal, as means over a replication are.
 *
 * @param values one number per replication, in replication order
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @throws RangeError if a value is not finite or `confidence` is not between 0 and 1
 * @example
 * tInterval([4, 6], 0.5); // { n: 2, mean: 5, sd: Math.SQRT2, low: 4, high: 6 }
 * tInterval([3], 0.95); // { n: 1, mean: 3, sd: null, low: null, high: null }
 */
export function tInterval(values: readonly number[], confidence: number): TInterval {
  requireFiniteValues('values', values);
  return intervalOf(momentsOf(values), confidence);
}

/** The same of values that are known by their moments. @throws RangeError if `confidence` is not between 0 and 1 */
export function intervalOf({ n, mean, variance }: Moments, confidence: number): TInterval {
  requireShare('confidence', confidence);
  if (mean === null || variance === null) return { n, mean, sd: null, low: null, high: null };
  const sd = Math.sqrt(variance);
  const halfWidth = (tQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, low: mean - halfWidth, high: mean + halfWidth };
}
