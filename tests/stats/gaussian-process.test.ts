import { describe, expect, test } from 'vitest';
import { gaussianProcess, likeliestProcess } from '../../src/stats/index.ts';

const UNIT = { mean: 0, variance: 1, lengths: [1], nugget: 0 };

describe('a Gaussian process', () => {
  test('of two points is what can be worked out by hand', () => {
    // Matérn 5/2 at distance 1: (1 + √5 + 5/3)·e^−√5 = 0.523994…; at ½: (1 + √5/2 + 5/12)·e^(−√5/2) = 0.828649….
    const [k, c] = [0.5239941088318203, 0.8286491424181255];
    const predict = gaussianProcess([[0], [1]], [2, 4], UNIT);
    const middle = predict?.([0.5]);
    expect(middle?.mean).toBeCloseTo((c * 6) / (1 + k), 12);
    expect(middle?.variance).toBeCloseTo(1 - (2 * c * c) / (1 + k), 12);
    expect(predict?.([0])).toEqual({ mean: expect.closeTo(2, 12), variance: expect.closeTo(0, 12) });
    expect(predict?.([1e6])).toEqual({ mean: 0, variance: 1 });
  });

  test('with a nugget shrinks to the mean, and knows its points no longer for sure', () => {
    // One point, correlation 1 + 1: half of what it is off the mean, half of the variance left.
    const predict = gaussianProcess([[0.3]], [7], { ...UNIT, mean: 5, variance: 4, nugget: 1 });
    expect(predict?.([0.3])).toEqual({ mean: expect.closeTo(6, 12), variance: expect.closeTo(2, 12) });
  });

  test('of equal points without a nugget there is none', () => {
    expect(gaussianProcess([[0], [0]], [1, 2], UNIT)).toBeNull();
  });

  test('at its likeliest follows a smooth function and forgets what does not matter', () => {
    const points = Array.from({ length: 25 }, (_, i) =>
      [(i * 7 + 3) % 25, (i * 11 + 5) % 25].map((j) => (j + 0.5) / 25),
    );
    const f = ([x = 0]: readonly number[]) => x * x * (3 - 2 * x);
    const parameters = likeliestProcess(points, points.map(f));
    const predict = gaussianProcess(points, points.map(f), parameters);
    for (const at of [
      [0.21, 0.4],
      [0.5, 0.9],
      [0.77, 0.13],
    ]) {
      expect(predict?.(at).mean).toBeCloseTo(f(at), 2);
    }
    expect(parameters.lengths[1]).toBeGreaterThan(3 * (parameters.lengths[0] as number));
  });

  test('of a constant says that constant, and is sure', () => {
    const points = [[0.1], [0.5], [0.9]];
    const predict = gaussianProcess(points, [3, 3, 3], likeliestProcess(points, [3, 3, 3]));
    expect(predict?.([0.7])).toEqual({ mean: 3, variance: 0 });
  });
});
