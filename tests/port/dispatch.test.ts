import { describe, expect, test } from 'vitest';
import { expectedTrip, trucksThatFeedCranes } from '../../src/port/dispatch.ts';
import { type DispatchPolicyName, makeWorld, type PortInputs, simulateSeason } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

/** Forty loads for one ship that arrives at hour 340 and is expected to be ready at 343. */
function inputs(dispatch: Partial<PortInputs['dispatch']>, fleet: Partial<PortInputs['fleet']> = {}): PortInputs {
  return calm({
    season: calls([40 * 32_000, 100]),
    fleet: { trucks: 20, payloadKg: constant(32_000), ...fleet },
    dispatch,
  });
}

/** When each truck was sent and when it was back, in order of sending. */
function tripsOf(
  given: PortInputs,
  mode: 'staged' | 'direct' = 'direct',
): { from: number; to: number; truck: number }[] {
  const trips: { from: number; to: number; truck: number }[] = [];
  simulateSeason(given, mode, makeWorld(given, 1, 0), {
    trip: (kind, truck, _, from, to) => kind === 'works' && trips.push({ from, to, truck }),
  });
  return trips.sort((a, b) => a.from - b.from);
}

/** Most trips that overlap. */
function mostUnderWay(trips: readonly { from: number; to: number }[]): number {
  return Math.max(...trips.map(({ from }) => trips.filter((other) => other.from <= from && from < other.to).length));
}

describe('dispatch', () => {
  test('begins the lead before the ship is expected to be ready', () => {
    expect(tripsOf(inputs({ leadHours: 2 }))[0]?.from).toBe(341);
    expect(tripsOf(inputs({ leadHours: 0.5 }))[0]?.from).toBe(342.5);
  });

  test('with a lead longer than berthing and survey begins when the berth is granted', () => {
    expect(tripsOf(inputs({ leadHours: 9 }))[0]?.from).toBe(340);
  });

  test('pull keeps its number of trucks under way, and no more', () => {
    const trips = tripsOf(inputs({ policy: 'pull', trucksUnderWay: 7 }));
    expect(trips).toHaveLength(40);
    expect(mostUnderWay(trips)).toBe(7);
    // The eighth goes at the very instant at which one of the seven is back.
    expect(trips[7]?.from).toBe(Math.min(...trips.slice(0, 7).map(({ to }) => to)));
  });

  test('headway sends one truck at a time, at least so far apart', () => {
    const trips = tripsOf(inputs({ policy: 'headway', headwayHours: 0.125 }));
    const gaps = trips.slice(1).map(({ from }, i) => from - (trips[i]?.from as number));
    expect(Math.min(...gaps)).toBeCloseTo(0.125, 9);
    expect(Math.max(...gaps)).toBeCloseTo(0.125, 9);
  });

  test('headway waits for a truck where there is none, and does not catch up when several come back at once', () => {
    const given = inputs({ policy: 'headway', headwayHours: 0.125, leadHours: 3 }, { trucks: 3 });
    // Declared four hours after the ship has come: the first trucks stand at the gate until then, and turn together.
    const trips = tripsOf({
      ...given,
      quay: { ...given.quay, loadsPerCrane: 30 },
      customs: { ...given.customs, aheadHours: -4 },
    });
    expect(mostUnderWay(trips)).toBe(3);
    const back = trips.slice(0, 3).map(({ to }) => to);
    expect(Math.max(...back) - Math.min(...back)).toBeLessThan(0.05);
    const gaps = trips.slice(1).map(({ from }, i) => from - (trips[i]?.from as number));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.125 - 1e-9);
    expect(Math.max(...gaps)).toBeGreaterThan(1);
  });

  test('all at once sends the whole fleet in one instant', () => {
    const trips = tripsOf(inputs({ policy: 'all-at-once' }));
    expect(trips.filter(({ from }) => from === 342)).toHaveLength(20);
    expect(mostUnderWay(trips)).toBe(20);
  });

  test.each<DispatchPolicyName>(['pull', 'headway', 'all-at-once'])(
    '%s does not rule the collection to the yard',
    (policy) => {
      const trips = tripsOf(inputs({ policy, trucksUnderWay: 3 }, { stagingTrucks: 5 }), 'staged');
      expect(mostUnderWay(trips)).toBe(5);
    },
  );
});

describe('trucks on hire', () => {
  test('fill the gap between the fleet and the target under way, and no more', () => {
    const hired = (trucksUnderWay: number, hiredTrucks: number) =>
      new Set(
        tripsOf(inputs({ policy: 'pull', trucksUnderWay }, { trucks: 4, hiredTrucks }))
          .map(({ truck }) => truck)
          .filter((truck) => truck >= 4),
      ).size;
    expect(hired(6, 10)).toBe(2);
    expect(hired(30, 3)).toBe(3);
    expect(hired(4, 10)).toBe(0);
  });

  test('are paid from the beginning of dispatch until the last load is aboard', () => {
    const given = inputs({ policy: 'pull', trucksUnderWay: 6 }, { trucks: 4, hiredTrucks: 10 });
    const call = callOf(season(given, 'direct'));
    expect(call.hiredTruckHours).toBeCloseTo(2 * (call.loadingCompleted - 342), 9);
  });

  test('are gone for the next ship', () => {
    const both = { ...inputs({ policy: 'pull', trucksUnderWay: 6 }, { trucks: 4, hiredTrucks: 10 }) };
    const given = { ...both, season: { ...both.season, ...calls([640_000, 100], [640_000, 150]) } };
    const calls2 = season(given, 'direct').calls;
    expect(calls2[1]?.hiredTruckHours).toBeCloseTo(calls2[0]?.hiredTruckHours as number, 6);
    const numbers = new Set(tripsOf(given).map(({ truck }) => truck));
    expect([...numbers].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('appointments send one truck a slot, each as early or late as it is punctual', () => {
    const sentAt = (punctualitySdHours: number) =>
      tripsOf(inputs({ policy: 'appointments', headwayHours: 0.125, punctualitySdHours })).map(({ from }) => from);
    expect(sentAt(0)).toEqual(Array.from({ length: 40 }, (_, slot) => 342 + slot / 8));
    const late = sentAt(0.02).map((from, slot) => from - (342 + slot / 8));
    // 40 deviations of sd 0.02, cut at 0.06; the first truck cannot go before dispatch begins.
    expect(Math.max(...late.map(Math.abs))).toBeLessThanOrEqual(0.06 + 1e-9);
    expect(new Set(late.map((one) => one.toFixed(9))).size).toBeGreaterThan(30);
  });

  test('a slot missed for want of a truck is made up for as soon as there is one', () => {
    const given = inputs({ policy: 'appointments', headwayHours: 0.01 }, { trucks: 2 });
    const trips = tripsOf(given);
    expect(mostUnderWay(trips)).toBe(2);
    for (const [i, { from }] of trips.slice(2).entries()) expect(from).toBe(trips[i]?.to);
  });

  test('looking ahead, the first truck is at the ship just when she is ready, and no crane lacks a truck after', () => {
    const given = inputs({ policy: 'look-ahead', leadHours: 99 }, { trucks: 40 });
    const call = callOf(season(given, 'direct'));
    expect(call.loadingStarted).toBeCloseTo(call.ready, 9);
    const { toShipHours } = expectedTrip(given);
    expect(tripsOf(given)[0]?.from).toBeCloseTo(343 - toShipHours, 9);
    expect(mostUnderWay(tripsOf(given))).toBe(trucksThatFeedCranes(given));
  });
});
