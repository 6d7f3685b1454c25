import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import {
  elementaryEffect,
  morrisDelta,
  morrisMeasures,
  morrisOfWholeGrid,
  morrisTrajectories,
} from '../../src/stats/index.ts';
import { ishigami } from './ishigami.ts';

test("Ishigami's whole grid of 4 levels has the published measures, to 1e-6", () => {
  const found = morrisOfWholeGrid(ishigami, 3, 4);
  const muStar = [7.704054, 7.875, 6.248796];
  const sigma = [6.248796, 7.875, 8.837132];
  for (const [i, measures] of found.entries()) {
    expect(measures.n).toBe(32);
    expect(Math.abs(measures.muStar! - muStar[i]!)).toBeLessThan(1e-6);
    expect(Math.abs(measures.sigma! - sigma[i]!)).toBeLessThan(1e-6);
  }
});

describe('trajectories', () => {
  const names = ['a', 'b', 'c'];
  const walk = (groups: readonly (readonly number[])[], levels = 4) =>
    morrisTrajectories(names, groups, 200, levels, new RandomStreams(1, 0));

  test('move each group once, by delta, on the grid', () => {
    for (const { points, steps } of walk([[0], [1], [2]])) {
      expect(steps.map(({ group }) => group).sort()).toEqual([0, 1, 2]);
      for (const [s, { group, direction }] of steps.entries()) {
        for (let at = 0; at < 3; at++) {
          const moved = points[s + 1]![at]! - points[s]![at]!;
          expect(moved).toBeCloseTo(at === group ? direction! * morrisDelta(4) : 0, 12);
          expect(Math.abs(points[s]![at]! * 3 - Math.round(points[s]![at]! * 3))).toBeLessThan(1e-12);
        }
      }
    }
  });

  test('visit every level of every factor alike', () => {
    // 400 visits (first and last) of 4 levels: 100 each, sd of a share below 10 for its first half alone.
    for (let at = 0; at < 3; at++) {
      const levels = walk([[0], [1], [2]]).flatMap(({ points }) => [points[0]![at]!, points.at(-1)![at]!]);
      for (let level = 0; level < 4; level++) {
        const visits = levels.filter((u) => Math.round(u * 3) === level).length;
        // Levels pair up (0 with 2, 1 with 3), so visits are a binomial of 200 draws: 50 is 7 sd, alarm below 1e-11.
        expect(Math.abs(visits - 100)).toBeLessThan(50);
      }
    }
  });

  test('of groups move their members together', () => {
    for (const { points, steps } of walk([[0, 2], [1]])) {
      expect(points).toHaveLength(3);
      const s = steps.findIndex(({ group }) => group === 0);
      expect(steps[s]!.direction).toBeNull();
      for (const at of [0, 2]) expect(Math.abs(points[s + 1]![at]! - points[s]![at]!)).toBeCloseTo(2 / 3, 12);
      expect(points[s + 1]![1]).toBe(points[s]![1]);
    }
  });

  test('keep the levels of the others when a factor is added', () => {
    const more = morrisTrajectories([...names, 'd'], [[0], [1], [2], [3]], 200, 4, new RandomStreams(1, 0));
    expect(more.map(({ points }) => points[0]!.slice(0, 3))).toEqual(
      walk([[0], [1], [2]]).map(({ points }) => points[0]),
    );
  });
});

test('sampled effects of a linear function are its slopes, up and down alike', () => {
  const slopes = [3, -5, 0];
  const line = (point: readonly number[]) => point.reduce((sum, u, i) => sum + slopes[i]! * u, 0);
  const effects: number[][] = [[], [], []];
  for (const { points, steps } of morrisTrajectories(
    ['a', 'b', 'c'],
    [[0], [1], [2]],
    20,
    6,
    new RandomStreams(2, 0),
  )) {
    for (const [s, step] of steps.entries()) {
      effects[step.group]!.push(elementaryEffect(line(points[s]!), line(points[s + 1]!), step, 6));
    }
  }
  for (const [i, slope] of slopes.entries()) {
    const { n, mu, muStar, sigma } = morrisMeasures(effects[i]!, true);
    expect(n).toBe(20);
    expect(mu).toBeCloseTo(slope, 10);
    expect(muStar).toBeCloseTo(Math.abs(slope), 10);
    expect(sigma).toBeCloseTo(0, 10);
  }
});

test('measures of no effects are null, of groups have no sign', () => {
  expect(morrisMeasures([], true)).toEqual({ n: 0, mu: null, muStar: null, sigma: null });
  expect(morrisMeasures([1, -3], false)).toEqual({ n: 2, mu: null, muStar: 2, sigma: null });
});

test('an odd number of levels is refused', () => {
  for (const levels of [0, 1, 3, 2.5, Number.NaN]) expect(() => morrisDelta(levels)).toThrow(/levels must be an even/);
});
