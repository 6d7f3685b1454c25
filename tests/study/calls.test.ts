import { expect, test } from 'vitest';
import { HOUR_CAUSES } from '../../src/port/index.ts';
import { clockInstant } from '../../src/scenario/index.ts';
import { CALL_INSTANTS, firstCalls, prepare } from '../../src/study/index.ts';
import { scenarioOf, small } from '../scenario/example.ts';

const scenario = scenarioOf(small());

test('calls are told in order of laycan, at UTC+8, with their hours and the costs that the season has', () => {
  const [staged = [], direct = []] = firstCalls(scenario, ['staged', 'direct'], 3);
  const { modes } = prepare(scenario)(['staged', 'direct'], 3, 0);
  for (const [rows, outcome] of [
    [staged, modes[0]],
    [direct, modes[1]],
  ] as const) {
    expect(rows.map(({ call }) => call)).toEqual([1, 2]);
    for (const [i, row] of rows.entries()) {
      expect(row.costPerTonne * row.cargoTonnes).toBeCloseTo(outcome?.calls[i]?.costYuan ?? Number.NaN, 6);
      expect(HOUR_CAUSES.reduce((sum, cause) => sum + row.hours[cause], 0)).toBeCloseTo(row.portHours, 9);
      const [, ...instants] = CALL_INSTANTS.map((instant) => Date.parse(row[instant]));
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      const hours = (Date.parse(row.sailed) - Date.parse(row.arrived)) / 3_600_000;
      expect(Math.abs(hours - row.portHours)).toBeLessThanOrEqual(1 / 60);
    }
  }
  // The same ships in both modes.
  expect(direct.map(({ laycan, arrived }) => [laycan, arrived])).toEqual(
    staged.map((row) => [row.laycan, row.arrived]),
  );
});

test('the clock opens so many days before the period, at midnight', () => {
  expect(clockInstant(scenario, 0)).toMatch(/^2023-12-\d\d 00:00$/);
  expect(clockInstant(scenario, 24 * 40 + 1.5)).toMatch(/^2024-0[12]-\d\d 01:30$/);
});
