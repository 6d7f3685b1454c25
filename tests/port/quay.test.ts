import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import type { PortInputs } from '../../src/port/index.ts';
import { Stops } from '../../src/port/stops.ts';
import { callOf, flooded, season } from './one-season.ts';

/** The calendars of one berth's cranes. */
function craneOf(calendars: readonly Calendar[]): (berth: number, crane: number) => Stops {
  return (_, crane) => new Stops([['breakdown', calendars[crane] ?? Calendar.always]]);
}

describe('cranes', () => {
  test('one with cargo always at hand loads at its rate', () => {
    const call = callOf(season(flooded(20), 'direct'));
    expect(call.loadingCompleted).toBeCloseTo(343 + 20 * 0.1, 9);
    expect(call.cranes.idleForCargoHours).toBeCloseTo(0, 9);
    expect(call.cranes.workingHours).toBeCloseTo(2, 9);
  });

  test('two take half the time', () => {
    const call = callOf(season(flooded(20, { cranesPerCall: 2 }), 'direct'));
    expect(call.loadingCompleted).toBeCloseTo(343 + 10 * 0.1, 9);
    expect(call.cranes.assignedHours).toBeCloseTo(2, 9);
  });

  test('pause to change hatch after so much cargo, but not after the last of it', () => {
    const hatch = { hatchKg: 4 * 32_000, hatchChangeHours: 0.5 };
    expect(callOf(season(flooded(9, hatch), 'direct')).loadingCompleted).toBeCloseTo(343 + 9 * 0.1 + 2 * 0.5, 9);
    expect(callOf(season(flooded(8, hatch), 'direct')).loadingCompleted).toBeCloseTo(343 + 8 * 0.1 + 0.5, 9);
  });

  test('carry on towards the next hatch what a load went over', () => {
    // 48 t a hatch: the loads end at 32, 64 (pause, 16 over), 48 (pause), 32, 64, … 32 t loads.
    const hatch = { hatchKg: 48_000, hatchChangeHours: 1 };
    expect(callOf(season(flooded(6, hatch), 'direct')).loadingCompleted).toBeCloseTo(343 + 0.6 + 3, 9);
  });

  test('stand while their calendar is closed, and loading begins when the first of them begins', () => {
    const out = new Calendar([[343, 344]]);
    const call = callOf(season(flooded(10), 'direct', { crane: craneOf([out]) }));
    expect(call.loadingStarted).toBe(344);
    expect(call.loadingCompleted).toBeCloseTo(345, 9);
    expect(call.cranes.idleForCargoHours).toBeCloseTo(0, 9);
    const both = flooded(10, { cranesPerCall: 2 });
    expect(callOf(season(both, 'direct', { crane: craneOf([out, Calendar.always]) })).loadingStarted).toBe(343);
    expect(callOf(season(both, 'direct', { crane: craneOf([Calendar.always, out]) })).loadingStarted).toBe(343);
  });

  test('break off a load that a stop interrupts and finish it after', () => {
    const call = callOf(season(flooded(1), 'direct', { crane: craneOf([new Calendar([[343.05, 350]])]) }));
    expect(call.loadingStarted).toBe(343);
    expect(call.loadingCompleted).toBeCloseTo(350.05, 9);
  });

  describe('that fail while they wait', () => {
    const inputs = flooded(2, { cranesPerCall: 2 });
    const few: PortInputs = {
      ...inputs,
      fleet: { ...inputs.fleet, trucks: 1 },
      dispatch: { ...inputs.dispatch, leadHours: 0 },
    };
    const run = (...calendars: Calendar[]) => callOf(season(few, 'direct', { crane: craneOf(calendars) }));
    const free = run();
    const out = new Calendar([[343.01, 400]]);

    test('take no load that another can take, whichever of them stood first in line', () => {
      expect(free.loadingStarted).toBeGreaterThan(343.01);
      for (const calendars of [[out], [Calendar.always, out]]) {
        const call = run(...calendars);
        expect(call.loadingStarted).toBe(free.loadingStarted);
        expect(call.loadingCompleted).toBe(free.loadingCompleted);
        expect(call.hours.cranes.breakdown).toBeCloseTo(call.loadingCompleted - 343.01, 9);
      }
    });

    test('take it once repaired where no other can', () => {
      const call = run(out, new Calendar([[343, 390]]));
      expect(call.loadingStarted).toBe(390);
      expect(run(out, out).loadingStarted).toBe(400);
    });
  });

  test('do not count as waiting for cargo while they could not work anyway', () => {
    const inputs = flooded(2);
    const few: PortInputs = {
      ...inputs,
      fleet: { ...inputs.fleet, trucks: 1 },
      dispatch: { ...inputs.dispatch, leadHours: 0 },
    };
    const idle = (cranes: Calendar) =>
      callOf(season(few, 'direct', { crane: craneOf([cranes]) })).cranes.idleForCargoHours;
    const free = idle(Calendar.always);
    expect(free).toBeGreaterThan(0);
    const { loadingStarted } = callOf(season(few, 'direct'));
    const from = loadingStarted + 0.15; // the first load is aboard, the second on its way
    expect(idle(new Calendar([[from, from + 0.1]]))).toBeCloseTo(free - 0.1, 9);
  });
});

describe('the apron', () => {
  test('has room for so many loads per crane; who comes then waits with his load on the truck', () => {
    const waits = (loadsPerCrane: number) =>
      callOf(season(flooded(6, { loadsPerCrane }), 'direct')).trucks.waitHoursByTrip;
    // All six tip before she is ready where there is room for them.
    expect(Math.max(...waits(6))).toBeCloseTo(0, 9);
    expect(waits(1).filter((hours) => hours > 1e-9)).toHaveLength(5);
    expect(waits(2).filter((hours) => hours > 1e-9)).toHaveLength(4);
  });
});
