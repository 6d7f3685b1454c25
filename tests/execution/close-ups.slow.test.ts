import { expect, test } from 'vitest';
import { firstCloseUps } from '../../src/execution/run-close-ups.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario(true);

test('close-ups are the same on threads as one after the other, in order of replication', async () => {
  const told: number[] = [];
  const onThreads = await firstCloseUps(scenario, 1, 3, { threads: 2, onProgress: (done) => told.push(done) });
  expect(onThreads.map(({ replication }) => replication)).toEqual([0, 1, 2]);
  expect(onThreads).toEqual(await firstCloseUps(scenario, 1, 3, {}));
  expect(told).toEqual([1, 2, 3]);
});

test.each([1, 2])('close-ups on %i threads end when they are interrupted', async (threads) => {
  const stop = new AbortController();
  const told: number[] = [];
  const onProgress = (done: number) => {
    told.push(done);
    stop.abort();
  };
  const looks = firstCloseUps(scenario, 1, 50, { threads, onProgress, signal: stop.signal });
  await expect(looks).rejects.toThrow('interrupted');
  expect(told.length).toBeLessThan(50);
});
