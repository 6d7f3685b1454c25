import { expect, test } from 'vitest';
import { tQuantile, welch } from '../../src/stats/index.ts';
import { relativeError, x, y } from './oracle-sample.ts';

test('the example gives the known t and degrees of freedom', () => {
  // oracles.md, Statistics; 1e-12 relative.
  const { mean, t, df, low, high } = welch(x, y, 0.95);
  expect(relativeError(mean, 5.65)).toBeLessThan(1e-12);
  expect(relativeError(t, 7.672511428183945)).toBeLessThan(1e-12);
  expect(relativeError(df, 17.78270383614035)).toBeLessThan(1e-12);
  const halfWidth = (tQuantile(0.975, 17.78270383614035) * 5.65) / 7.672511428183945;
  expect(relativeError(low, 5.65 - halfWidth)).toBeLessThan(1e-12);
  expect(relativeError(high, 5.65 + halfWidth)).toBeLessThan(1e-12);
});

test('samples need not have one length', () => {
  const { mean, df } = welch([1, 2, 3, 4], [2, 4], 0.95);
  expect(mean).toBe(-0.5);
  expect(df).toBeCloseTo((5 / 12 + 1) ** 2 / ((5 / 12) ** 2 / 3 + 1), 12);
});

test('what is undefined is null', () => {
  expect(welch([], [1, 2], 0.95)).toEqual({ mean: null, t: null, df: null, low: null, high: null });
  expect(welch([3], [1, 2], 0.95)).toEqual({ mean: 1.5, t: null, df: null, low: null, high: null });
  expect(welch([3, 3], [1, 1, 1], 0.95)).toEqual({ mean: 2, t: null, df: null, low: 2, high: 2 });
});

test('a sample that does not vary leaves the other’s degrees of freedom', () => {
  expect(welch([3, 3, 3], [1, 2, 4, 5], 0.95).df).toBeCloseTo(3, 12);
});

test('what is no number is refused', () => {
  expect(() => welch([NaN], [1], 0.95)).toThrow('x[0] must be a finite number, but is NaN.');
  expect(() => welch([1], [NaN], 0.95)).toThrow('y[0] must be a finite number, but is NaN.');
  expect(() => welch([1], [1], 0)).toThrow('confidence must be above 0 and below 1, but is 0.');
});
