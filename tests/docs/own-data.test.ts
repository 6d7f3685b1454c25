import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIELDS, MEASURABLE } from '../../src/history/index.ts';

const page = readFileSync(new URL('../../docs/reference/import.md', import.meta.url), 'utf8');

test('the page lists every parameter that a log can measure', () => {
  const listed = [...page.matchAll(/^\| `([a-z]+\.[A-Za-z]+)` \|/gmu)].map(([, key]) => key);
  expect(listed).toEqual(MEASURABLE.map(({ key }) => key));
});

test('the page lists every column of every kind', () => {
  for (const [kind, fields] of Object.entries(FIELDS)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`)) ?? '';
    const listed = [...row.matchAll(/`([A-Za-z]+)`/gu)].map(([, name]) => name);
    expect(listed).toEqual([kind, ...Object.keys(fields)]);
  }
});
