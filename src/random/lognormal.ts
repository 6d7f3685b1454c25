import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import log1p from '@stdlib/math-base-special-log1p';
import { constant } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requirePositive, requireWithin } from './parameter-errors.ts';

const LARGEST_CV = 1000;

/**
 * A positive quantity spread by many small factors, such as a trip's duration: exp(μ + σ z), with
 * σ² = ln(1 + cv²) and μ = ln(mean) − σ²/2, so that it has the mean and the spread it is given.
 *
 * @param mean the mean, in the unit of the values
 * @param cv the coefficient of variation, standard deviation over mean, from 0 to 1000; 0 for no spread
 * @throws RangeError if `mean` is no finite number above 0 or `cv` is out of range
 * @example
 * lognormal(10, 0).quantile(0.9); // 10
 * lognormal(10, 0.5).mean; // 10
 */
export function lognormal(mean: number, cv: number): Distribution {
  requirePositive('lognormal: mean', mean);
  requireWithin('lognormal: cv', cv, 0, LARGEST_CV);
  if (cv === 0) return constant(mean);
  const variance = log1p(cv * cv);
  const sigma = Math.sqrt(variance);
  const mu = ln(mean) - variance / 2;
  return { mean, quantile: (u) => exp(mu + sigma * normalQuantile(u)) };
}
