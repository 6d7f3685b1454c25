import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/**
 * What the engine may allocate for an event without a trace: numbers that code boxes now and then. Measured: 21 to 27
 * bytes; with a trace some 260 (84 when the garbage collector came in between), an entry alone being 56.
 */
const MOST_BYTES = 56;

test('a simulation without a trace allocates next to nothing for an event; with one, entries', () => {
  const script = fileURLToPath(new URL('trace-cost.mjs', import.meta.url));
  const engine = new URL('../../dist/engine/index.js', import.meta.url).href;
  const printed = execFileSync(process.execPath, ['--expose-gc', script, engine], { encoding: 'utf8' });
  const { untraced, traced, last }: { untraced: number; traced: number; last: unknown } = JSON.parse(printed);
  expect(last).toMatchObject({ who: expect.stringMatching(/^customer/) });
  expect(traced).toBeGreaterThan(MOST_BYTES);
  expect(untraced).toBeLessThan(MOST_BYTES);
});
