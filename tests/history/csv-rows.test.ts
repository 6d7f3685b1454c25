import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvRows, rowsIn, SEPARATORS, type Separator } from '../../src/history/index.ts';

function split(text: string, separator: Separator = ',', pieces: readonly string[] = [text], end: '\n' | '\r' = '\n') {
  const rows: [number, ...string[]][] = [];
  const csv = new CsvRows(separator, end, (cells, line) => rows.push([line, ...cells]));
  for (const piece of pieces) csv.write(piece);
  csv.close();
  return rows;
}

describe('rows', () => {
  test.each([
    [
      'plain',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'no end of the last line',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    ['marks with a separator and doubled marks', '"a,""b""",c\n', [[1, 'a,"b"', 'c']]],
    [
      'marks over lines',
      '"a\nb",c\n1,2\n',
      [
        [1, 'a\nb', 'c'],
        [3, '1', '2'],
      ],
    ],
    [
      'a mark within a cell',
      '5" pipe,2\n3,4\n',
      [
        [1, '5" pipe', '2'],
        [2, '3', '4'],
      ],
    ],
    ['something behind the mark', '"a"b,c\n', [[1, 'ab', 'c']]],
    [
      'an empty cell at the end',
      'a,\n"b",\n',
      [
        [1, 'a', ''],
        [2, 'b', ''],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(split(text)).toEqual(rows);
  });

  test('a mark that never ends spoils its own row alone', () => {
    const rows = split(`"open,1\n${Array.from({ length: 50 }, (_, i) => `x,${i}`).join('\n')}\n`);
    expect(rows[0]).toEqual([1, '"open', '1']);
    expect(rows).toHaveLength(51);
    expect(rows.at(-1)).toEqual([51, 'x', '49']);
  });

  test('old line ends', () => {
    expect(rowsIn('a,b\r1,2\r').end).toBe('\r');
    expect(split('a,b\r1,2\r', ',', ['a,b\r1,2\r'], '\r')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
  });

  test.each(SEPARATORS)('the separator %j is told from the lines', (separator) => {
    expect(rowsIn(`"x,;\t|"${separator}b${separator}c\n1${separator}2${separator}3\n`).separator).toBe(separator);
  });

  test('what was written is read again, wherever the pieces are cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', '港', ' '), maxLength: 5 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(40), { maxLength: 4 }), (rows, cuts) => {
        const text = stringify(rows, { quoted: true });
        const at = [0, ...cuts.map((cut) => cut % text.length).toSorted((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((to, i) => text.slice(at[i], to));
        expect(split(text, ',', pieces).map(([, ...cells]) => cells)).toEqual(rows);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
