import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import { binomialTail } from '../../src/stats/index.ts';
import {
  type Observation,
  type Selection,
  type SelectionPlan,
  selectBest,
  type Wanted,
} from '../../src/study/index.ts';

const SAME = { alpha: 0.05, indifference: 1, chance: 0.9, firstStage: 10, most: 2000 };

/** A system with a normal cost and a chance of keeping the demand. */
interface System {
  readonly mean: number;
  readonly chance: number;
  /** Fails in this replication and those after it. */
  readonly failsFrom?: number;
}

function selected(systems: readonly System[], more: Partial<SelectionPlan> = {}, run = 0) {
  const asked: Wanted[] = [];
  const observe = ({ system, first, count }: Wanted): Observation[] =>
    Array.from({ length: count }, (_, i) => observed(systems[system]!, system, first + i, run));
  const search = selectBest({ ...SAME, ...more, systems: systems.length });
  let step = search.next();
  while (step.done !== true) {
    asked.push(...step.value);
    step = search.next(step.value.map(observe));
  }
  return { ...step.value, asked } satisfies Selection & { asked: Wanted[] };
}

function observed({ mean, chance, failsFrom = Infinity }: System, system: number, k: number, run: number): Observation {
  if (k >= failsFrom) return { cost: null, kept: false };
  const streams = new RandomStreams(run, k);
  const normal = (name: string) => normalQuantile(streams.stream('cost', name).next());
  return {
    cost: mean + normal('common') + normal(`own ${system}`),
    kept: streams.stream('kept', `${system}`).next() < chance,
  };
}

describe('a selection', () => {
  test('takes the cheapest that keeps the demand, and says what became of the others', () => {
    const systems = [
      { mean: 3, chance: 1 },
      { mean: 0, chance: 0.2 },
      { mean: 12, chance: 1 },
      { mean: 9, chance: 0.99, failsFrom: 2 },
    ];
    const { chosen, fates, separated, proofs } = selected(systems);
    expect({ chosen, fates, separated, proofs }).toEqual({
      chosen: 0,
      fates: ['chosen', 'infeasible', 'beaten', 'failed'],
      separated: true,
      proofs: 1,
    });
  });

  test('puts to the proof in replications that nothing else has seen', () => {
    const { asked } = selected([
      { mean: 0, chance: 1 },
      { mean: 0.5, chance: 1 },
    ]);
    const seen = new Set<string>();
    for (const { system, first, count } of asked) {
      for (let k = first; k < first + count; k++) {
        expect(seen.has(`${system} ${k}`)).toBe(false);
        seen.add(`${system} ${k}`);
      }
    }
    expect(asked.some(({ first }) => first >= 1_000_000)).toBe(true);
  });

  test('has nobody proven infeasible eliminate the one to be chosen', () => {
    // The cheapest keeps 0.8 of 0.9: its first stage does not tell; its proof does.
    const { chosen, fates } = selected([
      { mean: 0, chance: 0.8 },
      { mean: 6, chance: 1 },
    ]);
    expect(chosen).toBe(1);
    expect(fates[0]).toBe('infeasible');
  });

  test('chooses none where none keeps the demand, or cannot be proven to', () => {
    expect(selected([{ mean: 0, chance: 0 }]).chosen).toBeNull();
    const even = selected([{ mean: 0, chance: 0.9 }], { most: 100 });
    expect([even.chosen, even.fates[0]]).toEqual([null, 'unproven']);
  });

  test('takes those that do the same as one, and asks no demand where there is none', () => {
    const systems = [
      { mean: 0, chance: 0 },
      { mean: 20, chance: 0 },
    ];
    const { chosen, proofs } = selected(systems, { chance: null });
    expect([chosen, proofs]).toEqual([0, 0]);
    const search = selectBest({ ...SAME, chance: null, systems: 2 });
    let step = search.next();
    const twin = (wanted: readonly Wanted[]) =>
      wanted.map(({ first, count }) => Array.from({ length: count }, (_, i) => ({ cost: first + i, kept: true })));
    while (step.done !== true) step = search.next(twin(step.value));
    expect(step.value).toMatchObject({ chosen: 0, fates: ['chosen', 'same'], sameAs: [null, 0], separated: true });
  });

  test('says so when its budget is spent before the best is told apart', () => {
    const close = selected(
      [
        { mean: 0, chance: 1 },
        { mean: 0, chance: 1 },
      ],
      { indifference: 0.01, most: 150 },
    );
    expect(close.separated).toBe(false);
    expect(close.fates.toSorted()).toEqual(['chosen', 'contender']);
  });

  test('keeps its promise: a planted best is selected, what is infeasible is not', () => {
    const systems = [
      { mean: 1, chance: 1 },
      { mean: 0, chance: 1 },
      { mean: -1, chance: 0.6 },
      { mean: 1, chance: 0.97 },
    ];
    const runs = 60;
    let right = 0;
    for (let run = 0; run < runs; run++) right += selected(systems, {}, run).chosen === 1 ? 1 : 0;
    // Promised is 0.95; at that, fewer than 43 of 60 have a chance below 1e-8.
    expect(binomialTail(43, runs, 0.95)).toBeGreaterThan(1 - 1e-8);
    expect(right).toBeGreaterThanOrEqual(43);
  });
});
