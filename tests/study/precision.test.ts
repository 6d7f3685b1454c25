import { describe, expect, test } from 'vitest';
import {
  compareModes,
  compareScenario,
  type OnProgress,
  type Replicated,
  replicate,
  runMode,
} from '../../src/execution/index.ts';
import { RandomStreams } from '../../src/random/index.ts';
import { SequentialRule } from '../../src/stats/index.ts';
import { COMPARED, type Outcome, type PrecisionPlan, prepare, readPrecision, watched } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();

type Run = Replicated<Outcome>['run'];

/** What a study of staging and direct loading takes, of at least five replications. */
async function takenBy(run: Run, precision: PrecisionPlan, onProgress?: OnProgress): Promise<Outcome[]> {
  const taken: Outcome[] = [];
  await replicate({
    sides: COMPARED,
    replications: 5,
    precision,
    confidence: 0.95,
    run,
    take: (outcome) => taken.push(outcome),
    sidesOf: ({ modes }) => modes,
    onProgress,
  });
  return taken;
}

function planOf(text: string, budget = 60, sides: readonly string[] = COMPARED): PrecisionPlan {
  const { asks, faults } = readPrecision(text, sides);
  expect(faults).toEqual([]);
  return { asks, budget };
}

describe('what precision is asked', () => {
  test('is a share of the mean, or a size in the unit of the measure', () => {
    const { asks } = readPrecision('5%, direct:vessel.portHours=.5 h,staged:cost.perTonne=0.1', COMPARED);
    expect(asks).toEqual([
      { measure: 'saving.perTonne', precision: { kind: 'relative', size: 0.05 } },
      { measure: 'direct:vessel.portHours', precision: { kind: 'absolute', size: 0.5 } },
      { measure: 'staged:cost.perTonne', precision: { kind: 'absolute', size: 0.1 } },
    ]);
    expect(readPrecision('1%,vessel.portHours=2', ['direct']).asks.map(({ measure }) => measure)).toEqual([
      'cost.perTonne',
      'vessel.portHours',
    ]);
  });

  test('is refused part by part, with the place of each', () => {
    const text = 'vessel.portHours=1, 0,saving.perTonne=1 h,5%,5%,101%,,1e5';
    expect(readPrecision(text, COMPARED).faults).toEqual([
      { is: 'measure', at: 1, found: 'vessel.portHours' },
      { is: 'size', at: 21, found: '0' },
      { is: 'unit', at: 23, found: '1 h', unit: 'yuan/t' },
      { is: 'twice', at: 46, found: 'saving.perTonne' },
      { is: 'size', at: 49, found: '101%' },
      { is: 'size', at: 54, found: '' },
      { is: 'unit', at: 55, found: '1e5', unit: 'yuan/t' },
    ]);
    expect(readPrecision('saving.perTonne=5%', ['direct']).faults[0]).toMatchObject({ is: 'measure' });
  });
});

/** Replications that cost nothing: those of one season, but for hours and cost, which are drawn. */
const season = prepare(scenario)(COMPARED, 1, 0);
const made: Run = async (first, count, take, onProgress) => {
  for (let i = 0; i < count; i++) {
    const stream = new RandomStreams(1, first + i).stream('made');
    onProgress(i + 1);
    const modes = season.modes.map((mode) => {
      const measures = {
        ...mode.measures,
        'vessel.portHours': 10 * stream.next(),
        'cost.perTonne': 20 + stream.next(),
      };
      return { ...mode, measures, shipperCostYuan: stream.next() };
    });
    take({ ...season, replication: first + i, modes });
  }
};

describe('a sequential study', () => {
  test('has as many replications as its rule says, however many are run at a time', async () => {
    const plan = planOf('direct:vessel.portHours=15%,direct:cost.perTonne=1%', 500);
    const outcomes = await takenBy(made, plan);
    const fixed: Outcome[] = [];
    await made(
      0,
      plan.budget,
      (outcome) => fixed.push(outcome),
      () => {},
    );
    const looked = watched(COMPARED, plan.asks);
    const rule = new SequentialRule(
      plan.asks.map(({ precision }) => precision),
      0.95,
      5,
    );
    const stop = fixed.findIndex(({ modes }) => rule.add(looked.map(({ of }) => of(modes)))) + 1;
    // Both sides vary: neither the minimum nor the budget decides.
    expect([stop > 20, stop < 500]).toEqual([true, true]);
    expect(outcomes).toEqual(fixed.slice(0, stop));
  });

  test('runs batches that are at most doubled, in order, and none beyond its budget', async () => {
    const batches: (readonly [number, number])[] = [];
    const told: [number, number | undefined][] = [];
    const watching: Run = (first, count, take, onProgress) => {
      batches.push([first, count]);
      return made(first, count, take, onProgress);
    };
    const plan = planOf('saving.perTonne=0.000001', 27);
    const outcomes = await takenBy(watching, plan, (...progress) => told.push([progress[0], progress[1]]));
    expect(outcomes.map(({ replication }) => replication)).toEqual(Array.from({ length: 27 }, (_, i) => i));
    expect(batches).toEqual([
      [0, 5],
      [5, 5],
      [10, 10],
      [20, 7],
    ]);
    expect(told.map(([done]) => done)).toEqual(Array.from({ length: 27 }, (_, i) => i + 1));
    expect(told.at(-1)).toEqual([27, 27]);
  });

  test('tells what fell short, and how much it would take', async () => {
    const precision = planOf('saving.perTonne=0.001,direct:cost.perTonne=50%,staged:truck.firstToLoadingHours=5%', 8);
    const { replications, precision: came } = await compareScenario(scenario, { seed: 1, replications: 5, precision });
    expect(replications).toBe(8);
    expect(came).toMatchObject({ minimum: 5, budget: 8, reached: false });
    const [saving, cost, never] = came?.measures ?? [];
    expect(saving).toMatchObject({ measure: 'saving.perTonne', unit: 'yuan/t', reached: false });
    const { halfWidth, mean, relative, needed } = saving ?? {};
    expect(relative).toBeCloseTo((halfWidth as number) / Math.abs(mean as number), 12);
    expect(needed).toBe(Math.ceil(8 * ((halfWidth as number) / 0.001) ** 2));
    expect(cost?.reached).toBe(true);
    expect(never).toMatchObject({ mean: null, halfWidth: null, reached: false, needed: null });
  });

  test('has the same figures as a fixed study of as many replications', async () => {
    const sequential = await compareScenario(scenario, { seed: 1, replications: 5, precision: planOf('90%', 16) });
    const { replications } = sequential;
    const fixed = await compareScenario(scenario, { seed: 1, replications });
    expect({ ...sequential, precision: null }).toEqual(fixed);
    const { low, high } = fixed.measures['saving.perTonne'].difference ?? {};
    const [row] = sequential.precision?.measures ?? [];
    expect(row?.halfWidth).toBeCloseTo(((high as number) - (low as number)) / 2, 9);
  });

  test('watches every variant against the base, and the one mode of a run', async () => {
    const modes = ['staged', 'direct', 'direct'] as const;
    const plan = planOf('50%,direct#2:vessel.portHours=50%', 12, ['staged', 'direct', 'direct#2']);
    const { precision } = await compareModes(scenario, modes, { seed: 1, replications: 5, precision: plan });
    expect(precision?.measures.map(({ measure, variant }) => [measure, variant])).toEqual([
      ['saving.perTonne', 'direct'],
      ['saving.perTonne', 'direct#2'],
      ['direct#2:vessel.portHours', null],
    ]);
    expect(precision?.measures[1]).toMatchObject({ ...precision?.measures[0], variant: 'direct#2' });
    const own = planOf('cost.perTonne=20%', 12, ['staged']);
    const one = await runMode(scenario, 'staged', { seed: 1, replications: 5, precision: own });
    expect(one.precision?.measures[0]?.mean).toBeCloseTo(one.measures['cost.perTonne'].mean as number, 12);
  });
});
