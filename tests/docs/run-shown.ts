import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { MAIN, ownFolder } from '../cli/command.ts';
import type { Shown } from './shown.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Whether the pages are to be written anew. */
export const UPDATING = process.env.UPDATE_DOCS === '1';

/** Every page below a folder, by its path from the root, folders in the order of the alphabet. */
export function markdownUnder(below: string): string[] {
  return readdirSync(join(ROOT, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return markdownUnder(path);
    return path.endsWith('.md') ? [path] : [];
  });
}

/** Every source file, by its path from `src/`. */
export function sourceFiles(): { readonly name: string; readonly text: string }[] {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(ROOT, 'src', name), 'utf8') }));
}

/** An empty folder to run commands in, gone after the tests: what they write is not left among the sources. */
export function workFolder(): string {
  const { path: folder } = ownFolder();
  for (const shown of ['scenarios', 'docs']) symlinkSync(join(ROOT, shown), join(folder, shown));
  return folder;
}

/** What a command of a page prints, in the page's language, line by line. */
export function printed({ command }: Shown, page: string, folder: string): string[] {
  const language = command.includes('--lang') ? '' : `--lang ${page.includes('.zh.') ? 'zh' : 'en'}`;
  const line = `"${process.execPath}" "${MAIN}" ${command} ${language} --quiet`;
  // Simulated, and not taken from anybody's store.
  const env = { ...process.env, ZHIZHUANG_STORE: 'none' };
  const { status, stdout, stderr } = spawnSync(line, { shell: true, cwd: folder, encoding: 'utf8', env });
  expect([status, stderr], command).toEqual([0, '']);
  return stdout.split('\n').map(withoutVersion);
}

/** A line of `results list` ends with the code's version, which every change of the code changes. */
function withoutVersion(line: string): string {
  return line.replace(/(?<=zhizhuang \d+\.\d+\.\d+ {2})[0-9a-f]{12}$/u, '0123456789ab');
}
