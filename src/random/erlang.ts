import type { Distribution } from './distribution.ts';
import { LARGEST_GAMMA_SHAPE, scaledGamma } from './gamma.ts';
import { parameterError, requirePositive } from './parameter-errors.ts';

/**
 * The duration of `k` steps in a row, each exponential: a gamma law of whole shape. Coefficient of variation 1/√k.
 *
 * @param k the number of steps, a whole number from 1 to 500
 * @param mean the mean of the whole duration, in the unit of the values
 * @throws RangeError if `k` is no whole number in range or `mean` no finite number above 0
 * @example
 * erlang(4, 2).mean; // 2
 */
export function erlang(k: number, mean: number): Distribution {
  if (!Number.isInteger(k) || k < 1 || k > LARGEST_GAMMA_SHAPE) {
    throw parameterError('erlang: k', `a whole number from 1 to ${LARGEST_GAMMA_SHAPE}`, k);
  }
  requirePositive('erlang: mean', mean);
  return scaledGamma(k, mean / k, mean);
}
