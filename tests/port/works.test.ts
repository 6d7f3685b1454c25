import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import type { PortInputs } from '../../src/port/index.ts';
import { Machines } from '../../src/port/machines.ts';
import { Stops } from '../../src/port/stops.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

const { always } = Calendar;

/** A day's clock with one small ship at its beginning, for which 32 t are taken at hour 0. */
function day(works: Partial<PortInputs['works']>, hours = 24): PortInputs {
  return calm({
    season: { ...calls([32_000, 0]), openingHours: 0, periodHours: 1, closingHours: hours - 1 },
    fleet: { payloadKg: constant(32_000) },
    dispatch: { leadHours: 3 },
    works: { reserveKg: 0, openingStockKg: 100_000, capacityKg: 1e9, ...works },
  });
}

const massOf = (inputs: PortInputs) => season(inputs, 'direct').mass;

describe('production', () => {
  test('enters the warehouse in whole kilograms, the fraction carried on', () => {
    // 10.3 kg/h in quarters of an hour: 2.575 kg a portion; what is due at the close itself is not made any more.
    const { producedKg, closingKg } = massOf(day({ outputKgPerHour: 10.3, wholeOutputKgPerHour: 10.3 }, 100));
    expect(producedKg).toBe(Math.floor(10.3 * 99.75));
    expect(closingKg).toBe(100_000 - 32_000 + producedKg);
  });

  test('stops while the warehouse is full', () => {
    const works = { outputKgPerHour: 40_000, wholeOutputKgPerHour: 40_000, capacityKg: 200_000 };
    const facts = season(day(works), 'direct');
    expect(facts.mass).toMatchObject({ producedKg: 132_000, closingKg: 200_000 });
    // 95 portions of 10 t, of which 13.2 find room.
    expect(facts.works).toMatchObject({ turnedAwayKg: 950_000 - 132_000, maintenanceHours: 0, shortHours: 0 });
    expect(facts.works.fullHours).toBeCloseTo((95 - 13.2) / 4, 9);
  });

  test('rests for maintenance at every multiple of the interval, a part of a portion if need be', () => {
    const works = { outputKgPerHour: 40_000, wholeOutputKgPerHour: 40_000, maintenanceEveryHours: 10 };
    const stopped = season(day({ ...works, maintenanceHours: 2.625 }), 'direct');
    expect(stopped.mass.producedKg).toBe(40_000 * (23.75 - 2 * 2.625));
    expect(stopped.works).toMatchObject({ maintenanceHours: 5.25, fullHours: 0, turnedAwayKg: 0 });
    const longest = season(day({ ...works, maintenanceHours: 9.75 }), 'direct');
    expect(longest.mass.producedKg).toBe(40_000 * 10.25);
  });

  test('makes what it takes in and what it turns away, to the kilogram, whatever stops it', () => {
    const arbitrary = fc.record({
      outputKgPerHour: fc.integer({ min: 1, max: 90_000 }),
      capacityKg: fc.integer({ min: 100_000, max: 900_000 }),
      maintenanceEveryHours: fc.integer({ min: 3, max: 12 }),
      maintenanceHours: fc.integer({ min: 0, max: 8 }).map((quarters) => quarters / 4),
    });
    fc.assert(
      fc.property(arbitrary, (works) => {
        const { outputKgPerHour, capacityKg } = works;
        const { mass, works: facts } = season(day({ ...works, wholeOutputKgPerHour: outputKgPerHour }), 'direct');
        const openHours = 23.75 - facts.maintenanceHours;
        expect(mass.producedKg + facts.turnedAwayKg).toBe(Math.floor(outputKgPerHour * openHours));
        expect(mass.openingKg + mass.producedKg).toBe(mass.loadedKg + mass.closingKg + mass.underwayKg);
        expect(mass.closingKg).toBeLessThanOrEqual(capacityKg);
        expect(facts.fullHours * outputKgPerHour).toBeCloseTo(facts.turnedAwayKg, -2); // to a kilogram a portion
      }),
      { numRuns: 30 },
    );
  });

  test('is all for export while the stock is below the reserve, and net of domestic sales above it', () => {
    const works = {
      outputKgPerHour: 40_000,
      wholeOutputKgPerHour: 100_000,
      openingStockKg: 32_000,
      reserveKg: 100_000,
    };
    // Four portions of 25 t fill the empty warehouse up to the reserve; from then on they have 10 t.
    expect(massOf(day(works, 24)).producedKg).toBe(4 * 25_000 + (95 - 4) * 10_000);
  });

  test('never holds domestic sales back where there is no reserve', () => {
    const works = { outputKgPerHour: 40_000, wholeOutputKgPerHour: 100_000, openingStockKg: 32_000, reserveKg: 0 };
    expect(massOf(day(works, 24)).producedKg).toBe(95 * 10_000);
  });

  test('is none where the works make nothing', () => {
    expect(massOf(day({ outputKgPerHour: 0, wholeOutputKgPerHour: 0 }))).toMatchObject({
      producedKg: 0,
      closingKg: 68_000,
    });
  });
});

describe('loads', () => {
  /** Six trucks at once. */
  function six(works: Partial<PortInputs['works']>): readonly number[] {
    const inputs = calm({
      season: calls([6 * 32_000, 100]),
      fleet: { trucks: 6, payloadKg: constant(32_000) },
      dispatch: { policy: 'all-at-once', leadHours: 2 },
      gate: { lanes: 6 },
      quay: { loadsPerCrane: 6 },
      works: { weighbridgeLanes: 6, loadingHours: constant(0.1), weighingHours: constant(0.01), ...works },
    });
    return Array.from(callOf(season(inputs, 'direct')).trucks.waitHoursByTrip);
  }
  const inOrder = (hours: readonly number[]) => hours.map((hour) => expect.closeTo(hour, 9));

  test('are loaded by so many loaders at once, in order', () => {
    expect(six({ loaders: 6 })).toEqual(inOrder([0, 0, 0, 0, 0, 0]));
    expect(six({ loaders: 2 })).toEqual(inOrder([0, 0, 0.1, 0.1, 0.2, 0.2]));
    expect(six({ loaders: 1 })).toEqual(inOrder([0, 0.1, 0.2, 0.3, 0.4, 0.5]));
  });

  test('are weighed out one after the other where there is one lane', () => {
    expect(six({ loaders: 6, weighbridgeLanes: 1 })).toEqual(inOrder([0, 0.01, 0.02, 0.03, 0.04, 0.05]));
  });

  test('stand still while the crews change over, at the works and in the yard', () => {
    const inputs = calm({
      season: calls([32_000, 100]),
      fleet: { payloadKg: constant(32_000) },
      yard: { lossFraction: 0 },
    });
    const changeOver = (from: number, to: number) => {
      const stops = new Stops([['shift', new Calendar([[from, to]])]]);
      return { worksLoaders: stops, yardLoaders: stops };
    };
    const collected = (from: number, to: number) =>
      callOf(season(inputs, 'staged', changeOver(from, to))).trucks.waitHours;
    expect(collected(190, 191)).toBeCloseTo(0, 9);
    expect(collected(190, 197)).toBeCloseTo(1, 9); // staging begins at hour 196
    expect(collected(196.05, 197)).toBeCloseTo(0.95, 9);
    const shuttled = season(inputs, 'staged', changeOver(341, 344));
    expect(callOf(shuttled).shuttles.waitHours).toBeCloseTo(2, 9); // shuttling begins at hour 342
  });

  test('wait for stock in strict order before they get a truck: no truck waits for slag', () => {
    const works = { openingStockKg: 64_000, outputKgPerHour: 32_000, wholeOutputKgPerHour: 32_000, capacityKg: 64_000 };
    const call = callOf(
      season(calm({ season: calls([6 * 32_000, 100]), fleet: { payloadKg: constant(32_000) }, works }), 'direct'),
    );
    expect(call.trucks.waitHours).toBeCloseTo(0, 9);
    expect(call.cranes.idleForCargoHours).toBeGreaterThan(3);
  });

  test('are short while the first in line waits for stock, however many wait behind it', () => {
    const works = { openingStockKg: 64_000, outputKgPerHour: 32_000, wholeOutputKgPerHour: 32_000, capacityKg: 64_000 };
    const inputs = calm({ season: calls([6 * 32_000, 100.1]), fleet: { payloadKg: constant(32_000) }, works });
    // Two loads go at hour 342.1; from 342.25 on a quarter of a load comes every quarter of an hour.
    const { works: facts } = season(inputs, 'direct');
    expect(facts.shortHours).toBeCloseTo(346 - 342.1, 9);
    // Full from the opening until then, and again after the last load, which is not counted while there is one to come.
    expect(facts).toMatchObject({ fullHoursWhileServing: 342, turnedAwayKgWhileServing: 342 * 32_000 });
    expect(facts.fullHours).toBeGreaterThan(342 + 24);
  });

  test('are weighed in on the same lanes where trucks come with no tare on file', () => {
    expect(six({ loaders: 6, weighIn: true })).toEqual(inOrder([0, 0, 0, 0, 0, 0]));
    // One lane: in at 0.01, 0.02 … 0.06, and out from 0.11 on, each just as it has been loaded.
    expect(six({ loaders: 6, weighIn: true, weighbridgeLanes: 1 })).toEqual(inOrder([0, 0.01, 0.02, 0.03, 0.04, 0.05]));
    // Loaded in 0.02 h, the first is ready to go out at 0.03, before the last is in, and stands behind it.
    expect(six({ loaders: 6, weighIn: true, weighbridgeLanes: 1, loadingHours: constant(0.02) })[0]).toBeCloseTo(
      0.06 - 0.03,
      9,
    );
  });

  test('are loaded by the loaders that are in order, and by a failed one once it is repaired', () => {
    /** The first loader is out of order from 341 to 345, or fails between. @returns waits and hours by cause */
    function withFailures(...failures: readonly Calendar[]) {
      const inputs = calm({
        season: calls([6 * 32_000, 100]),
        fleet: { trucks: 6, payloadKg: constant(32_000) },
        dispatch: { policy: 'all-at-once' },
        gate: { lanes: 6 },
        quay: { loadsPerCrane: 6 },
        works: { loaders: failures.length, weighbridgeLanes: 6 },
      });
      const machines = (kind: string, count: number) =>
        new Machines(
          Array.from({ length: count }, (_, number) => {
            return new Stops([['breakdown', (kind === 'worksLoader' ? failures[number] : undefined) ?? always]]);
          }),
        );
      const { trucks, hours } = callOf(season(inputs, 'direct', { machines }));
      return { waits: Array.from(trucks.waitHoursByTrip), hours: hours.trucks };
    }
    // Sent at hour 342. One of two is down: the other loads all six.
    const one = withFailures(new Calendar([[341, 345]]), always);
    expect(one.waits).toEqual(inOrder([0, 0.1, 0.2, 0.3, 0.4, 0.5]));
    expect(one.hours.breakdown).toBeCloseTo(0, 9);
    // It is repaired at 342.25, while the fourth is waiting, and takes it.
    expect(withFailures(new Calendar([[341, 342.25]]), always).waits).toEqual(inOrder([0, 0.1, 0.2, 0.25, 0.3, 0.35]));
    // It fails at work, finishes its truck, and is missing then.
    const atWork = withFailures(new Calendar([[342.05, 343]]), always);
    expect(atWork.waits).toEqual(inOrder([0, 0, 0.1, 0.2, 0.3, 0.4]));
    expect(atWork.hours.breakdown).toBeCloseTo(0, 9);
    // While both are down waiting is the breakdown's doing, before and after it is the line's.
    const both = withFailures(new Calendar([[341, 343]]), new Calendar([[341, 342.5]]));
    expect(both.waits).toEqual(inOrder([0.5, 0.6, 0.7, 0.8, 0.9, 1]));
    expect(both.hours.breakdown).toBeCloseTo(6 * 0.5, 9);
    expect(both.hours.queue).toBeCloseTo(0.1 + 0.2 + 0.3 + 0.4 + 0.5, 9);
  });
});
