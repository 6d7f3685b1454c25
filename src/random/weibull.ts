import exp from '@stdlib/math-base-special-exp';
import gammaln from '@stdlib/math-base-special-gammaln';
import ln from '@stdlib/math-base-special-ln';
import log1p from '@stdlib/math-base-special-log1p';
import type { Distribution } from './distribution.ts';
import { requirePositive, requireWithin } from './parameter-errors.ts';

/**
 * The life of a part that wears in (shape below 1), does not age (1) or wears out (above 1):
 * scale · (−ln(1 − u))^(1/shape), mean scale · Γ(1 + 1/shape).
 *
 * @param shape from 0.05 to 1000
 * @param scale the value that 63.2 % of the law lies below, in the unit of the values
 * @throws RangeError if `shape` is out of range or `scale` is no finite number above 0
 * @example
 * weibull(1, 2).quantile(0.5); // 1.3862943611198906
 */
export function weibull(shape: number, scale: number): Distribution {
  requireWithin('weibull: shape', shape, 0.05, 1000);
  requirePositive('weibull: scale', scale);
  return {
    mean: scale * exp(gammaln(1 + 1 / shape)),
    quantile: (u) => scale * exp(ln(-log1p(-u)) / shape),
  };
}
