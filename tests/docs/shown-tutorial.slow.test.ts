/**
 * The tutorial runs as written: every command in its order, in an empty folder with nothing but the sample log, and
 * prints what the page shows; what the page shows of a file stands in a file that these commands wrote.
 * `UPDATE_DOCS=1` renews what is printed (see shown.slow.test.ts).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownUnder, printed, ROOT, UPDATING, workFolder } from './run-shown.ts';
import { renewed, shownIn, withLines } from './shown.ts';

const pages = markdownUnder('docs/tutorial');
const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');

describe.each(pages)('%s', (name) => {
  test('runs as written, in a folder of its own', { timeout: 600_000 }, () => {
    const folder = workFolder();
    const page = textOf(name);
    const now = shownIn(page).map((shown) => ({ shown, lines: renewed(shown.lines, printed(shown, name, folder)) }));
    if (UPDATING) writeFileSync(join(ROOT, name), withLines(page, now));
    else for (const { shown, lines } of now) expect(lines, shown.command).toEqual(shown.lines);
    const written = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n'));
    const files = written.join('\n');
    for (const { text } of blocksOf(page, ['yaml', 'csv'])) expect(files).toContain(text);
  });

  test('every block is run, or shows a file, or is the installation', () => {
    const page = textOf(name);
    const others = blocksOf(page, ['sh']);
    expect(others.map(({ text }) => text)).toEqual(['npm ci\n']);
    const known = shownIn(page).length + others.length + blocksOf(page, ['yaml', 'csv']).length;
    expect(page.match(/^```/gmu)?.length).toBe(2 * known);
  });
});

test('both languages take the same steps', () => {
  const [first, ...others] = pages.map((name) => shownIn(textOf(name)).map(({ command }) => command));
  expect(first?.length).toBeGreaterThan(8);
  expect(others).toEqual([first]);
});

function blocksOf(page: string, kinds: readonly string[]) {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].flatMap(([, kind = '', text = '']) =>
    kinds.includes(kind) ? [{ kind, text }] : [],
  );
}
