import { expect, test } from 'vitest';
import { inProcess } from '../../src/execution/index.ts';
import { runReplications } from '../../src/execution/run-replications.ts';
import { COMPARED } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario(true);

test('replications are the same however many are handed over at a time, and told of one after the other', async () => {
  const asked = { modes: COMPARED, seed: 3, first: 2, count: 5 };
  const whole = await runReplications(inProcess(scenario), scenario, asked);
  expect(whole.map(({ replication }) => replication)).toEqual([2, 3, 4, 5, 6]);
  const told: number[] = [];
  const onProgress = (done: number) => told.push(done);
  expect(await runReplications(inProcess(scenario), scenario, { ...asked, atATime: 2, onProgress })).toStrictEqual(
    whole,
  );
  expect(told).toEqual([1, 2, 3, 4, 5]);
});
