import { meanOrNull, varianceOrNull } from './sample-moments.ts';

/** Where the variance of values in groups comes from. */
export interface VarianceComponents {
  readonly mean: number;
  /** Variance of the groups' true means; an estimate below 0 is told as 0. */
  readonly between: number;
  /** Variance within a group. */
  readonly within: number;
  /**
   * The groups' means drawn together so that their spread is that of the true ones: a group's mean spreads by what is
   * within it too.
   */
  readonly shrunk: readonly number[];
}

/**
 * One-way analysis of variance with random groups of one size (Searle, Casella and McCulloch 1992, by Henderson's
 * method): within = mean square within, between = (mean square between − mean square within) / size.
 *
 * @param groups at least two, each of at least two finite values, all of one size
 * @returns null if there are fewer groups or values
 * @example
 * const { mean, between, within } = varianceComponents([[1, 3], [5, 7]]);
 * [mean, between, within]; // [4, 7, 2]
 */
export function varianceComponents(groups: readonly (readonly number[])[]): VarianceComponents | null {
  const size = groups[0]?.length ?? 0;
  if (groups.length < 2 || size < 2) return null;
  const means = groups.map((values) => meanOrNull(values) as number);
  const within = meanOrNull(groups.map((values) => varianceOrNull(values) as number)) as number;
  const ofMeans = varianceOrNull(means) as number;
  const between = Math.max(0, ofMeans - within / size);
  const mean = meanOrNull(means) as number;
  const shrinkage = ofMeans === 0 ? 0 : Math.sqrt(between / ofMeans);
  return { mean, between, within, shrunk: means.map((value) => mean + shrinkage * (value - mean)) };
}
