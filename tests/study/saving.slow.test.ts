import { describe, expect, test } from 'vitest';
import { attributionOf, uncertaintyOf } from '../../src/execution/index.ts';
import { applyOverrides, type Scenario } from '../../src/scenario/index.ts';
import { type AttributionPlan, attributionSize, readFactors, uncertain } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';
import { expectAddsUp } from './adds-up.ts';

const scenario = smallScenario();
const plan: AttributionPlan = { mode: 'direct', measure: 'saving.perTonne', seed: 1, replications: 3 };

function withSettings(...settings: string[]): Scenario {
  const read = applyOverrides(scenario, settings);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

describe('a saving split among mechanisms', () => {
  test('of the whole system adds up too', async () => {
    expectAddsUp(await attributionOf(scenario, { ...plan, measure: 'saving.system.perTonne' }));
  });

  test('of hybrid loading adds up too', async () => {
    expectAddsUp(await attributionOf(scenario, { ...plan, mode: 'hybrid' }));
  });

  test('leaves out those that the scenario has off', async () => {
    const found = await attributionOf(withSettings('mechanisms.ahead=false'), plan);
    expectAddsUp(found);
    expect(found.off).toEqual(['ahead']);
    expect(found.mechanisms.map(({ name }) => name)).toEqual(['sorting', 'straight']);
    expect(found.coalitions).toHaveLength(4);
  });

  test('has nothing to split where all are off', async () => {
    const off = withSettings('mechanisms.ahead=false', 'mechanisms.sorting=false', 'mechanisms.straight=false');
    const found = await attributionOf(off, plan);
    expect(found).toMatchObject({ mechanisms: [], saving: { mean: 0 }, items: [] });
    expect(attributionSize(off, plan)).toBe(3);
  });

  test('is the same on one thread and two', async () => {
    const one = await attributionOf(scenario, plan);
    expect(await attributionOf(scenario, plan, { threads: 2 })).toEqual(one);
  });
});

test('uncertainty of real seasons is the same on one thread and two', async () => {
  const { factors } = readFactors(scenario, ['handling.secondHaulPrice=3..8', 'fleet.size=10..40'], '--vary');
  const parameters = factors.map((factor) => uncertain(scenario, factor, 'triangular'));
  const more = { design: 'lhs', samples: 6, replications: 2, measure: 'saving.perTonne', resamples: 100 } as const;
  const one = await uncertaintyOf(scenario, { parameters, seed: 1, ...more });
  expect(await uncertaintyOf(scenario, { parameters, seed: 1, ...more }, { threads: 2 })).toEqual(one);
  expect(one.used).toBe(6);
  expect(one.base!.mean).not.toBeNull();
});
