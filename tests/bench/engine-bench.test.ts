import { expect, test } from 'vitest';
import { cancelTimers, hold, mm1Callback, mmcProcess } from '../../bench/engine/loads.mjs';

const CUSTOMERS = 100_000;

test("the bench's queues wait as theory says, and by processes as by callbacks", () => {
  const [wait = 0] = mm1Callback(CUSTOMERS, false).found;
  expect(Math.abs(wait - 3.2)).toBeLessThan(0.2 * 3.2);
  expect(mmcProcess(1, CUSTOMERS, false).found[0]).toBeCloseTo(wait, 9);
  const [, utilisation = 0] = mmcProcess(3, CUSTOMERS, false).found;
  expect(utilisation).toBeCloseTo(0.8, 1);
});

test("processes of other types beside a load leave the load's path as it was", () => {
  expect(mm1Callback(1000, true).found).toEqual(mm1Callback(1000, false).found);
  expect(mmcProcess(3, 1000, true).found).toEqual(mmcProcess(3, 1000, false).found);
  expect(hold(100, 1000, 'scales', true).found).toEqual(hold(100, 1000, 'scales', false).found);
  expect(cancelTimers(100, 1000, true).perSecond).toBeGreaterThan(0);
});
