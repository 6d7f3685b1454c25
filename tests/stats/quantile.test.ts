import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../src/stats/index.ts';

const samples = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

test('is type 7 of Hyndman and Fan', () => {
  // R: quantile(c(1, 3, 4, 10), c(.1, .25, .5, .9), type = 7).
  expect([0.1, 0.25, 0.5, 0.9].map((p) => quantile([10, 1, 4, 3], p))).toEqual([1.6, 2.5, 3.5, 8.2].map(close));
});

test('lies between least and most, which it reaches at 0 and 1', () => {
  fc.assert(
    fc.property(samples, shares, (values, p) => {
      expect(quantile(values, 0)).toBe(Math.min(...values));
      expect(quantile(values, 1)).toBe(Math.max(...values));
      expect(quantile(values, p)).toBeGreaterThanOrEqual(Math.min(...values));
      expect(quantile(values, p)).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});

test('does not fall as the share rises', () => {
  fc.assert(
    fc.property(samples, shares, shares, (values, p, q) => {
      const [lower, upper] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
      expect(lower).toBeLessThanOrEqual(upper + 1e-9);
    }),
  );
});

test('leaves the sample in its order', () => {
  const values = [3, 1, 2];
  quantile(values, 0.5);
  expect(values).toEqual([3, 1, 2]);
});

test('what is no sample or no share is refused', () => {
  expect(() => quantile([], 0.5)).toThrow(new RangeError('values must hold at least one number, but is empty.'));
  expect(() => quantile([1, NaN], 0.5)).toThrow(new RangeError('values[1] must be a finite number, but is NaN.'));
  expect(() => quantile([1], 1.1)).toThrow(new RangeError('p must be a number from 0 to 1, but is 1.1.'));
  expect(() => quantile([1], NaN)).toThrow(RangeError);
});

function close(value: number): unknown {
  return expect.closeTo(value, 12);
}
