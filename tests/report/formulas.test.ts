import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { csv, csvPieces } from '../../src/report/csv.ts';
import { xlsx } from '../../src/report/xlsx.ts';

const FORMULAS = ['=1+1', '+1', '-1+cmd', '@SUM(A1)', '\t=1', '＝1'];

test('CSV: a name that looks like a formula is kept from being one, numbers stay numbers', () => {
  const lines = csv([['name', 'value'], ...FORMULAS.map((name) => [name, -3.5])])
    .split('\r\n')
    .slice(1, -1);
  expect(lines).toEqual(FORMULAS.map((name) => `'${name},-3.5`));
});

test('CSV piece by piece is the same text, formulas kept from being any', () => {
  const rows = Array.from({ length: 2500 }, (_, row) => [FORMULAS[row % FORMULAS.length] as string, row - 7.5]);
  const pieces = [...csvPieces(rows)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('')).toBe(csv(rows));
});

test('Excel: it is a text, and numbers are numbers', async () => {
  const book = await xlsx('t', [['name', 'value'], ...FORMULAS.map((name) => [name, -3.5])], [10, 10]);
  expect(Buffer.from(book).includes('<f>')).toBe(false);
  const rows = await readExcelFile(Buffer.from(book));
  const sheet =
    Array.isArray(rows) && 'data' in (rows[0] ?? {}) ? (rows[0] as unknown as { data: unknown[][] }).data : rows;
  expect(sheet.slice(1)).toEqual(FORMULAS.map((name) => [name.trim(), -3.5]));
});
