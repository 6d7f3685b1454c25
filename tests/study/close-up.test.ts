import { expect, test } from 'vitest';
import { toPortInputs, toTerms } from '../../src/scenario/index.ts';
import { closeUpOf } from '../../src/study/close-up.ts';
import { COMPARED, outcomeTasks, recordReplication, type Task, taskRunner } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario(true);
const run = taskRunner(scenario);
const plain = outcomeTasks(scenario, COMPARED, 5, 1);
const looked = outcomeTasks(scenario, COMPARED, 5, 1, { look: true });

test('what is looked at has the outcome of a plain run, to the last bit, and so has what shares its season', () => {
  const outcomes = looked.map(run);
  expect(outcomes.map((one) => one.ok && one.closeUp !== undefined)).toEqual([true, true, false, false]);
  // Another runner, so that no season is taken from the looks; toStrictEqual tells 0 from −0.
  const again = plain.map(taskRunner(scenario));
  const bare = outcomes.map((one) => (one.ok ? { ok: true, outcome: one.outcome } : one));
  expect(bare).toStrictEqual(again);
});

test('a look sees what the recorded season shows, whatever was run before', () => {
  const seasons = recordReplication(scenario, COMPARED, 5, 1);
  const seen = seasons.map((season) => closeUpOf(season, toPortInputs(scenario), toTerms(scenario), 1));
  expect(seen.map(({ first }) => first)).toEqual([null, null]);
  const fresh = taskRunner(scenario);
  plain.map(fresh);
  for (const [i, task] of looked.slice(0, 2).entries()) expect(fresh(task)).toMatchObject({ closeUp: seen[i] });
  // It can be sent to another thread and back as it is.
  expect(structuredClone(seen)).toStrictEqual(seen);
});

test('a season that cannot be served fails as it does where nobody looks', () => {
  const few = ['fleet.size=1', 'fleet.stagingTrucks=1', 'calls.clockClosing=1', 'road.distance=2000'];
  const task: Task = { settings: few, mode: 'direct', seed: 1, replication: 0 };
  const failed = run(task);
  expect(failed).toMatchObject({ ok: false, failure: { why: 'unfinished' } });
  expect(taskRunner(scenario)({ ...task, look: true })).toStrictEqual(failed);
});
