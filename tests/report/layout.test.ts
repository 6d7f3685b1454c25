import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { sentences, table, wrapped } from '../../src/report/layout.ts';

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
