import { normalQuantile } from '../random/index.ts';
import { requireShare } from './finite-values.ts';

/** A share and how sure it is. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for a share (1927): good for few trials and for shares at 0 or 1, where the share plus and
 * minus its standard error is not.
 *
 * @param share observed, from 0 to 1
 * @param trials it was observed in, above 0; correlated ones count for fewer, so it need not be whole
 * @param confidence share of intervals that shall cover, such as 0.95
 * @throws RangeError if the share is not from 0 to 1, there are no trials, or `confidence` is not between 0 and 1
 * @example
 * wilson(0, 10, 0.95).low; // 0
 */
export function wilson(share: number, trials: number, confidence: number): ShareInterval {
  requireShare('confidence', confidence);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be a number from 0 to 1, but is ${String(share)}.`);
  if (!(trials > 0 && trials < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`trials must be a number above 0, but is ${String(trials)}.`);
  }
  const z = normalQuantile((1 + confidence) / 2);
  const weight = (z * z) / trials;
  const middle = share + weight / 2;
  const half = z * Math.sqrt((share * (1 - share)) / trials + weight / (4 * trials));
  return {
    share,
    low: share === 0 ? 0 : Math.max(0, (middle - half) / (1 + weight)),
    high: share === 1 ? 1 : Math.min(1, (middle + half) / (1 + weight)),
  };
}
