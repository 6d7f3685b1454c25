import { pairedDifference, tInterval } from '../stats/index.ts';

/** A mean over replications with its t interval; null where too few replications define nothing. */
export interface Summary {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A paired difference, base less other, replication by replication. */
export interface DifferenceSummary extends Summary {
  /** Over |base|. */
  readonly relative: number | null;
  readonly correlation: number | null;
  /** 1 − variance of the difference over the sum of the two variances. */
  readonly varianceReduction: number | null;
}

/** Sums up one number per replication; null where it never applies. */
export function summarise(values: readonly (number | null)[], confidence: number): Summary | null {
  const defined = values.filter((value) => value !== null);
  if (defined.length === 0) return null;
  const { mean, sd, low, high } = tInterval(defined, confidence);
  return { mean, sd, low, high };
}

/** Sums up differences; replications in which either side does not apply are left out. */
export function summariseDifference(
  base: readonly (number | null)[],
  other: readonly (number | null)[],
  confidence: number,
): DifferenceSummary | null {
  const pairs = base.map((x, i) => [x, other[i] ?? null] as const).filter(([x, y]) => x !== null && y !== null);
  if (pairs.length === 0) return null;
  const { n, ...difference } = pairedDifference(
    pairs.map(([x]) => x as number),
    pairs.map(([, y]) => y as number),
    confidence,
  );
  return difference;
}
