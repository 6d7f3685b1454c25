/** Tasks on a cluster: a real Redis, workers in this process with threads of their own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ClusterNote,
  collect,
  inProcess,
  onCluster,
  runWorker,
  type WorkerNote,
} from '../../src/execution/index.ts';
import type { Task } from '../../src/study/index.ts';
import { ownFolder } from '../cli/command.ts';
import { type OwnRedis, ownRedis } from '../faults/redis.ts';
import { describeNeeding } from '../needs.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario(true);
const folder = ownFolder();
const task = (replication: number, mode: Task['mode'], settings: string[] = []): Task => ({
  settings,
  mode,
  seed: 1,
  replication,
});
const ROWS = Array.from({ length: 12 }, (_, at) => [
  task(at, 'staged'),
  task(at, 'direct'),
  task(at, 'direct', ['fleet.size=9']),
]);
ROWS.push([task(0, 'direct', ['fleet.size=-1'])], ROWS[0] ?? []);

describeNeeding('redis', 'tasks on a cluster', () => {
  let redis: OwnRedis;
  const stop = new AbortController();
  const notes: WorkerNote[] = [];
  let worker: Promise<void>;

  beforeAll(async () => {
    redis = await ownRedis(folder.path);
    await redis.start();
    const { address } = redis;
    worker = runWorker({
      address,
      threads: 2,
      program: 'test',
      onNote: (note) => notes.push(note),
      signal: stop.signal,
    });
  });
  afterAll(() => redis.stop());

  test('have the outcomes they have here, to the last bit, twice over', async () => {
    const here = await collect(inProcess(scenario), ROWS);
    const said: ClusterNote[] = [];
    const executor = onCluster(scenario, { address: redis.address, study: 'test', onNote: (note) => said.push(note) });
    try {
      for (let time = 0; time < 2; time++) {
        expect(await collect(executor, ROWS)).toStrictEqual(here);
      }
    } finally {
      await executor.close();
    }
    expect(said).toEqual([]);
    expect(notes.map(({ is }) => is)).toContain('done');
  });

  test('leave nothing behind but the worker, and that leaves when it is told', async () => {
    stop.abort();
    await worker;
    const keys = await redis.client().keys('*');
    expect(keys.filter((key) => !key.endsWith(':stalled-check'))).toEqual([]);
  });
});
