import { describe, expect, test } from 'vitest';
import {
  type Distribution,
  erlang,
  exponential,
  gamma,
  lognormal,
  normalQuantile,
  RandomStreams,
  triangular,
  uniform,
  weibull,
} from '../../src/random/index.ts';
import { distances, fitLaw, fitLaws, type LawName, sampleOf } from '../../src/stats/index.ts';

/** Values of a law at equal shares: a sample without luck. */
function even(law: Pick<Distribution, 'quantile'>, count: number): number[] {
  return Array.from({ length: count }, (_, i) => law.quantile((i + 0.5) / count));
}

function drawn(law: Pick<Distribution, 'quantile'>, count: number, cause: string): number[] {
  const stream = new RandomStreams(20240305, 0).stream(cause);
  return Array.from({ length: count }, () => law.quantile(stream.next()));
}

const stream = () => new RandomStreams(1, 0).stream('fit');

describe('by hand', () => {
  test('exponential, uniform and normal have closed forms', () => {
    const sample = sampleOf([1, 2, 6]);
    expect(fitLaw('exponential', sample)?.parameters).toEqual({ mean: 3 });
    expect(fitLaw('uniform', sample)?.parameters).toEqual({ low: 1, high: 6 });
    // Squares 4 + 1 + 9 over 3.
    expect(fitLaw('normal', sample)?.parameters.sd).toBeCloseTo(Math.sqrt(14 / 3), 12);
  });

  test('the lognormal law of 1, e² has ln x with mean 1 and standard deviation 1', () => {
    const fitted = fitLaw('lognormal', sampleOf([1, Math.E ** 2]));
    expect(fitted?.parameters.mean).toBeCloseTo(Math.exp(1.5), 10);
    expect(fitted?.parameters.cv).toBeCloseTo(Math.sqrt(Math.E - 1), 10);
  });

  test('distances of the uniform law from 0.1, 0.5, 0.6', () => {
    // Largest step: 1 − 0.6. A² = −3 − [ln(0.1·0.4) + 3 ln(0.5·0.5) + 5 ln(0.6·0.9)] / 3.
    const far = distances({ shareBelow: (x) => x }, Float64Array.of(0.1, 0.5, 0.6));
    expect(far.kolmogorovSmirnov).toBeCloseTo(0.4, 12);
    const sum = Math.log(0.04) + 3 * Math.log(0.25) + 5 * Math.log(0.54);
    expect(far.andersonDarling).toBeCloseTo(-3 - sum / 3, 12);
  });

  test('AIC of the exponential law: twice one parameter and n (1 + ln mean)', () => {
    const [fitted] = fitLaws([1, 2, 6], { laws: ['exponential'], stream: stream() });
    expect(fitted?.aic).toBeCloseTo(2 + 2 * 3 * (1 + Math.log(3)), 10);
  });
});

const KNOWN: readonly (readonly [LawName, Pick<Distribution, 'quantile'>, Readonly<Record<string, number>>])[] = [
  ['exponential', exponential(4), { mean: 4 }],
  ['lognormal', lognormal(0.1, 0.4), { mean: 0.1, cv: 0.4 }],
  ['gamma', gamma(0.7, 3), { shape: 0.7, scale: 3 }],
  ['erlang', erlang(3, 6), { k: 3, mean: 6 }],
  ['weibull', weibull(2.2, 5), { shape: 2.2, scale: 5 }],
  ['normal', { quantile: (u: number) => 32 + 0.5 * normalQuantile(u) }, { mean: 32, sd: 0.5 }],
  ['uniform', uniform(4, 18), { low: 4, high: 18 }],
  ['triangular', triangular(2, 3, 9), { low: 2, mode: 3, high: 9 }],
];

describe('a law is found again from its own values', () => {
  test.each(KNOWN)('%s: parameters within 4 %', (name, law, parameters) => {
    const fitted = fitLaw(name, sampleOf(even(law, 2000)))?.parameters ?? {};
    for (const [key, value] of Object.entries(parameters)) {
      expect(Math.abs((fitted[key] as number) / value - 1)).toBeLessThan(0.04);
    }
  });

  test.each(KNOWN)('%s: density, distribution function and quantile agree', (name, law) => {
    const fitted = fitLaw(name, sampleOf(even(law, 200)));
    if (fitted === null) throw new Error('not fitted');
    for (const share of [0.05, 0.3, 0.7, 0.95]) {
      const x = fitted.distribution.quantile(share);
      expect(fitted.shareBelow(x)).toBeCloseTo(share, 6);
      const h = 1e-4 * Math.abs(x);
      const slope = (fitted.shareBelow(x + h) - fitted.shareBelow(x - h)) / (2 * h);
      expect(Math.exp(fitted.logDensity(x)) / slope).toBeCloseTo(1, 3);
    }
  });

  test.each(['gamma', 'weibull', 'triangular'] as const)('%s: no neighbour is likelier', (name) => {
    const values = drawn(gamma(2, 3), 300, 'neighbours');
    const [best] = fitLaws(values, { laws: [name], stream: stream() });
    for (const [key, value] of Object.entries(best?.parameters ?? {})) {
      for (const factor of [0.99, 1.01]) {
        const moved = { ...best?.parameters, [key]: value * factor };
        expect(logLikelihoodOf(name, moved, values)).toBeLessThanOrEqual((best?.logLikelihood ?? 0) + 1e-4);
      }
    }
  });
});

/** The densities as textbooks write them. */
function logLikelihoodOf(name: string, p: Record<string, number>, values: readonly number[]): number {
  const { shape = 1, scale = 1, low = 0, mode = 0, high = 1 } = p;
  const density = (x: number) => {
    if (name === 'weibull') return (shape / scale) * (x / scale) ** (shape - 1) * Math.exp(-((x / scale) ** shape));
    if (name === 'gamma') return (x ** (shape - 1) * Math.exp(-x / scale)) / (scale ** shape * gammaFunction(shape));
    if (x <= low || x >= high) return 0;
    return x < mode
      ? (2 * (x - low)) / ((high - low) * (mode - low))
      : (2 * (high - x)) / ((high - low) * (high - mode));
  };
  return values.reduce((sum, x) => sum + Math.log(density(x)), 0);
}

/** Γ near 2 by Stirling after eight steps up. */
function gammaFunction(x: number): number {
  let product = 1;
  let z = x;
  for (; z < 20; z++) product *= z;
  const stirling =
    Math.sqrt((2 * Math.PI) / z) * (z / Math.E) ** z * (1 + 1 / (12 * z) + 1 / (288 * z * z) - 139 / (51840 * z ** 3));
  return stirling / product;
}

test('the law that values come from is the best by AIC, and wrong ones are said to be poor', () => {
  const fits = fitLaws(drawn(lognormal(7, 0.8), 3000, 'best'), { pValuesOf: 'all', stream: stream() });
  expect(fits[0]?.name).toBe('lognormal');
  // A right law is rejected at 5 % in one seed of twenty; this seed is fixed.
  expect(fits[0]?.verdict).toBe('fits');
  const verdicts = Object.fromEntries(fits.map(({ name, verdict }) => [name, verdict]));
  expect(verdicts).toMatchObject({ exponential: 'poor', normal: 'poor', uniform: 'poor' });
});

test('p values of the right law are as small as 5 % about one time in twenty', () => {
  // Binomial(40, 0.05): 13 or more have a chance below 1e-7.
  const small = Array.from({ length: 40 }, (_, i) => drawn(exponential(3), 150, `level ${i}`)).filter((values) => {
    const [fit] = fitLaws(values, { laws: ['exponential'], stream: stream() });
    return (fit?.pValues?.kolmogorovSmirnov ?? 0) <= 0.05;
  });
  expect(small.length).toBeLessThan(13);
});

test('what can come from no positive law is fitted by the others only', () => {
  const names = fitLaws([-3, -1, 0, 2, 5], { stream: stream() }).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['normal', 'triangular', 'uniform']);
  expect(() => fitLaws([4, 4, 4], { stream: stream() })).toThrow(RangeError);
  expect(() => fitLaws([1, Number.NaN], { stream: stream() })).toThrow(RangeError);
});

test('values of which those that are taken are all the same have no law', () => {
  const values = Float64Array.from({ length: 30_000 }, (_, i) => (i % 3 === 1 ? 2 : 1));
  expect(fitLaws(values, { stream: stream() })).toEqual([]);
});

test('the same seed gives the same fits', () => {
  const values = drawn(gamma(2, 1), 200, 'again');
  expect(fitLaws(values, { stream: stream() })).toEqual(fitLaws(values, { stream: stream() }));
});
