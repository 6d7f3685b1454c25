/**
 * What the pages show under a command is what the program prints. Commands of minutes are left out here; to run all of
 * them and write the pages anew:
 *
 *   UPDATE_DOCS=1 npx vitest run --config tests/vitest.config.ts tests/docs/shown
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { MAIN, ownFolder } from '../cli/command.ts';
import { renewed, type Shown, shownIn, withLines } from './shown.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const updating = process.env.UPDATE_DOCS === '1';

/** Minutes, not seconds. */
const LONG = /^(?:calibrate|sensitivity|uncertainty|frontier|plan) /u;

const pages = ['README.md', 'README.zh.md', ...markdownUnder('docs')].flatMap((name) => {
  const shown = shownIn(readFileSync(join(root, name), 'utf8'));
  const run = shown.filter(({ command }) => updating || !LONG.test(command));
  return run.length > 0 ? [{ name, run }] : [];
});

/** Commands write files where they are run: not among the sources. */
const { path: folder } = ownFolder();
for (const shown of ['scenarios', 'docs']) symlinkSync(join(root, shown), join(folder, shown));

describe.each(pages)('$name', ({ name, run }) => {
  test('shows what is printed', { timeout: 3_600_000 }, () => {
    const file = join(root, name);
    const now = run.map((shown) => ({ shown, lines: renewed(shown.lines, printed(shown, name)) }));
    if (updating) writeFileSync(file, withLines(readFileSync(file, 'utf8'), now));
    else for (const { shown, lines } of now) expect(lines, shown.command).toEqual(shown.lines);
  });
});

test('commands are shown on many pages', () => {
  expect(pages.length).toBeGreaterThan(5);
});

function printed({ command }: Shown, name: string): string[] {
  const language = command.includes('--lang') ? '' : `--lang ${name.includes('.zh.') ? 'zh' : 'en'}`;
  const line = `"${process.execPath}" "${MAIN}" ${command} ${language} --quiet`;
  // Simulated, and not taken from anybody's store.
  const env = { ...process.env, ZHIZHUANG_STORE: 'none' };
  const { status, stdout, stderr } = spawnSync(line, { shell: true, cwd: folder, encoding: 'utf8', env });
  expect([status, stderr], command).toEqual([0, '']);
  return stdout.split('\n');
}

function markdownUnder(below: string): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return markdownUnder(path);
    return path.endsWith('.md') ? [path] : [];
  });
}
