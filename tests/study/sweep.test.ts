import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { sweepScenario } from '../../src/execution/index.ts';
import { checkSettings, PARAMETER_KEYS } from '../../src/scenario/index.ts';
import {
  COMPARED,
  compare,
  type Factor,
  factorAt,
  gridValues,
  type Output,
  outputNamed,
  ownFactor,
  prepare,
  readFactors,
  type SweepPlan,
  settingOf,
  sweepPoints,
  sweepSize,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();
const outputs = [outputNamed('saving.perTonne') as Output];

function plan(texts: readonly string[], more: Partial<SweepPlan> = {}): SweepPlan {
  const { factors, faults } = readFactors(scenario, texts, '--vary');
  expect(faults).toEqual([]);
  return { factors, design: 'grid', samples: 16, levels: 3, outputs, seed: 1, replications: 2, ...more };
}

describe('what is varied', () => {
  const one = (text: string) => {
    const { factors, faults } = readFactors(scenario, [text], '--vary');
    return factors[0] ?? faults[0]?.fault;
  };

  test('is read: own range, range, levels, list, words, switch', () => {
    expect(one('handling.secondHaulPrice')).toMatchObject({ kind: 'range', low: 3, high: 8, whole: false });
    expect(one('fleet.size')).toMatchObject({ kind: 'range', low: 20, high: 80, whole: true });
    expect(one('fleet.size=20..60:5')).toMatchObject({ low: 20, high: 60, levels: 5 });
    expect(one(' fleet.size = 20, 30 ,45')).toMatchObject({ kind: 'list', values: [20, 30, 45] });
    expect(one('dispatch.policy=pull,headway')).toMatchObject({ values: ['pull', 'headway'] });
    expect(one('dispatch.policy')).toMatchObject({ kind: 'list' });
    expect(one('mechanisms.ahead')).toMatchObject({ values: [false, true] });
  });

  test('may be in any unit, said once after the upper end', () => {
    expect(one('quay.craneRate=0.3..0.45 kt/h')).toMatchObject({ low: 300, high: 450 });
    expect(one('quay.craneRate=300 t/h..0.45 kt/h')).toMatchObject({ low: 300, high: 450 });
    expect(one('handling.directDiscount=0..5')).toMatchObject({ low: 0, high: 5 });
  });

  test('by its group is every number of it with a range', () => {
    const { factors } = readFactors(scenario, ['fleet.*', 'fleet.size=20,30'], '--vary');
    expect(factors.every(({ key }) => key.startsWith('fleet.'))).toBe(true);
    expect(factors.length).toBeGreaterThan(4);
  });

  test.each([
    ['fleet.sise=1..2', { is: 'problem', problem: { hint: 'fleet.size' } }],
    ['__proto__=1', { is: 'problem' }],
    ['', { is: 'problem' }],
    ['fleet.size=60..20', { is: 'emptyRange', low: 60, high: 20 }],
    ['fleet.size=20..20', { is: 'emptyRange' }],
    ['fleet.size=20', { is: 'oneValue' }],
    ['fleet.size=20,20', { is: 'twice' }],
    ['fleet.size=20..', { is: 'problem' }],
    ['fleet.size=..', { is: 'problem' }],
    ['fleet.size=0..10', { is: 'problem' }],
    ['fleet.size=2.5..10', { is: 'problem' }],
    ['fleet.size=20..60:1', { is: 'levels' }],
    ['fleet.size=20..60:', { is: 'levels' }],
    ['fleet.size=20..60:1e3', { is: 'levels' }],
    ['dispatch.policy=pull..headway', { is: 'notARange' }],
    ['dispatch.policy=pul,headway', { is: 'problem', problem: { hint: 'pull' } }],
    ['shifts.startHours', { is: 'notVariable' }],
    ['nothing.*', { is: 'noneOfGroup' }],
    ['handling.secondHaulPrice=3..8 t', { is: 'problem' }],
  ])('%s is refused', (text, fault) => {
    expect(one(text)).toMatchObject(fault);
  });

  test('twice is refused, with the place of each fault', () => {
    const { faults } = readFactors(scenario, ['fleet.size', 'x', 'fleet.size=2,3'], '--vary');
    expect(faults.map(({ text, fault }) => [text, fault.is])).toEqual([
      [2, 'problem'],
      [3, 'twice'],
    ]);
  });
});

describe('whatever is typed', () => {
  const number = fc.oneof(fc.integer({ min: -3, max: 200 }), fc.double({ noNaN: true, min: -1, max: 1e4 }));
  const unit = fc.constantFrom('', ' t/h', ' kt/h', ' %', ' min', ' yuan/t', ' nonsense');
  const values = fc.oneof(
    fc.tuple(number, number, unit).map(([low, high, of]) => `${low}..${high}${of}`),
    fc.array(number, { maxLength: 4 }).map((list) => list.join()),
    fc.string(),
  );
  const text = fc.oneof(
    fc.tuple(fc.constantFrom(...PARAMETER_KEYS), values).map(([key, of]) => `${key}=${of}`),
    fc.constantFrom(...PARAMETER_KEYS),
    fc.string(),
  );

  propertyTest.prop([text, fc.double({ min: 0, max: 1, noNaN: true })], { numRuns: 2000 })(
    'is refused, or is a factor whose every value may be set',
    (typed, u) => {
      const { factors, faults } = readFactors(scenario, [typed], '--vary');
      expect(factors.length > 0).not.toBe(faults.length > 0);
      for (const factor of factors) {
        const settings = [factorAt(factor, 0), factorAt(factor, u), factorAt(factor, 1), ...gridValues(factor, 4)];
        for (const value of settings) expect(checkSettings([settingOf(factor, value)])).toEqual([]);
      }
    },
  );
});

describe('values of a factor', () => {
  const range = (low: number, high: number, whole: boolean): Factor => {
    return { kind: 'range', key: 'fleet.size', low, high, whole, levels: null };
  };

  test('are reached to both ends and never beyond', () => {
    expect([0, 1].map((u) => factorAt(range(0.1, 0.3, false), u))).toEqual([0.1, 0.3]);
    expect([0, 0.5, 1].map((u) => factorAt(range(1, 3, true), u))).toEqual([1, 2, 3]);
    expect(gridValues(range(0.1, 0.7, false), 4)).toEqual([0.1, 0.3, 0.5, 0.7]);
    expect(gridValues(range(1, 3, true), 9)).toEqual([1, 2, 3]);
  });

  test('of words and whole numbers have equal shares', () => {
    const policy = ownFactor(scenario, 'dispatch.policy') as Factor;
    const words = Array.from({ length: 500 }, (_, i) => factorAt(policy, (i + 0.5) / 500));
    expect(new Set(words.map((word) => words.filter((one) => one === word).length))).toEqual(new Set([100]));
  });
});

describe('points', () => {
  test('of a grid are all combinations, the last factor fastest', () => {
    const grid = plan(['fleet.size=20,30', 'handling.secondHaulPrice=3..8']);
    expect(sweepPoints(grid)).toEqual([
      [20, 3],
      [20, 5.5],
      [20, 8],
      [30, 3],
      [30, 5.5],
      [30, 8],
    ]);
    expect(sweepSize(grid)).toBe(6);
  });

  test('of a hypercube lie in every slice; a further factor leaves the others', () => {
    const two = sweepPoints(plan(['fleet.size=20..60', 'handling.secondHaulPrice'], { design: 'lhs' }));
    const slices = two.map(([, price]) => Math.floor(((Number(price) - 3) / 5) * 16));
    expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i));
    const three = plan(['fleet.size=20..60', 'handling.secondHaulPrice', 'dispatch.policy'], { design: 'lhs' });
    expect(sweepPoints(three).map((point) => point.slice(0, 2))).toEqual(two);
  });

  test('of a Sobol sequence are a net whatever the seed, and another one for another', () => {
    const at = (seed: number) => sweepPoints(plan(['handling.secondHaulPrice'], { design: 'sobol', seed }));
    for (const seed of [1, 2]) {
      const slices = at(seed).map(([price]) => Math.floor(((Number(price) - 3) / 5) * 16));
      expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i));
    }
    expect(at(1)).not.toEqual(at(2));
    expect(at(1)).toEqual(at(1));
  });
});

describe('a sweep', () => {
  test('has at each point what compare has there', async () => {
    const { points } = await sweepScenario(scenario, plan(['fleet.size=12,40'], { replications: 3 }));
    // The scenario has 40 trucks.
    const outcomes = [0, 1, 2].map((replication) => prepare(scenario)(COMPARED, 1, replication));
    const { difference } = compare(scenario, outcomes, { seed: 1 }).measures['saving.perTonne'];
    const { mean, sd, low, high } = difference!;
    expect(points[1]!.measures['saving.perTonne']).toEqual({ mean, sd, low, high });
    expect(points[1]!.values).toEqual({ 'fleet.size': 40 });
  });

  test('shows points that cannot run without figures, and all others', async () => {
    const texts = ['yard.stagingLead=5,20', 'handling.secondHaulPrice=4,5'];
    const { points } = await sweepScenario(scenario, plan([...texts, 'calls.clockOpening=10,16']));
    for (const { values, failure, measures } of points) {
      const refused = Number(values['yard.stagingLead']) > Number(values['calls.clockOpening']);
      expect(failure?.why ?? null).toBe(refused ? 'refused' : null);
      expect(measures['saving.perTonne'] === null).toBe(refused);
    }
    expect(points.filter(({ failure }) => failure !== null)).toHaveLength(4);
  });
});
