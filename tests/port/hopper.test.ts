import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/engine/index.ts';
import { Calendar } from '../../src/port/calendar.ts';
import { Hoppers } from '../../src/port/hopper.ts';
import { HoursAccount } from '../../src/port/hours.ts';
import type { PortInputs } from '../../src/port/index.ts';
import { Stops } from '../../src/port/stops.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, flooded, season } from './one-season.ts';

/** One shiploader, 320 t/h, and trucks of 32 t in plenty: a load is drawn in 0.1 h. */
const fed = (hopperTonnes: number, tipHours: number, quay: Partial<PortInputs['quay']> = {}, loads = 20) =>
  callOf(season(flooded(loads, { hopperKg: hopperTonnes * 1000, tipHours: constant(tipHours), ...quay }), 'direct'));

describe('a hopper loads a ship that is ready at hour 343', () => {
  test('at the rate of its loader where trucks keep it filled', () => {
    const call = fed(100, 0.02);
    expect(call.loadingCompleted).toBeCloseTo(343 + 20 * 0.1, 9);
    expect(call.cranes.workingHours).toBeCloseTo(2, 9);
    expect(call.cranes.idleForCargoHours).toBeCloseTo(0, 9);
  });

  test('as fast as trucks tip where its loader is infinitely fast: two loads lie in it when she is ready', () => {
    expect(fed(64, 0.05, { craneKgPerHour: 1e18 }).loadingCompleted).toBeCloseTo(343 + 18 * 0.05, 9);
  });

  test('by turns where it holds one load: the next tips when the last kilogram is out', () => {
    expect(fed(32, 0.05).loadingCompleted).toBeCloseTo(343 + 20 * 0.1 + 19 * 0.05, 9);
  });

  test('and lets the next truck tip as soon as a part of a load has made room for it', () => {
    // Room for 32 t in 48 t is there when half a load is drawn, 0.05 h on; it has tipped 0.08 h later.
    expect(fed(48, 0.08).loadingCompleted).toBeCloseTo(343 + 19 * 0.13 + 0.1, 9);
    expect(fed(48, 0.05).loadingCompleted).toBeCloseTo(343 + 20 * 0.1, 9);
  });

  test('in half the time where all its rates are doubled', () => {
    const hours = (call: ReturnType<typeof fed>) => call.loadingCompleted - call.ready;
    const fast = fed(48, 0.04, { craneKgPerHour: 640_000 });
    expect(hours(fast)).toBeCloseTo(hours(fed(48, 0.08)) / 2, 9);
  });

  test('with a second one beside it in half the time', () => {
    expect(fed(100, 0.02, { cranesPerCall: 2 }).loadingCompleted).toBeCloseTo(343 + 1, 9);
  });

  test('not while its loader is out of order; what is in it waits for the repair', () => {
    const out = new Stops([['breakdown', new Calendar([[343.05, 350]])]]);
    const inputs = flooded(4, { hopperKg: 32_000, tipHours: constant(0.05) });
    const call = callOf(season(inputs, 'direct', { crane: () => out }));
    expect(call.loadingCompleted).toBeCloseTo(350 - 0.05 + 4 * 0.1 + 3 * 0.05, 9);
    expect(call.hours.cranes.breakdown).toBeCloseTo(6.95, 9);
  });
});

test('trucks tip into the hopper whose loader works, and into the other when that is full', () => {
  const sim = new Simulation();
  const down = new Stops([['breakdown', new Calendar([[0, 100]])]]);
  const hoppers = new Hoppers(sim, 'a call', 50_000, [down, Stops.none]);
  const places: number[] = [];
  sim.spawn(
    'trucks',
    (function* () {
      for (let k = 0; k < 2; k++) {
        const place = yield* hoppers.enter(30_000);
        places.push(place);
        hoppers.lay(place, loadOf(30_000, sim.now));
      }
    })(),
  );
  sim.run();
  expect(places).toEqual([1, 0]);
});

const loadOf = (kg: number, tippedAt: number) => ({
  kg,
  parts: [],
  hours: HoursAccount.none,
  tippedAt,
  straight: null,
  journey: null,
});

describe('whatever trucks and stops', () => {
  const spell = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }));
  const calendars = fc.array(
    fc
      .array(spell, { maxLength: 4 })
      .map((spells) => spells.map(([at, length]) => [at / 10, (at + length) / 10] as const)),
    { minLength: 1, maxLength: 3 },
  );
  const trucks = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 40 })), {
    minLength: 1,
    maxLength: 40,
  });

  test('no hopper is ever above its capacity or below 0, one truck tips at a time, and every load comes out once', () => {
    fc.assert(
      fc.property(calendars, trucks, fc.integer({ min: 40, max: 90 }), (closures, given, capacity) => {
        const sim = new Simulation();
        const stops = closures.map((one) => new Stops([['breakdown', new Calendar(one)]]));
        const hoppers = new Hoppers(sim, 'a call', capacity, stops);
        const tipping = stops.map(() => 0);
        let drawn = 0;
        const look = () => {
          for (const hopper of hoppers.hoppers) {
            expect(hopper.levelAt(sim.now)).toBeGreaterThanOrEqual(-1e-9);
            expect(hopper.levelAt(sim.now)).toBeLessThanOrEqual(capacity + 1e-9);
          }
          expect(Math.max(...tipping)).toBeLessThanOrEqual(1);
        };
        for (const [at, kg] of given) {
          const body = function* () {
            yield* sim.hold(at / 20);
            const place = yield* hoppers.enter(kg);
            tipping[place] = (tipping[place] as number) + 1;
            look();
            yield* sim.hold(0.07);
            look();
            tipping[place] = (tipping[place] as number) - 1;
            hoppers.lay(place, loadOf(kg, sim.now));
          };
          sim.spawn('truck', body());
        }
        for (const [crane, stop] of stops.entries()) {
          const body = function* () {
            for (;;) {
              const load = yield* hoppers.loadsFor(crane).get();
              if (load === null) return;
              const hours = load.kg / 200;
              hoppers.drawing(crane, load.kg, sim.now, hours);
              look();
              yield* sim.holdUntil(stop.finish(sim.now, hours));
              look();
              hoppers.gone(crane, load.kg);
              drawn += load.kg;
              if (drawn === given.reduce((sum, [, one]) => sum + one, 0)) hoppers.close();
            }
          };
          sim.spawn('loader', body());
        }
        for (let tick = 1; tick < 400; tick++) sim.scheduleAt(tick / 11, look);
        sim.run();
        expect(drawn).toBe(given.reduce((sum, [, kg]) => sum + kg, 0));
        for (const hopper of hoppers.hoppers) expect(hopper.levelAt(sim.now)).toBe(0);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
