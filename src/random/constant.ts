import type { Distribution } from './distribution.ts';
import { requireFinite } from './parameter-errors.ts';

/**
 * Always the same value. It still takes a uniform, so that a quantity can be fixed without moving its stream.
 *
 * @param value the value, in any unit
 * @throws RangeError if `value` is not finite
 * @example
 * constant(7).quantile(0.3); // 7
 */
export function constant(value: number): Distribution {
  requireFinite('constant: value', value);
  return { mean: value, quantile: () => value };
}
