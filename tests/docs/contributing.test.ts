import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layers } from '../layers.ts';
import { ROOT } from './run-shown.ts';

const page = readFileSync(join(ROOT, 'docs/CONTRIBUTING.md'), 'utf8');

test('names files and commands that there are', () => {
  const paths = [...page.matchAll(/`((?:src|tests)\/[^`]+)`/gu)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  const run = [...page.matchAll(/npm run (\w+)/gu)].map(([, name]) => name);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
});

test('tells every layer', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/gu)].map(([, name = '']) => name));
  expect(told.sort()).toEqual(Object.keys(layers).sort());
});

/** The new lines of the example stand where the page says, beside what is there now. */
test('changes lines that the files have', () => {
  const before = { 'src/port/inputs.ts': " | 'paced-pull';", 'src/scenario/catalogue/dispatch.ts': ", 'paced-pull']," };
  for (const [file, added] of Object.entries(before)) {
    const changed = page.split('\n').find((line) => line.endsWith(added)) ?? 'no such line';
    const line = changed.trim().replace(added, added.at(-2) === ']' ? '],' : ';');
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(line);
  }
  const dispatch = readFileSync(join(ROOT, 'src/port/dispatch.ts'), 'utf8');
  for (const part of [
    "  'look-ahead': lookAhead,",
    'const asSet',
    'const pull: DispatchPolicy',
    'const headway: DispatchPolicy',
  ])
    expect(dispatch).toContain(part);
});
