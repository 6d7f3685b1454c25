import { symmetricEigen } from './linear-algebra.ts';

/** The variance of a coordinate that is even over the unit interval. */
const PRIOR_VARIANCE = 1 / 12;

/** What data say about coordinates that were even over the unit cube before. */
export interface Identifiability {
  /** Standard deviation after over before, one a coordinate: near 1, the data say nothing about it. */
  readonly widths: readonly number[];
  /** Null where a coordinate has no spread left. */
  readonly correlations: readonly (readonly (number | null)[])[];
  /** Directions from the best known to the least: the width along each, and its components. */
  readonly directions: readonly { readonly width: number; readonly components: readonly number[] }[];
}

/**
 * Reads off a covariance what can be told apart: standardised by the prior, its eigenvectors are the directions that
 * the data know best and least ("stiff" and "sloppy"), its eigenvalues how much less is open along them than before.
 *
 * @param covariance of the coordinates after the data
 */
export function identifiability(covariance: readonly (readonly number[])[]): Identifiability {
  const sd = covariance.map((row, i) => Math.sqrt(Math.max(0, row[i] as number)));
  const { values, vectors } = symmetricEigen(covariance);
  return {
    widths: sd.map((one) => one / Math.sqrt(PRIOR_VARIANCE)),
    correlations: covariance.map((row, i) =>
      row.map((c, j) => {
        const both = (sd[i] as number) * (sd[j] as number);
        return both > 0 ? Math.min(1, Math.max(-1, c / both)) : null;
      }),
    ),
    directions: values
      .map((value, i) => ({
        width: Math.sqrt(Math.max(0, value) / PRIOR_VARIANCE),
        components: vectors[i] as number[],
      }))
      .reverse(),
  };
}

/**
 * The covariance that a linear simulator leaves of coordinates even before (as a normal law of the same variance):
 * (JᵀJ + 12·I)⁻¹, J the slopes of the misses over their standard deviations.
 *
 * @param slopes a row a target, a column a coordinate
 */
export function linearisedCovariance(slopes: readonly (readonly number[])[], dimensions: number): number[][] {
  const information = Array.from({ length: dimensions }, (_, i) =>
    Array.from({ length: dimensions }, (__, j) =>
      slopes.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), i === j ? 1 / PRIOR_VARIANCE : 0),
    ),
  );
  const { values, vectors } = symmetricEigen(information);
  return information.map((row, i) =>
    row.map((_, j) =>
      vectors.reduce((sum, v, k) => sum + ((v[i] as number) * (v[j] as number)) / (values[k] as number), 0),
    ),
  );
}
