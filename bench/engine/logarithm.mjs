/**
 * The logarithm of the bench: that of @stdlib, which the program draws by, takes 25 ns more a draw, and the one of
 * Math is not allowed in the program, so that the bench does without it too.
 */

/** By binary exponent. */
const POWERS = Float64Array.from({ length: 33 }, (_, exponent) => 2 ** -exponent);
/** ln 2 as a sum whose first part times a small whole number is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * An Exp(1) draw by inversion, −ln(1 − u) with u = bits / 2³², to the last bit but one. The method and the numbers are
 * those of log in fdlibm (Sun Microsystems, 1993): 1 − u = 2^−k (1 + f) with 1 + f near 1, and with s = f / (2 + f),
 * ln(1 + f) = f − f²/2 + s (f²/2 + R(s²)).
 *
 * @param {number} bits a 32-bit number, of either sign
 */
export function exponentialOf(bits) {
  const exponent = bits === 0 ? 32 : 31 - Math.clz32(-bits);
  let mantissa = (bits === 0 ? 2 ** 32 : -bits >>> 0) * /** @type {number} */ (POWERS[exponent]);
  let k = 32 - exponent;
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    k--;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH + (half - (s * (half + even + odd) - k * LN2_LOW) - f);
}
