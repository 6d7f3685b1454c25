/**
 * The checks of `verify`, one test each. Those that chance is in hold the mean of 40 replications within a Student
 * interval that a right program leaves with probability 1e-7: four of them here, at a false-alarm rate of 4e-7.
 */
import { expect, test } from 'vitest';
import { checked } from '../../src/study/verify/check.ts';
import { machineRepair } from '../../src/study/verify/queues.ts';
import { expectAgreement, QUICK_CHECKS } from './some-checks.ts';

test.each(QUICK_CHECKS)('%s', (_, check) => expectAgreement(check));

test('a figure that is off is said to differ, and so is one that is none', () => {
  const off = { id: 'x', area: 'engine', expected: 1, source: 'here', because: 'rounding' } as const;
  const agrees = (found: number) => checked({ ...off, find: () => ({ found, tolerance: 0.1 }) }).agrees;
  expect([0.95, 1.2, Number.NaN].map(agrees)).toEqual([true, false, false]);
});

test('machines that are not down are available', () => {
  const { down, available } = machineRepair(0);
  expect(available).toBeCloseTo(5 - down, 9);
});
