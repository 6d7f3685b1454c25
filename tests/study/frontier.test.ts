import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import { type Frontier, type FrontierPlan, frontierSearch, type Probe, type Probed } from '../../src/study/index.ts';
import { plan, scenario } from './frontier-plan.ts';

/** A saving planted instead of seasons, by x, y and replication; null: the season cannot be served. */
type Planted = (x: number, y: number, replication: number) => number | null;

function found(of: FrontierPlan, planted: Planted): Frontier {
  const value = ({ settings, replication }: Probe): Probed => {
    const [x = 0, y = 0] = settings.map((text) => Number(text.split('=')[1]));
    const saving = planted(x, y, replication);
    return saving === null ? { ok: false, failure: { why: 'refused', problems: [] } } : { ok: true, values: [saving] };
  };
  const search = frontierSearch(scenario, of);
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map((row) => row.map(value)));
  return step.value;
}

/** A number from −1 to 1 of each replication, the same at every point: common random numbers. */
const luck = (replication: number) => 2 * new RandomStreams(3, replication).stream('luck').at(0) - 1;

const DISTANCE = 'road.distance=1..100';
const FLEET = 'fleet.size=10..40';

describe('a frontier', () => {
  test('with a closed form is found: 60 − x·y is 0 at y = 60/x', () => {
    const { points } = found(plan('quay.craneRate=1..60', DISTANCE), (x, y) => 60 - x * y);
    for (const { x, roots, verdict, sure } of points) {
      expect({ verdict, sure }).toEqual(
        x === 60 ? { verdict: 'negative', sure: false } : { verdict: 'crosses', sure: true },
      );
      if (x === 60) continue;
      const [root] = roots;
      expect(roots).toHaveLength(1);
      expect(Math.abs(root!.at - 60 / Number(x))).toBeLessThan(0.099);
      expect(root!.between[1] - root!.between[0]).toBeLessThanOrEqual(0.099);
      expect(root!.rises).toBe(false);
    }
  });

  test('has as its interval the y at which a t test would not reject 0', () => {
    // Noise of sd s common to all y: the mean is 3000 − x·y + m, its half-width h; so the interval's ends lie where
    // x·y = 3000 + m ± h.
    const replications = 12;
    const noise = Array.from({ length: replications }, (_, r) => 400 * luck(r));
    const mean = noise.reduce((sum, value) => sum + value, 0) / replications;
    const sd = Math.sqrt(noise.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replications - 1));
    const half = (2.200985160082949 * sd) / Math.sqrt(replications);
    const of = plan('quay.craneRate=50..80', DISTANCE, { replications, tolerance: 0.0005 });
    for (const { x, roots } of found(of, (x, y, r) => 3000 - x * y + 400 * luck(r)).points) {
      const { at, interval } = roots[0]!;
      expect(at).toBeCloseTo((3000 + mean) / Number(x), 1);
      expect(interval.low!).toBeCloseTo((3000 + mean - half) / Number(x), 1);
      expect(interval.high!).toBeCloseTo((3000 + mean + half) / Number(x), 1);
    }
  });

  test('along whole numbers stands between neighbours, its interval at whole numbers that are sure', () => {
    const of = plan('road.distance=10..40', 'fleet.size=10..90', { replications: 6 });
    const { points } = found(of, (x, y, r) => y - x - 5.5 + luck(r));
    for (const { x, roots } of points) {
      const { between, rises, interval } = roots[0]!;
      expect(between[1] - between[0]).toBe(1);
      expect(Math.abs(between[0] - (Number(x) + 5.5))).toBeLessThan(2);
      expect(rises).toBe(true);
      expect(interval.low!).toBeLessThanOrEqual(between[0]);
      expect(interval.high!).toBeGreaterThanOrEqual(between[1]);
      expect([interval.low, interval.high].every(Number.isInteger)).toBe(true);
    }
  });

  test('that comes and goes has all its crossings, in order, each with its own interval', () => {
    const f = (_: number, y: number, r: number) => ((y - 20) * (y - 47) * (y - 90)) / 1000 + luck(r) / 10;
    const [point] = found(plan(FLEET, DISTANCE, { scan: 9 }), f).points;
    expect(point!.roots.map(({ at }) => Math.round(at))).toEqual([20, 47, 90]);
    expect(point!.roots.map(({ rises }) => rises)).toEqual([true, false, true]);
    for (const { at, interval } of point!.roots) {
      expect(interval.low!).toBeLessThan(at);
      expect(interval.high!).toBeGreaterThan(at);
      expect(interval.high! - interval.low!).toBeLessThan(10);
    }
  });

  test('that is not there is not guessed', () => {
    const verdicts = (of: Planted) => found(plan(FLEET, DISTANCE, { points: 1 }), of).points[0]!;
    expect(verdicts(() => 1)).toMatchObject({ verdict: 'positive', sure: true, roots: [] });
    expect(verdicts((_, _y, r) => -0.01 + luck(r) / 2)).toMatchObject({ sure: false, roots: [] });
    expect(verdicts(() => 0)).toMatchObject({ verdict: 'zero', sure: false, roots: [] });
    expect(verdicts(() => null)).toMatchObject({ verdict: 'failed', sure: false, roots: [] });
  });

  test('whose interval reaches the ends of the range is open there', () => {
    const even = (replication: number) => (replication % 2 === 0 ? 1 : -1);
    const { points } = found(plan(FLEET, DISTANCE, { points: 1 }), (_, y, r) => (y - 40.5) / 1000 + even(r));
    expect(points[0]!.roots).toHaveLength(1);
    expect(points[0]!.roots[0]!.interval).toEqual({ low: null, high: null });
    expect(points[0]!.sure).toBe(false);
  });

  test('of one replication has no interval', () => {
    const [point] = found(plan(FLEET, DISTANCE, { replications: 1 }), (_, y) => 30.3 - y).points;
    expect(point!.roots[0]).toMatchObject({ interval: { low: null, high: null } });
    expect(Math.abs(point!.roots[0]!.at - 30.3)).toBeLessThan(0.1);
  });

  test('stops where points fail, and says so', () => {
    const f = (_: number, y: number) => (y > 27 && y < 47 ? null : 30 - y);
    const [point] = found(plan(FLEET, DISTANCE), f).points;
    const { between, failure } = point!.roots[0]!;
    expect(failure?.why).toBe('refused');
    expect(between[0]).toBeLessThanOrEqual(27);
    expect(between[1]).toBeGreaterThanOrEqual(47);
    expect(JSON.stringify(point)).not.toMatch(/NaN|undefined/);
  });

  test('of a step of the measure costs no more than bisection, and every level is looked at once', () => {
    const { points, evaluations } = found(plan(FLEET, DISTANCE, { points: 2, replications: 1 }), (_, y) =>
      y < 33 ? 1 : -1,
    );
    for (const { levels } of points) {
      expect(levels.length).toBeLessThanOrEqual(5 + 9);
      expect(new Set(levels.map(({ y }) => y)).size).toBe(levels.length);
    }
    expect(evaluations).toBe(points.reduce((sum, { levels }) => sum + levels.length, 0));
  });
});
