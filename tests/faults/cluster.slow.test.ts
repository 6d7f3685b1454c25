/** Whatever ends or comes twice on a cluster, the answer has the bytes of an undisturbed run. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MAIN, ownFolder, zhizhuang } from '../cli/command.ts';
import { describeNeeding } from '../needs.ts';
import { smallText } from '../report/small-study.ts';
import { type Launched, launched } from './launched.ts';
import { type OwnRedis, ownRedis } from './redis.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const study = ['compare', small, '--replications', '150', '--json'];
const MINUTES = 60_000;

describeNeeding('redis', 'a study on a cluster', () => {
  let redis: OwnRedis;
  let undisturbed = '';
  const running: Launched[] = [];
  const launch = (args: readonly string[], main = MAIN) => {
    const one = launched(args, redis.env, main);
    running.push(one);
    return one;
  };
  const worker = (main = MAIN) => launch(['worker', '--redis', redis.url, '--threads', '1'], main);
  const coordinator = (...more: string[]) => launch([...study, '--redis', redis.url, '--store', 'none', ...more]);
  /** Holds what a coordinator printed to the undisturbed bytes. */
  const isRight = async (one: Launched) => {
    expect([await one.ended(), one.text.stdout === undisturbed]).toEqual([0, true]);
  };

  beforeAll(async () => {
    undisturbed = zhizhuang([...study, '--store', 'none', '--threads', '1']).stdout;
    redis = await ownRedis(folder.path);
    await redis.start();
  }, MINUTES);
  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.child.kill('SIGKILL');
      await one.ended();
    }
    await redis.client().flushall();
  });
  afterAll(() => redis.stop());

  test(
    'survives workers that are killed, and one that sleeps while its piece is done by another',
    async () => {
      const [asleep, killed] = [worker(), worker()];
      const one = coordinator();
      await Promise.all([asleep.said(/tasks in/), killed.said(/tasks in/)]);
      killed.child.kill('SIGKILL');
      asleep.child.kill('SIGSTOP');
      const right = worker();
      // Longer than a piece may go without a word of its worker: it is delivered again, and then twice.
      await pause(13_000);
      asleep.child.kill('SIGCONT');
      await isRight(one);
      right.child.kill('SIGTERM');
      expect([await right.ended(), right.text.stderr.split('\n').at(-2)]).toEqual([
        0,
        'Finishing what is in hand, then leaving; once more leaves at once',
      ]);
    },
    3 * MINUTES,
  );

  test(
    'that is killed itself goes on where it stopped',
    async () => {
      worker();
      const store = join(folder.path, 'coordinator.duckdb');
      const first = coordinator('--store', store, '--progress', 'json');
      await first.said(/"done":[1-9]/);
      await pause(1500);
      first.child.kill('SIGKILL');
      await first.ended();
      await isRight(coordinator('--store', store));
    },
    3 * MINUTES,
  );

  test(
    'goes on when Redis is started anew and has forgotten everything',
    async () => {
      worker();
      const one = coordinator('--progress', 'json');
      await one.said(/"done":[1-9]/);
      await redis.stop('SIGKILL');
      await pause(2500);
      await redis.start();
      await isRight(one);
      expect(one.text.stderr).toContain('Redis does not answer; waiting for it\n');
      expect(one.text.stderr).toContain('Redis answers again\n');
      expect(one.text.stderr).not.toContain('only-for-tests');
    },
    3 * MINUTES,
  );

  test(
    'shares its queue with another one of the same, and both are right',
    async () => {
      worker();
      const [one, other] = [coordinator(), coordinator()];
      await Promise.all([isRight(one), isRight(other)]);
    },
    3 * MINUTES,
  );

  test(
    'is refused by a worker of another result version, which both say, and done by one of its own',
    async () => {
      const other = join(folder.path, 'other');
      const house = dirname(dirname(dirname(MAIN)));
      cpSync(dirname(dirname(MAIN)), join(other, 'dist'), { recursive: true });
      cpSync(join(house, 'package.json'), join(other, 'package.json'));
      symlinkSync(join(house, 'node_modules'), join(other, 'node_modules'));
      const changed = join(other, 'dist', 'study', 'measures.js');
      writeFileSync(changed, `${readFileSync(changed, 'utf8')}\n// another version\n`);
      const stranger = worker(join(other, 'dist', 'cli', 'main.js'));
      await stranger.said(/result version/);
      const one = coordinator();
      await stranger.said(/refused: it is of result version [0-9a-f]{12}, this worker is of another/);
      await one.said(/Waiting for workers of result version .* refuse \(.* process \d+ has [0-9a-f]{12}\)/);
      expect(one.text.stdout).toBe('');
      worker();
      await isRight(one);
    },
    3 * MINUTES,
  );

  test(
    'takes nothing of what a stranger puts into its queue',
    async () => {
      const server = worker();
      const one = coordinator('--progress', 'json');
      await one.said(/"done":[1-9]/);
      const client = redis.client();
      const [queue = ''] = await client.zrange('zhizhuang:queues', 0, -1);
      const { Queue } = await import('bullmq');
      const strange = new Queue(queue, {
        connection: { ...redis.address, db: 0, tls: undefined } as never,
        prefix: 'zhizhuang',
      });
      await strange.add('piece', { rows: [[{ settings: [], mode: '../../etc', seed: 1, replication: 0 }]] });
      await client.zadd('zhizhuang:queues', Date.now(), '../../../etc/passwd');
      await client.zadd('zhizhuang:workers', Date.now(), '{"id":');
      await isRight(one);
      await strange.close();
      await server.said(/refused: what was handed in are no tasks/);
      expect(server.child.exitCode).toBe(null);
    },
    3 * MINUTES,
  );

  test(
    'that is interrupted keeps what is finished, says so, and takes back what is not begun',
    async () => {
      worker();
      const store = join(folder.path, 'interrupted.duckdb');
      const one = coordinator('--store', store, '--progress', 'json');
      await one.said(/"done":[1-9]/);
      one.child.kill('SIGTERM');
      expect([await one.ended(), one.text.stdout]).toEqual([130, '']);
      expect(one.text.stderr).toMatch(
        /Interrupted: \d+ of 150 done; what is finished is kept in .*interrupted\.duckdb/,
      );
      await isRight(coordinator('--store', store));
    },
    3 * MINUTES,
  );
});
