import { describe, expect, test } from 'vitest';
import { figure, figureWithUnit, interval, NO_FIGURE, percent, scaleFor, whole } from '../../src/report/figures.ts';
import { messagesOf } from '../../src/report/messages.ts';

const [en, zh] = [messagesOf('en'), messagesOf('zh')];

describe('a figure in the manner of each language', () => {
  test.each([
    ['yuan', 2_851_900, '2.85 million yuan', '285.2 万元'],
    ['yuan', 23_441.9, '23.4 thousand yuan', '2.34 万元'],
    ['yuan', -12, '-12 yuan', '-12 元'],
    ['t', 735_000, '735,000 t', '73.5 万吨'],
    ['t', 84_665, '84,665 t', '84,665 吨'],
    ['1', 0.090625, '9.1%', '9.1%'],
    ['h', 7.0969, '7.10 h', '7.10 小时'],
    ['h', -57.04, '-57.0 h', '-57.0 小时'],
    ['yuan/t', 3.676, '3.68 yuan/t', '3.68 元/吨'],
  ])('%s %d', (unit, value, english, chinese) => {
    expect(figureWithUnit(en, unit, value)).toBe(english);
    expect(figureWithUnit(zh, unit, value)).toBe(chinese);
  });
});

test('a figure that rounds to nothing has no sign', () => {
  const scale = scaleFor(en, 'yuan/t', [-0.001]);
  expect(figure(-0.001, scale)).toBe('0.00');
  expect(figure(0.001, scale, true)).toBe('0.00');
});

test('what is undefined is a dash, without unit', () => {
  expect(figureWithUnit(en, 'h', null)).toBe(NO_FIGURE);
  expect(interval({ low: null, high: 1 }, scaleFor(en, 'h', [1]))).toBe(NO_FIGURE);
});

test('thousands stand apart, decimals do not', () => {
  expect(whole(1_234_567)).toBe('1,234,567');
  expect(whole(-123)).toBe('-123');
  expect(whole(-1234)).toBe('-1,234');
  expect(figure(1234.5678, { from: 0, factor: 1, decimals: 4, unit: '' })).toBe('1,234.5678');
});

test('a confidence is a percentage without idle decimals', () => {
  expect([0.95, 0.995, 0.9].map(percent)).toEqual(['95%', '99.5%', '90%']);
});
