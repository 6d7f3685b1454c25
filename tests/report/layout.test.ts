import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { sentences, table, widthOf, wrapped, wrappedTable } from '../../src/report/layout.ts';

test('every character that is ever printed takes the columns that the standard gives it', () => {
  const files = ['src/', 'scenarios/'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}${name}`),
  );
  const said = files.filter((name) => /(?:words|messages|units?|catalogue).*\.ts$|\.yaml$/u.test(name));
  const characters = [...new Set(said.flatMap((name) => [...readFileSync(name, 'utf8')]))];
  expect(characters.length).toBeGreaterThan(800);
  expect(characters.filter((one) => widthOf(one) !== stringWidth(one))).toEqual([]);
  // Names are the user's: letters put together, emoji, halfwidth kana, flags.
  for (const one of ['e\u0301', '👍🏽', '👨‍👩‍👧', 'ﾊﾞ', '각', '🇨🇳', '\u001b[1m港\u001b[0m']) {
    expect([one, widthOf(one)]).toEqual([one, stringWidth(one)]);
  }
});

test('a Chinese character takes two columns', () => {
  expect(
    table(
      [
        ['货主', '1.00'],
        ['ship', '22.00'],
        ['a', '3'],
      ],
      ['left', 'right'],
    ),
  ).toEqual(['货主   1.00', 'ship  22.00', 'a         3']);
});

test('a cell that is too wide goes on below, and the others stay beside its first line', () => {
  const rows = [
    ['key', 'value'],
    ['a', 'one two three'],
  ];
  expect(wrappedTable(rows, ['left', 'left'], [undefined, 8])).toEqual(['key  value', 'a    one two', '     three']);
});

test('a line is not begun with a closing mark', () => {
  const lines = wrapped('每艘船在港时间平均延长十小时，其中待泊六小时；货主节省三元。', '', 20);
  expect(lines.every((line) => stringWidth(line) <= 22 && !/^[，。；）]/.test(line))).toBe(true);
  expect(lines.length).toBeGreaterThan(2);
});

test('wrapping loses nothing but blanks', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '港', '，', '（', '）', '1', '.') });
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (whole, width) => {
      const lines = wrapped(whole, '  ', width);
      expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
    }),
  );
});

test('sentences stand apart by a blank, Chinese ones by their full stop alone', () => {
  expect(sentences('It rains.', 'Nothing moves.')).toBe('It rains. Nothing moves.');
  expect(sentences('下雨。', '停工。')).toBe('下雨。停工。');
});
