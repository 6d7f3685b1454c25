import ln from '@stdlib/math-base-special-ln';

/**
 * The value below which a share `p` of the standard normal law lies.
 *
 * Wichura, M. J. (1988), Algorithm AS 241 (PPND16), Applied Statistics 37(3), 477–484: three rational functions,
 * within 1e−15 relative from 1e−300 to 1 − 2^−53. Own code, because the package's quantile goes through
 * erf⁻¹(2p − 1), which takes twice as long and loses the lower tail to the subtraction.
 *
 * @param p a share, 0 < p < 1
 * @returns the quantile, in standard deviations
 * @example
 * normalQuantile(0.5); // 0
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * central(0.180625 - q * q);
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const z = r <= 5 ? near(r - 1.6) : far(r - 5);
  return q < 0 ? -z : z;
}

function central(r: number): number {
  let numerator = 2509.0809287301227;
  numerator = numerator * r + 33430.57558358813;
  numerator = numerator * r + 67265.7709270087;
  numerator = numerator * r + 45921.95393154987;
  numerator = numerator * r + 13731.69376550946;
  numerator = numerator * r + 1971.5909503065513;
  numerator = numerator * r + 133.14166789178438;
  numerator = numerator * r + 3.3871328727963665;
  let denominator = 5226.495278852546;
  denominator = denominator * r + 28729.085735721943;
  denominator = denominator * r + 39307.89580009271;
  denominator = denominator * r + 21213.794301586597;
  denominator = denominator * r + 5394.196021424751;
  denominator = denominator * r + 687.1870074920579;
  denominator = denominator * r + 42.31333070160091;
  denominator = denominator * r + 1;
  return numerator / denominator;
}

function near(r: number): number {
  let numerator = 0.0007745450142783414;
  numerator = numerator * r + 0.022723844989269184;
  numerator = numerator * r + 0.2417807251774506;
  numerator = numerator * r + 1.2704582524523684;
  numerator = numerator * r + 3.6478483247632045;
  numerator = numerator * r + 5.769497221460691;
  numerator = numerator * r + 4.630337846156546;
  numerator = numerator * r + 1.4234371107496835;
  let denominator = 1.0507500716444169e-9;
  denominator = denominator * r + 0.0005475938084995345;
  denominator = denominator * r + 0.015198666563616457;
  denominator = denominator * r + 0.14810397642748008;
  denominator = denominator * r + 0.6897673349851;
  denominator = denominator * r + 1.6763848301838038;
  denominator = denominator * r + 2.053191626637759;
  denominator = denominator * r + 1;
  return numerator / denominator;
}

function far(r: number): number {
  let numerator = 2.0103343992922881e-7;
  numerator = numerator * r + 0.000027115555687434876;
  numerator = numerator * r + 0.0012426609473880784;
  numerator = numerator * r + 0.026532189526576124;
  numerator = numerator * r + 0.29656057182850487;
  numerator = numerator * r + 1.7848265399172913;
  numerator = numerator * r + 5.463784911164114;
  numerator = numerator * r + 6.657904643501103;
  let denominator = 2.0442631033899397e-15;
  denominator = denominator * r + 1.421511758316446e-7;
  denominator = denominator * r + 0.000018463183175100548;
  denominator = denominator * r + 0.0007868691311456133;
  denominator = denominator * r + 0.014875361290850615;
  denominator = denominator * r + 0.1369298809227358;
  denominator = denominator * r + 0.599832206555888;
  denominator = denominator * r + 1;
  return numerator / denominator;
}
