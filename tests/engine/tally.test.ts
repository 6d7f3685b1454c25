import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimulationError } from '../../src/engine/errors.ts';
import { Tally, type TallyOptions } from '../../src/engine/tally.ts';

/** Below this, squares lose places to underflow. */
const TINY = 1e-300;

const someValues = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 200 });

function tallyOf(values: readonly number[], options?: TallyOptions): Tally {
  const tally = new Tally(options);
  for (const value of values) tally.add(value);
  return tally;
}

/** All that a tally tells. */
function told(tally: Tally): number[] {
  const quantiles = [0, 0.1, 0.5, 0.99, 1].map((p) => tally.quantile(p));
  return [tally.count, tally.sum, tally.mean, tally.variance, tally.least, tally.most, ...quantiles];
}

test('a tally has the count, mean, variance and bounds that two passes over all values give, within rounding', () => {
  fc.assert(
    fc.property(someValues, (values) => {
      const tally = tallyOf(values);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const scale = Math.max(...values.map(Math.abs));
      expect(tally.count).toBe(values.length);
      expect(tally.sum).toBe(values.reduce((sum, value) => sum + value, 0));
      expect(Math.abs(tally.mean - mean)).toBeLessThanOrEqual(1e-13 * scale + TINY);
      expect(Math.abs(tally.variance - squares / (values.length - 1))).toBeLessThanOrEqual(1e-12 * scale ** 2 + TINY);
      expect(tally.standardDeviation).toBe(Math.sqrt(tally.variance));
      expect([tally.least, tally.most]).toEqual([Math.min(...values), Math.max(...values)]);
    }),
  );
});

test('a tally keeps the variance of small differences on a large mean', () => {
  expect(tallyOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
});

test('a tally of equal values has exactly that mean and no variance', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 50 }), (value, count) => {
      const tally = tallyOf(Array.from({ length: count }, () => value));
      expect(tally.mean).toBe(value + 0);
      expect(tally.variance).toBe(0);
    }),
  );
});

test('a tally of too little says so by NaN', () => {
  expect([tallyOf([]).mean, tallyOf([]).variance, tallyOf([5]).variance]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect([tallyOf([]).median, tallyOf([]).quantile(1), tallyOf([5]).standardDeviation]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
  expect([tallyOf([5]).mean, tallyOf([]).sum]).toEqual([5, 0]);
});

describe('the quantiles of a tally', () => {
  test('lie within 1 % of the observation of their rank, the first and the last exactly', () => {
    fc.assert(
      fc.property(someValues, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const tally = tallyOf(values);
        const sorted = values.toSorted((one, other) => one - other);
        const exact = sorted[Math.max(1, Math.ceil(p * values.length)) - 1]!;
        // Magnitudes 2^64 apart share a bucket (see QuantileSketch).
        const slack = Math.max(...values.map(Math.abs)) * 2 ** -62;
        expect(Math.abs(tally.quantile(p) - exact)).toBeLessThanOrEqual(0.01 * Math.abs(exact) + slack);
        expect([tally.quantile(0), tally.quantile(1)]).toEqual([tally.least, tally.most]);
        expect(tally.median).toBe(tally.quantile(0.5));
      }),
    );
  });

  test('never decrease with p and never leave the bounds', () => {
    const tally = tallyOf([3.01, 3.02, 3.03, 3.04]);
    const quantiles = Array.from({ length: 101 }, (_, percent) => tally.quantile(percent / 100));
    expect(quantiles).toEqual(quantiles.toSorted((one, other) => one - other));
    expect([quantiles[0], quantiles[100]]).toEqual([3.01, 3.04]);
  });

  test('are refused beyond 0 and 1', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => tallyOf([1]).quantile(p)).toThrow(`the p of a quantile must lie from 0 to 1, not at ${p}`);
    }
  });

  test('can be turned off, and are refused then', () => {
    const tally = tallyOf([1, 2, 6], { quantiles: false });
    expect([tally.count, tally.mean, tally.most]).toEqual([3, 3, 6]);
    expect(() => tally.median).toThrow(
      new SimulationError('this tally keeps no quantiles: it was made with { quantiles: false }'),
    );
  });
});

describe('a tally merged with another', () => {
  test('is the tally of both their observations, its mean and variance within rounding', () => {
    const some = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 50 });
    fc.assert(
      fc.property(some, some, (values, others) => {
        const all = tallyOf([...values, ...others]);
        const merged = tallyOf(values);
        merged.merge(tallyOf(others));
        const scale = Math.max(0, ...values.map(Math.abs), ...others.map(Math.abs));
        expect([merged.count, merged.least, merged.most]).toEqual([all.count, all.least, all.most]);
        expect([0, 0.3, 0.5, 1].map((p) => merged.quantile(p))).toEqual([0, 0.3, 0.5, 1].map((p) => all.quantile(p)));
        expect(Math.abs(merged.sum - all.sum)).toBeLessThanOrEqual(1e-12 * scale);
        if (all.count > 0) expect(Math.abs(merged.mean - all.mean)).toBeLessThanOrEqual(1e-13 * scale + TINY);
        if (all.count > 1) {
          expect(Math.abs(merged.variance - all.variance)).toBeLessThanOrEqual(1e-12 * scale ** 2 + TINY);
        }
      }),
    );
  });

  test('is unchanged by an empty one, and an empty one becomes the other, to the last bit', () => {
    const values = [1e200, 3, 7.5];
    const [kept, filled] = [tallyOf(values), tallyOf([])];
    kept.merge(tallyOf([]));
    filled.merge(tallyOf(values));
    expect(told(kept)).toEqual(told(tallyOf(values)));
    expect(told(filled)).toEqual(told(tallyOf(values)));
  });

  test('takes no quantiles from one without them', () => {
    const without = tallyOf([1], { quantiles: false });
    expect(() => tallyOf([2]).merge(without)).toThrow(
      new SimulationError('a tally without quantiles cannot be merged into one that keeps them'),
    );
    without.merge(tallyOf([3]));
    expect(without.mean).toBe(2);
  });
});

test('a tally that is reset is as a new one', () => {
  const tally = tallyOf([-4, 0, 1e30]);
  tally.reset();
  expect(told(tally)).toEqual(told(new Tally()));
  tally.add(3);
  expect(told(tally)).toEqual(told(tallyOf([3])));
});

test('a tally refuses what is NaN or infinite, and stays as it was', () => {
  const tally = tallyOf([1, 2]);
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    const refusal = new SimulationError(`an observation must be finite, not ${wrong}`);
    expect(() => tally.add(wrong)).toThrow(refusal);
    expect(() => new Tally({ quantiles: false }).add(wrong)).toThrow(refusal);
  }
  expect(told(tally)).toEqual(told(tallyOf([1, 2])));
});

test("a tally's record takes each observation with the hour its clock shows", () => {
  const clock = { now: 2 };
  const record: [number, number][] = [];
  const tally = new Tally({ record: { clock, sink: (time, value) => record.push([time, value]) } });
  tally.add(0.5);
  clock.now = 6;
  tally.add(0.5);
  tally.merge(tallyOf([9]));
  expect(record).toEqual([
    [2, 0.5],
    [6, 0.5],
  ]);
});
