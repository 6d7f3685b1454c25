import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram } from '../../src/stats/index.ts';

const anyNumbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });

test('every value is in the bin it lies in, and bins stand side by side', () => {
  fc.assert(
    fc.property(anyNumbers, fc.integer({ min: 2, max: 30 }), (values, about) => {
      const bins = histogram(values, about);
      for (const { low, high, count } of bins) {
        expect(count).toBe(values.filter((value) => value >= low && value < high).length);
      }
      for (const [i, { low }] of bins.slice(1).entries()) expect(low).toBe(bins[i]!.high);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      expect(bins.length).toBeLessThanOrEqual(about + 2);
      expect(bins[0]!.count * bins.at(-1)!.count).toBeGreaterThan(0);
    }),
  );
});

test('edges are round, and 0 is one', () => {
  const edges = histogram([-0.31, 0.02, 0.87], 10).map(({ low }) => low);
  expect(edges).toEqual([-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8]);
});

test('equal values have one bin, and none have none', () => {
  expect(histogram([3, 3, 3], 10).map(({ count }) => count)).toEqual([3]);
  expect(histogram([0], 10).map(({ count }) => count)).toEqual([1]);
  expect(histogram([], 10)).toEqual([]);
});
