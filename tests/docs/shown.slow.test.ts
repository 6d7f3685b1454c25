/**
 * What the pages show under a command is what the program prints. Commands of minutes are left out here; to run all of
 * them and write the pages anew:
 *
 *   UPDATE_DOCS=1 npx vitest run --config tests/vitest.config.ts tests/docs/shown
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownUnder, printed, ROOT, UPDATING, workFolder } from './run-shown.ts';
import { renewed, shownIn, withLines } from './shown.ts';

/** Minutes, not seconds. */
const LONG = /^(?:calibrate|sensitivity|uncertainty|frontier|plan) /u;

/** A test of its own runs the tutorial: all of it, as somebody who follows it would. */
const elsewhere = (name: string) => name.startsWith('docs/tutorial/');

const pages = ['README.md', 'README.zh.md', ...markdownUnder('docs')].flatMap((name) => {
  const shown = elsewhere(name) ? [] : shownIn(readFileSync(join(ROOT, name), 'utf8'));
  const run = shown.filter(({ command }) => UPDATING || !LONG.test(command));
  return run.length > 0 ? [{ name, run }] : [];
});

const folder = workFolder();

describe.each(pages)('$name', ({ name, run }) => {
  test('shows what is printed', { timeout: 3_600_000 }, () => {
    const file = join(ROOT, name);
    const now = run.map((shown) => ({ shown, lines: renewed(shown.lines, printed(shown, name, folder)) }));
    if (UPDATING) writeFileSync(file, withLines(readFileSync(file, 'utf8'), now));
    else for (const { shown, lines } of now) expect(lines, shown.command).toEqual(shown.lines);
  });
});

test('commands are shown on many pages', () => {
  expect(pages.length).toBeGreaterThan(5);
});
