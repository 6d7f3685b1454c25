import erfc from '@stdlib/math-base-special-erfc';
import exp from '@stdlib/math-base-special-exp';
import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import ln from '@stdlib/math-base-special-ln';
import {
  type Distribution,
  erlang,
  exponential,
  gamma,
  lognormal,
  normalQuantile,
  triangular,
  uniform,
  weibull,
} from '../random/index.ts';
import { nelderMead } from './nelder-mead.ts';
import { minimise } from './search.ts';

/** The laws that can be fitted, by the names the distributions have in a scenario. */
export const LAW_NAMES = [
  'exponential',
  'lognormal',
  'gamma',
  'erlang',
  'weibull',
  'normal',
  'uniform',
  'triangular',
] as const;
export type LawName = (typeof LAW_NAMES)[number];

/** A sample with what the likelihoods need of it, worked out once. */
export interface Sample {
  /** In order, at least two different. */
  readonly sorted: Float64Array;
  readonly mean: number;
  /** Over n, as maximum likelihood has it. */
  readonly sd: number;
  /** Natural logarithms, in the same order; null where a value is not above 0. */
  readonly logs: Float64Array | null;
  readonly meanLog: number;
}

/** A law with its parameters found. */
export interface Law {
  readonly name: LawName;
  /** By name, in the unit of the values where they have one. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Natural logarithm of the density; −Infinity where there is none. */
  readonly logDensity: (x: number) => number;
  /** Share of the law at or below a value. */
  readonly shareBelow: (x: number) => number;
  readonly distribution: Distribution;
}

/** Gathers what fitting needs of some values. @throws RangeError if they are fewer than two or all the same */
export function sampleOf(values: ArrayLike<number>): Sample {
  const sorted = Float64Array.from(values).sort();
  const [least, most] = [sorted[0] ?? Number.NaN, sorted[sorted.length - 1] ?? Number.NaN];
  if (!(most > least) || !Number.isFinite(most - least)) throw new RangeError('a law needs values that differ');
  let sum = 0;
  for (const x of sorted) sum += x;
  const mean = sum / sorted.length;
  let squares = 0;
  for (const x of sorted) squares += (x - mean) * (x - mean);
  const logs = least > 0 ? sorted.map((x) => ln(x)) : null;
  let logSum = 0;
  if (logs !== null) for (const x of logs) logSum += x;
  return { sorted, mean, sd: Math.sqrt(squares / sorted.length), logs, meanLog: logSum / sorted.length };
}

/** Fits a law by maximum likelihood; null where the values can't come from it. */
export function fitLaw(name: LawName, sample: Sample): Law | null {
  return FITS[name](sample);
}

const FITS: Readonly<Record<LawName, (sample: Sample) => Law | null>> = {
  exponential({ sorted, mean }) {
    return (sorted[0] as number) < 0 ? null : exponentialLaw(mean);
  },
  lognormal({ logs, meanLog }) {
    if (logs === null) return null;
    let squares = 0;
    for (const x of logs) squares += (x - meanLog) * (x - meanLog);
    return lognormalLaw(meanLog, Math.sqrt(squares / logs.length));
  },
  gamma(sample) {
    const shape = gammaShape(sample);
    return shape === null ? null : gammaLaw('gamma', shape, sample.mean);
  },
  erlang(sample) {
    const shape = gammaShape(sample);
    if (shape === null || shape < 1) return null;
    const [low, high] = [Math.floor(shape), Math.min(LARGEST_SHAPE, Math.ceil(shape))];
    const better = gammaLogLikelihood(low, sample) >= gammaLogLikelihood(high, sample) ? low : high;
    // One step is the exponential law under another name.
    return better < 2 ? null : gammaLaw('erlang', better, sample.mean);
  },
  weibull(sample) {
    const { logs } = sample;
    if (logs === null) return null;
    const found = likeliest([LEAST_WEIBULL, LARGEST_WEIBULL], 1.2, (shape) => weibullLoss(shape, sample));
    return found === null ? null : weibullLaw(found, weibullScale(found, sample));
  },
  normal({ mean, sd }) {
    return normalLaw(mean, sd);
  },
  uniform({ sorted }) {
    return uniformLaw(sorted[0] as number, sorted[sorted.length - 1] as number);
  },
  triangular: fitTriangular,
};

function exponentialLaw(mean: number): Law {
  return {
    name: 'exponential',
    parameters: { mean },
    logDensity: (x) => (x < 0 ? Number.NEGATIVE_INFINITY : -ln(mean) - x / mean),
    shareBelow: (x) => (x <= 0 ? 0 : 1 - exp(-x / mean)),
    distribution: exponential(mean),
  };
}

const HALF_LN_TWO_PI = 0.9189385332046728;

function lognormalLaw(mu: number, sigma: number): Law {
  const mean = exp(mu + (sigma * sigma) / 2);
  const cv = Math.sqrt(exp(sigma * sigma) - 1);
  return {
    name: 'lognormal',
    parameters: { mean, cv },
    logDensity(x) {
      if (x <= 0) return Number.NEGATIVE_INFINITY;
      const z = (ln(x) - mu) / sigma;
      return -ln(x * sigma) - HALF_LN_TWO_PI - (z * z) / 2;
    },
    shareBelow: (x) => (x <= 0 ? 0 : normalShare((ln(x) - mu) / sigma)),
    distribution: lognormal(mean, cv),
  };
}

/** Bounds of the shapes that `gamma` and `weibull` of src/random take. */
const [LEAST_SHAPE, LARGEST_SHAPE, LEAST_WEIBULL, LARGEST_WEIBULL] = [0.01, 500, 0.05, 1000];

/** The likeliest shape: the scale follows from it and the mean, so that one number is searched for. */
function gammaShape(sample: Sample): number | null {
  if (sample.logs === null) return null;
  const loss = (shape: number) => -gammaLogLikelihood(shape, sample) / sample.sorted.length;
  return likeliest([LEAST_SHAPE, LARGEST_SHAPE], (sample.mean / sample.sd) * (sample.mean / sample.sd), loss);
}

function gammaLogLikelihood(shape: number, { sorted, mean, meanLog }: Sample): number {
  return sorted.length * (shape * ln(shape / mean) - gammaln(shape) + (shape - 1) * meanLog - shape);
}

function gammaLaw(name: 'gamma' | 'erlang', shape: number, mean: number): Law {
  const scale = mean / shape;
  const constant = -gammaln(shape) - shape * ln(scale);
  return {
    name,
    parameters: name === 'gamma' ? { shape, scale } : { k: shape, mean },
    logDensity: (x) => (x <= 0 ? Number.NEGATIVE_INFINITY : constant + (shape - 1) * ln(x) - x / scale),
    shareBelow: (x) => (x <= 0 ? 0 : gammainc(x / scale, shape, true, false)),
    distribution: name === 'gamma' ? gamma(shape, scale) : erlang(shape, mean),
  };
}

/** Mean of (x over the largest)^shape, so that nothing overflows. */
function weibullPowers(shape: number, logs: Float64Array): number {
  const top = logs[logs.length - 1] as number;
  let sum = 0;
  for (const x of logs) sum += exp(shape * (x - top));
  return sum / logs.length;
}

function weibullScale(shape: number, { logs }: Sample): number {
  const of = logs as Float64Array;
  return exp((of[of.length - 1] as number) + ln(weibullPowers(shape, of)) / shape);
}

function weibullLoss(shape: number, { logs, meanLog }: Sample): number {
  const of = logs as Float64Array;
  const logScale = (of[of.length - 1] as number) + ln(weibullPowers(shape, of)) / shape;
  return -(ln(shape) - logScale + (shape - 1) * (meanLog - logScale) - 1);
}

function weibullLaw(shape: number, scale: number): Law {
  const power = (x: number) => exp(shape * (ln(x) - ln(scale)));
  return {
    name: 'weibull',
    parameters: { shape, scale },
    logDensity(x) {
      if (x <= 0) return Number.NEGATIVE_INFINITY;
      return ln(shape / scale) + (shape - 1) * (ln(x) - ln(scale)) - power(x);
    },
    shareBelow: (x) => (x <= 0 ? 0 : 1 - exp(-power(x))),
    distribution: weibull(shape, scale),
  };
}

function normalLaw(mean: number, sd: number): Law {
  return {
    name: 'normal',
    parameters: { mean, sd },
    logDensity(x) {
      const z = (x - mean) / sd;
      return -ln(sd) - HALF_LN_TWO_PI - (z * z) / 2;
    },
    shareBelow: (x) => normalShare((x - mean) / sd),
    distribution: { mean, quantile: (u) => mean + sd * normalQuantile(u) },
  };
}

function normalShare(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

function uniformLaw(low: number, high: number): Law {
  const density = -ln(high - low);
  return {
    name: 'uniform',
    parameters: { low, high },
    logDensity: (x) => (x < low || x > high ? Number.NEGATIVE_INFINITY : density),
    shareBelow: (x) => Math.min(1, Math.max(0, (x - low) / (high - low))),
    distribution: uniform(low, high),
  };
}

/** How far beyond the least and largest value the ends are looked for, in widths of the sample. */
const BEYOND = 1;

/** No closed form: low, mode and high are searched for, the ends beyond the sample's. */
function fitTriangular({ sorted }: Sample): Law | null {
  const [least, most] = [sorted[0] as number, sorted[sorted.length - 1] as number];
  const width = most - least;
  const ends = ([low = 0, mode = 0, high = 0]: readonly number[]) => {
    return [least - low * BEYOND * width, least + mode * width, most + high * BEYOND * width] as const;
  };
  const loss = (point: readonly number[]) => -meanLogDensity(triangularLaw(...ends(point)), sorted);
  const { best } = minimise(nelderMead({ start: [0.05, 0.5, 0.05], evaluations: 200, size: 1e-4, restarts: 1 }), loss);
  return best?.loss == null ? null : triangularLaw(...ends(best.point));
}

function meanLogDensity({ logDensity }: Law, values: Float64Array): number {
  let sum = 0;
  for (const x of values) sum += logDensity(x);
  return sum / values.length;
}

function triangularLaw(low: number, mode: number, high: number): Law {
  const width = high - low;
  return {
    name: 'triangular',
    parameters: { low, mode, high },
    logDensity(x) {
      const height = x < mode ? (x - low) / (mode - low) : x > mode ? (high - x) / (high - mode) : 1;
      return height > 0 ? ln((2 * height) / width) : Number.NEGATIVE_INFINITY;
    },
    shareBelow(x) {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x <= mode
        ? ((x - low) * (x - low)) / (width * (mode - low))
        : 1 - ((high - x) * (high - x)) / (width * (high - mode));
    },
    distribution: triangular(low, mode, high),
  };
}

/**
 * Searches for a parameter above 0 on a logarithmic scale.
 *
 * @param start a guess, moved inside the bounds
 * @returns null if no loss is finite
 */
function likeliest(
  [low, high]: readonly [number, number],
  start: number,
  loss: (parameter: number) => number,
): number | null {
  const at = (x: number) => Math.min(high, Math.max(low, exp(ln(low) + x * ln(high / low))));
  const place = ln(Math.min(high, Math.max(low, start)) / low) / ln(high / low);
  const search = nelderMead({ start: [place], edge: 0.05, evaluations: 200, size: 1e-7, gain: 1e-12, restarts: 1 });
  const { best } = minimise(search, ([x]) => loss(at(x as number)));
  return best?.loss == null ? null : at(best.point[0] as number);
}
