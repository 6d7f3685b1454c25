import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import type { PortInputs } from '../../src/port/index.ts';
import { Stops } from '../../src/port/stops.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

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
    expect(massOf(day(works))).toMatchObject({ producedKg: 132_000, closingKg: 200_000 });
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
});
