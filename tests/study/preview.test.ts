import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant } from '../../src/random/index.ts';
import {
  leastTrucksToFeedCranes,
  ratesAtBest,
  ratesOverDays,
  shortestLoadingHours,
  trucksUnderWay,
} from '../../src/study/preview-rates.ts';
import { callOf, calls, calm, flooded, season } from '../port/one-season.ts';

/**
 * 4 loaders of 0.1 h; a round trip of 0.1 + 0.01 + 8/30 + 0.01 + 0.08 + 8/35 h; 30 trucks under way; 2 cranes of 300 t/h
 * that change hatch for 1 h every 900 t.
 */
const plain = calm({
  fleet: { trucks: 40, payloadKg: constant(30_000), breakdownProbability: 0 },
  works: { loaders: 4, loadingHours: constant(0.1), weighingHours: constant(0.01) },
  gate: { serviceHours: constant(0.01) },
  road: { timeFactor: constant(1) },
  dispatch: { policy: 'pull', trucksUnderWay: 30 },
  quay: { cranesPerCall: 2, craneKgPerHour: 300_000, tipHours: constant(0.08), hatchKg: 900_000, hatchChangeHours: 1 },
  shifts: { startsAtHours: [], mealsAtHours: [] },
});
const TURN = 0.1 + 0.01 + 8 / 30 + 0.01 + 0.08 + 8 / 35;

describe('rates of direct loading', () => {
  test('at best are those of each service while everything runs', () => {
    const { worksLoaders, fleet, cranes, direct } = ratesAtBest(plain, 20e6);
    expect([worksLoaders, cranes]).toEqual([expect.closeTo(1200, 9), 600]);
    expect(fleet).toBeCloseTo((30 * 30) / TURN, 9);
    expect(direct).toBe(600);
    // 600 t/h in loads of 30 t a round trip.
    expect(leastTrucksToFeedCranes(plain, 20e6)).toBe(Math.ceil(20 * TURN));
  });

  test('over days have pauses, breaks, hours, weather and breakdowns taken off', () => {
    const stopped = calm({
      ...plain,
      shifts: {
        startsAtHours: [8, 20],
        changeoverHours: 0.5,
        mealsAtHours: [12],
        mealHours: 1,
        works: { opensHour: 6, closesHour: 22, restsOnHolidays: true },
      },
      weather: { stopShare: 0.06 },
      breakdowns: { crane: { mtbfHours: 198, repairHours: constant(2) } },
      fleet: { ...plain.fleet, workFromHour: 6, workToHour: 18, driveLimitHours: 4, restHours: 0.5 },
      road: { ...plain.road, curfewHours: [7, 17, 20] },
    });
    const { worksLoaders, fleet, cranes } = ratesOverDays(stopped, 20e6);
    // 22 h of the quay's day without breaks; 900 t in 3 h and a change of 1 h: 225 t/h a crane.
    expect(cranes).toBeCloseTo((22 / 24) * 0.94 * 0.99 * 2 * 225, 9);
    // Open 16 h, with two breaks of half an hour and one of 1 h in them.
    expect(worksLoaders).toBeCloseTo(1200 * (14 / 24), 9);
    // 12 h of work, two of them in a curfew; half an hour of rest for 4 h at the wheel.
    const resting = (0.5 * (8 / 30 + 8 / 35)) / 4;
    expect(fleet).toBeCloseTo(((30 * 30) / (TURN + resting)) * (10 / 24), 9);
  });

  test('of weather by kind have the months of the period', () => {
    const months = (share: number) => Array.from({ length: 12 }, (_, month) => (month === 0 ? share : 0));
    const none = { shareByMonth: months(0), hours: constant(5), stops: [] };
    const byKind = {
      wind6: { ...none, shareByMonth: months(0.2) },
      wind7: { probability: 0.5, part: 0.4, stops: ['cranes' as const] },
      fog: { ...none, shareByMonth: months(0.3), stops: ['pilotage' as const] },
      rain: { ...none, shareByMonth: months(0.1), stops: ['cranes' as const] },
      ice: none,
    };
    const weather = { stopShare: 0.5, byKind };
    const january = calm({ ...plain, weather, season: { openingHours: 24, periodHours: 240 } });
    const still = ratesOverDays(plain, 20e6).cranes;
    expect(ratesOverDays(january, 20e6).cranes).toBeCloseTo(still * (1 - 0.04) * 0.9, 9);
    // Half of the period in February.
    const both = calm({ ...plain, weather, season: { openingHours: 744 - 100, periodHours: 200 } });
    expect(ratesOverDays(both, 20e6).cranes).toBeCloseTo(still * (1 + (1 - 0.04) * 0.9) * 0.5, 9);
  });

  test('are of no more cranes than find a hatch', () => {
    const plan = {
      hatchesBySize: [{ belowKg: Number.POSITIVE_INFINITY, hatches: 3 }],
      firstPassShare: 1,
      trimPourShare: 0,
      surveyHours: 0,
      changeHours: 0.2,
      trimHours: 0.3,
      hatchesBetween: 1,
    };
    const inputs = calm({ ...plain, quay: { ...plain.quay, cranesPerCall: 4, hatchPlan: plan } });
    expect(ratesAtBest(inputs, 9e6).cranes).toBe(2 * 300);
    // 3,000 t a hatch: 10 h, and half an hour to trim and move.
    expect(ratesOverDays(inputs, 9e6).cranes).toBeCloseTo((2 * 3000) / 10.5, 9);
  });
});

describe('the shortest loading', () => {
  test('is what happens where nothing is short: 20 loads of 0.1 h for one crane', () => {
    const inputs = flooded(20);
    expect(shortestLoadingHours(inputs, 640_000)).toBeCloseTo(2, 9);
    const call = callOf(season(inputs, 'direct'));
    expect(call.loadingCompleted - call.ready).toBeCloseTo(2, 9);
  });

  test('allows for what may stand loaded when she is ready', () => {
    // One truck and places for 2 loads beside her: of 10 loads 7 are still to come, one in every round trip.
    const slow = calm({ ...plain, fleet: { ...plain.fleet, trucks: 1 }, quay: { ...plain.quay, cranesPerCall: 1 } });
    expect(shortestLoadingHours(slow, 300_000)).toBeCloseTo(7 * TURN, 9);
    const call = callOf(season({ ...slow, season: { ...slow.season, ...calls([300_000, 100]) } }, 'direct'));
    const hours = call.loadingCompleted - call.ready;
    expect(hours).toBeGreaterThan(7 * TURN);
    expect(hours).toBeLessThan(10 * TURN);
  });
});

test('no ship is loaded straight from the works in less than the shortest time, whatever there is of what', () => {
  const given = fc.record({
    cargoesKg: fc.array(fc.integer({ min: 100_000, max: 2_000_000 }), { minLength: 1, maxLength: 3 }),
    berths: fc.integer({ min: 1, max: 2 }),
    trucks: fc.integer({ min: 1, max: 30 }),
    hiredTrucks: fc.constantFrom(0, 10),
    loaders: fc.integer({ min: 1, max: 4 }),
    cranesPerCall: fc.integer({ min: 1, max: 4 }),
    craneKgPerHour: fc.integer({ min: 100_000, max: 500_000 }),
    hopperKg: fc.constantFrom(null, 60_000, 200_000),
    hatchKg: fc.constantFrom(100_000, 1_000_000),
    distanceKm: fc.integer({ min: 1, max: 20 }),
    policy: fc.constantFrom('all-at-once', 'pull', 'look-ahead', 'headway'),
    trucksUnderWay: fc.integer({ min: 1, max: 40 }),
    leadHours: fc.integer({ min: 0, max: 4 }),
    stopShare: fc.constantFrom(0, 0, 0.1),
  });
  let [near, ships] = [0, 0];
  fc.assert(
    fc.property(given, (one) => {
      const inputs = calm({
        season: {
          ...calls(...one.cargoesKg.map((kg, i): [number, number] => [kg, 5 * i])),
          openingHours: 48,
          periodHours: 24,
          closingHours: 300,
        },
        customs: { aheadHours: 10 },
        fleet: { trucks: one.trucks, hiredTrucks: one.hiredTrucks, payloadKg: constant(32_000) },
        works: { loaders: one.loaders },
        road: { distanceKm: one.distanceKm },
        dispatch: { policy: one.policy, trucksUnderWay: one.trucksUnderWay, leadHours: one.leadHours },
        quay: {
          berths: one.berths,
          cranesPerCall: one.cranesPerCall,
          craneKgPerHour: one.craneKgPerHour,
          hopperKg: one.hopperKg,
          hatchKg: one.hatchKg,
        },
        weather: { stopShare: one.stopShare },
      });
      for (const { cargoKg, ready, loadingCompleted } of season(inputs, 'direct').calls) {
        const [shortest, hours] = [shortestLoadingHours(inputs, cargoKg), loadingCompleted - ready];
        expect(hours).toBeGreaterThanOrEqual(shortest - 1e-6);
        ships++;
        if (hours < 1.25 * shortest) near++;
      }
    }),
    { numRuns: 60 },
  );
  // Near enough to the truth to be of use, and for this test to fail were it too long.
  expect(near / ships).toBeGreaterThan(0.2);
});

test('trucks that serve one call are those its policy wants, and those on hire for a ship at another berth', () => {
  expect(trucksUnderWay(plain)).toBe(30);
  const all = { ...plain, dispatch: { ...plain.dispatch, policy: 'all-at-once' as const } };
  expect(trucksUnderWay(all)).toBe(40);
  expect(trucksUnderWay(calm({ ...all, fleet: { ...all.fleet, hiredTrucks: 5 }, quay: { berths: 2 } }))).toBe(50);
});
