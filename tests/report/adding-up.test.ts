import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedToSum } from '../../src/report/adding-up.ts';
import { barOf, waterfall } from '../../src/report/bars.ts';

const amounts = fc.array(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1000),
  { maxLength: 20 },
);

test('rounded numbers add up to their rounded sum, and none moves by a whole unit', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 2 }), (values, decimals) => {
      const unit = 10 ** -decimals;
      const rounded = roundedToSum(values, decimals);
      const total = values.reduce((sum, value) => sum + value, 0);
      const shown = rounded.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(shown - total)).toBeLessThanOrEqual(unit / 2 + 1e-6);
      for (const [i, value] of values.entries()) {
        expect(Math.abs(rounded[i]! - value)).toBeLessThan(unit + 1e-9);
        expect(Math.abs(rounded[i]! / unit - Math.round(rounded[i]! / unit))).toBeLessThan(1e-6);
      }
    }),
  );
});

test('what rounding would lose goes to those that lose most', () => {
  expect(roundedToSum([0.4, 0.4, 0.4], 0)).toEqual([1, 0, 0]);
  expect(roundedToSum([1.26, 2.27, -0.03], 1)).toEqual([1.2, 2.3, 0]);
  expect(roundedToSum([], 2)).toEqual([]);
});

test('each bar of a waterfall begins where the one before it ends', () => {
  expect(waterfall([4, -1], 8)).toEqual(['++++++++', '      --', '======']);
  // From −2 to 2: 0 is in the middle.
  expect(waterfall([-2, 4, -1], 8)).toEqual(['----', '++++++++', '      --', '    ==']);
  expect(waterfall([], 8)).toEqual(['']);
  expect(waterfall([0, 0], 8)).toEqual(['', '', '']);
});

test('bars are drawn to length, and none of nothing', () => {
  expect([barOf(4, 4, 8), barOf(1, 4, 8), barOf(0, 4, 8), barOf(0, 0, 8), barOf(-1, 4, 8)]).toEqual([
    '========',
    '==',
    '',
    '',
    '',
  ]);
});
