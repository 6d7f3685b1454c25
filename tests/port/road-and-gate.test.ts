import { describe, expect, test } from 'vitest';
import type { PortInputs } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { type Changes, callOf, calls, calm, season } from './one-season.ts';

/** So many trucks sent at once at hour 342 (6 in the morning), 0.11 h at the works, 0.5 h to the port, 0.4 h back. */
function sent(trucks: number, changes: Changes = {}): PortInputs {
  const { fleet, ...rest } = changes;
  return calm({
    season: calls([trucks * 32_000, 100]),
    works: { loaders: trucks, weighbridgeLanes: trucks, loadingHours: constant(0.1), weighingHours: constant(0.01) },
    fleet: { trucks, payloadKg: constant(32_000), ...fleet },
    road: { distanceKm: 10, loadedKmPerHour: 20, emptyKmPerHour: 25 },
    quay: { loadsPerCrane: trucks },
    gate: { lanes: trucks },
    dispatch: { policy: 'all-at-once' },
    ...rest,
  });
}

const TURN = 0.11 + 0.5 + 0.01 + 0.08 + 0.4;

describe('the road', () => {
  const rush = (hour: number) => ({
    distanceKm: 10,
    loadedKmPerHour: 20,
    emptyKmPerHour: 25,
    congestionByHour: Array.from({ length: 24 }, (_, at) => (at === hour ? 3 : 1)),
  });
  const turn = (changes: Changes) => callOf(season(sent(1, changes), 'direct')).trucks.turnHours;

  test('is as long as its kilometres at the speeds out and home', () => {
    expect(turn({})).toBeCloseTo(TURN, 9);
  });

  test('is slower in the rush hour, by the hour of departure, at no wait', () => {
    expect(turn({ road: rush(6) })).toBeCloseTo(TURN + 2 * 0.5 + 0, 9); // out at 6:07; home after 8
    expect(turn({ road: rush(7) })).toBeCloseTo(TURN, 9); // out at 6:07, home at 6:42
    expect(turn({ road: rush(5) })).toBeCloseTo(TURN, 9);
    expect(callOf(season(sent(1, { road: rush(6) }), 'direct')).trucks.waitHours).toBeCloseTo(0, 9);
  });

  test('a breakdown costs its repair, loaded only, and is no waiting', () => {
    const fleet = { breakdownProbability: 1, repairHours: constant(2) };
    expect(turn({ fleet })).toBeCloseTo(TURN + 2, 9);
    expect(callOf(season(sent(1, { fleet }), 'direct')).trucks.waitHours).toBeCloseTo(0, 9);
  });

  test('breakdowns come as often as the chance says', () => {
    // 1,000 loads at 0.2: 200 ± 62, z = 4.9, fails by chance once in a million seeds; the seed is fixed.
    const fleet = { repairHours: constant(100), trucks: 1000 };
    const busy = (breakdownProbability: number) => {
      const { turnHours, waitHours } = callOf(
        season(sent(1000, { fleet: { ...fleet, breakdownProbability } }), 'direct'),
      ).trucks;
      return turnHours - waitHours;
    };
    expect(Math.abs((busy(0.2) - busy(0)) / 100 - 200)).toBeLessThanOrEqual(62);
  });
});

describe('the gate', () => {
  const waits = (gate: Changes['gate'], sorting = true) =>
    Array.from(
      callOf(
        season(sent(4, { gate: { serviceHours: constant(0.02), ...gate } }), { ahead: true, sorting, straight: true }),
      ).trucks.waitHoursByTrip,
    );
  const about = (hours: readonly number[]) => hours.map((hour) => expect.closeTo(hour, 9));

  test('passes one truck a lane, in order of arrival', () => {
    expect(waits({ lanes: 4 })).toEqual(about([0, 0, 0, 0]));
    expect(waits({ lanes: 2 })).toEqual(about([0, 0, 0.02, 0.02]));
    expect(waits({ lanes: 1 })).toEqual(about([0, 0.02, 0.04, 0.06]));
  });

  test('without sorting checks every truck by hand in its lane', () => {
    expect(waits({ lanes: 1, manualCheckHours: constant(0.08) }, false)).toEqual(about([0, 0.1, 0.2, 0.3]));
    expect(waits({ lanes: 1, manualCheckHours: constant(0.08) }, true)).toEqual(about([0, 0.02, 0.04, 0.06]));
  });

  test('counts the trucks of its busiest clock hour', () => {
    expect(season(sent(6), 'direct').gatePeakPerHour).toBe(6);
    // One truck brings two loads 1.1 h apart: never two within one hour.
    expect(season({ ...sent(2), fleet: { ...sent(2).fleet, trucks: 1 } }, 'direct').gatePeakPerHour).toBe(1);
  });
});
