import erfc from '@stdlib/math-base-special-erfc';
import exp from '@stdlib/math-base-special-exp';
import { constant } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import { parameterError, requireFinite } from './parameter-errors.ts';

const SQRT_TWO_PI = 2.5066282746310007;
/** Below this the tail of the normal law has lost its digits to underflow. */
const LEAST_SHARE = 1e-290;

/**
 * A normal law of which only the part between two bounds counts, such as a ship's deviation from its laycan.
 *
 * Inverted through the normal distribution function at both ends, z = Φ⁻¹(Φ(a) + u (Φ(b) − Φ(a))), taken from the
 * upper tail where that one is the smaller, so that far tails keep their digits. The law's own mean is
 * mean + sd (φ(a) − φ(b)) / (Φ(b) − Φ(a)); a and b are the bounds in standard deviations from `mean`.
 *
 * @param mean the mean before truncation; the `mean` of the result is the one after
 * @param sd the standard deviation before truncation; 0 for no spread
 * @param low the least value, or −Infinity
 * @param high the largest value, or Infinity; all four in one unit
 * @throws RangeError if `mean` or `sd` is not finite, `sd` is below 0, `low` is above `high`, or next to nothing
 *   of the normal law lies between them
 * @example
 * truncatedNormal(0, 1, -2, 2).quantile(0.5); // 0
 * truncatedNormal(0, 1, 0, Infinity).mean.toFixed(12); // '0.797884560803'
 */
export function truncatedNormal(mean: number, sd: number, low: number, high: number): Distribution {
  checkTruncatedNormal(mean, sd, low, high);
  if (low === high) return constant(low);
  if (sd === 0) return constant(mean);
  const a = (low - mean) / sd;
  const b = (high - mean) / sd;
  const below = lowerShare(a);
  const above = lowerShare(-b);
  const share = a > 0 ? lowerShare(-a) - above : lowerShare(b) - below;
  if (!(share > LEAST_SHARE)) {
    const expected = `bounds that hold a share of the normal law (mean ${mean}, sd ${sd})`;
    throw parameterError('truncatedNormal: low and high', expected, `${low} and ${high}`);
  }
  const clip = (value: number): number => Math.min(Math.max(value, low), high);
  return {
    mean: clip(mean + (sd * (density(a) - density(b))) / share),
    quantile: (u) => {
      const p = below + u * share;
      return clip(mean + sd * (p < 0.5 ? normalQuantile(p) : Math.max(-normalQuantile(above + (1 - u) * share), 0)));
    },
  };
}

/**
 * A normal law cut at three standard deviations on either side.
 *
 * @param mean its mean, before and after
 * @param sd the standard deviation before the cut; 0 for no spread
 * @throws RangeError as {@link truncatedNormal} does
 * @example
 * cutNormal(0, 18).quantile(0.5); // 0
 */
export function cutNormal(mean: number, sd: number): Distribution {
  return truncatedNormal(mean, sd, mean - 3 * sd, mean + 3 * sd);
}

function checkTruncatedNormal(mean: number, sd: number, low: number, high: number): void {
  requireFinite('truncatedNormal: mean', mean);
  if (!(Number.isFinite(sd) && sd >= 0)) {
    throw parameterError('truncatedNormal: sd', 'a finite number from 0', sd);
  }
  if (Number.isNaN(low) || low === Infinity) {
    throw parameterError('truncatedNormal: low', 'a number or -Infinity', low);
  }
  if (Number.isNaN(high) || high === -Infinity) {
    throw parameterError('truncatedNormal: high', 'a number or Infinity', high);
  }
  if (high < low) throw parameterError('truncatedNormal: high', `at least low (${low})`, high);
  if (sd === 0 && (mean < low || mean > high)) {
    throw parameterError('truncatedNormal: mean', `from low (${low}) to high (${high}) when sd is 0`, mean);
  }
}

/** The share of the standard normal law below z, Φ(z), precise in the lower tail. */
function lowerShare(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

function density(z: number): number {
  return exp((-z * z) / 2) / SQRT_TWO_PI;
}
