import erfc from '@stdlib/math-base-special-erfc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import {
  conditionalMean,
  latinHypercube,
  perfectInformationBounds,
  regressionBasis,
  valueOfKnowing,
} from '../../src/stats/index.ts';

/**
 * What it is worth to know a gain that is N(mean, sd²) before taking it or leaving it: sd φ(m/sd) − |m| Φ(−|m|/sd), the
 * unit normal loss (Raiffa and Schlaifer 1961). Two alternatives N(m₁, s₁²) and N(m₂, s₂²) come to their difference.
 */
function normalWorth(mean: number, sd: number): number {
  const u = Math.abs(mean) / sd;
  return sd * (Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI) - (u * erfc(u / Math.SQRT2)) / 2);
}

/** Points of a standard normal in equal slices of probability. */
const slices = (n: number) => Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));

describe('perfect information', () => {
  test.each([
    [1, 2],
    [-0.5, 1],
    [0, 3],
    [5, 1],
  ])('on a gain N(%s, %s²) is worth the unit normal loss', (mean, sd) => {
    // The middle of each of 10,000 slices: the tails' are off by less than 1e-3 standard deviations.
    const gains = slices(10_000).map((z) => mean + sd * z);
    expect(Math.abs(valueOfKnowing(gains) - normalWorth(mean, sd))).toBeLessThan(1e-3 * sd);
  });

  test('lies between its bounds where every case is seen through luck', () => {
    // Gains N(1, 2²), two runs of each with luck N(0, 3²). Upper: the gain seen is N(1, 4 + 4.5). Lower: decided by one.
    const stream = new RandomStreams(3, 0).stream('luck');
    const z = () => normalQuantile(stream.next());
    const groups = slices(20_000).map((own) => [1 + 2 * own + 3 * z(), 1 + 2 * own + 3 * z()]);
    const { lower, upper } = perfectInformationBounds(groups)!;
    const worth = normalWorth(1, 2);
    expect(lower).toBeLessThan(worth);
    expect(upper).toBeGreaterThan(worth);
    // Standard error about 0.015; six of them miss once in 5e8.
    expect(Math.abs(upper - normalWorth(1, Math.sqrt(8.5)))).toBeLessThan(0.09);
  });

  test('has both bounds at the worth where there is no luck, and none of single runs', () => {
    expect(
      perfectInformationBounds([
        [-2, -2, -2],
        [4, 4, 4],
      ]),
    ).toEqual({ lower: 1, upper: 1 });
    expect(perfectInformationBounds([[-2], [4]])).toBeNull();
    expect(perfectInformationBounds([])).toBeNull();
  });

  test('is never worth less than nothing, nor more than all that is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1 }), (gains) => {
        const worth = valueOfKnowing(gains);
        const lost = gains.reduce((sum, gain) => sum + Math.max(0, -gain), 0) / gains.length;
        expect(worth).toBeGreaterThanOrEqual(0);
        expect(worth).toBeLessThanOrEqual(lost + 1e-9);
      }),
    );
  });
});

describe('knowing one of several parts', () => {
  test('of a linear Gaussian gain is worth the unit normal loss of that part', () => {
    // Gain = 0.5 + 2 X + Y + 0 Z + luck of standard deviation 1, on 4,096 points of a hypercube. The standard error of
    // each worth is below 0.016 (its slope and its mean are off by 0.02 or so); six of them miss once in 5e8.
    const streams = new RandomStreams(11, 0);
    const points = latinHypercube(
      4096,
      ['x', 'y', 'z'].map((name) => streams.stream(name)),
    );
    const columns = [0, 1, 2].map((d) => points.map((point) => normalQuantile(point[d]!)));
    const luck = streams.stream('luck');
    const gain = points.map((_, i) => 0.5 + 2 * columns[0]![i]! + columns[1]![i]! + normalQuantile(luck.next()));
    const worthOf = (d: number) =>
      valueOfKnowing(conditionalMean(regressionBasis({ kind: 'number', values: columns[d]! }), gain).fitted);
    expect(Math.abs(worthOf(0) - normalWorth(0.5, 2))).toBeLessThan(0.1);
    expect(Math.abs(worthOf(1) - normalWorth(0.5, 1))).toBeLessThan(0.1);
    expect(worthOf(2)).toBeLessThan(0.01);
    expect(normalWorth(0.5, 2)).toBeGreaterThan(0.5);
  });
});
