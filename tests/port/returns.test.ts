import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_CAUSES, type HoursByCause, type Mechanisms, type SeasonFacts } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { type Changes, callOf, calls, calm, season } from './one-season.ts';

/** Every inspected lot is refused, once. */
const REFUSING = {
  reviewHours: constant(1),
  inspectionProbability: 1,
  inspectionHours: constant(4),
  returnedShare: 1,
};

/** One lot of ten loads; the ship arrives at hour 340, and the first truck is sent at 342. */
const ship = (customs: Changes['customs'] = {}) =>
  calm({
    season: calls([320_000, 100]),
    fleet: { payloadKg: constant(32_000) },
    customs: { lotKg: 320_000, ...REFUSING, ...customs },
  });

/** Works' gate to port gate at 30 km/h over 8 km. */
const DRIVE = 8 / 30;

function expectMassCloses({ mass }: SeasonFacts): void {
  const { openingKg, producedKg, loadedKg, lostKg, closingKg, underwayKg } = mass;
  expect(openingKg + producedKg).toBe(loadedKg + lostKg + closingKg + underwayKg);
}

describe('a lot that goes straight and is refused', () => {
  const facts = season(ship(), 'direct');
  const call = callOf(facts);
  const [refused, instead] = call.lots;
  const refusedAt = 342 + 0.11 + DRIVE + 0.01 + 4;

  test('is hauled back by the trucks that stand with it, which come again with other slag', () => {
    expect(refused).toMatchObject({ outcome: 'returned', released: expect.closeTo(refusedAt, 9) });
    expect(call.refused).toEqual({
      kg: 320_000,
      fromYardKg: 0,
      loads: 10,
      km: 80,
      hours: expect.closeTo(10 * (DRIVE + 0.08), 9),
    });
    expect(call.trucks).toMatchObject({ loads: 20, loadedKm: 240, emptyKm: 80 });
    expect(call.trucks.waitHoursByTrip).toHaveLength(20);
  });

  test('is replaced by one declared anew at once and inspected in its turn, but not refused again', () => {
    expect(call.declarations).toBe(2);
    expect(call.inspections).toBe(2);
    expect(instead).toMatchObject({ kg: 320_000, outcome: 'released' });
    expect(instead?.lodged).toBe(refused?.released);
    // It is there before its review is done.
    const backAt = refusedAt + DRIVE + 0.08;
    expect(instead?.arrived).toBeCloseTo(backAt + 0.11 + DRIVE, 9);
    expect(instead?.inspectionBegan).toBeCloseTo(refusedAt + 1, 9);
    expect(instead?.released).toBeCloseTo(refusedAt + 1 + 4, 9);
    expect(call.loadingStarted).toBeCloseTo(refusedAt + 5 + 0.08, 9);
  });

  test('leaves the same tonnes aboard and closes the balance', () => {
    expect(facts.mass.loadedKg).toBe(320_000);
    expectMassCloses(facts);
    expect(call.firstToLoadingHours).toBeNull();
    // Of the ten loads aboard: each left within half an hour of the first, and waited for the second inspection.
    expect(call.meanToLoadingHours).toBeGreaterThan(4.2);
  });
});

test('what replaces it is fetched in working hours only, by whichever truck is free', () => {
  // Work from 6 to 10: the trucks go out at 342 (6:00), and are home again with the refused lot at 346.73 (10:44).
  const inputs = ship();
  const sent: number[] = [];
  const limited = { ...inputs, fleet: { ...inputs.fleet, workFromHour: 6, workToHour: 10 } };
  const call = callOf(season(limited, 'direct', {}, { trip: (_kind, _truck, _call, from) => sent.push(from) }));
  expect(sent.filter((hour) => hour < 350)).toHaveLength(10);
  expect(sent.filter((hour) => hour === 366)).toHaveLength(10);
  expect(call.lots[1]?.arrived).toBeCloseTo(366 + 0.11 + DRIVE, 9);
  expect(call.trucks.turnHours).toBeCloseTo(
    HOUR_CAUSES.reduce((sum, cause) => sum + call.hours.trucks[cause], 0),
    6,
  );
});

test('the drivers rest before they go again, and their way home with it counts', () => {
  // Out 8/30 h, home with the lot as long: beyond half an hour at the wheel he rests for 2 h before another round trip.
  const inputs = ship();
  const drives: number[] = [];
  const tired = { ...inputs, fleet: { ...inputs.fleet, trucks: 10, driveLimitHours: 0.55, restHours: 2 } };
  const facts = season(tired, 'direct', {}, { drive: ({ way, from }) => way === 'loaded' && drives.push(from) });
  expect(facts.fleet.rests).toBeGreaterThanOrEqual(10);
  const home = refusedHomeAt();
  expect(drives.slice(0, 10).every((hour) => hour < home)).toBe(true);
  expect(drives[10]).toBeCloseTo(home + 2 + 0.11, 6);
});

/** Hour at which the first truck with the refused lot has tipped it at the works. */
function refusedHomeAt(): number {
  return 342 + 0.11 + DRIVE + 0.01 + 4 + DRIVE + 0.08;
}

describe('a lot in the yard that is refused', () => {
  const facts = season(ship({ lateLeadHours: 24 }), 'staged');
  const call = callOf(facts);
  const [refused, instead] = call.lots;

  test('is fetched back, and then replaced in the room it had', () => {
    expect(refused?.outcome).toBe('returned');
    expect(call.refused).toMatchObject({ kg: 320_000, loads: 10, km: 80 });
    // Out empty, loaded from the stack, home loaded, tipped; no two of them have to wait for each other's loader.
    expect(call.refused.hours).toBeGreaterThanOrEqual(10 * (8 / 35 + 0.08 + DRIVE + 0.08) - 1e-9);
    // 320 t and as much again with 0.2 % lost of all that is brought: 641,282 kg, of which 1,282 are lost.
    expect(call.lostKg).toBe(1282);
    expect(Math.floor((640_000 + 1282) * 0.002)).toBe(1282);
    expect(call.trucks.loads).toBe(11 + 10 + 11);
    expect(facts.yardPeakKg).toBe(320_000);
    expect(call.storedKgByDays.reduce((sum, kg) => sum + kg, 0)).toBe(640_000);
  });

  test('is replaced by one that is declared late like the first', () => {
    expect(instead?.lodged).toBeGreaterThan(refused?.released as number);
    expect(instead?.released).toBe((instead?.lodged as number) + 24);
    expect(call.declarations).toBe(2);
    expect(facts.mass.loadedKg).toBe(320_000);
    expectMassCloses(facts);
  });
});

test('a truck with some of a refused lot goes back with all it carries; the rest of it needs no second release', () => {
  // Lots of 48 t and loads of 32 t: every other truck carries some of two lots.
  const inputs = calm({
    season: calls([192_000, 100]),
    fleet: { payloadKg: constant(32_000) },
    customs: { ...REFUSING, lotKg: 48_000, lotsPerDeclaration: 4 },
  });
  const call = callOf(season(inputs, 'direct'));
  const at = call.lots.findIndex((lot) => lot.outcome === 'returned');
  expect(call.lots).toHaveLength(5);
  expect(call.refused).toMatchObject({ kg: 64_000, loads: 2, km: 16 });
  expect(call.lots[at]?.kg).toBe(48_000);
  expect(call.trucks.loads).toBe(8);
});

describe('whatever is refused, however few the places and lanes', () => {
  const total = (hours: HoursByCause) => HOUR_CAUSES.reduce((sum, cause) => sum + hours[cause], 0);
  const mechanisms: fc.Arbitrary<Mechanisms> = fc.record({
    ahead: fc.boolean(),
    sorting: fc.boolean(),
    straight: fc.boolean(),
  });
  const seasons = fc.record({
    cargoesKg: fc.array(fc.integer({ min: 40_000, max: 500_000 }), { minLength: 1, maxLength: 3 }),
    lotKg: fc.integer({ min: 9000, max: 200_000 }),
    lotsPerDeclaration: fc.integer({ min: 0, max: 3 }),
    returnedShare: fc.constantFrom(0.5, 1),
    inspectionPlaces: fc.constantFrom(1, 2, Number.POSITIVE_INFINITY),
    validHours: fc.constantFrom(24, Number.POSITIVE_INFINITY),
    mannedLanes: fc.constantFrom(0, 1),
    trucks: fc.constantFrom(2, 12),
  });

  test('every ship sails with her tonnes, the balance closes to the kilogram, and the hours add up', () => {
    fc.assert(
      fc.property(seasons, mechanisms, (given, chosen) => {
        const { cargoesKg, trucks, mannedLanes, ...customs } = given;
        const yardKg = Math.max(...cargoesKg) + 1000;
        const inputs = calm({
          season: {
            ...calls(...cargoesKg.map((kg, i): [number, number] => [kg, 100 + 10 * i])),
            periodHours: 200,
            closingHours: 800,
          },
          fleet: { trucks, stagingTrucks: 2 },
          gate: { lanes: 1, mannedLanes },
          yard: { capacityKg: yardKg },
          customs: { ...REFUSING, inspectionHours: constant(0.5), inspectionBays: 1, ...customs },
        });
        const facts = season(inputs, chosen);
        expectMassCloses(facts);
        expect(facts.mass.loadedKg).toBe(cargoesKg.reduce((sum, kg) => sum + kg, 0));
        expect(facts.yardPeakKg).toBeLessThanOrEqual(yardKg);
        for (const call of facts.calls) {
          const refusedKg = call.lots.reduce((sum, lot) => sum + (lot.outcome === 'returned' ? lot.kg : 0), 0);
          // Straight, what was not yet on trucks stays at the works, and a truck takes back what it carries of others.
          if (!chosen.straight) expect(call.refused.kg).toBe(refusedKg);
          expect(call.refused.loads > 0).toBe(refusedKg > 0);
          expect(total(call.hours.trucks)).toBeCloseTo(call.trucks.turnHours, 6);
          expect(total(call.hours.ship)).toBeCloseTo(call.sailed - call.arrived, 6);
          expect(total(call.hours.cranes)).toBeCloseTo(call.cranes.assignedHours, 6);
        }
      }),
      { numRuns: 100 },
    );
  });
});
