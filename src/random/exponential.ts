import log1p from '@stdlib/math-base-special-log1p';
import type { Distribution } from './distribution.ts';
import { requirePositive } from './parameter-errors.ts';

/**
 * The time to an event that does not age, such as the gap between arrivals at random: −mean · ln(1 − u).
 *
 * @param mean the mean, in the unit of the values
 * @throws RangeError if `mean` is no finite number above 0
 * @example
 * exponential(2).quantile(0.5); // 1.3862943611198906
 */
export function exponential(mean: number): Distribution {
  requirePositive('exponential: mean', mean);
  return { mean, quantile: (u) => -mean * log1p(-u) };
}
