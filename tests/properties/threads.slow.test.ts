import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runReplications, withExecutor } from '../../src/execution/index.ts';
import type { Mode } from '../../src/port/index.ts';
import { eventful } from './seasons.ts';

const MODES: readonly Mode[] = ['staged', 'direct'];

/** Threads run the compiled worker: it must be this source's. */
beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}, 120_000);

test('the same bytes on one and on two threads', async () => {
  for (const scenario of fc.sample(eventful, { numRuns: 3, seed: 1 })) {
    const run = (threads: number) =>
      withExecutor(scenario, { threads }, (executor) =>
        runReplications(executor, scenario, { modes: MODES, seed: 7, first: 0, count: 13 }),
      );
    const [one, two] = await Promise.all([run(1), run(2)]);
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(two.map(({ replication }) => replication)).toEqual(Array.from({ length: 13 }, (_, i) => i));
  }
}, 60_000);
