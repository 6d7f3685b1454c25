import { describe, expect, test } from 'vitest';
import { makeWorld } from '../../src/port/index.ts';
import { constant, truncatedNormal } from '../../src/random/index.ts';
import { type Changes, callOf, calls, calm, season } from './one-season.ts';

/** Three lots of 320 t; the ship arrives at hour 340, and the first truck reaches the port soon after 342. */
const direct = (customs: Changes['customs'], changes: Changes = {}) =>
  callOf(
    season(
      calm({
        season: calls([960_000, 100]),
        fleet: { payloadKg: constant(32_000) },
        ...changes,
        customs: { lotKg: 320_000, lotsPerDeclaration: 3, reviewHours: constant(1), ...customs },
      }),
      'direct',
    ),
  );

describe('a call is declared', () => {
  test('lot by lot, by some lots at a time, or in one', () => {
    const papers = (lotsPerDeclaration: number) => {
      const { declarations, inspections } = direct({ lotsPerDeclaration, inspectionProbability: 1 });
      return [declarations, inspections];
    };
    expect([1, 2, 3, 0].map(papers)).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('a declaration lodged ahead', () => {
  test('lapses when none of its cargo has come in time, and is lodged anew at once, as often as it takes', () => {
    // Lodged at 292, 316 and 340; the last still holds when the first truck comes.
    const call = direct({ aheadHours: 48, validHours: 24 });
    expect([call.lapses, call.declarations]).toEqual([2, 3]);
    for (const lot of call.lots) expect([lot.lodged, lot.reviewed, lot.released]).toEqual([340, 341, 341]);
    expect(call.hours.trucks.customs).toBe(0);
  });

  test('holds while its cargo comes within its time', () => {
    const call = direct({ aheadHours: 48, validHours: 72 });
    expect([call.lapses, call.declarations]).toEqual([0, 1]);
    expect(call.lots[0]?.lodged).toBe(292);
  });

  test('once lapsed holds up the trucks until the new one is reviewed', () => {
    const call = direct({ aheadHours: 48, validHours: 24, reviewHours: constant(10) });
    expect(call.lapses).toBe(2);
    expect(call.lots[0]?.released).toBe(350);
    expect(call.hours.trucks.customs).toBeGreaterThan(7);
    expect(call.loadingStarted).toBeGreaterThan(350);
  });

  test('whose cargo is to be inspected is inspected once, after the last lodging', () => {
    const call = direct({ aheadHours: 48, validHours: 24, inspectionProbability: 1, inspectionHours: constant(4) });
    const [lot, ...others] = call.lots.filter(({ inspected }) => inspected);
    expect(others).toEqual([]);
    expect(lot?.inspectionBegan).toBeCloseTo((lot?.arrived as number) + 0.01, 9);
    expect(lot?.released).toBeCloseTo((lot?.arrived as number) + 4.01, 9);
    expect(call.inspections).toBe(1);
  });
});

describe('an amendment', () => {
  const deviating = (surveyDeviation: number, customs: Changes['customs'] = {}) =>
    direct({ surveyDeviation: constant(surveyDeviation), amendmentHours: constant(2), ...customs });

  test('is filed where the survey differs by more than the tolerance, up or down, and holds the ship', () => {
    const exact = deviating(0);
    for (const deviation of [0.006, -0.006]) {
      const amended = deviating(deviation);
      expect(amended.amendments).toBe(1);
      expect(amended.sailed).toBeCloseTo(exact.sailed + 2, 9);
      expect(amended.hours.ship.customs).toBeCloseTo(exact.hours.ship.customs + 2, 9);
    }
    expect(deviating(0.005)).toEqual(exact);
    expect(deviating(0.006, { amendmentTolerance: 0.01 })).toEqual(exact);
  });

  test('may be settled after her', () => {
    expect(deviating(0.006, { amendmentHoldsShip: false })).toEqual({ ...deviating(0), amendments: 1 });
  });

  test('waits for the office', () => {
    const office = { officeOpensHour: 8, officeClosesHour: 9 };
    const [exact, amended] = [deviating(0, office), deviating(0.006, office)];
    // One office hour a day: two of them end at nine on the second day after.
    const filed = exact.sailed - 1;
    expect(amended.sailed - 1).toBe(24 * Math.ceil((filed - 9) / 24) + 9 + 24);
  });

  test('is filed for just those calls whose draw is beyond the tolerance', () => {
    const surveyDeviation = truncatedNormal(0, 0.004, -0.012, 0.012);
    const each = Array.from({ length: 40 }, (_, i): [number, number] => [64_000, 100 + 12 * i]);
    const inputs = calm({ season: calls(...each), customs: { surveyDeviation } });
    const { streams } = makeWorld(inputs, 1, 0);
    const beyond = each.map((_, call) => {
      return Math.abs(surveyDeviation.quantile(streams.stream('customs.deviation', call).at(0))) > 0.005 ? 1 : 0;
    });
    expect(new Set(beyond).size).toBe(2);
    for (const mode of ['staged', 'direct'] as const) {
      expect(season(inputs, mode).calls.map((call) => call.amendments)).toEqual(beyond);
    }
  });
});
