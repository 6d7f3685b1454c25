import { requireFiniteValues, requireSameLength } from './finite-values.ts';
import { type PairMoments, pairMomentsOf } from './pair-moments.ts';
import { intervalOf, type TInterval } from './t-interval.ts';

/** The difference of two measures of the same replications, x − y. */
export interface PairedDifference extends TInterval {
  /** The mean difference over |mean of x|; null if that is 0 or undefined. */
  readonly relative: number | null;
  /** Pearson's correlation of x and y; null of fewer than two pairs or if either does not vary. */
  readonly correlation: number | null;
  /**
   * What pairing saved: 1 − var(x − y) / (var x + var y). 0 is nothing, 1 is everything, below 0 is harm; null of
   * fewer than two pairs or if neither varies.
   */
  readonly varianceReduction: number | null;
}

/**
 * The paired t interval: differences are formed replication by replication, so what both sides have in common
 * (the same ships, the same weather) drops out. A side held against itself gives a difference of exactly 0.
 *
 * @param x one number per replication
 * @param y the same replications on the other side, in the same order and unit
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @throws RangeError if x and y differ in length, a value is not finite or `confidence` is not between 0 and 1
 * @example
 * const { mean, sd, relative } = pairedDifference([4, 8], [1, 5], 0.95);
 * [mean, sd, relative]; // [3, 0, 0.5]
 */
export function pairedDifference(x: readonly number[], y: readonly number[], confidence: number): PairedDifference {
  requireSameLength(x, y);
  requireFiniteValues('x', x);
  requireFiniteValues('y', y);
  return pairedDifferenceOf(pairMomentsOf(x, y), confidence);
}

/** The same of pairs that are known by their moments. @throws RangeError if `confidence` is not between 0 and 1 */
export function pairedDifferenceOf(moments: PairMoments, confidence: number): PairedDifference {
  const difference = intervalOf(moments.difference, confidence);
  const level = moments.x.mean;
  return {
    ...difference,
    relative: difference.mean === null || level === null || level === 0 ? null : difference.mean / Math.abs(level),
    correlation: correlation(moments),
    varianceReduction: varianceReduction(moments, difference.sd),
  };
}

function correlation({ x, y, covariance }: PairMoments): number | null {
  const spread = Math.sqrt(x.variance ?? 0) * Math.sqrt(y.variance ?? 0);
  if (spread === 0 || covariance === null) return null;
  return Math.max(-1, Math.min(1, covariance / spread));
}

function varianceReduction({ x, y }: PairMoments, sd: number | null): number | null {
  const unpaired = (x.variance ?? 0) + (y.variance ?? 0);
  return sd === null || unpaired === 0 ? null : 1 - (sd * sd) / unpaired;
}
