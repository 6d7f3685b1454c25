import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedDifference, tInterval } from '../../src/stats/index.ts';
import { relativeError, x, y } from './oracle-sample.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(finite, finite), { minLength: 2, maxLength: 30 });
const sides = (rows: readonly (readonly [number, number])[]): [number[], number[]] => [
  rows.map(([left]) => left),
  rows.map(([, right]) => right),
];

/**
 * oracles.md prints .9701913121442452, which its own data contradict: in exact fractions Σxx = 271/10,
 * Σyy = 4341/200, Σxy = 2353/100, and Σxy / √(Σxx Σyy) = 0.970191324114245… (the printed digits differ from the
 * eighth on). Every other number of that line agrees with the data.
 */
const exactCorrelation = 23.53 / Math.sqrt(27.1 * 21.705);

test('the example gives the known numbers', () => {
  // oracles.md, Statistics; 1e-12 relative. t = mean / (sd / √n).
  const { n, mean, sd, low, high, correlation } = pairedDifference(x, y, 0.95);
  expect(n).toBe(10);
  expect(relativeError(mean, 5.65)).toBeLessThan(1e-12);
  expect(relativeError(sd, 0.4403281604540966)).toBeLessThan(1e-12);
  expect(relativeError(mean! / (sd! / Math.sqrt(10)), 40.57625740203807)).toBeLessThan(1e-12);
  expect(relativeError(low, 5.335008209525803)).toBeLessThan(1e-12);
  expect(relativeError(high, 5.964991790474198)).toBeLessThan(1e-12);
  expect(relativeError(correlation, exactCorrelation)).toBeLessThan(1e-12);
});

test('the example’s pairing saves what 2 cov / (var x + var y) says', () => {
  const [sdX, sdY] = [tInterval(x, 0.95).sd!, tInterval(y, 0.95).sd!];
  const expected = (2 * exactCorrelation * sdX * sdY) / (sdX ** 2 + sdY ** 2);
  expect(relativeError(pairedDifference(x, y, 0.95).varianceReduction, expected)).toBeLessThan(1e-12);
  expect(relativeError(pairedDifference(x, y, 0.95).relative, 5.65 / 30.4)).toBeLessThan(1e-12);
});

test('a side held against itself differs by exactly 0', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 2, maxLength: 30 }), (values) => {
      const { mean, sd, low, high, relative, correlation, varianceReduction } = pairedDifference(
        values,
        [...values],
        0.95,
      );
      expect({ mean, sd, low, high }).toEqual({ mean: 0, sd: 0, low: 0, high: 0 });
      expect([0, null]).toContain(relative);
      expect([1, null]).toContain(varianceReduction);
      if (correlation !== null) expect(correlation).toBeCloseTo(1, 12);
    }),
  );
});

test('swapping the sides turns the sign and keeps the rest', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const [left, right] = sides(rows);
      const there = pairedDifference(left, right, 0.9);
      const back = pairedDifference(right, left, 0.9);
      expect(back.mean! + there.mean!).toBe(0);
      expect(back.sd).toBe(there.sd);
      expect(back.low! + there.high!).toBe(0);
      expect(back.correlation).toBe(there.correlation);
      expect(back.varianceReduction).toBe(there.varianceReduction);
    }),
  );
});

test('the correlation never leaves [−1, 1], the variance reduction never passes 1', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const { correlation, varianceReduction } = pairedDifference(...sides(rows), 0.95);
      if (correlation !== null) expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
      if (varianceReduction !== null) expect(varianceReduction).toBeLessThanOrEqual(1);
    }),
  );
});

describe('what is undefined is null:', () => {
  const undefinedHere = { relative: null, correlation: null, varianceReduction: null };

  test('everything of no pairs', () => {
    const nothing = { n: 0, mean: null, sd: null, low: null, high: null };
    expect(pairedDifference([], [], 0.95)).toEqual({ ...nothing, ...undefinedHere });
  });

  test('all but the mean and its share of one pair', () => {
    expect(pairedDifference([4], [3], 0.95)).toEqual({
      ...{ n: 1, mean: 1, sd: null, low: null, high: null },
      ...{ ...undefinedHere, relative: 0.25 },
    });
  });

  test('the share of a mean of 0', () => {
    expect(pairedDifference([-1, 1], [0, 1], 0.95).relative).toBeNull();
  });

  test('the correlation with a side that does not vary', () => {
    const { correlation, varianceReduction } = pairedDifference([0.1, 0.1, 0.1], [1, 2, 3], 0.95);
    expect(correlation).toBeNull();
    expect(varianceReduction).toBeCloseTo(0, 12);
  });

  test('correlation and variance reduction of two sides that do not vary', () => {
    const { sd, correlation, varianceReduction } = pairedDifference([5, 5], [3, 3], 0.95);
    expect({ sd, correlation, varianceReduction }).toEqual({ sd: 0, correlation: null, varianceReduction: null });
  });
});

test('the share is over the size of x, so that a cost below 0 keeps the sign of the saving', () => {
  expect(pairedDifference([-4, -4], [-5, -5], 0.95).relative).toBe(0.25);
});

test('opposite sides are worse paired than not', () => {
  expect(pairedDifference([1, 2, 3], [3, 2, 1], 0.95)).toMatchObject({ correlation: -1, varianceReduction: -1 });
});

test('sides that cannot be paired are refused', () => {
  const message = 'x and y must be paired, but x has 2 values and y has 1.';
  expect(() => pairedDifference([1, 2], [1], 0.95)).toThrow(new RangeError(message));
  expect(() => pairedDifference([NaN], [1], 0.95)).toThrow('x[0] must be a finite number, but is NaN.');
  expect(() => pairedDifference([1], [NaN], 0.95)).toThrow('y[0] must be a finite number, but is NaN.');
  expect(() => pairedDifference([1], [1], 1)).toThrow('confidence must be above 0 and below 1, but is 1.');
});
