import exp from '@stdlib/math-base-special-exp';
import gammaln from '@stdlib/math-base-special-gammaln';
import ln from '@stdlib/math-base-special-ln';
import log1p from '@stdlib/math-base-special-log1p';
import { requireShare } from './finite-values.ts';

/** How near an interval's ends are found. */
const NEARNESS = 1e-9;

/**
 * The chance of at least so many successes in n independent trials of chance p.
 *
 * @throws RangeError if n is no whole number from 0, or p is not between 0 and 1
 * @example
 * binomialTail(2, 3, 0.5); // 0.5
 */
export function binomialTail(successes: number, n: number, p: number): number {
  requireShare('p', p);
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number from 0, but is ${n}.`);
  if (successes <= 0) return 1;
  let sum = 0;
  for (let s = n; s >= successes; s--) {
    const ways = gammaln(n + 1) - gammaln(s + 1) - gammaln(n - s + 1);
    sum += exp(ways + s * ln(p) + (n - s) * log1p(-p));
  }
  return Math.min(1, sum);
}

/**
 * The exact interval of a chance (Clopper & Pearson 1934): it covers in at least the share `confidence` of samples.
 *
 * @param successes of n trials, n at least 1
 * @throws RangeError if `confidence` is not between 0 and 1
 * @example
 * binomialInterval(0, 10, 0.95).low; // 0
 */
export function binomialInterval(successes: number, n: number, confidence: number): { low: number; high: number } {
  requireShare('confidence', confidence);
  const alpha = (1 - confidence) / 2;
  const low = successes === 0 ? 0 : chanceAt((p) => binomialTail(successes, n, p) - alpha);
  const high = successes === n ? 1 : chanceAt((p) => binomialTail(successes + 1, n, p) - (1 - alpha));
  return { low, high };
}

/** Where a rising function of a chance is 0, by halving. */
function chanceAt(f: (p: number) => number): number {
  let [low, high] = [0, 1];
  while (high - low > NEARNESS) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
