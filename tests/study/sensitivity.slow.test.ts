import { describe, expect, test } from 'vitest';
import { sensitivityOf } from '../../src/execution/index.ts';
import { RandomStreams } from '../../src/random/index.ts';
import {
  type Factor,
  type FactorGroup,
  type Output,
  outputNamed,
  type Probe,
  type Probed,
  readFactors,
  type SensitivityMethod,
  type SensitivityPlan,
  sensitivity,
  sensitivityProbes,
  sensitivitySize,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';
import { ISHIGAMI, ishigami } from '../stats/ishigami.ts';

const scenario = smallScenario();
const output = outputNamed('saving.perTonne') as Output;

/** Three parameters with room, over whose ranges a function of the unit cube is planted. */
const KEYS = ['handling.secondHaulPrice=3..8', 'quay.craneRate=200..400', 'road.distance=5..25'];

function factors(texts: readonly string[]): readonly Factor[] {
  const read = readFactors(scenario, texts, '--vary');
  expect(read.faults).toEqual([]);
  return read.factors;
}

function plan(method: SensitivityMethod, groups: readonly FactorGroup[], more: Partial<SensitivityPlan> = {}) {
  const same = { output, seed: 1, replications: 1, samples: 32, levels: 4, secondOrder: false, resamples: 200 };
  return { method, groups, ...same, ...more } satisfies SensitivityPlan;
}

const alone = (texts: readonly string[]) => factors(texts).map((factor) => ({ name: factor.key, factors: [factor] }));

type Planted = (point: readonly number[], replication: number) => number;

/** Outcomes of a planted function of the three parameters and the replication, instead of seasons. */
function planted(of: SensitivityPlan, evaluate: Planted): Probed[][] {
  const all = factors(KEYS);
  const value = ({ settings, replication }: Probe): Probed => {
    const point = all.map((factor) => {
      const text = settings.find((setting) => setting.startsWith(`${factor.key}=`))?.split('=')[1];
      if (factor.kind !== 'range') return Number.NaN;
      return text === undefined ? 0.5 : (Number(text) - factor.low) / (factor.high - factor.low);
    });
    return { ok: true, values: [evaluate(point, replication)] };
  };
  return sensitivityProbes(of).map((row) => row.map(value));
}

/** A number from −1 to 1 of each replication. */
const luck = (replication: number) => 2 * new RandomStreams(5, replication).stream('luck').at(0) - 1;

function foundBy<M extends SensitivityMethod>(method: M, of: SensitivityPlan, probed: Probed[][]) {
  const found = sensitivity(scenario, of, probed);
  if (found.method !== method) throw new Error(found.method);
  return found as Extract<typeof found, { method: M }>;
}

const sobolOf = (of: SensitivityPlan, evaluate: Planted) => foundBy('sobol', of, planted(of, evaluate)).sobol;

describe('shares of variance', () => {
  test("of Ishigami's function are its closed form, whatever the replication", () => {
    const of = plan('sobol', alone(KEYS), { samples: 4096, secondOrder: true, resamples: 100 });
    const { groups, dummy, second, failures } = sobolOf(of, ishigami);
    for (const [i, name] of KEYS.map((key) => key.split('=')[0]).entries()) {
      const group = groups.find((one) => one.name === name)!;
      expect(Math.abs(group.first.value! - ISHIGAMI.first[i]!)).toBeLessThan(0.02);
      expect(Math.abs(group.total.value! - ISHIGAMI.total[i]!)).toBeLessThan(0.02);
    }
    expect(groups[0]!.total.value!).toBeGreaterThan(groups[1]!.total.value!);
    expect([dummy.first.value, dummy.total.value]).toEqual([0, 0]);
    expect(second![0]!.groups).toEqual(['handling.secondHaulPrice', 'road.distance']);
    expect(Math.abs(second![0]!.value! - ISHIGAMI.pair02)).toBeLessThan(0.03);
    expect(failures).toEqual({ points: 0, first: null });
  });

  test('give to luck what only the random numbers move', () => {
    // Variances of u and of luck: 1/12 and 4/12; of 2u: 4/12. So each has half, and nothing interacts.
    const of = plan('sobol', alone(KEYS), { samples: 2048 });
    const { groups, dummy } = sobolOf(of, ([u = 0], replication) => 2 * u + luck(replication));
    // Luck is drawn: over 2,048 rows the estimates err by 0.02 to 0.03 (sd), so 0.2 is an alarm below 1e-9.
    expect(groups[0]!.name).toBe('handling.secondHaulPrice');
    for (const index of [groups[0]!.first, groups[0]!.total, dummy.first, dummy.total]) {
      expect(Math.abs(index.value! - 0.5)).toBeLessThan(0.2);
    }
    expect(groups[1]!.total.value).toBe(0);
  });

  test('of a group are what its members have together', () => {
    const [first, second, third] = factors(KEYS);
    const groups = [
      { name: 'both', factors: [first!, third!] },
      { name: 'other', factors: [second!] },
    ];
    const { groups: found } = sobolOf(plan('sobol', groups, { samples: 4096 }), ishigami);
    expect(found.map(({ name }) => name)).toEqual(['both', 'other']);
    expect(found[0]!.factors).toEqual(['handling.secondHaulPrice', 'road.distance']);
    expect(Math.abs(found[0]!.total.value! - (1 - ISHIGAMI.first[1]!))).toBeLessThan(0.02);
  });

  test('are told for halves of the rows too, the last of them the answer', () => {
    const { convergence, groups } = sobolOf(plan('sobol', alone(KEYS), { samples: 128 }), ishigami);
    expect(convergence.map(({ rows }) => rows)).toEqual([16, 32, 64, 128]);
    for (const { name, first, total } of groups) {
      expect(convergence.at(-1)!.first[name]).toBe(first.value);
      expect(convergence.at(-1)!.total[name]).toBe(total.value);
    }
  });

  test('leave out rows with a point that failed, and say so', () => {
    const of = plan('sobol', alone(KEYS), { samples: 64 });
    const probed = planted(of, ishigami);
    const failure = { why: 'refused', problems: [] } as const;
    probed[5]![2] = { ok: false, failure };
    const { usedRows, failures, groups } = foundBy('sobol', of, probed).sobol;
    expect(usedRows).toBe(63);
    expect(failures).toEqual({ points: 1, first: failure });
    expect(groups[0]!.total.value!).toBeGreaterThan(0);
  });

  test('of nothing but failures are null, not numbers', () => {
    const of = plan('sobol', alone(KEYS), { samples: 8 });
    const probed = planted(of, ishigami).map((row) =>
      row.map((): Probed => ({ ok: false, failure: { why: 'refused', problems: [] } })),
    );
    const found = sensitivity(scenario, of, probed);
    expect(JSON.stringify(found)).not.toMatch(/NaN|undefined/);
    expect(found.method === 'sobol' && found.sobol.mean).toBeNull();
  });
});

describe('a screening', () => {
  const morrisOf = (of: SensitivityPlan, evaluate: Planted) => foundBy('morris', of, planted(of, evaluate)).morris;

  test('finds slopes exactly, in order, and luck apart', () => {
    const of = plan('morris', alone(KEYS), { samples: 40 });
    const { groups, dummy } = morrisOf(of, ([u = 0, v = 0], r) => 3 * u - 5 * v + 0.1 * luck(r));
    expect(groups.map(({ name }) => name)).toEqual(['quay.craneRate', 'handling.secondHaulPrice', 'road.distance']);
    for (const [i, slope] of [-5, 3, 0].entries()) {
      expect(groups[i]!.mu).toBeCloseTo(slope, 9);
      expect(groups[i]!.muStar.low).toBeCloseTo(Math.abs(slope), 9);
      expect(groups[i]!.effects).toBe(40);
    }
    expect(dummy.muStar.value!).toBeGreaterThan(0.03);
    expect(dummy.muStar.value!).toBeLessThan(0.3);
  });

  test('of a group has no sign', () => {
    const [first, second] = factors(KEYS);
    const groups = [{ name: 'both', factors: [first!, second!] }];
    const { groups: found } = morrisOf(plan('morris', groups, { samples: 40 }), ([u = 0, v = 0]) => u + v);
    expect(found[0]).toMatchObject({ name: 'both', mu: null, sigma: null });
    // Both up or both down, 2; one up and one down, 0: half of the trajectories each, 40 of them.
    expect(found[0]!.muStar.value!).toBeGreaterThan(0.2);
    expect(found[0]!.muStar.value!).toBeLessThan(1.8);
  });

  test('steps over points that failed', () => {
    const of = plan('morris', alone(KEYS), { samples: 10 });
    const probed = planted(of, ([u = 0]) => u);
    probed[0]![0] = { ok: false, failure: { why: 'refused', problems: [] } };
    const { groups, dummy, failures } = foundBy('morris', of, probed).morris;
    const effects = [...groups, dummy].map((group) => group.effects);
    expect(effects.reduce((sum, count) => sum + count, 0)).toBe(39);
    expect(failures.points).toBe(1);
  });
});

describe('a tornado', () => {
  const tornadoOf = (of: SensitivityPlan, evaluate: Planted) => foundBy('tornado', of, planted(of, evaluate)).tornado;

  test('has its bars by length, luck cancelled in them and shown beside', () => {
    const of = plan('tornado', alone(KEYS), { replications: 8 });
    const { base, bars, dummy } = tornadoOf(of, ([u = 0, v = 0], r) => u - 4 * v + 10 * luck(r));
    expect(bars.map(({ name }) => name)).toEqual(['quay.craneRate', 'handling.secondHaulPrice', 'road.distance']);
    for (const [i, swing] of [-4, 1, 0].entries()) {
      expect(bars[i]!.swing!.mean).toBeCloseTo(swing, 9);
      expect(bars[i]!.swing!.sd).toBeCloseTo(0, 9);
    }
    expect(base!.sd!).toBeGreaterThan(1);
    expect(dummy.swing!.sd!).toBeGreaterThan(1);
    expect([dummy.low.value, dummy.high.value]).toEqual([null, null]);
  });

  test('of a list goes from the value with the least output to that with the greatest', () => {
    const of = plan('tornado', alone(['quay.craneRate=200,400,300']));
    const { bars } = tornadoOf(of, ([, v = 0]) => (v - 0.5) ** 2);
    expect([bars[0]!.low.value, bars[0]!.swing!.mean]).toEqual([300, 0.25]);
  });
});

describe('the size of a study', () => {
  test.each(['tornado', 'morris', 'sobol'] as const)('%s is told before it is laid out', (method) => {
    for (const secondOrder of [false, true]) {
      for (const replications of [1, 3]) {
        const of = plan(method, alone([...KEYS, 'dispatch.policy']), { secondOrder, replications });
        const probes = sensitivityProbes(of).flat();
        expect(sensitivitySize(of)).toBe(probes.length);
      }
    }
  });
});

test('on real seasons a price moves the saving by its whole range, the same on one thread and two', async () => {
  const of = plan('tornado', alone(['handling.secondHaulPrice=3..8', 'fleet.size=10..40']), { replications: 3 });
  const one = await sensitivityOf(scenario, of);
  expect(await sensitivityOf(scenario, of, { threads: 2 })).toEqual(one);
  if (one.method !== 'tornado') throw new Error(one.method);
  const bar = one.tornado.bars.find(({ name }) => name === 'handling.secondHaulPrice')!;
  expect(bar.swing!.mean).toBeCloseTo(5, 9);
  expect(bar.swing!.sd).toBeCloseTo(0, 9);
});
