import { expect, test } from 'vitest';
import { settleSeason } from '../../src/settlement/index.ts';
import { measure } from '../../src/study/measures.ts';
import { callFacts, seasonFacts, truckFacts } from '../settlement/facts-builder.ts';
import { ROUND_TERMS } from '../settlement/terms-builder.ts';

/** Two calls whose trucks waited 1 + 2 and 5 hours; the second had hired trucks for 30 hours. */
const season = seasonFacts([
  callFacts({ trucks: truckFacts([1, 2]) }),
  callFacts({ index: 1, trucks: truckFacts([5]), hiredTruckHours: 30 }),
]);

const measured = (facts: typeof season) => measure({ facts, settlement: settleSeason(facts, 'direct', ROUND_TERMS) });

test('trucks waited and were hired for so many hours a call, whatever their number of loads', () => {
  expect(measured(season)).toMatchObject({ 'fleet.waitHours': 4, 'fleet.hiredHours': 15 });
  expect(measured(season)['truck.waitHours']).toBeCloseTo(8 / 3, 12);
});

test('trucks are idle for a share of the hours in which they could have been sent', () => {
  const fleet = { ...season.fleet, truckHours: 1000, offHours: 200, idleHours: 600, tripHours: 150, restHours: 50 };
  expect(measured({ ...season, fleet })['fleet.idleShare']).toBe(600 / 800);
  const none = { ...fleet, truckHours: 0, offHours: 0, idleHours: 0 };
  expect(measured({ ...season, fleet: none })['fleet.idleShare']).toBeNull();
});

test('ships that came after their laycan had closed are a share of the calls', () => {
  expect(measured({ ...season, missedLaycans: 1 })['vessel.missedLaycans']).toBe(0.5);
});

test('the works are full or short for so many hours of the season, what came after the last load left out', () => {
  const works = {
    fullHours: 500,
    turnedAwayKg: 70_000_000,
    fullHoursWhileServing: 12.5,
    turnedAwayKgWhileServing: 1_800_000,
    maintenanceHours: 0,
    shortHours: 7,
  };
  expect(measured({ ...season, works })).toMatchObject({
    'works.fullHours': 12.5,
    'works.turnedAwayTonnes': 1800,
    'works.shortHours': 7,
  });
});
