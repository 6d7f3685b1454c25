import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import { type CallFacts, HOUR_CAUSES, type HourCause, type HoursByCause } from '../../src/port/index.ts';
import { Stops } from '../../src/port/stops.ts';
import { constant } from '../../src/random/index.ts';
import { criticalOf } from '../../src/study/index.ts';
import { type Changes, callOf, calls, calm, PERIOD_BEGINS, season } from '../port/one-season.ts';
import { callFacts } from '../settlement/facts-builder.ts';

/** The critical resource of the only call, 3,000 t, under a mode. */
function criticalIn(
  changes: Changes,
  mode: 'staged' | 'direct' = 'direct',
  replaced: Parameters<typeof season>[2] = {},
) {
  const facts = season(calm({ season: calls([3_000_000, 24]), ...changes }), mode, replaced);
  return criticalOf(callOf(facts));
}

describe('what decides a call', () => {
  test('is the trucks where there is one, and what takes most of its time', () => {
    const { resource, hours, truckCause } = criticalIn({ fleet: { trucks: 1 } });
    expect(resource).toBe('trucks');
    expect(truckCause).toBe('moving');
    // 94 loads, one after the other, of 0.78 h each, of which the crane works 0.11 h; it waits for the rest.
    expect(hours).toBeGreaterThan(94 * 0.6);
  });

  test('is told to be the line for the loaders where trucks stand there most', () => {
    const works = { loaders: 1, loadingHours: constant(0.5) };
    expect(criticalIn({ works })).toMatchObject({ resource: 'trucks', truckCause: 'queue' });
  });

  test('is the cranes where many trucks wait for one of them', () => {
    const { resource, hours } = criticalIn({ quay: { cranesPerCall: 1 } });
    expect(resource).toBe('cranes');
    // 3,000 t at 280 t/h, and one change of hatch of 0.8 h after 2,000 t.
    expect(hours).toBeCloseTo(3000 / 280 + 0.8, 2);
  });

  test('is customs where a review takes days', () => {
    const { resource, hours } = criticalIn({ customs: { reviewHours: constant(72), aheadHours: 1 } });
    expect(resource).toBe('customs');
    expect(hours).toBeGreaterThan(60);
  });

  test('is the cargo where the works have none', () => {
    const works = { openingStockKg: 0, outputKgPerHour: 10_000, wholeOutputKgPerHour: 10_000, reserveKg: 0 };
    expect(criticalIn({ works: { ...works, capacityKg: 100_000 } }).resource).toBe('cargo');
  });

  test('is the weather in a storm of three days', () => {
    const from = PERIOD_BEGINS + 25;
    const pilotage = new Stops([['weather', new Calendar([[from, from + 72]])]]);
    const { resource, hours } = criticalIn({}, 'direct', { pilotage });
    expect([resource, hours]).toEqual(['weather', 72]);
  });

  test('is the berth for the second of two ships that come together', () => {
    const facts = season(calm({ season: calls([3_000_000, 24], [3_000_000, 25]) }), 'direct');
    expect(criticalOf(callOf(facts, 1)).resource).toBe('berths');
    expect(criticalOf(callOf(facts, 1)).hours).toBeCloseTo(callOf(facts).sailed - callOf(facts, 1).arrived, 9);
  });

  test('is the shuttles in staged mode where there is one', () => {
    const { resource, truckCause } = criticalIn({ yard: { shuttleTrucks: 1 } }, 'staged');
    // Reclaiming and tipping take 0.16 h a trip, 1.5 km there and back at 20 km/h 0.15 h.
    expect([resource, truckCause]).toEqual(['trucks', 'service']);
  });

  test('is pilot, mooring and surveys where little is loaded', () => {
    const facts = season(calm({ season: calls([64_000, 24]), quay: { cranesPerCall: 1 } }), 'direct');
    const { resource, hours } = criticalOf(callOf(facts));
    expect(resource).toBe('services');
    // Berthing 2 h, unberthing 1 h, two surveys of 1 h.
    expect(hours).toBeCloseTo(5, 9);
  });
});

describe('a ship that is served most of her stay', () => {
  const none = Object.fromEntries(HOUR_CAUSES.map((cause) => [cause, 0])) as HoursByCause;
  const only = (hours: Partial<Record<HourCause, number>>): HoursByCause => ({ ...none, ...hours });

  /** Three cranes, ten hours of loading; an hour of each crane is one of the ship. */
  function loading(cranes: Partial<Record<HourCause, number>>, trucks: Partial<Record<HourCause, number>>): CallFacts {
    const ship = HOUR_CAUSES.map((cause) => [cause, (cranes[cause] ?? 0) / 3 + (cause === 'service' ? 2 : 0)]);
    return callFacts({
      ready: 20,
      loadingCompleted: 30,
      straightLoads: 1,
      cranes: { assignedHours: 30, workingHours: 0, idleForCargoHours: 0 },
      hours: {
        trucks: only(trucks),
        shuttles: none,
        cranes: only(cranes),
        cargo: none,
        ship: Object.fromEntries(ship) as HoursByCause,
      },
    });
  }

  test('is decided by the cranes as long as trucks wait for them the larger share of their hours', () => {
    const call = loading({ service: 26, noTruck: 4 }, { moving: 80, noCrane: 20 });
    expect(criticalOf(call)).toEqual({ resource: 'cranes', hours: 26 / 3, truckCause: null });
  });

  test('is decided by the trucks where cranes wait for them the larger share', () => {
    const call = loading({ service: 26, noTruck: 4 }, { moving: 60, queue: 38, noCrane: 2 });
    expect(criticalOf(call)).toEqual({ resource: 'trucks', hours: 4 / 3, truckCause: 'moving' });
  });

  test('is not decided by what takes a quarter of her stay, but by what takes more', () => {
    // 12 h in all; the weather takes 3 of them, then 3.01.
    const quarter = loading({ service: 21, weather: 9 }, { moving: 1 });
    expect(criticalOf(quarter).resource).toBe('cranes');
    expect(criticalOf(loading({ service: 20.97, weather: 9.03 }, { moving: 1 })).resource).toBe('weather');
  });
});
