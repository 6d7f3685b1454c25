import { requireFiniteValues, requireShare } from './finite-values.ts';
import { meanOrNull, varianceOrNull } from './sample-moments.ts';
import { tQuantile } from './t-quantile.ts';

/** The difference of the means of two samples that are not paired, mean of x − mean of y. */
export interface WelchDifference {
  /** The difference; null if either sample is empty. */
  readonly mean: number | null;
  /** The difference over its standard error; null where that is 0 or undefined. */
  readonly t: number | null;
  /** Welch–Satterthwaite degrees of freedom; null where the standard error is 0 or undefined. */
  readonly df: number | null;
  /** The interval's lower end; null if either sample has fewer than two values. */
  readonly low: number | null;
  /** The interval's upper end; null if either sample has fewer than two values. */
  readonly high: number | null;
}

/**
 * Welch's interval, for samples that share no random numbers: difference ± t(df) · se, with se² = a + b,
 * a = var(x)/nx, b = var(y)/ny and df = (a + b)² / (a²/(nx − 1) + b²/(ny − 1)) (Welch 1947).
 *
 * @param x one number per replication
 * @param y as many or fewer of other replications, in the same unit
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @throws RangeError if a value is not finite or `confidence` is not between 0 and 1
 * @example
 * const { mean, df } = welch([1, 3], [4, 6], 0.95);
 * [mean, df]; // [-3, 2]
 */
export function welch(x: readonly number[], y: readonly number[], confidence: number): WelchDifference {
  requireShare('confidence', confidence);
  requireFiniteValues('x', x);
  requireFiniteValues('y', y);
  const meanX = meanOrNull(x);
  const meanY = meanOrNull(y);
  if (meanX === null || meanY === null) return { mean: null, t: null, df: null, low: null, high: null };
  const mean = meanX - meanY;
  const varianceX = varianceOrNull(x);
  const varianceY = varianceOrNull(y);
  if (varianceX === null || varianceY === null) return { mean, t: null, df: null, low: null, high: null };
  const a = varianceX / x.length;
  const b = varianceY / y.length;
  const error = Math.sqrt(a + b);
  if (error === 0) return { mean, t: null, df: null, low: mean, high: mean };
  const shareX = a / (a + b);
  const shareY = b / (a + b);
  const df = 1 / ((shareX * shareX) / (x.length - 1) + (shareY * shareY) / (y.length - 1));
  const halfWidth = tQuantile((1 + confidence) / 2, df) * error;
  return { mean, t: mean / error, df, low: mean - halfWidth, high: mean + halfWidth };
}
