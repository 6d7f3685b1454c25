import { DifferenceFold, SummaryFold } from './folds.ts';

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
  const fold = new SummaryFold();
  for (const value of values) fold.add(value);
  return fold.summary(confidence);
}

/** Sums up differences; replications in which either side does not apply are left out. */
export function summariseDifference(
  base: readonly (number | null)[],
  other: readonly (number | null)[],
  confidence: number,
): DifferenceSummary | null {
  const fold = new DifferenceFold();
  for (const [i, value] of base.entries()) fold.add(value, other[i] ?? null);
  return fold.summary(confidence);
}
