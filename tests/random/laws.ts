import erfc from '@stdlib/math-base-special-erfc';
import gammaln from '@stdlib/math-base-special-gammaln';
import {
  type Distribution,
  discrete,
  empirical,
  erlang,
  exponential,
  gamma,
  lognormal,
  triangular,
  truncatedNormal,
  uniform,
  weibull,
} from '../../src/random/index.ts';

/** A distribution and what is known about it without this program: mpmath to 40 digits, or the textbook's formula. */
export interface Law {
  readonly name: string;
  readonly law: Distribution;
  readonly mean: number;
  readonly variance: number;
  /** Fourth central moment over the squared variance. */
  readonly kurtosis: number;
  readonly low: number;
  readonly high: number;
  /** The distribution function; absent for laws with steps. */
  readonly cdf?: (x: number) => number;
  /** The quantiles at `shares`. */
  readonly quantiles: readonly number[];
  /** Relative error allowed on a quantile. */
  readonly within: number;
}

export const shares = [0.001, 0.1, 0.3, 0.5, 0.75, 0.99];

export const laws: readonly Law[] = [
  {
    name: 'uniform(4, 18)',
    law: uniform(4, 18),
    mean: 11,
    variance: (14 * 14) / 12,
    kurtosis: 1.8,
    low: 4,
    high: 18,
    cdf: (x) => (x - 4) / 14,
    quantiles: [4.014, 5.4, 8.2, 11, 14.5, 17.86],
    within: 1e-15,
  },
  {
    name: 'triangular(1, 2, 6)',
    law: triangular(1, 2, 6),
    mean: 3,
    variance: 21 / 18,
    kurtosis: 2.4,
    low: 1,
    high: 6,
    cdf: (x) => (x < 2 ? (x - 1) ** 2 / 5 : 1 - (6 - x) ** 2 / 20),
    quantiles: [
      1.0707106781186548, 1.7071067811865475, 2.2583426132260587, 2.8377223398316205, 3.76393202250021,
    ].concat(5.552786404500042),
    within: 1e-15,
  },
  {
    name: 'exponential(5)',
    law: exponential(5),
    mean: 5,
    variance: 25,
    kurtosis: 9,
    low: 0,
    high: Infinity,
    cdf: (x) => 1 - Math.exp(-x / 5),
    quantiles: [
      0.005002501667917668, 0.5268025782891316, 1.7833747196936618, 3.4657359027997265, 6.931471805599453,
    ].concat(23.025850929940454),
    within: 1e-14,
  },
  {
    name: 'truncatedNormal(0, 12, -24, 48)',
    law: truncatedNormal(0, 12, -24, 48),
    mean: 0.6613524364965782,
    variance: 127.57182950755339,
    kurtosis: 2.7517926190747506,
    low: -24,
    high: 48,
    cdf: (x) => (normalCdf(x / 12) - normalCdf(-2)) / (normalCdf(4) - normalCdf(-2)),
    quantiles: [
      -23.786631729168647, -14.07156928059446, -5.749812476326127, 0.3417265974610479, 8.309062336790277,
    ].concat(28.005254212759976),
    within: 1e-14,
  },
  {
    name: 'truncatedNormal(0, 1, 4, 5), all in one tail',
    law: truncatedNormal(0, 1, 4, 5),
    mean: 4.216830780601025,
    variance: 0.038290287329119245,
    kurtosis: 4.517639627622444,
    low: 4,
    high: 5,
    cdf: (x) => (normalCdf(-4) - normalCdf(-x)) / (normalCdf(-4) - normalCdf(-5)),
    quantiles: [4.0002346205396595, 4.024627519772049, 4.082719536874993, 4.159046434569283, 4.310812229745531].concat(
      4.8554733690691085,
    ),
    within: 1e-14,
  },
  {
    name: 'lognormal(2, 0.3)',
    law: lognormal(2, 0.3),
    mean: 2,
    variance: 0.36,
    kurtosis: 4.56593961,
    low: 0,
    high: Infinity,
    cdf: (x) => normalCdf((Math.log(x / 2) + Math.log1p(0.09) / 2) / Math.sqrt(Math.log1p(0.09))),
    quantiles: [
      0.7732820381241988, 1.3150117078299992, 1.6423286102817702, 1.9156525704423029, 2.3351165384579096,
    ].concat(3.7923348943502915),
    within: 1e-14,
  },
  {
    name: 'lognormal(10, 1.5)',
    law: lognormal(10, 1.5),
    mean: 10,
    variance: 225,
    kurtosis: 208.91015625,
    low: 0,
    high: Infinity,
    cdf: (x) => normalCdf((Math.log(x / 10) + Math.log1p(2.25) / 2) / Math.sqrt(Math.log1p(2.25))),
    quantiles: [
      0.19365438012918929, 1.3797880217076064, 3.1391045108227065, 5.547001962252291, 11.536585312610658,
    ].concat(69.3299921728054),
    within: 1e-14,
  },
  {
    name: 'weibull(1.5, 40)',
    law: weibull(1.5, 40),
    mean: 36.10981171803734,
    variance: 601.1044557022911,
    kurtosis: 4.390403561595789,
    low: 0,
    high: Infinity,
    cdf: (x) => 1 - Math.exp(-((x / 40) ** 1.5)),
    quantiles: [
      0.40013341116547363, 8.923021025476684, 20.117548596628733, 31.328790750986055, 49.73135539500686,
    ].concat(110.71941460090098),
    within: 1e-14,
  },
  {
    name: 'weibull(0.7, 3)',
    law: weibull(0.7, 3),
    mean: 3.79747051817185,
    variance: 30.841519982878378,
    kurtosis: 23.542015496607373,
    low: 0,
    high: Infinity,
    cdf: (x) => 1 - Math.exp(-((x / 3) ** 0.7)),
    quantiles: [0.00015549531507448613, 0.12048883584640814, 0.6878768370517496, 1.7771703388564015].concat(
      4.783787802814681,
      26.583679328217574,
    ),
    within: 1e-14,
  },
  {
    name: 'gamma(2.5, 4)',
    law: gamma(2.5, 4),
    mean: 10,
    variance: 40,
    kurtosis: 5.4,
    low: 0,
    high: Infinity,
    cdf: (x) => gammaCdf(2.5, x / 4),
    quantiles: [0.42042520525843835, 3.2206159739246463, 5.999816265519812, 8.702920382191055, 13.2513595276585].concat(
      30.172544938777975,
    ),
    within: 2e-7,
  },
  {
    name: 'gamma(0.5, 2)',
    law: gamma(0.5, 2),
    mean: 1,
    variance: 2,
    kurtosis: 15,
    low: 0,
    high: Infinity,
    cdf: (x) => gammaCdf(0.5, x / 2),
    quantiles: [1.57079714926249e-6, 0.015790774093431225, 0.14847186183254543, 0.4549364231195728].concat(
      1.323303696931466,
      6.634896601021214,
    ),
    within: 2e-7,
  },
  {
    name: 'gamma(30, 0.1)',
    law: gamma(30, 0.1),
    mean: 3,
    variance: 0.3,
    kurtosis: 3.2,
    low: 0,
    high: Infinity,
    cdf: (x) => gammaCdf(30, x / 0.1),
    quantiles: [
      1.5869170797140357, 2.322944415010172, 2.6904563066176395, 2.966733313822123, 3.3490730553809573,
    ].concat(4.418970945072466),
    within: 2e-7,
  },
  {
    name: 'gamma(0.1, 5), without a table',
    law: gamma(0.1, 5),
    mean: 0.5,
    variance: 2.5,
    kurtosis: 63,
    low: 0,
    high: Infinity,
    cdf: (x) => gammaCdf(0.1, x / 5),
    quantiles: [3.0365241812039418e-30, 3.036524181371588e-10, 1.7930430092054723e-5, 0.0029669555223011297].concat(
      0.17653179036779149,
      7.942389089647523,
    ),
    within: 1e-13,
  },
  {
    name: 'erlang(4, 2)',
    law: erlang(4, 2),
    mean: 2,
    variance: 1,
    kurtosis: 4.5,
    low: 0,
    high: Infinity,
    cdf: (x) => 1 - Math.exp(-2 * x) * (1 + 2 * x + (2 * x) ** 2 / 2 + (2 * x) ** 3 / 6),
    quantiles: [0.2142762068142115, 0.8723847814124557, 1.3818555213063237, 1.836030374425448, 2.55471374256169].concat(
      5.0225587574158075,
    ),
    within: 2e-7,
  },
  {
    name: 'empirical([3, 1, 2, 2])',
    law: empirical([3, 1, 2, 2]),
    mean: 2,
    variance: 0.5,
    kurtosis: 2,
    low: 1,
    high: 3,
    quantiles: [1, 1, 2, 2, 2, 3],
    within: 0,
  },
  {
    name: 'discrete([5, 0, 1], [1, 6, 3])',
    law: discrete([5, 0, 1], [1, 6, 3]),
    mean: 0.8,
    variance: 2.16,
    kurtosis: (0.6 * 0.8 ** 4 + 0.3 * 0.2 ** 4 + 0.1 * 4.2 ** 4) / 2.16 ** 2,
    low: 0,
    high: 5,
    quantiles: [0, 0, 0, 0, 1, 5],
    within: 0,
  },
];

export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** P(k, x) by its series, x^k e^−x / Γ(k + 1) · (1 + x/(k+1) + x²/((k+1)(k+2)) + …). */
function gammaCdf(k: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let i = 1; term > 1e-17 * sum; i++) {
    term *= x / (k + i);
    sum += term;
  }
  return Math.exp(k * Math.log(x) - x - gammaln(k + 1)) * sum;
}
