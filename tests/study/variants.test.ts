import { beforeAll, describe, expect, test } from 'vitest';
import { compareModes } from '../../src/execution/index.ts';
import { variantsCsv, variantsJson, variantsText } from '../../src/report/index.ts';
import { applyOverrides, type Scenario } from '../../src/scenario/index.ts';
import { tQuantile } from '../../src/stats/index.ts';
import {
  alternativesOf,
  alternativeTasks,
  compare,
  type MeasureFamily,
  type ModeMeasureId,
  type NamedSettings,
  prepare,
  taskRunner,
  type VariantComparison,
} from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();
const variants: NamedSettings[] = [
  { name: 'few', settings: ['fleet.size=6'] },
  { name: '便宜', settings: ['handling.secondHaulPrice=3', 'haulage.truckPrice=8'] },
];
/** No road is that long: no season of it is ever served. */
const never: NamedSettings = {
  name: 'never',
  settings: ['fleet.size=1', 'fleet.stagingTrucks=1', 'calls.clockClosing=1', 'road.distance=2000'],
};
const options = { seed: 3, replications: 4 };

function set(settings: readonly string[]): Scenario {
  const read = applyOverrides(scenario, settings);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

function familyOf({ families }: VariantComparison, id: ModeMeasureId): MeasureFamily {
  const family = families[id];
  if (family === null) throw new Error(`no family of ${id}`);
  return family;
}

describe('alternatives', () => {
  test('are the modes of the scenario, then those of each variant, by names of their own', () => {
    const names = alternativesOf(['direct', 'staged', 'direct'], variants).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['direct', 'staged', 'direct#2', 'few:direct']);
    expect(names.slice(-1)).toEqual(['便宜:direct#2']);
    expect(new Set(names).size).toBe(9);
  });

  test('see the same random numbers, or each its own', () => {
    const sides = alternativesOf(['direct', 'direct'], []);
    expect(alternativeTasks(sides, 5, 2).map((row) => row.map(({ seed }) => seed))).toEqual([
      [5, 5],
      [5, 5],
    ]);
    const own = alternativeTasks(sides, 5, 2, 'independent').flat();
    expect(own.map(({ seed, replication }) => [seed, replication])).toEqual([
      [5, 0],
      ['5/1', 0],
      [5, 1],
      ['5/1', 1],
    ]);
  });
});

describe('a task', () => {
  test('gives what a replication of the same scenario has in that mode, whatever was run before', () => {
    const run = taskRunner(scenario);
    const settings = ['fleet.size=6'];
    for (const mode of ['direct', 'staged'] as const) {
      run({ settings: [], mode, seed: 3, replication: 1 });
      const [expected] = prepare(set(settings))([mode], 3, 1).modes;
      expect(run({ settings, mode, seed: 3, replication: 1 })).toEqual({ ok: true, outcome: expected });
    }
  });

  test('that differs in prices only is settled by its own, on the same season', () => {
    const run = taskRunner(scenario);
    const cost = (settings: string[]) => {
      const ran = run({ settings, mode: 'staged', seed: 1, replication: 0 });
      return ran.ok ? [ran.outcome.measures['cost.perTonne'], ran.outcome.measures['vessel.portHours']] : [];
    };
    const [cheap, dear] = [cost(['handling.secondHaulPrice=4']), cost(['handling.secondHaulPrice=7'])];
    expect(dear[0]! - cheap[0]!).toBeCloseTo(3, 9);
    expect(dear[1]).toBe(cheap[1]);
  });

  test('is simulated once, and once more as a copy, with the same outcome', () => {
    const run = taskRunner(scenario);
    const task = { settings: [], mode: 'direct', seed: 3, replication: 0 } as const;
    const [first, same, copy] = [task, task, { ...task, copy: 1 }].map(run);
    expect(copy).toEqual(first);
    const massOf = (ran: typeof first) => (ran?.ok ? ran.outcome.mass : null);
    expect(massOf(same)).toBe(massOf(first));
    expect(massOf(copy)).not.toBe(massOf(first));
  });

  test('that cannot be run says why', () => {
    const run = taskRunner(scenario);
    const task = { mode: 'direct', seed: 1, replication: 0 } as const;
    expect(run({ ...task, settings: ['nothing=1'] })).toMatchObject({ ok: false, failure: { why: 'refused' } });
    const failed = run({ ...task, settings: never.settings });
    expect(failed).toMatchObject({ ok: false, failure: { why: 'unfinished', season: { mode: 'direct' } } });
  });
});

describe('a comparison of variants', () => {
  let found: VariantComparison;

  beforeAll(async () => {
    found = await compareModes(scenario, ['staged', 'direct'], {
      ...options,
      variants: [...variants, never],
      pairs: true,
    });
  }, 60_000);

  test('has in each variant what compare has of its scenario', () => {
    const outcomes = Array.from({ length: 4 }, (_, r) => prepare(set(['fleet.size=6']))(['staged', 'direct'], 3, r));
    const { measures } = compare(set(['fleet.size=6']), outcomes, { seed: 3 });
    const [few] = found.variants.filter(({ name }) => name === 'few:direct');
    expect(few?.measures['cost.perTonne']).toMatchObject(measures['cost.perTonne'].direct ?? {});
    expect(few?.hash).toBe(set(['fleet.size=6']).hash);
    const saving = found.savings.find(({ variant }) => variant === 'few');
    expect(saving).toMatchObject({ base: 'few:staged', other: 'few:direct' });
    expect(saving?.measures['saving.perTonne']).toMatchObject(measures['saving.perTonne'].difference ?? {});
    expect(found.savings.map(({ variant }) => variant)).toEqual([null, 'few', '便宜']);
  });

  test('lists what could not be served, and why, and compares the others', () => {
    expect(found.failures.map(({ name, replication, failure }) => [name, replication, failure.why])).toEqual([
      ['never:staged', 0, 'unfinished'],
      ['never:direct', 0, 'unfinished'],
    ]);
    expect(found.variants).toHaveLength(6);
    expect(found.differences.map(({ variant }) => variant)).toEqual(found.variants.slice(1).map(({ name }) => name));
  });

  test('holds intervals together: around the paired mean, wider than one alone, no wider than Bonferroni', () => {
    const { comparisons, critical } = familyOf(found, 'cost.perTonne');
    expect(critical.dunnett).toBeGreaterThan(tQuantile(0.975, 3));
    expect(critical.bonferroni).toBe(tQuantile(1 - 0.025 / 5, 3));
    for (const { variant, mean, dunnett, bonferroni, p, pHolm } of comparisons) {
      const alone = found.differences.find((one) => one.variant === variant)?.measures['cost.perTonne'];
      expect(mean).toBeCloseTo(alone?.mean ?? Number.NaN, 9);
      expect(dunnett.low).toBeLessThanOrEqual((alone?.low ?? Number.NaN) + 1e-9);
      expect(bonferroni.low).toBeLessThanOrEqual(dunnett.low);
      expect(dunnett.high).toBeLessThanOrEqual(bonferroni.high);
      expect(pHolm).toBeGreaterThanOrEqual(p);
      expect(p < 0.05).toBe((alone?.low ?? 0) > 0 || (alone?.high ?? 0) < 0);
    }
  });

  test('tells the saving over the base with both intervals around it', () => {
    for (const { relative } of familyOf(found, 'cost.perTonne').comparisons) {
      const { mean, fieller, bootstrap } = relative;
      for (const { low, high } of [fieller, bootstrap]) {
        expect(low!).toBeLessThanOrEqual(mean! + 1e-12);
        expect(high!).toBeGreaterThanOrEqual(mean! - 1e-12);
      }
    }
  });

  test('has every pair once, and the best seen among those that may be best', () => {
    const { pairs, best } = familyOf(found, 'cost.perTonne');
    expect(pairs).toHaveLength(15);
    expect(best?.possible).toContain(best?.observed);
    // What is cheaper by the same amount on every season can only be the best of the two.
    expect(best?.possible).not.toContain('staged');
    expect(familyOf(found, 'berth.occupancy').best).toBeNull();
    // Staging has no direct loads: the measure is taken of the others, and the base has none.
    expect(found.families['truck.firstToLoadingHours']).toBeNull();
  });

  test('is a table with a row for each measure and side, and the same numbers', () => {
    const json = variantsJson(found, PROGRAM);
    const rows = variantsCsv(json)
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const [head = [], ...body] = rows;
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
    expect(body).toHaveLength(Object.keys(found.families).length * 6 + 2);
    const row = body.find(([measure, , name]) => measure === 'cost.perTonne' && name === 'few:direct') ?? [];
    const [few] = familyOf(found, 'cost.perTonne').comparisons.filter(({ variant }) => variant === 'few:direct');
    expect(row[head.indexOf('dunnett low')]).toBe(String(few?.dunnett.low));
    expect(body.at(-1)?.at(-1)).toBe('unfinished');
  });

  test('says in both languages which is best, and names what was not served', () => {
    const json = variantsJson(found, PROGRAM);
    const en = variantsText(json, scenario, 'en', COMMANDS);
    expect(en).toContain('All together: Shipper');
    expect(en).toMatch(/never: direct, in replication 1: The scenario cannot be served/);
    expect(en).toContain('便宜: handling.secondHaulPrice=3, haulage.truckPrice=8');
    const zh = variantsText(json, scenario, 'zh', COMMANDS);
    expect(zh).toContain('便宜（抵港直装）');
    expect(zh).toContain('never（传统集港），第 1 次重复');
    for (const text of [en, zh]) expect(text).not.toMatch(/NaN|undefined|null/);
  });
});

describe('A/A', () => {
  test('on common random numbers differs by exactly 0, and either may be best', async () => {
    const found = await compareModes(scenario, ['direct', 'direct'], options);
    for (const family of Object.values(found.families)) {
      if (family === null) continue;
      expect(family.comparisons).toMatchObject([
        { variant: 'direct#2', mean: 0, p: 1, pHolm: 1, dunnett: { low: 0, high: 0 }, bonferroni: { low: 0, high: 0 } },
      ]);
      if (family.best !== null) expect(family.best.possible).toEqual(['direct', 'direct#2']);
    }
    expect(found.savings).toEqual([]);
  });

  test('on independent ones differs', async () => {
    const found = await compareModes(scenario, ['direct', 'direct'], { ...options, streams: 'independent' });
    const [one] = familyOf(found, 'cost.perTonne').comparisons;
    expect(one?.mean).not.toBe(0);
    expect(found.streams).toBe('independent');
  });
});

test('a mode of the scenario itself that cannot be served is an error, not an answer', async () => {
  const run = compareModes(set(never.settings), ['direct', 'staged'], options);
  await expect(run).rejects.toMatchObject({ name: 'UnfinishedSeasonError', season: { mode: 'direct' } });
});

test('of one replication has differences and no families', async () => {
  const found = await compareModes(scenario, ['staged', 'direct', 'hybrid'], { seed: 1, replications: 1 });
  expect(Object.values(found.families).every((family) => family === null)).toBe(true);
  const text = variantsText(variantsJson(found, PROGRAM), scenario, 'en', COMMANDS);
  expect(text).not.toContain('All together');
});
