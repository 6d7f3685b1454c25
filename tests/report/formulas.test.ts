import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { xlsx } from '../../src/report/xlsx.ts';

const FORMULAS = ['=1+1', '+1', '-1+cmd', '@SUM(A1)', '\t=1', '＝1'];

test('CSV: a name that looks like a formula is kept from being one, numbers stay numbers', () => {
  const lines = csv([['name', 'value'], ...FORMULAS.map((name) => [name, -3.5])])
    .split('\r\n')
    .slice(1, -1);
  expect(lines).toEqual(FORMULAS.map((name) => `'${name},-3.5`));
});

test('Excel: it is a text, and numbers are numbers', async () => {
  const book = await xlsx('t', [['name', 'value'], ...FORMULAS.map((name) => [name, -3.5])], [10, 10]);
  expect(Buffer.from(book).includes('<f>')).toBe(false);
  const rows = await readExcelFile(Buffer.from(book));
  const sheet =
    Array.isArray(rows) && 'data' in (rows[0] ?? {}) ? (rows[0] as unknown as { data: unknown[][] }).data : rows;
  expect(sheet.slice(1)).toEqual(FORMULAS.map((name) => [name.trim(), -3.5]));
});
