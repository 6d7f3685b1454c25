import { mean } from 'simple-statistics';
import type { Distribution } from './distribution.ts';
import { requireFiniteList } from './parameter-errors.ts';

/**
 * What was observed, drawn again: each observation with the same probability, no value in between or beyond.
 * Of the two usual readings of a sample this one keeps its mean; the piecewise linear one does not.
 *
 * @param values the observations, in one unit and any order
 * @throws RangeError if there are none or one is not finite
 * @example
 * empirical([30, 10, 20]).quantile(0.5); // 20
 */
export function empirical(values: readonly number[]): Distribution {
  requireFiniteList('empirical: values', values);
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  // The smallest observation with at least a share u at or below it; u < 1 keeps the index inside.
  return { mean: mean([...sorted]), quantile: (u) => sorted[Math.ceil(u * count) - 1] as number };
}
