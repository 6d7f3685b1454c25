import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Drivers } from '../../src/port/drivers.ts';

const rule = { driveLimitHours: 4, restHours: 0.5, roundTripHours: 1 };

describe('the rule on rests', () => {
  test('off, nobody ever rests', () => {
    const drivers = new Drivers({ ...rule, driveLimitHours: Number.POSITIVE_INFINITY });
    expect([drivers.drive(0, 1000), drivers.rest(0), drivers.rests]).toEqual([0, false, 0]);
  });

  test('asks for a rest at the works as soon as another round trip would exceed the limit, by truck', () => {
    const drivers = new Drivers(rule);
    expect([drivers.drive(0, 3), drivers.rest(0)]).toEqual([0, false]);
    expect([drivers.drive(0, 0.25), drivers.rest(1), drivers.rest(0)]).toEqual([0, false, true]);
    expect([drivers.drive(0, 3), drivers.rest(0), drivers.rests]).toEqual([0, false, 1]);
  });

  test('stops a drive that takes longer than foreseen, each time the limit is reached, not when it just suffices', () => {
    const drivers = new Drivers(rule);
    expect(drivers.drive(0, 4)).toBe(0);
    expect(drivers.drive(0, 0.5)).toBe(0.5); // rests at once
    expect(drivers.drive(0, 3.5)).toBe(0); // 4 since the rest
    expect(drivers.drive(0, 9)).toBe(1.5); // after 0, 4 and 8 h of it
    expect(drivers.rest(0)).toBe(false); // 1 h since the last
    expect(drivers.rests).toBe(4);
  });

  test('counts standing for the length of a rest, no shorter', () => {
    const drivers = new Drivers(rule);
    drivers.drive(0, 3.5);
    drivers.stood(0, 0.49);
    expect(drivers.drive(0, 1)).toBe(0.5);
    drivers.stood(0, 0.5);
    expect(drivers.drive(0, 4)).toBe(0);
  });

  test('lets nobody drive longer than the limit, and asks for no rest that the limit does not', () => {
    const drive = fc.integer({ min: 1, max: 300 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(fc.tuple(drive, fc.boolean()), { maxLength: 30 }), drive, (drives, limit) => {
        const drivers = new Drivers({ driveLimitHours: limit, restHours: 0.5, roundTripHours: 0.4 });
        let driven = 0;
        for (const [hours, home] of drives) {
          const rests = drivers.drive(0, hours) / 0.5;
          driven += hours - rests * limit;
          expect(driven).toBeLessThanOrEqual(limit + 1e-6);
          expect(driven).toBeGreaterThan(-1e-6);
          if (!home) continue;
          const due = drivers.rest(0);
          expect(due).toBe(driven + 0.4 > limit && driven > 0);
          if (due) driven = 0;
        }
      }),
    );
  });
});
