import { constant } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { parameterError, requireFinite } from './parameter-errors.ts';

/**
 * What a practitioner gives who knows the least, the usual and the most: density rises from `low` to `mode` and
 * falls to `high` in straight lines. Inverted in closed form; mean (low + mode + high) / 3.
 *
 * @param low the least value
 * @param mode the most likely value
 * @param high the largest value; all three in one unit
 * @throws RangeError if a parameter is not finite, or not low ≤ mode ≤ high
 * @example
 * triangular(0, 1, 2).quantile(0.5); // 1
 */
export function triangular(low: number, mode: number, high: number): Distribution {
  requireFinite('triangular: low', low);
  requireFinite('triangular: mode', mode);
  requireFinite('triangular: high', high);
  if (mode < low) throw parameterError('triangular: mode', `at least low (${low})`, mode);
  if (high < mode) throw parameterError('triangular: high', `at least mode (${mode})`, high);
  const width = high - low;
  if (width === 0) return constant(low);
  requireFinite('triangular: high - low', width);
  const shareBelowMode = (mode - low) / width;
  // Two roots of moderate numbers, not one of their product, which could overflow.
  const rise = Math.sqrt(width) * Math.sqrt(mode - low);
  const fall = Math.sqrt(width) * Math.sqrt(high - mode);
  return {
    mean: low + (mode - low + width) / 3,
    quantile: (u) =>
      u < shareBelowMode ? Math.min(low + rise * Math.sqrt(u), mode) : Math.max(high - fall * Math.sqrt(1 - u), mode),
  };
}
