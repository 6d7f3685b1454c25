import { describe, expect, test } from 'vitest';
import { makeWorld } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { type Changes, callOf, calls, calm, season } from './one-season.ts';

/** Three lots of 320 t, one declaration; the ship arrives at hour 340, ready at 343. */
const SHIP: Changes = {
  season: calls([960_000, 100]),
  fleet: { payloadKg: constant(32_000) },
};
const LOTS = { lotKg: 320_000, lotsPerDeclaration: 3, reviewHours: constant(1) };

const direct = (customs: Changes['customs'] = {}, ship = SHIP, mechanisms = {}) =>
  callOf(
    season(calm({ ...ship, customs: { ...LOTS, ...customs } }), {
      ahead: true,
      sorting: true,
      straight: true,
      ...mechanisms,
    }),
  );
const staged = (customs: Changes['customs'] = {}, lead = 144) =>
  callOf(season(calm({ ...SHIP, customs: { ...LOTS, ...customs }, yard: { stagingLeadHours: lead } }), 'staged'));

describe('declared ahead', () => {
  test('the cargo is released before the ship arrives, and no truck waits for it', () => {
    const call = direct({ aheadHours: 48 });
    for (const lot of call.lots) expect(lot.released).toBe(340 - 48 + 1);
    expect(call.declarations).toBe(1);
    expect(Math.min(...call.lots.map((lot) => lot.arrived))).toBeGreaterThan(340);
  });

  test('to be staged, it is lodged before its staging', () => {
    const inputs = calm({ ...SHIP, customs: { ...LOTS, aheadHours: 24 } });
    const call = callOf(season(inputs, { ahead: true, sorting: true, straight: false }));
    for (const lot of call.lots) {
      expect(lot.released).toBe(340 - 144 - 24 + 1);
      expect(lot.arrived).toBeGreaterThan(340 - 144);
    }
  });

  test('it is lodged by the estimated arrival of the ship, not by her laycan nor by her actual arrival', () => {
    const inputs = calm({ ...SHIP, customs: { ...LOTS, aheadHours: 48 } });
    const { calls: planned } = makeWorld(inputs, 1, 0);
    const late = planned.map((call) => ({ ...call, arrived: 380, estimated: 370 }));
    expect(callOf(season(inputs, 'direct', { calls: late })).lots[0]?.released).toBe(370 - 48 + 1);
  });

  test('each declaration of a long call is lodged before its own cargo is planned to arrive', () => {
    const call = direct({ lotsPerDeclaration: 1, aheadHours: 48 });
    expect(call.declarations).toBe(3);
    const each = 320_000 / (3 * 280_000);
    for (const [i, lot] of call.lots.entries()) expect(lot.released).toBeCloseTo(340 + i * each - 48 + 1, 9);
  });

  test('too late for the office, it waits for the next morning', () => {
    // Lodged at hour 340 − 48 = 292, 4 in the morning; reviewed from 8 on.
    expect(direct({ officeOpensHour: 8, officeClosesHour: 17 }).lots[0]?.released).toBe(288 + 9);
    // Lodged at 16:00 with two hours' work, one of them the next morning.
    const late = direct({ officeOpensHour: 8, officeClosesHour: 17, aheadHours: 36, reviewHours: constant(2) });
    expect(late.lots[0]?.released).toBe(312 + 9);
  });
});

describe('declared at the gate', () => {
  test('the first truck lodges, and all of the declaration wait for the release', () => {
    const call = direct({}, SHIP, { ahead: false });
    const [first, ...others] = call.lots;
    const passed = (first?.arrived as number) + 0.01;
    expect(first?.released).toBeCloseTo(passed + 1, 9);
    for (const lot of others) expect(lot.released).toBe(first?.released);
    expect(call.trucks.waitHoursByTrip[0]).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(call.loadingStarted).toBeGreaterThan(first?.released as number);
  });
});

describe('declared late', () => {
  test('once all of it lies in the yard; nothing is loaded within 24 h of that', () => {
    const call = staged({}, 10);
    const released = call.lots[0]?.released as number;
    expect(call.lots.map((lot) => lot.released)).toEqual([released, released, released]);
    expect(released - 24).toBeGreaterThan(call.lots[2]?.arrived as number);
    expect(call.ready).toBe(343);
    expect(call.loadingStarted).toBeGreaterThan(released);
    expect(call.loadingStarted).toBeLessThan(released + 0.5);
  });

  test('a review longer than the rule rules', () => {
    const quick = staged({}, 10).lots[0]?.released as number;
    expect(staged({ reviewHours: constant(30) }, 10).lots[0]?.released).toBeCloseTo(quick + 6, 9);
  });

  test('without the rule the review alone holds the cargo', () => {
    const withRule = staged({}, 10).lots[0]?.released as number;
    expect(staged({ lateLeadHours: 0 }, 10).lots[0]?.released).toBeCloseTo(withRule - 23, 9);
  });

  test('each declaration by itself, as soon as its own lots are there', () => {
    const lots = staged({ lotsPerDeclaration: 1 }).lots;
    const released = lots.map((lot) => lot.released);
    expect(released[0]).toBeLessThan(released[1] as number);
    expect(released[1]).toBeLessThan(released[2] as number);
  });
});

describe('the control instruction', () => {
  const INSPECTED = { inspectionProbability: 1, inspectionHours: constant(4) };

  test('to inspect holds one lot of the declaration, from its arrival on, and no other', () => {
    const { lots, inspections } = direct(INSPECTED);
    expect(inspections).toBe(1);
    for (const { inspected, arrived, released } of lots) {
      // Inspection begins when the first truck of the lot has passed the gate.
      expect(released).toBeCloseTo(inspected ? arrived + 0.01 + 4 : 293, 9);
    }
  });

  test('holds staged cargo from when all of the lot is there', () => {
    const { lots } = staged({ ...INSPECTED, lateLeadHours: 0 });
    const others = lots.filter((lot) => !lot.inspected).map((lot) => lot.released);
    expect(lots.find((lot) => lot.inspected)?.released).toBeCloseTo((others[0] as number) + 4, 9);
  });

  test('does not shorten the 24 h', () => {
    const { lots } = staged(INSPECTED);
    expect(new Set(lots.map((lot) => lot.released)).size).toBe(1);
  });

  test('is drawn once a declaration', () => {
    expect(direct({ ...INSPECTED, lotsPerDeclaration: 1 }).inspections).toBe(3);
    expect(direct({ ...INSPECTED, lotsPerDeclaration: 2 }).inspections).toBe(2);
  });

  test('finds its bay taken and waits for it', () => {
    const releases = (inspectionBays: number) =>
      staged({ ...INSPECTED, lotsPerDeclaration: 1, lateLeadHours: 0, inspectionBays })
        .lots.map((lot) => lot.released)
        .sort((a, b) => a - b);
    const [first, second, third] = releases(1) as [number, number, number];
    expect([second - first, third - second]).toEqual([expect.closeTo(4, 9), expect.closeTo(4, 9)]);
    expect(releases(3)[2]).toBeLessThan(second);
  });

  test('is to inspect as often as the chance says', () => {
    // 500 declarations of one call, at 0.3: a count within ±50 of 150, z = 4.9, fails by chance once in a million seeds.
    const ship = { ...SHIP, season: calls([500 * 32_000, 100]) };
    const call = direct({ lotKg: 32_000, lotsPerDeclaration: 1, inspectionProbability: 0.3, inspectionBays: 20 }, ship);
    expect(Math.abs(call.inspections - 150)).toBeLessThanOrEqual(50);
  });
});

test('the last lot is what is left, to the kilogram', () => {
  const ship = { ...SHIP, season: calls([700_001, 100]) };
  expect(direct({}, ship).lots.map((lot) => lot.kg)).toEqual([320_000, 320_000, 60_001]);
});

describe('a truck that carries more than one lot', () => {
  const SMALL: Changes['customs'] = { lotKg: 10_000, lotsPerDeclaration: 100 };

  test('marks them all present, so that a cargo declared at the gate is not held for ever', () => {
    const call = direct({ ...SMALL, lotsPerDeclaration: 2 }, SHIP, { ahead: false });
    expect(call.lots).toHaveLength(96);
    for (const lot of call.lots) expect(lot.released).toBeCloseTo(lot.arrived + 1, 0);
  });

  test('waits for the one that is inspected, wherever it stands in the load', () => {
    const call = direct({ ...SMALL, inspectionProbability: 1, inspectionHours: constant(5) });
    const [held] = call.lots.filter((lot) => lot.inspected);
    expect((held?.released ?? 0) - (held?.arrived ?? 0)).toBeCloseTo(5, 1);
    expect(call.trucks.waitHours).toBeGreaterThanOrEqual(4.9);
  });
});
