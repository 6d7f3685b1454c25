import { expect, test } from 'vitest';
import { collect, inProcess, withExecutor } from '../../src/execution/index.ts';
import { alternativesOf, alternativeTasks, compareVariants } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();

test('tasks come out in their rows whatever the threads', async () => {
  const variants = [{ name: 'few', settings: ['fleet.size=6'] }];
  const tasks = alternativeTasks(alternativesOf(['direct'], variants), 1, 3);
  const two = await withExecutor(scenario, { threads: 2 }, (executor) => collect(executor, tasks));
  expect(two).toEqual(await collect(inProcess(scenario), tasks));
}, 60_000);

/**
 * A/A on independent random numbers: a mode against itself differs by luck alone, so the interval has 0 in it as
 * often as promised. Of 100 studies at 0.9 fewer than 73 cover with a chance below 4e-7 if costs are near normal;
 * normal quantiles in the place of Student's would cover in about 65.
 */
test('A/A on independent random numbers covers 0 as often as it says', async () => {
  const alternatives = alternativesOf(['direct', 'direct'], []);
  const [studies, replications] = [100, 2];
  const tasks = alternativeTasks(alternatives, 1, studies * replications, 'independent');
  const outcomes = await collect(inProcess(scenario), tasks);
  let covered = 0;
  for (let study = 0; study < studies; study++) {
    const rows = outcomes.slice(study * replications, (study + 1) * replications);
    const { families } = compareVariants(scenario, alternatives, rows, { seed: 1, confidence: 0.9 });
    const [one] = families['cost.perTonne']?.comparisons ?? [];
    if (one !== undefined && one.dunnett.low <= 0 && one.dunnett.high >= 0) covered++;
  }
  expect(covered).toBeGreaterThanOrEqual(73);
}, 120_000);
