import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/engine/index.ts';
import { Fleet } from '../../src/port/fleet.ts';
import type { PortInputs } from '../../src/port/index.ts';
import { calmInputs } from './base-inputs.ts';

const CLOSING = 100;

/** A round trip of 20 km, ordinarily 0.9 h at the wheel. */
const road = { ...calmInputs.road, distanceKm: 10, loadedKmPerHour: 20, emptyKmPerHour: 25 };

/** @param changes of the fleet */
function fleetOf(trucks: number, changes: Partial<PortInputs['fleet']> = {}) {
  const sim = new Simulation();
  const fleet = new Fleet(sim, { fleet: { ...calmInputs.fleet, trucks, ...changes }, road }, CLOSING);
  const taken: number[] = [];
  const take = () => {
    sim.spawn(
      'load',
      (function* () {
        taken.push(yield* fleet.take());
      })(),
      { background: true },
    );
  };
  return { sim, fleet, taken, take };
}

test('trucks go in order of their return, and loads wait for one in order', () => {
  const { sim, fleet, taken, take } = fleetOf(2);
  for (let i = 0; i < 4; i++) take();
  sim.schedule(1, () => fleet.giveBack(1));
  sim.schedule(2, () => fleet.giveBack(0));
  sim.run();
  expect(taken).toEqual([0, 1, 1, 0]);
});

test('trucks on hire have numbers of their own and cost from hire to dismissal, on a trip until they are back', () => {
  const { sim, fleet, taken, take } = fleetOf(1);
  const told: [hour: number, hours: number][] = [];
  sim.schedule(10, () => {
    const hired = fleet.hire(3);
    expect(hired).toEqual([1, 2, 3]);
    for (let i = 0; i < 3; i++) take(); // 0, 1 and 2 go, 3 stands
    sim.schedule(5, () => fleet.dismiss(hired, (hours) => told.push([sim.now, hours])));
    sim.schedule(8, () => fleet.giveBack(1));
  });
  sim.run(CLOSING);
  expect(taken).toEqual([0, 1, 2]);
  expect(told).toEqual([
    [15, 5],
    [18, 8],
  ]);
  const { truckHours } = fleet.close(CLOSING); // truck 2 never comes back
  expect(told.at(-1)).toEqual([CLOSING, CLOSING - 10]);
  expect(truckHours).toBe(CLOSING + 5 + 8 + 90);
});

test('a dismissed truck that comes back costs nobody his place in the line', () => {
  const { sim, fleet, take, taken } = fleetOf(1);
  const hired = fleet.hire(1);
  const turns: string[] = [];
  const wait = (name: string) =>
    sim.spawn(
      name,
      (function* () {
        yield* fleet.take();
        turns.push(name);
      })(),
    );
  take();
  take();
  sim.schedule(1, () => wait('first'));
  sim.schedule(2, () => wait('second'));
  sim.schedule(3, () => fleet.dismiss(hired, () => {}));
  sim.schedule(4, () => fleet.giveBack(1));
  sim.schedule(5, () => fleet.giveBack(0));
  sim.schedule(6, () => fleet.giveBack(0));
  sim.run();
  expect(taken).toEqual([0, 1]);
  expect(turns).toEqual(['first', 'second']);
});

test('a dismissed truck gets no load, whether it stands in the works or comes back later', () => {
  const { sim, fleet, taken, take } = fleetOf(1);
  const hired = fleet.hire(2);
  take();
  take(); // trucks 0 and 1 go, 2 stands
  sim.schedule(1, () => fleet.dismiss(hired, () => {}));
  sim.schedule(2, () => fleet.giveBack(1));
  sim.schedule(3, () => {
    take();
    take();
  });
  sim.schedule(4, () => fleet.giveBack(0));
  sim.schedule(5, () => fleet.giveBack(0));
  sim.run();
  expect(taken).toEqual([0, 1, 0, 0]);
});

describe('between trips', () => {
  /** Each truck sent as soon as it may be, there and back in ordinary time. @returns hours of sending, by truck */
  function rounds(trucks: number, changes: Partial<PortInputs['fleet']>, until: number) {
    const { sim, fleet } = fleetOf(trucks, changes);
    const sent: number[][] = Array.from({ length: trucks }, () => []);
    for (let driver = 0; driver < trucks; driver++) {
      sim.spawn(
        'loads',
        (function* () {
          for (;;) {
            const truck = yield* fleet.take();
            sent[truck]?.push(sim.now);
            yield* sim.hold(0.9 + fleet.drivers.drive(truck, 0.5) + fleet.drivers.drive(truck, 0.4));
            fleet.giveBack(truck);
          }
        })(),
        { background: true },
      );
    }
    sim.run(until);
    return { sent, facts: fleet.close(until) };
  }
  const about = (hours: readonly number[]) => hours.map((hour) => expect.closeTo(hour, 9));

  test('a driver rests before the round trip that would take him beyond the limit', () => {
    const { sent, facts } = rounds(1, { driveLimitHours: 2, restHours: 0.5 }, 5);
    expect(sent[0]).toEqual(about([0, 0.9, 2.3, 3.2, 4.6]));
    expect(facts).toMatchObject({ rests: 2, refuels: 0, truckHours: 5, refuelHours: 0, offHours: 0 });
    expect(facts.restHours).toBeCloseTo(1, 9);
    expect(facts.tripHours).toBeCloseTo(4, 9);
  });

  test('standing at the works for as long is a rest', () => {
    const { sim, fleet } = fleetOf(1, { driveLimitHours: 2, restHours: 0.5 });
    const rests: number[] = [];
    sim.spawn(
      'loads',
      (function* () {
        for (const standing of [0.5, 0.4, 0]) {
          const truck = yield* fleet.take();
          yield* sim.hold(0.9 + fleet.drivers.drive(truck, 0.9));
          fleet.giveBack(truck);
          rests.push(fleet.drivers.rests);
          yield* sim.hold(standing);
        }
      })(),
    );
    sim.run();
    expect(rests).toEqual([0, 0, 1]); // the half hour after the first trip was one, the 0.4 h after the second were not
  });

  test('trucks fill up when another round trip would exceed the filling, one after the other at one pump', () => {
    const { sent, facts } = rounds(2, { refuelEveryKm: 50, refuelHours: 0.2, pumps: 1 }, 3);
    expect(sent[0]).toEqual(about([0, 0.9, 2, 2.9]));
    expect(sent[1]).toEqual(about([0, 0.9, 2.2]));
    expect(facts).toMatchObject({ refuels: 2, rests: 0 });
    expect(facts.refuelHours).toBeCloseTo(0.2 + 0.4, 9);
  });

  test('none is sent outside working hours, and one that is under way comes back in its time', () => {
    const { sent, facts } = rounds(1, { workFromHour: 8, workToHour: 10 }, 48);
    expect(sent[0]).toEqual(about([8, 8.9, 9.8, 32, 32.9, 33.8]));
    expect(facts.tripHours).toBeCloseTo(6 * 0.9, 9);
    expect(facts.offHours).toBeCloseTo(8 + (32 - 10.7) + (48 - 34.7), 9);
    expect(facts.idleHours).toBeCloseTo(0, 9);
  });

  test('all hours of all trucks are accounted for, whatever they do, and none twice', () => {
    const tenth = (max: number) => fc.integer({ min: 1, max }).map((tenths) => tenths / 10);
    const arbitrary = fc.record({
      driveLimitHours: fc.oneof(tenth(40), fc.constant(Number.POSITIVE_INFINITY)),
      restHours: tenth(10),
      refuelEveryKm: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant(Number.POSITIVE_INFINITY)),
      refuelHours: tenth(5),
      pumps: fc.integer({ min: 1, max: 2 }),
      workFromHour: fc.integer({ min: 0, max: 8 }),
      workToHour: fc.integer({ min: 9, max: 24 }),
    });
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 4 }), (changes, trucks) => {
        const { facts } = rounds(trucks, changes, 60);
        const { truckHours, tripHours, idleHours, offHours, restHours, refuelHours } = facts;
        const parts = [tripHours, idleHours, offHours, restHours, refuelHours];
        expect(truckHours).toBe(trucks * 60);
        expect(parts.reduce((sum, hours) => sum + hours, 0)).toBeCloseTo(truckHours, 6);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(restHours).toBeLessThanOrEqual(facts.rests * changes.restHours + 1e-9);
        expect(refuelHours).toBeGreaterThanOrEqual(facts.refuels * changes.refuelHours - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('a truck costs hire at least from hire to dismissal, and to its return where that is later', () => {
    const arbitrary = fc.array(
      fc.record({ taken: fc.boolean(), back: fc.integer({ min: 1, max: 20 }), rests: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 20 }), (trucks, dismissed) => {
        const { sim, fleet, take } = fleetOf(0, { driveLimitHours: 1, restHours: 3 });
        const hired = fleet.hire(trucks.length);
        const on = trucks.flatMap(({ taken, back, rests }, truck) => (taken ? [{ truck, back, rests }] : []));
        const told: number[] = [];
        // The first in line get the first trucks: those that are taken are as many, whichever they are.
        for (const [place, { back, rests }] of on.entries()) {
          take();
          sim.schedule(back + 0.5, () => {
            if (rests) fleet.drivers.drive(place, 1);
            fleet.giveBack(place);
          });
        }
        sim.schedule(dismissed, () => fleet.dismiss(hired, (hours) => told.push(hours)));
        sim.run(60);
        fleet.close(60);
        const expected = hired.map((truck) => Math.max(dismissed, (on[truck]?.back ?? -1) + 0.5));
        expect(told.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});
