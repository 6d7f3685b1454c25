/** Compiles and runs reference.c. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './draws.mjs';

/** Both sides add the same numbers in the same order; but their logarithms may differ in the last bit. */
const TOLERANCE = 1e-9;

export class Reference {
  #folder = mkdtempSync(join(tmpdir(), 'zhizhuang-bench-'));
  #program = join(this.#folder, 'reference');

  constructor() {
    const source = fileURLToPath(new URL('reference.c', import.meta.url));
    execFileSync('gcc', ['-O2', '-o', this.#program, source, '-lm'], { stdio: 'inherit' });
  }

  /**
   * @param {import('./draws.mjs').Law} law
   * @param {readonly (string | number)[]} args
   * @param {number} [repeats] how often it simulates the same
   * @returns {import('./loads.mjs').Outcome}
   */
  run(law, args, repeats = 1) {
    const input = Buffer.from(table(law).buffer);
    const printed = execFileSync(this.#program, [...args, repeats].map(String), { input }).toString();
    const [perSecond = Number.NaN, ...found] = printed.trim().split(' ').map(Number);
    return { perSecond, found };
  }

  close() {
    rmSync(this.#folder, { recursive: true });
  }
}

/**
 * Both sides have simulated the same path.
 *
 * @param {string} name
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs
 * @throws {Error} when they differ: then their rates cannot be compared
 */
export function checkSame(name, ours, theirs) {
  const same = (/** @type {number} */ x, /** @type {number} */ y) => Math.abs(x - y) <= TOLERANCE * Math.abs(y);
  if (ours.length === theirs.length && ours.every((value, i) => same(value, Number(theirs[i])))) return;
  throw new Error(`${name}: found ${ours.join(', ')} where ${theirs.join(', ')} was to be found`);
}
