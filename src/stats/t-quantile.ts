import quantile from '@stdlib/stats-base-dists-t-quantile';
import { requireShare } from './finite-values.ts';

/**
 * The value below which a share `p` of Student's t law lies, from @stdlib (within 1e−14 relative).
 *
 * @param p a share, 0 < p < 1
 * @param df degrees of freedom, above 0; need not be whole
 * @throws RangeError if `p` or `df` is out of range
 * @example
 * tQuantile(0.975, 9); // 2.262157162798205
 */
export function tQuantile(p: number, df: number): number {
  requireShare('p', p);
  requireDegreesOfFreedom(df);
  return quantile(p, df);
}

/** Lets degrees of freedom pass. */
export function requireDegreesOfFreedom(df: number): void {
  if (!(Number.isFinite(df) && df > 0)) {
    throw new RangeError(`df (degrees of freedom) must be a finite number above 0, but is ${String(df)}.`);
  }
}
