import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** No locale but the one that a test sets. */
const ENV = { PATH: process.env.PATH ?? '', LANG: 'C' };

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  /** Lines. */
  readonly stderr: readonly string[];
}

/** Runs the built command and waits for it. */
export function zhizhuang(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const options = { encoding: 'utf8', env: { ...ENV, ...env }, timeout: 60_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], options);
  return { status, stdout, stderr: stderr.split('\n').slice(0, -1) };
}

/**
 * Runs a command line in this process, from the sources: what it would print and its exit status.
 *
 * @param typed what somebody at a terminal answers; nobody sits there unless it is given
 */
export async function inProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  typed: string | null = null,
): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const status = await runProgram(args, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { isTTY: typed !== null, write: (text) => (written.stderr += text) },
    ...(typed === null ? {} : { stdin: Object.assign(Readable.from([typed]), { isTTY: true }) }),
    env,
  });
  const lines = written.stderr.split('\n');
  return { status, stdout: written.stdout, stderr: lines.at(-1) === '' ? lines.slice(0, -1) : lines };
}

/** Starts the built command; its output goes to a file if one is given. */
export function started(args: readonly string[], output?: number) {
  return spawn(process.execPath, [MAIN, ...args], { env: ENV, stdio: ['ignore', output ?? 'pipe', 'pipe'] });
}

/** Starting threads takes longer than all that these tests simulate: it is done where threads are the point. */
export const ONE_THREAD = ['--threads', '1'] as const;

/** A folder for the files of one test file, gone after it. */
export function ownFolder(): { readonly path: string; readonly file: (name: string, text: string | Buffer) => string } {
  const path = mkdtempSync(join(tmpdir(), 'zhizhuang-'));
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    path,
    file(name, text) {
      const at = join(path, name);
      writeFileSync(at, text);
      return at;
    },
  };
}
