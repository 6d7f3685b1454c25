import { expect, test } from 'vitest';
import { parameterValue } from '../../src/report/parameters-table.ts';

test('days are told by how many and between which, in both languages', () => {
  const days = ['2024-01-01', '2024-02-10', '2024-10-07'];
  expect(parameterValue('shifts.holidays', days, 'en')).toBe('3 days, 2024-01-01 to 2024-10-07');
  expect(parameterValue('shifts.holidays', days, 'zh')).toBe('3 天（2024-01-01 至 2024-10-07）');
  expect(parameterValue('shifts.holidays', ['2024-01-01'], 'zh')).toBe('2024-01-01');
  expect(parameterValue('shifts.holidays', [], 'en')).toBe('none');
  expect(parameterValue('shifts.holidays', [], 'zh')).toBe('无');
});

test('months are told one after the other, and what weather stops in words', () => {
  const months = [0.85, 0.85, 0.2, 0, 0, 0, 0, 0, 0, 0, 0.3, 0.8];
  expect(parameterValue('weather.iceMonths', months, 'en')).toBe('0.85, 0.85, 0.2, 0, 0, 0, 0, 0, 0, 0, 0.3, 0.8');
  expect(parameterValue('weather.iceMonths', months, 'zh')).toBe('0.85、0.85、0.2、0、0、0、0、0、0、0、0.3、0.8');
  expect(parameterValue('weather.rainStops', ['cranes', 'stacking'], 'zh')).toBe('门机装船、堆存');
  expect(parameterValue('weather.model', 'byKind', 'zh')).toBe('分类按月（byKind）');
});

test('a list of nothing is said to be so, not left empty', () => {
  expect(parameterValue('shifts.mealHours', [], 'zh')).toBe('无');
  expect(parameterValue('shifts.mealHours', [], 'en')).toBe('none');
  expect(parameterValue('weather.iceStops', [], 'zh')).toBe('无');
});
