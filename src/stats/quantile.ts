import { quantileSorted } from 'simple-statistics';
import { requireFiniteValues } from './finite-values.ts';

/**
 * A sample's quantile by Hyndman and Fan's type 7 (R's and NumPy's default): straight lines between the sorted
 * values, the least at 0 and the largest at 1.
 *
 * @param values the sample, in any order
 * @param p the share below, 0 ≤ p ≤ 1
 * @throws RangeError if there are no values, one is not finite, or `p` is out of range
 * @example
 * quantile([10, 40, 20, 30], 0.5); // 25
 */
export function quantile(values: readonly number[], p: number): number {
  requireFiniteValues('values', values);
  if (values.length === 0) throw new RangeError('values must hold at least one number, but is empty.');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be a number from 0 to 1, but is ${String(p)}.`);
  const sorted = [...values].sort((one, other) => one - other);
  return quantileSorted(sorted, p);
}
