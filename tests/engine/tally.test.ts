import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tally } from '../../src/engine/index.ts';

/** Below this, squares lose places to underflow. */
const TINY = 1e-300;

function tallyOf(values: readonly number[]): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

test('a tally has the count, mean, variance and bounds that two passes over all values give, within rounding', () => {
  const someValues = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 200 });
  fc.assert(
    fc.property(someValues, (values) => {
      const tally = tallyOf(values);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      const scale = Math.max(...values.map(Math.abs));
      expect(tally.count).toBe(values.length);
      expect(Math.abs(tally.mean - mean)).toBeLessThanOrEqual(1e-13 * scale + TINY);
      expect(Math.abs(tally.variance - squares / (values.length - 1))).toBeLessThanOrEqual(1e-12 * scale ** 2 + TINY);
      expect([tally.least, tally.most]).toEqual([Math.min(...values), Math.max(...values)]);
    }),
  );
});

test('a tally keeps the variance of small differences on a large mean', () => {
  expect(tallyOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
});

test('a tally of too little says so by NaN', () => {
  expect([tallyOf([]).mean, tallyOf([]).variance, tallyOf([5]).variance]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(tallyOf([5]).mean).toBe(5);
});
