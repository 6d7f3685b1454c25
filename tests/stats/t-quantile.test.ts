import { expect, test } from 'vitest';
import { tQuantile } from '../../src/stats/index.ts';
import { relativeError } from './oracle-sample.ts';

// oracles.md, Statistics; to rounding.
test.each([
  [2, 4.302652729749462],
  [9, 2.262157162798205],
  [29, 2.045229642132703],
  [99, 1.9842169515864174],
])('t quantile .975 with %i degrees of freedom', (df, expected) => {
  expect(relativeError(tQuantile(0.975, df), expected)).toBeLessThan(1e-14);
});

test('one degree of freedom is Cauchy’s law, and many are the normal one', () => {
  expect(relativeError(tQuantile(0.75, 1), 1)).toBeLessThan(1e-14);
  expect(relativeError(tQuantile(0.975, 1e8), 1.959963984540054)).toBeLessThan(1e-7);
});

test('what is no share or no degrees of freedom is refused', () => {
  expect(() => tQuantile(1, 9)).toThrow(new RangeError('p must be above 0 and below 1, but is 1.'));
  expect(() => tQuantile(NaN, 9)).toThrow(RangeError);
  const message = 'df (degrees of freedom) must be a finite number above 0, but is 0.';
  expect(() => tQuantile(0.9, 0)).toThrow(new RangeError(message));
  expect(() => tQuantile(0.9, Infinity)).toThrow(RangeError);
});
