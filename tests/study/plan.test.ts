import { describe, expect, test } from 'vitest';
import { planShip } from '../../src/execution/index.ts';
import { applyOverrides, parseScenario, type Scenario } from '../../src/scenario/index.ts';
import {
  type Choices,
  choicesOf,
  ownChoices,
  type PlanOptions,
  type Release,
  readFactors,
  refine,
  type Setting,
  type Task,
  taskRunner,
  timetableOf,
  tripStarts,
} from '../../src/study/index.ts';
import { oneShipText } from '../report/one-ship.ts';

function oneShip(settings: readonly string[] = []): Scenario {
  const read = parseScenario(oneShipText(), 'ship.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const set = applyOverrides(read.scenario, settings);
  if (!set.ok) throw new Error(JSON.stringify(set.problems));
  return set.scenario;
}

const scenario = oneShip();
const SAME = { alpha: 0.05, indifference: 0.5, chance: 0.9, firstStage: 5, most: 200, seed: 1, sailBy: null };

function options(texts: readonly string[], modes: Choices['modes'], more: Partial<PlanOptions> = {}): PlanOptions {
  const { factors } = readFactors(scenario, texts, '--choose');
  return { ...SAME, choices: { modes, factors, said: factors }, ...more };
}

describe('what is chosen from', () => {
  test('differs in what matters only', () => {
    const choices = choicesOf(scenario, ownChoices(scenario));
    expect(choices.filter(({ mode }) => mode === 'staged')).toEqual([{ mode: 'staged', values: {} }]);
    // Five policies, three fleets, hired or not; hybrid with two shares each.
    expect(choices.filter(({ mode }) => mode === 'direct')).toHaveLength(30);
    expect(choices.filter(({ mode }) => mode === 'hybrid')).toHaveLength(60);
    const headways = choicesOf(
      scenario,
      options(['dispatch.policy=pull,headway', 'dispatch.headway=2,4'], ['direct']).choices,
    );
    expect(headways.map(({ values }) => Object.values(values))).toEqual([['pull'], ['headway', 2], ['headway', 4]]);
  });

  test('is not what was set', () => {
    const { factors } = ownChoices(oneShip(['fleet.size=33']));
    expect(factors.map(({ key }) => key)).toEqual(['dispatch.policy', 'fleet.hiredTrucks', 'hybrid.stagedShare']);
  });
});

describe('refining', () => {
  const dial = (key: 'dispatch.lead' | 'fleet.size', high: number, whole: boolean, value: number) => ({
    key,
    low: 0,
    high,
    whole,
    value,
  });

  function refined(cost: (lead: number, size: number) => number | null, kept = (_lead: number) => 12): Setting {
    const search = refine([dial('dispatch.lead', 4, false, 3), dial('fleet.size', 64, true, 60)]);
    let step = search.next();
    while (step.done !== true) {
      step = search.next(
        step.value.map((setting) => {
          const [lead, size] = [setting['dispatch.lead'] as number, setting['fleet.size'] as number];
          return { cost: cost(lead, size), kept: kept(lead) };
        }),
      );
    }
    return step.value;
  }

  test('comes near the least of a bowl', () => {
    const found = refined((lead, size) => (lead - 1.3) ** 2 + ((size - 20) / 16) ** 2);
    expect(Math.abs((found['dispatch.lead'] as number) - 1.3)).toBeLessThanOrEqual(0.25);
    expect(Math.abs((found['fleet.size'] as number) - 20)).toBeLessThanOrEqual(4);
  });

  test('moves to nothing that keeps the demand less often, or fails, and stays where all is the same', () => {
    expect(
      refined(
        (lead) => lead,
        (lead) => (lead < 3 ? 11 : 12),
      )['dispatch.lead'],
    ).toBe(3);
    expect(refined((lead) => (lead < 3 ? null : lead))['dispatch.lead']).toBe(3);
    expect(refined(() => 1)).toEqual({ 'dispatch.lead': 3, 'fleet.size': 60 });
  });
});

describe('a timetable', () => {
  const PUNCTUAL = ['calls.arrivalDeviationSd=0', 'calls.estimateSd=0'];

  test.each(['staged', 'direct', 'hybrid'] as const)('%s: what leaves the works sums to the cargo', (mode) => {
    const task: Task = { mode, settings: [...PUNCTUAL, 'hybrid.buffer=1000'], seed: 1, replication: 0 };
    const served = taskRunner(scenario)(task);
    if (!served.ok) throw new Error(served.failure.why);
    const trips = tripStarts(scenario, task);
    const { releases, arrives } = timetableOf(scenario, served.outcome.calls[0]!, trips, 3000);
    const of = (...routes: readonly string[]) => releases.filter(({ route }) => routes.includes(route));
    const kg = (rows: readonly Release[]) => rows.reduce((sum, { tonnes }) => sum + Math.round(1000 * tonnes), 0);
    expect(kg(of('toYard', 'toShip'))).toBe(3_000_000);
    expect(kg(of('yardToShip'))).toBe(kg(of('toYard')));
    expect(of('toShip').length > 0).toBe(mode !== 'staged');
    expect(of('yardToShip').length > 0).toBe(mode !== 'direct');
    const trucks = (rows: readonly Release[]) => rows.reduce((sum, row) => sum + row.trucks, 0);
    expect(trucks(releases)).toBe(trips.length);
    for (const { from, to, firstLoad, lastLoad, trucks: sent } of releases) {
      expect(from.slice(-2)).toMatch(/00|15|30|45/);
      expect(to > from || to.endsWith('00:00')).toBe(true);
      expect(lastLoad - firstLoad + 1).toBe(sent);
    }
    // Punctual: on the laycan to the minute.
    expect(arrives).toBe('2024-03-15 08:00');
  });
});

describe('a plan', () => {
  test('chooses nothing where she cannot sail in time', async () => {
    const of = options([], ['direct'], { sailBy: { is: 'after', hours: 2 } });
    const plan = await planShip(scenario, of);
    expect(plan).toMatchObject({ chosen: null, runnerUp: null, timetable: null, sailBy: { hours: 2 } });
    expect(plan.considered[0]!.fate).toBe('infeasible');
  });

  test('is for one ship', async () => {
    const two = { ...scenario, cargoes: [...scenario.cargoes, ...scenario.cargoes] };
    expect(() => planShip(two, options([], ['direct']))).toThrow(/for one ship, not for 2/);
  });
});
