import betainc from '@stdlib/math-base-special-betainc';
import { requireDegreesOfFreedom } from './t-quantile.ts';

/**
 * The two-sided p-value of Student's t: the chance of a value at least as far from 0, I(df/(df + t²); df/2, 1/2).
 *
 * @param t any number; infinite ones have chance 0
 * @param df degrees of freedom, above 0
 * @throws RangeError if `t` is not a number or `df` is out of range
 * @example
 * studentTail(0, 9); // 1
 */
export function studentTail(t: number, df: number): number {
  requireDegreesOfFreedom(df);
  if (Number.isNaN(t)) throw new RangeError('t must be a number, but is NaN.');
  return Number.isFinite(t * t) ? betainc(df / (df + t * t), df / 2, 0.5) : 0;
}
