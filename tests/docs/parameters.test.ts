/**
 * Holds docs/reference/parameters.md to the catalogue. To write the page anew after a change of the catalogue:
 *
 *   UPDATE_DOCS=1 npx vitest run --config tests/vitest.config.ts tests/docs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describe as describeParameter, HOUR_OF_DAY, PARAMETER_KEYS } from '../../src/scenario/index.ts';
import { parametersPage } from './parameters-page.ts';

const file = new URL('../../docs/reference/parameters.md', import.meta.url);
const page = parametersPage();

test('the page of parameters is that of the catalogue', () => {
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8'), 'UPDATE_DOCS=1 writes it anew').toBe(page);
});

const rows = page.split('\n').filter((line) => line.startsWith('| `'));

test('it has one row for each parameter, all with as many cells', () => {
  expect(rows.map((row) => row.split('`')[1]).sort()).toEqual([...PARAMETER_KEYS].sort());
  expect(rows.filter((row) => row.split(/(?<!\\)\|/u).length !== 11)).toEqual([]);
});

test('a row says label in both languages, unit, value, range, standing, source and note', () => {
  const row = (key: string) => rows.find((line) => line.startsWith(`| \`${key}\``));
  expect(row('fleet.size')).toBe(
    '| `fleet.size` | 车队规模 | Fleet | Trucks of the base fleet. | trucks | 40 | 20 to 80 | assumed | calibrate on the 3 h first-truck fact and ship loading rate |',
  );
  expect(row('works.exportOutput')).toContain('| t/h | 143.8 | 130 to 274 | derived | Yingkou newspaper report');
  expect(row('dispatch.policy')).toContain('| – | pull | all-at-once, headway, pull, appointments, look-ahead |');
  expect(row('road.peakHours')).toContain(`| ${HOUR_OF_DAY} | 7, 8, 17, 18 | – |`);
});

test('no text of the catalogue breaks a row', () => {
  const texts = PARAMETER_KEYS.flatMap((key) => {
    const { en, zh, source, note } = describeParameter(key);
    return [...en, ...zh, source, note];
  });
  expect(texts.filter((text) => text.includes('\n'))).toEqual([]);
});
