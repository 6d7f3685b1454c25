import { expect, test } from 'vitest';
import { reportStudy } from '../../src/execution/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario(true);

test('a report is the same on threads as one replication after the other', async () => {
  const options = { seed: 1, replications: 3 };
  const told: number[] = [];
  const onThreads = await reportStudy(scenario, { ...options, threads: 2, onProgress: (done) => told.push(done) });
  expect(onThreads).toStrictEqual(await reportStudy(scenario, options));
  expect(told).toEqual([1, 2, 3]);
});

test.each([1, 2])('a report on %i threads ends when it is interrupted', async (threads) => {
  const stop = new AbortController();
  const told: number[] = [];
  const onProgress = (done: number) => {
    told.push(done);
    stop.abort();
  };
  const report = reportStudy(scenario, { seed: 1, replications: 50, threads, onProgress, signal: stop.signal });
  await expect(report).rejects.toThrow('interrupted');
  expect(told.length).toBeLessThan(50);
});
