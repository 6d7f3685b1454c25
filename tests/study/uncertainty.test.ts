import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import { describe as describeParameter, PARAMETER_KEYS } from '../../src/scenario/index.ts';
import {
  drawnAt,
  type Law,
  type Probe,
  type Probed,
  readFactors,
  type UncertaintyPlan,
  uncertain,
  uncertainty,
  uncertaintyPoints,
  uncertaintyProbes,
  uncertaintySize,
  unsourcedFactors,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();
const KEYS = [
  'quay.craneRate=1000..2000',
  'handling.secondHaulPrice=10..20',
  'road.distance=1..101',
  'dispatch.policy',
];

function parameters(texts: readonly string[] = KEYS, law: Law = 'uniform') {
  const read = readFactors(scenario, texts, '--vary');
  expect(read.faults).toEqual([]);
  return read.factors.map((factor) => uncertain(scenario, factor, law));
}

function plan(more: Partial<UncertaintyPlan> = {}): UncertaintyPlan {
  const same = { design: 'lhs', samples: 200, replications: 2, measure: 'saving.perTonne', seed: 1 } as const;
  return { parameters: parameters(), ...same, resamples: 100, ...more };
}

/** A number from −1 to 1 of each replication, of variance 1/3. */
const luck = (replication: number) => 2 * new RandomStreams(5, replication).stream('luck').at(0) - 1;

type Planted = (values: Readonly<Record<string, string>>, replication: number) => number | Probed;

/** Savings of a planted function of the settings and the replication, instead of seasons. */
function planted(of: UncertaintyPlan, saving: Planted) {
  const points = uncertaintyPoints(of);
  const run = ({ settings, replication }: Probe): Probed => {
    const found = saving(Object.fromEntries(settings.map((text) => text.split('=') as [string, string])), replication);
    return typeof found === 'number' ? { ok: true, values: [found] } : found;
  };
  return uncertainty(
    scenario,
    of,
    points,
    uncertaintyProbes(of, points).map((row) => row.map(run)),
  );
}

/** How far up a value stands in a range; in the middle where it is not set. */
const share = (text: string | undefined, low: number, high: number) =>
  (Number(text ?? (low + high) / 2) - low) / (high - low);

describe('a parameter that decides', () => {
  // −3 to 7 with the crane rate, ±0.5 with the price, nothing with the others, luck of variance 1/3.
  const found = planted(
    plan(),
    (values, r) =>
      10 * share(values['quay.craneRate'], 1000, 2000) -
      3 +
      share(values['handling.secondHaulPrice'], 10, 20) -
      0.5 +
      luck(r),
  );
  const of = (key: string) => found.knowing!.parameters.find((one) => one.key === key)!;

  test('is found, at its worth', () => {
    // The gain given it is uniform from −3 to 7 with mean 2: E[max(0, gain)] − 2 = 49/20 − 2.
    const [first] = found.knowing!.parameters;
    expect(first!.key).toBe('quay.craneRate');
    expect(first).toMatchObject({ moves: true, worthMore: true });
    // Luck and the price blur 200 points by a standard error of 0.04: six of them miss once in 5e8.
    expect(Math.abs(first!.evppi - 0.45)).toBeLessThan(0.24);
    expect(first!.se).toBeGreaterThan(0);
    expect(first!.se).toBeLessThan(0.1);
    expect(first!.explained).toBeGreaterThan(0.9);
    expect(found.knowing!.choice).toBe('direct');
  });

  test('leaves those that do nothing below the noise floor', () => {
    for (const key of ['road.distance', 'dispatch.policy']) {
      expect(of(key).worthMore && of(key).moves).toBe(false);
      expect(of(key).evppi).toBeLessThanOrEqual(found.knowing!.dummy.floor);
    }
    expect(found.knowing!.dummy).toMatchObject({ count: 400 });
    expect(found.knowing!.dummy.explainedFloor).toBeLessThan(0.2);
  });

  test('is worth no more than knowing everything', () => {
    const { all, parameters: each } = found.knowing!;
    expect(all.lower!).toBeLessThanOrEqual(all.evpi!);
    expect(all.evpi!).toBeLessThanOrEqual(all.upper);
    expect(each[0]!.evppi).toBeLessThan(all.upper + 3 * all.se!);
  });

  test('and luck share the variance as planted', () => {
    // 100/12 + 1/12 of the parameters, 1/3 of luck. Standard errors over 200 points: 0.4 and 0.03.
    expect(Math.abs(found.split!.parametersSd ** 2 - 101 / 12)).toBeLessThan(2.4);
    expect(Math.abs(found.split!.luckSd ** 2 - 1 / 3)).toBeLessThan(0.18);
    const { value, low, high } = found.split!.parametersShare;
    expect(low!).toBeLessThan(value);
    expect(high!).toBeGreaterThan(value);
    expect(Math.abs(found.mean.mean! - 2)).toBeLessThan(0.4);
    expect(found.mean.luckSe!).toBeLessThan(found.mean.se!);
  });

  test('tells how often direct loading loses, with an interval', () => {
    // Below 0 in 3/10 of the points.
    const { loses, quantiles, histogram } = found.seasons;
    expect(loses!.low).toBeLessThan(0.3);
    expect(loses!.high).toBeGreaterThan(0.3);
    expect(quantiles).toEqual([...quantiles!].sort((one, other) => one - other));
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(400);
    expect(found.expected!.loses.low).toBeLessThan(0.3);
  });
});

describe('points that have no saving', () => {
  test('are counted by their reasons, and told', () => {
    const refused: Probed = {
      ok: false,
      failure: {
        why: 'refused',
        problems: [
          {
            severity: 'error',
            file: '--set',
            line: 1,
            column: 1,
            key: 'parameters.quay.craneRate',
            hint: null,
          } as never,
        ],
      },
    };
    const found = planted(plan({ samples: 50 }), (values, r) =>
      share(values['quay.craneRate'], 1000, 2000) > 0.8 ? refused : luck(r),
    );
    expect(found).toMatchObject({ points: 50, used: 40 });
    expect(found.failures).toMatchObject({ refused: 10, unfinished: 0, first: { why: 'refused' } });
    expect(found.failures.refusedBy).toEqual([{ key: 'parameters.quay.craneRate', points: 10 }]);
  });

  test('may be all of them: nothing is said then', () => {
    const found = planted(plan({ samples: 5 }), () => ({ ok: false, failure: { why: 'refused', problems: [] } }));
    expect(found).toMatchObject({ used: 0, knowing: null, split: null, expected: null, base: null });
    expect(found.seasons).toEqual({ quantiles: null, loses: null, histogram: [] });
    expect(found.mean.mean).toBeNull();
  });
});

test('one season a point cannot tell luck from ignorance', () => {
  const found = planted(plan({ replications: 1, samples: 30 }), (_, r) => luck(r));
  expect(found).toMatchObject({ split: null, expected: null });
  expect(found.knowing!.all).toMatchObject({ evpi: null, lower: null });
  expect(found.knowing!.all.upper).toBeGreaterThan(0);
});

test('every point has worlds of its own, and the size of a plan is told before it is laid out', () => {
  const of = plan({ samples: 7, replications: 3 });
  const rows = uncertaintyProbes(of, uncertaintyPoints(of));
  expect(rows.flat()).toHaveLength(uncertaintySize(of));
  const worlds = rows.slice(1).flatMap((row) => row.map(({ replication }) => replication));
  expect(new Set(worlds).size).toBe(21);
});

describe('a law', () => {
  test('triangular is likeliest at the value of the scenario, and holds to the range', () => {
    const [rate] = parameters(['quay.craneRate=200..500'], 'triangular');
    const mode = scenario.parameters['quay.craneRate'].value as number;
    expect(rate!.mode).toBe(mode);
    // A share (mode − low) / (high − low) of the draws lies below the mode.
    const below = (mode - 200) / 300;
    expect(drawnAt(rate!, below)).toBeCloseTo(mode, 6);
    expect([drawnAt(rate!, 0), drawnAt(rate!, 1)]).toEqual([200, 500]);
  });

  test('of whole numbers gives whole numbers, all of them', () => {
    const [berths] = parameters(['quay.berths=1..3'], 'triangular');
    const drawn = Array.from({ length: 300 }, (_, i) => drawnAt(berths!, (i + 0.5) / 300));
    expect([...new Set(drawn)].sort()).toEqual([1, 2, 3]);
  });

  test('of words takes each as likely as another', () => {
    const [policy] = parameters(['dispatch.policy'], 'triangular');
    expect(policy).toMatchObject({ law: 'uniform', mode: null, isPolicy: true });
  });
});

test('what is drawn unless it is said is every recalled or assumed number with a range', () => {
  const keys = unsourcedFactors(scenario).map(({ key }) => key);
  const expected = PARAMETER_KEYS.filter((key) => {
    const { standing, range } = scenario.parameters[key];
    return ['recalled', 'assumed'].includes(standing) && range !== null && range[0] < range[1];
  });
  expect(keys).toEqual(expected);
  expect(keys).not.toContain('dispatch.policy');
  expect(keys.length).toBeGreaterThan(100);
  const facts = unsourcedFactors(scenario, false).map(({ key }) => key);
  expect(facts).toEqual(keys.filter((key) => describeParameter(key).kind !== 'policy'));
  expect(facts.length).toBeLessThan(keys.length);
});
