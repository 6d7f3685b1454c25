import { sampleCovariance } from 'simple-statistics';
import { requireFiniteValues, requireSameLength, requireShare } from './finite-values.ts';
import { meanOrNull, varianceOrNull } from './sample-moments.ts';
import { tQuantile } from './t-quantile.ts';

/** A ratio of means; ends are null where no finite interval has the confidence. */
export interface RatioInterval {
  /** Mean of x over mean of y; null if that is 0 or undefined. */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Fieller's interval for the ratio of the means of pairs (Fieller 1954): every θ for which the mean of x − θ·y does
 * not differ from 0 by its own paired t interval. It is finite only if the mean of y itself differs from 0.
 *
 * @param x one number a replication
 * @param y the same replications, in the same order
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @throws RangeError if x and y differ in length, a value is not finite or `confidence` is not between 0 and 1
 * @example
 * const { ratio, low, high } = fieller([1, 3], [4, 4], 0.5);
 * [ratio, low, Number(high.toFixed(12))]; // [0.5, 0.25, 0.75]
 */
export function fieller(x: readonly number[], y: readonly number[], confidence: number): RatioInterval {
  requireShare('confidence', confidence);
  requireSameLength(x, y);
  requireFiniteValues('x', x);
  requireFiniteValues('y', y);
  const [meanX, meanY] = [meanOrNull(x), meanOrNull(y)];
  const ratio = meanX === null || meanY === null || meanY === 0 ? null : meanX / meanY;
  const [varianceX, varianceY] = [varianceOrNull(x), varianceOrNull(y)];
  if (ratio === null || varianceX === null || varianceY === null) return { ratio, low: null, high: null };
  const t = tQuantile((1 + confidence) / 2, x.length - 1);
  const share = (t * t) / x.length;
  const covariance = varianceX === 0 || varianceY === 0 ? 0 : sampleCovariance(x, y);
  const a = meanY! * meanY! - share * varianceY;
  if (!(a > 0)) return { ratio, low: null, high: null };
  const b = meanX! * meanY! - share * covariance;
  const c = meanX! * meanX! - share * varianceX;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { ratio, low: (b - root) / a, high: (b + root) / a };
}
