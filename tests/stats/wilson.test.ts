import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/random/index.ts';
import { wilson } from '../../src/stats/index.ts';

test('ten of a hundred are known to lie between 5.5 and 17.4 %', () => {
  const { share, low, high } = wilson(0.1, 100, 0.95);
  expect(share).toBe(0.1);
  expect(low).toBeCloseTo(0.0552, 4);
  expect(high).toBeCloseTo(0.1744, 4);
});

test('an end is the share from which what was observed lies just z standard errors off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, observed) => {
      const z = normalQuantile(0.975);
      for (const end of [wilson(observed, n, 0.95).low, wilson(observed, n, 0.95).high]) {
        expect(Math.abs(Math.abs(observed - end) - z * Math.sqrt((end * (1 - end)) / n))).toBeLessThan(1e-9);
      }
    }),
  );
});

test('none and all have an interval on one side that closes in as trials grow', () => {
  const [few, many] = [wilson(0, 5, 0.95), wilson(0, 500, 0.95)];
  expect([few.low, many.low]).toEqual([0, 0]);
  // z² / (n + z²).
  expect(few.high).toBeCloseTo(3.841459 / 8.841459, 6);
  expect(many.high).toBeLessThan(few.high);
  expect(wilson(1, 5, 0.95).low).toBeCloseTo(1 - few.high, 12);
  expect(wilson(1, 5, 0.95).high).toBe(1);
});

test.each([
  [-0.1, 5, 0.95],
  [1.1, 5, 0.95],
  [Number.NaN, 5, 0.95],
  [0.5, 0, 0.95],
  [0.5, 5, 1],
])('wilson(%s, %s, %s) is refused', (share, trials, confidence) => {
  expect(() => wilson(share, trials, confidence)).toThrow(RangeError);
});
