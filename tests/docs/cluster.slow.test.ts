/** The cluster's guide runs as it is written, but for its ports. */
import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAIN } from '../cli/command.ts';
import { watched } from '../faults/launched.ts';
import { freePort } from '../faults/redis.ts';
import { describeNeeding } from '../needs.ts';
import { ROOT, workFolder } from './run-shown.ts';

const folder = workFolder();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describeNeeding('redis', 'docs/guides/cluster.md', () => {
  test('runs as written: Redis, two workers, a sweep, one worker killed, the dashboard, the results', async () => {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const guide = readFileSync(join(ROOT, 'docs/guides/cluster.md'), 'utf8');
    const blocks = [...guide.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, block]) => block);
    expect(blocks).toHaveLength(5);
    const [redis, board] = [await freePort(), await freePort()];
    const script = blocks
      .join('\n')
      .replaceAll('npx zhizhuang', `"${process.execPath}" "${MAIN}"`)
      .replaceAll('6390', String(redis))
      .replaceAll('6391', String(board));
    // Whatever fails, what was started is ended: its process group is this test's own.
    const env = { PATH: process.env.PATH, LANG: 'C' };
    const child = spawn('sh', ['-ec', script], { cwd: folder, env, detached: true });
    const shell = watched(child);
    const late = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), 150_000);
    const status = await shell.ended();
    clearTimeout(late);
    expect([status, shell.text.stdout], shell.text.stderr).toEqual([0, '']);
    const { queues } = JSON.parse(read('queues.json'));
    expect(queues[0].name).toMatch(/^sweep\.[0-9a-f]{12}\.[0-9a-f]{16}$/);
    expect(JSON.parse(read('sweep.json')).points).toHaveLength(3);
    expect(read('results.csv')).toContain('fleet.size=40');
    const last = read('progress.log').trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ done: 18, expected: 18, secondsLeft: 0 });
    expect(read('worker-2.log')).toContain('Finishing what is in hand');
    for (const log of ['worker-1.log', 'worker-2.log', 'progress.log', 'redis.log']) {
      expect(read(log)).not.toContain('choose-your-own');
    }
  }, 180_000);
});
