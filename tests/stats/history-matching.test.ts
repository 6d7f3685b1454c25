import { expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import {
  historyMatching,
  identifiability,
  linearisedCovariance,
  searchBy,
  symmetricEigen,
} from '../../src/stats/index.ts';

type Point = readonly number[];

function matched(misses: (point: Point) => number[], dimensions: number, name: string, noise = 0) {
  const search = searchBy(
    historyMatching({ dimensions, perWave: 12, waves: 4, stream: new RandomStreams(1, 0).stream(name) }),
  );
  while (!search.isDone) {
    const points = search.ask();
    search.tell(
      points,
      points.map((point) => {
        const of = misses(point);
        return { loss: of.reduce((sum, miss) => sum + miss * miss, 0), misses: of, noise: of.map(() => noise) };
      }),
    );
  }
  return search.state;
}

test('what is left of one coordinate is what three standard deviations leave', () => {
  // Miss 100·(x − 0.4): implausible where |x − 0.4| > 0.03, so 0.06 of the cube is left.
  const { waves, left, best } = matched(([x = 0]) => [100 * (x - 0.4)], 1, 'one');
  expect(waves.at(-1)?.left).toBeCloseTo(0.06, 2);
  for (const [x = 0] of left) expect(Math.abs(x - 0.4)).toBeLessThan(0.032);
  expect(best?.point[0]).toBeCloseTo(0.4, 2);
});

test("the simulator's noise leaves more: with as much variance as the target's, √2 as much", () => {
  const { waves } = matched(([x = 0]) => [100 * (x - 0.4)], 1, 'noisy', 1);
  expect(waves.at(-1)?.left).toBeCloseTo(0.06 * Math.SQRT2, 2);
});

test('two curved targets close in on the one point that meets both', () => {
  const state = matched(([x = 0, y = 0]) => [80 * (x * y - 0.3), 80 * (x * x + y - 0.86)], 2, 'curved');
  // x·y = 0.3 and x² + y = 0.86 meet at (0.6, 0.5), and at (0.5214…, 0.5880…) less 0.012 off one: nearly a valley.
  expect(state.left.length).toBeGreaterThan(0);
  for (const [x = 0, y = 0] of state.left) {
    expect(Math.abs(x * y - 0.3)).toBeLessThan(0.06);
    expect(Math.abs(x * x + y - 0.86)).toBeLessThan(0.06);
  }
  expect(state.best?.loss).toBeLessThan(1);
});

test('a target out of reach leaves nothing, and the nearest point is the best', () => {
  const { left, waves, best } = matched(([x = 0]) => [100 * (x + 0.2)], 1, 'beyond');
  expect(left).toEqual([]);
  expect(waves.at(-1)?.left).toBe(0);
  expect(best?.point[0]).toBeLessThan(0.05);
});

test('points without a value are left out; without any there is no answer', () => {
  const search = searchBy(
    historyMatching({ dimensions: 1, perWave: 6, waves: 2, stream: new RandomStreams(1, 0).stream('none') }),
  );
  const points = search.ask();
  search.tell(
    points,
    points.map(() => ({ loss: null, misses: [], noise: [] })),
  );
  expect(search.isDone).toBe(true);
  expect(search.state).toMatchObject({ best: null, left: [], waves: [] });
});

test('eigenvalues and vectors of a symmetric matrix, by hand', () => {
  const { values, vectors } = symmetricEigen([
    [2, 1],
    [1, 2],
  ]);
  expect(values).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
  const half = expect.closeTo(Math.SQRT1_2, 12);
  expect(vectors[0]).toEqual([half, half]);
  expect(vectors[1]?.map(Math.abs)).toEqual([half, half]);
});

test('one target for two coordinates: their sum is known, their difference is not', () => {
  // Slopes (60, 60): along (1, 1)/√2 the information is 2·3600 + 12, along (1, −1)/√2 it is 12.
  const covariance = linearisedCovariance([[60, 60]], 2);
  const { widths, correlations, directions } = identifiability(covariance);
  const stiff = Math.sqrt(12 / 7212);
  expect(directions.map(({ width }) => width)).toEqual([expect.closeTo(stiff, 12), expect.closeTo(1, 12)]);
  expect(directions[0]?.components).toEqual([expect.closeTo(Math.SQRT1_2, 9), expect.closeTo(Math.SQRT1_2, 9)]);
  expect(widths[0]).toBeCloseTo(Math.sqrt((1 + 12 / 7212) / 2), 12);
  expect(correlations[0]?.[1]).toBeCloseTo((12 / 7212 - 1) / (12 / 7212 + 1), 12);
});

test('without any slope nothing is known', () => {
  expect(identifiability(linearisedCovariance([[0]], 1)).widths).toEqual([expect.closeTo(1, 12)]);
});
