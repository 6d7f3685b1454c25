import { fc, test as property } from '@fast-check/vitest';
import ln from '@stdlib/math-base-special-ln';
import { expect, test } from 'vitest';
import { exponentials, table } from '../../bench/engine/draws.mjs';
import { cancelTimers, hold, mm1Callback, mmcProcess } from '../../bench/engine/loads.mjs';
import { exponentialOf } from '../../bench/engine/logarithm.mjs';

const CUSTOMERS = 100_000;

test("the bench's queues wait as theory says, and by processes as by callbacks", () => {
  const [wait = 0] = mm1Callback(CUSTOMERS, false, 'made').found;
  expect(Math.abs(wait - 3.2)).toBeLessThan(0.2 * 3.2);
  expect(mmcProcess(1, CUSTOMERS, false, 'made').found[0]).toBeCloseTo(wait, 9);
  const [, utilisation = 0] = mmcProcess(3, CUSTOMERS, false, 'made').found;
  expect(utilisation).toBeCloseTo(0.8, 1);
});

test("processes of other types beside a load leave the load's path as it was", () => {
  expect(mm1Callback(1000, true, 'made').found).toEqual(mm1Callback(1000, false, 'made').found);
  expect(mmcProcess(3, 1000, true, 'made').found).toEqual(mmcProcess(3, 1000, false, 'made').found);
  expect(hold(100, 1000, 'scales', true).found).toEqual(hold(100, 1000, 'scales', false).found);
  expect(cancelTimers(100, 1000, true).perSecond).toBeGreaterThan(0);
});

const bits = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.integer({ min: -1000, max: 1000 }));

property.prop([bits])("the bench's logarithm is that of the program, but for the last two bits", (word) => {
  const expected = -ln(1 - (word >>> 0) / 2 ** 32);
  expect(Math.abs(exponentialOf(word) - expected)).toBeLessThanOrEqual(4 * 2 ** -53 * expected);
});

test('the draws made as the bench runs are those of its table', () => {
  const next = exponentials('made');
  const misses = Array.from(table('exponential'), (draw) => Math.abs(next() - draw) / draw);
  expect(Math.max(...misses)).toBeLessThanOrEqual(1e-15);
});
