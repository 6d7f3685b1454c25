import { expect, test } from 'vitest';
import { HOUR_CAUSES, type HoursByCause } from '../../src/port/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

/** Three loads of 32 t for one crane with one place beside it: the example of docs/reference/model/hours.md. */
const inputs = calm({ season: calls([96_000, 24]), quay: { cranesPerCall: 1, loadsPerCrane: 1 } });

const crane = 32 / 280;

function expectHours(found: HoursByCause, expected: Partial<HoursByCause>, digits = 9): void {
  for (const cause of HOUR_CAUSES) expect(found[cause], cause).toBeCloseTo(expected[cause] ?? 0, digits);
}

test('the hours of a direct call, by hand', () => {
  const { hours, loadingCompleted, ready } = callOf(season(inputs, 'direct'));
  expect(loadingCompleted - ready).toBeCloseTo(3 * crane + 2 * 0.08, 9);
  const second = 1 + crane - (0.12 + 8 / 30);
  const third = 1 + 2 * crane + 0.08 - (0.13 + 8 / 30);
  expectHours(hours.trucks, {
    moving: 3 * (8 / 30 + 8 / 35),
    service: 3 * (0.1 + 0.01 + 0.01 + 0.08),
    queue: 0.01,
    noCrane: second + third,
  });
  expectHours(hours.shuttles, {});
  expectHours(hours.cranes, { service: 3 * crane, noTruck: 2 * 0.08 });
  const lying = 1 - (0.12 + 8 / 30 + 0.08);
  const cargo = { service: 3 * (0.01 + 0.08 + crane), noCrane: lying + second + third };
  expectHours(hours.cargo, { service: 32_000 * cargo.service, noCrane: 32_000 * cargo.noCrane }, 5);
  // Of the 2 h in and the 1 h out, 0.7 h each are the channel.
  expectHours(hours.ship, { moving: 1.4, service: 5 - 1.4 + 3 * crane, noTruck: 2 * 0.08 });
});

test('the hours of the same call staged: shuttles bring it, and it lies in the stack', () => {
  const { hours, loadingCompleted, ready } = callOf(season(inputs, 'staged'));
  expect(loadingCompleted - ready).toBeCloseTo(3 * crane + 2 * 0.08, 9);
  // Three loaders for three shuttles, sent when she is alongside, an hour before she is ready.
  const [second, third] = [1 + crane - (0.08 + 1.5 / 20), 1 + 2 * crane + 0.08 - (0.08 + 1.5 / 20)];
  expectHours(hours.shuttles, { moving: 6 * (1.5 / 20), service: 3 * (0.08 + 0.08), noCrane: second + third });
  expectHours(hours.cranes, { service: 3 * crane, noTruck: 2 * 0.08 });
  expectHours(hours.ship, { moving: 1.4, service: 5 - 1.4 + 3 * crane, noTruck: 2 * 0.08 });
  expect(hours.cargo.noTruck).toBe(0);
  expect(hours.cargo.customs).toBeGreaterThan(96_000 * 24);
  expect(hours.cargo.noShip).toBeGreaterThan(96_000 * 96);
});
