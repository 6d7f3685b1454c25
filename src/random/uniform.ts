import { constant } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { parameterError, requireFinite } from './parameter-errors.ts';

/**
 * Every value between two bounds alike: low + u (high − low).
 *
 * @param low the least value
 * @param high the largest value, in the same unit; equal to `low` for no spread
 * @throws RangeError if a bound is not finite, or `high` is below `low`
 * @example
 * uniform(4, 18).quantile(0.5); // 11
 */
export function uniform(low: number, high: number): Distribution {
  requireFinite('uniform: low', low);
  requireFinite('uniform: high', high);
  if (high < low) throw parameterError('uniform: high', `at least low (${low})`, high);
  const width = high - low;
  if (width === 0) return constant(low);
  requireFinite('uniform: high - low', width);
  return { mean: low + width / 2, quantile: (u) => Math.min(low + u * width, high) };
}
