import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isPresent } from '../system-parts.mjs';

const gcc = { proof: 'gcc', packages: ['gcc', 'libc6-dev'], neededBy: "the engine's bench" };
/** Some forty processes are started. */
const TIMEOUT_MS = 180_000;
const bench = fileURLToPath(new URL('../../bench/engine/bench.mjs', import.meta.url));
const run = (...args: string[]) => execFileSync('node', [bench, '--quick', ...args]).toString();

/** The bench itself stops with an error where the reference in C and the engine find different waits. */
test.skipIf(!isPresent(gcc))(
  'the bench runs, finds what the reference in C finds, and prints its JSON',
  () => {
    const rate = expect.any(Number);
    expect(JSON.parse(run('--json'))).toMatchObject({
      hold: { 1000: rate, 100000: rate, 1000000: rate },
      mm1Callback: rate,
      mm1Process: rate,
      mm3Process: rate,
      cancel: rate,
      ratios: { 'hold 1000': rate, 'hold 1000000': rate, mm1Callback: rate, mm1Process: rate, mm3Process: rate },
      bytes: { process: rate, queued: rate, event: rate },
    });
  },
  TIMEOUT_MS,
);

test(
  'the bench shows where the time of a load goes',
  () => {
    const [title, ...lines] = run('--profile', 'mm1Process').trim().split('\n');
    expect(title).toContain('mm1Process');
    expect(lines).toHaveLength(10);
  },
  TIMEOUT_MS,
);
