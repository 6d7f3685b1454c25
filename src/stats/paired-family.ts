import { sampleCovariance } from 'simple-statistics';
import { requireFiniteValues, requireSameLength, requireShare } from './finite-values.ts';
import { largestTs } from './largest-t.ts';
import { meanOrNull, varianceOrNull } from './sample-moments.ts';
import { semidefiniteFactor } from './semidefinite-factor.ts';
import { tQuantile } from './t-quantile.ts';
import { type WishartDraws, wishartDraws } from './wishart-draws.ts';

/** How many standard errors a simultaneous interval is wide on each side. */
export interface CriticalValue {
  /** From the estimated covariance; never above Bonferroni's. */
  readonly simulated: number;
  /** Right whatever the covariance. */
  readonly bonferroni: number;
}

/** Several sides over the same replications, and what intervals that hold together need. */
export interface PairedFamily {
  /** Replications. */
  readonly n: number;
  readonly means: readonly number[];
  /** Standard errors of the mean differences of two sides; 0 for a side and itself. */
  readonly errors: readonly (readonly number[])[];
  /** For all others against the first side, two-sided (Dunnett's comparisons). */
  readonly base: CriticalValue;
  /** For all pairs, two-sided (Tukey's comparisons). */
  readonly pairs: CriticalValue;
  /** For each side against all others, one-sided: what comparisons with the best need. */
  readonly oneSided: readonly CriticalValue[];
}

/** Points the critical values are simulated with, a power of two: they are within 0.5 %, what covers within 0.1 %. */
export const SIMULATED_POINTS = 8192;
/** Sides a family may have. */
export const MOST_SIDES = 16;
/** Standard deviations that are so small a part of the larger ones are rounding. */
const NEGLIGIBLE = 1e-6;

/**
 * The critical values of several sides that share replications. Paired differences have any covariance, and each its
 * own standard error; so the law of the largest t is that of normal means over Wishart variances with the covariance
 * as estimated (for independent sides of equal variance: near Dunnett's). It is simulated quasi-randomly, with the
 * same points each time. That the covariance is estimated is not in it: the share that covers comes near the
 * confidence as replications grow, and `bonferroni` does not depend on it.
 *
 * @param values side by side, one number a replication
 * @param confidence the share of families all of whose intervals shall cover, such as 0.95
 * @returns null of fewer than two sides or two replications
 * @throws RangeError if sides differ in length or are more than {@link MOST_SIDES}, a value is not finite or
 *   `confidence` is not between 0 and 1
 */
export function pairedFamily(values: readonly (readonly number[])[], confidence: number): PairedFamily | null {
  requireShare('confidence', confidence);
  if (values.length > MOST_SIDES) throw new RangeError(`At most ${MOST_SIDES} sides, but there are ${values.length}.`);
  for (const [at, side] of values.entries()) {
    requireFiniteValues(`values[${at}]`, side);
    requireSameLength(values[0]!, side);
  }
  const n = values[0]?.length ?? 0;
  if (values.length < 2 || n < 2) return null;
  const sds = values.map((one) => values.map((other) => deviation(one, other)));
  const hasVariance = (i: number, j: number) => sds[i]![j]! > NEGLIGIBLE * Math.max(sds[0]![i]!, sds[0]![j]!);
  const draws = drawsFor(Math.min(values.length - 1, n - 1), n - 1);
  const largest = largestTs(factorOf(values, sds[0]!), hasVariance, draws);
  const others = values.length - 1;
  const critical = (drawn: Float64Array, comparisons: number, sided: 1 | 2): CriticalValue => {
    const alone = tQuantile(1 - (1 - confidence) / sided, n - 1);
    const bonferroni = tQuantile(1 - (1 - confidence) / (sided * comparisons), n - 1);
    return { simulated: Math.min(bonferroni, Math.max(alone, shareBelow(drawn, confidence))), bonferroni };
  };
  return {
    n,
    means: values.map((side) => meanOrNull(side)!),
    errors: sds.map((row) => row.map((sd) => sd / Math.sqrt(n))),
    base: critical(largest.base, others, 2),
    pairs: critical(largest.pairs, (others * values.length) / 2, 2),
    oneSided: largest.above.map((drawn) => critical(drawn, others, 1)),
  };
}

/** The value that a share of the draws lies at or below; they are put in order. */
function shareBelow(drawn: Float64Array, share: number): number {
  return drawn.sort()[Math.ceil(share * drawn.length) - 1]!;
}

function deviation(one: readonly number[], other: readonly number[]): number {
  return Math.sqrt(varianceOrNull(one.map((value, at) => value - other[at]!)) ?? 0);
}

/** A factor of the covariance of the differences from the first side: that loses no digits to what all have in common. */
function factorOf(values: readonly (readonly number[])[], sds: readonly number[]): number[][] {
  const [base] = values as [readonly number[]];
  const standard = values.map((side, i) => side.map((value, at) => (sds[i] === 0 ? 0 : (value - base[at]!) / sds[i]!)));
  const correlation = standard.map((one) =>
    standard.map((other) => sampleCovariance(one as number[], other as number[])),
  );
  return semidefiniteFactor(correlation).map((row, i) => row.map((entry) => entry * sds[i]!));
}

let kept: WishartDraws | null = null;

/** The measures of one study all need the same draws: they are made once. */
function drawsFor(dimensions: number, df: number): WishartDraws {
  if (kept?.dimensions !== dimensions || kept.df !== df) kept = wishartDraws(dimensions, df, SIMULATED_POINTS);
  return kept;
}
