import { describe, expect, test } from 'vitest';
import { type Mode, stepwiseRunner, type Task, taskRunner } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();

const task = (replication: number, mode: Mode, settings: readonly string[] = []): Task => {
  return { settings, mode, seed: 3, replication };
};
const pairs = (replications: number, settings: readonly string[] = []): Task[] =>
  Array.from({ length: replications }, (_, at) => [task(at, 'staged', settings), task(at, 'direct', settings)]).flat();
const OTHER_PRICE = ['haulage.truckPrice=0.9'];

describe('Seasons that are kept beyond their replication', () => {
  /** Which of the same tasks at another price are simulated anew: what is only settled takes a single step. */
  function simulatedAnew(kept: number): boolean[] {
    const run = stepwiseRunner(scenario, kept);
    for (const one of pairs(3)) for (const steps = run(one); steps.next().done !== true; );
    return pairs(3, OTHER_PRICE).map((one) => run(one).next().done !== true);
  }

  test('are only settled again where prices alone differ', () => {
    expect(simulatedAnew(6)).not.toContain(true);
  });

  test('are as many as is said', () => {
    expect(simulatedAnew(4)).toEqual([true, true, false, false, false, false]);
    expect(simulatedAnew(0)).not.toContain(false);
  });

  test('come to the same as seasons simulated anew', () => {
    const run = taskRunner(scenario, 6);
    pairs(3).forEach(run);
    expect(pairs(3, OTHER_PRICE).map(run)).toEqual(pairs(3, OTHER_PRICE).map(taskRunner(scenario)));
  });
});
