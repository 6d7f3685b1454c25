import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { compareXlsx } from '../../src/report/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { firstCalls } from '../../src/study/index.ts';
import { smallComparison, smallScenario } from './small-study.ts';

type Sheets = readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];

const HOSTILE = '=cmd|" /C calc"!A0';
const scenario: Scenario = { ...smallScenario(), title: { en: HOSTILE, zh: HOSTILE } };
const [staged = [], direct = []] = firstCalls(scenario, ['staged', 'direct'], 1);
const json = { ...(await smallComparison()), callRows: { staged, direct } };

async function sheetsIn(language: 'en' | 'zh') {
  const book = Buffer.from(await compareXlsx(json, scenario, language));
  const sheets = (await readExcelFile(book)) as unknown as Sheets;
  return { book, sheets, named: Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data])) };
}

const { book, named } = await sheetsIn('en');

test('has the measures as they are in the JSON', () => {
  const { staged: mean } = json.measures['cost.perTonne'];
  const row = named.Measures?.find(([, id]) => id === 'cost.perTonne');
  expect(row?.[2]).toBe('yuan/t');
  expect(row?.[3]).toBeCloseTo(mean?.mean ?? Number.NaN, 9);
  expect(named.Measures).toHaveLength(1 + Object.keys(json.measures).length);
});

test('has the whole ledger, each line less the other', () => {
  const [, ...lines] = named.Ledger ?? [];
  expect(lines).toHaveLength(json.ledger.length);
  for (const line of lines) expect(Number(line[4]) - Number(line[5])).toBeCloseTo(Number(line[6]), 9);
});

test('has hours by cause that come to their whole', () => {
  const ship = (named['Hours by cause'] ?? []).filter(([of]) => of === 'Ship' || of === 'ship');
  expect(ship.length).toBeGreaterThan(2);
  const parts = ship.slice(0, -1).reduce((sum, row) => sum + Number(row[3]), 0);
  expect(parts).toBeCloseTo(Number(ship.at(-1)?.[3]), 6);
});

test('has every call in both modes, and every parameter with its standing', () => {
  expect(named.Calls).toHaveLength(1 + staged.length + direct.length);
  expect(named.Parameters).toHaveLength(1 + Object.keys(scenario.parameters).length);
  const price = named.Parameters?.find(([, key]) => key === 'handling.secondHaulPrice');
  expect(price?.slice(2, 6)).toEqual([5, 'yuan/t', 3, 8]);
});

test('runs nothing: what looks like a formula is a text', () => {
  expect(named.About?.[1]?.[1]).toBe(`${HOSTILE} (small)`);
  expect(book.includes('<f>')).toBe(false);
});

test('is the same to the byte whenever it is written', async () => {
  const signature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
  const entries: number[] = [];
  for (let at = book.indexOf(signature); at >= 0; at = book.indexOf(signature, at + 1)) entries.push(at);
  expect(entries.length).toBeGreaterThan(8);
  // No time but the first that a zip can hold: 1980-01-01 00:00.
  expect(new Set(entries.map((at) => book.readUInt32LE(at + 10)))).toEqual(new Set([0x00_21_00_00]));
  expect((await sheetsIn('en')).book.equals(book)).toBe(true);
});

test('names its sheets in Chinese', async () => {
  const { sheets } = await sheetsIn('zh');
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['说明', '指标', '费用', '时间去向', '航次', '参数']);
});
