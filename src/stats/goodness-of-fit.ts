import ln from '@stdlib/math-base-special-ln';
import log1p from '@stdlib/math-base-special-log1p';
import type { Law } from './law-families.ts';

/** How far a law is from a sample. */
export interface Distances {
  /** Kolmogorov and Smirnov: the largest difference between the shares below a value, 0 to 1. */
  readonly kolmogorovSmirnov: number;
  /** Anderson and Darling (1952): weighs the tails more; null where the law gives a value no share on one side. */
  readonly andersonDarling: number | null;
}

/**
 * The distances of Kolmogorov–Smirnov and Anderson–Darling between a law and a sample.
 *
 * @param sorted the sample in order, not empty
 */
export function distances({ shareBelow }: Pick<Law, 'shareBelow'>, sorted: Float64Array): Distances {
  const n = sorted.length;
  let [largest, sum] = [0, 0];
  for (let i = 0; i < n; i++) {
    const share = shareBelow(sorted[i] as number);
    const rest = shareBelow(sorted[n - 1 - i] as number);
    largest = Math.max(largest, (i + 1) / n - share, share - i / n);
    sum += (2 * i + 1) * (ln(share) + log1p(-rest));
  }
  const squared = -n - sum / n;
  return { kolmogorovSmirnov: largest, andersonDarling: Number.isFinite(squared) ? squared : null };
}

/** A quantile of the sample beside the law's. */
export interface QuantilePair {
  readonly share: number;
  readonly sample: number;
  readonly law: number;
}

/** Points of a Q–Q plot: the sample's values at shares (i + ½)/points beside the law's. */
export function quantilePairs(
  { distribution }: Pick<Law, 'distribution'>,
  sorted: Float64Array,
  points: number,
): QuantilePair[] {
  return Array.from({ length: points }, (_, i) => {
    const share = (i + 0.5) / points;
    const at = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
    return { share, sample: sorted[at] as number, law: distribution.quantile(share) };
  });
}
