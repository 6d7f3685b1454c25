import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import { varianceComponents } from '../../src/stats/index.ts';

describe('the variance of groups', () => {
  test('is split by hand: 1, 3 and 5, 7', () => {
    // Means 2 and 6, variance of means 8; within 2; between 8 − 2/2 = 7.
    const { mean, between, within, shrunk } = varianceComponents([
      [1, 3],
      [5, 7],
    ])!;
    expect([mean, between, within]).toEqual([4, 7, 2]);
    expect(shrunk[0]).toBeCloseTo(4 - 2 * Math.sqrt(7 / 8), 14);
    expect(shrunk[1]).toBeCloseTo(4 + 2 * Math.sqrt(7 / 8), 14);
  });

  test('is none between groups that differ by less than luck', () => {
    const found = varianceComponents([
      [0, 10],
      [1, 9],
    ])!;
    expect(found).toMatchObject({ between: 0, mean: 5, shrunk: [5, 5] });
  });

  test('is recovered: 9 between, 4 within', () => {
    // Standard errors over 2,000 groups of two: between 0.35, within 0.13; six of them miss once in 5e8.
    const stream = new RandomStreams(7, 0).stream('groups');
    const z = () => normalQuantile(stream.next());
    const groups = Array.from({ length: 2000 }, () => {
      const own = 3 * z();
      return [own + 2 * z(), own + 2 * z()];
    });
    const { between, within } = varianceComponents(groups)!;
    expect(Math.abs(between - 9)).toBeLessThan(6 * 0.35);
    expect(Math.abs(within - 4)).toBeLessThan(6 * 0.13);
  });

  test('is undefined of one group or of groups of one', () => {
    expect(varianceComponents([[1, 2]])).toBeNull();
    expect(varianceComponents([[1], [2]])).toBeNull();
    expect(varianceComponents([])).toBeNull();
  });
});
