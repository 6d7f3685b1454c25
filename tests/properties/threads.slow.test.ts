import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inProcess, onThreads } from '../../src/execution/index.ts';
import type { Mode } from '../../src/port/index.ts';
import { eventful } from './seasons.ts';

const MODES: readonly Mode[] = ['staged', 'direct'];

/** Threads run the compiled worker: it must be this source's. */
beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}, 120_000);

test('the same bytes on one and on two threads', async () => {
  const executors = [inProcess(), onThreads(2)];
  try {
    for (const scenario of fc.sample(eventful, { numRuns: 3, seed: 1 })) {
      const batch = { scenario: { ...scenario }, modes: MODES, seed: 7, first: 0, count: 13 };
      const [one, two] = await Promise.all(executors.map((executor) => executor.run(batch)));
      expect(JSON.stringify(two)).toBe(JSON.stringify(one));
      expect(two?.map(({ replication }) => replication)).toEqual(Array.from({ length: 13 }, (_, i) => i));
    }
  } finally {
    await Promise.all(executors.map((executor) => executor.close()));
  }
}, 60_000);
