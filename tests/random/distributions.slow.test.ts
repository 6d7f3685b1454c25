import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import { laws, normalCdf, shares } from './laws.ts';

const draws = 200_000;

/**
 * By Dvoretzky, Kiefer, Wolfowitz and Massart, P(D > d) ≤ 2 exp(−2 n d²) for any continuous law: 1e−9 each here,
 * 2e−8 for all laws together.
 */
const largestDistance = Math.sqrt(Math.log(2 / 1e-9) / (2 * draws));

/**
 * A sample mean or variance beyond six standard errors: 2e−9 each where the central limit holds, and below 1e−6
 * with the skewness of the laws below. Not so for the variance of a law with a kurtosis of 200, which is left to
 * the integral.
 */
const standardErrors = 6;
const heavy = 100;

/** 0 < u < 1 on the grid of the streams, dense at both ends. */
const uniforms = fc.oneof(
  fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true }),
  fc.integer({ min: 1, max: 1000 }).map((i) => 1 - i * 2 ** -53),
  fc.constantFrom(0.5, 0.075, 0.925, 2 ** -11, 1 - 2 ** -11, 0.25, 0.75),
);

describe.each(laws.map((known) => [known.name, known] as const))('%s', (_, known) => {
  const { law, mean, variance, kurtosis, low, high, cdf, quantiles, within } = known;

  test('gives the quantiles known from elsewhere', () => {
    shares.forEach((share, i) => {
      const expected = quantiles[i]!;
      expect(Math.abs(law.quantile(share) - expected)).toBeLessThanOrEqual(within * Math.abs(expected));
    });
  });

  test('says its true mean', () => {
    expect(Math.abs(law.mean - mean)).toBeLessThanOrEqual(1e-13 * Math.abs(mean));
  });

  test('has that mean and the known variance over all uniforms', () => {
    const [integralMean, integralVariance] = moments((u) => law.quantile(u));
    // The trapezoidal rule meets a step to one part in its 40,000 points, a smooth law to far better.
    const tolerance = cdf === undefined ? 2e-3 : 2e-6;
    expect(Math.abs(integralMean / mean - 1)).toBeLessThan(tolerance);
    expect(Math.abs(integralVariance / variance - 1)).toBeLessThan(tolerance);
  });

  test('sampled at a fixed seed has that mean, variance and distribution', () => {
    const stream = new RandomStreams('distributions', 0).stream('sample');
    const sample = Float64Array.from({ length: draws }, () => law.quantile(stream.next()));
    const sampleMean = sample.reduce((sum, x) => sum + x, 0) / draws;
    const sampleVariance = sample.reduce((sum, x) => sum + (x - sampleMean) ** 2, 0) / (draws - 1);
    expect(Math.abs(sampleMean - mean)).toBeLessThan(standardErrors * Math.sqrt(variance / draws));
    if (kurtosis < heavy) {
      const error = variance * Math.sqrt((kurtosis - 1) / draws);
      expect(Math.abs(sampleVariance - variance)).toBeLessThan(standardErrors * error);
    }
    if (cdf !== undefined) expect(distance(sample, cdf)).toBeLessThan(largestDistance);
  });

  test('never falls as the uniform rises, and stays in its support', () => {
    fc.assert(
      fc.property(uniforms, uniforms, (u, v) => {
        const lower = law.quantile(Math.min(u, v));
        const upper = law.quantile(Math.max(u, v));
        // Rounding may turn the order of next neighbours.
        expect(lower).toBeLessThanOrEqual(upper + 1e-12 * Math.abs(upper));
        expect(lower).toBeGreaterThanOrEqual(low);
        expect(upper).toBeLessThanOrEqual(high);
        expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  if (cdf === undefined) return;

  test('puts a share u below the quantile of u', () => {
    fc.assert(
      fc.property(uniforms, (u) => {
        expect(Math.abs(cdf(law.quantile(u)) - u)).toBeLessThan(Math.max(within, 1e-12));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Mean and variance as integrals over the uniform, with u = Φ(t) to reach into both tails. */
function moments(quantile: (u: number) => number): [number, number] {
  const points = 40_000;
  const reach = 8;
  let [weights, first, second] = [0, 0, 0];
  for (let i = 0; i <= points; i++) {
    const t = reach * ((2 * i) / points - 1);
    const weight = Math.exp((-t * t) / 2);
    const x = quantile(normalCdf(t));
    weights += weight;
    first += weight * x;
    second += weight * x * x;
  }
  return [first / weights, second / weights - (first / weights) ** 2];
}

/** Kolmogorov and Smirnov's largest distance between a sample's distribution and a law's. */
function distance(sample: Float64Array, cdf: (x: number) => number): number {
  return sample
    .toSorted()
    .reduce((worst, x, i) => Math.max(worst, cdf(x) - i / sample.length, (i + 1) / sample.length - cdf(x)), 0);
}
