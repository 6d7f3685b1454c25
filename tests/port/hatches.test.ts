import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/engine/index.ts';
import { HatchesInTurn } from '../../src/port/hatches.ts';
import { HOUR_CAUSES, type HoursByCause, type PortInputs } from '../../src/port/index.ts';
import { constant, lognormal } from '../../src/random/index.ts';
import { callOf, flooded, season } from './one-season.ts';

type Plan = NonNullable<PortInputs['quay']['hatchPlan']>;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** So many hatches, worked in one pass, nothing lost between them. */
function plan(hatches: number, changes: Partial<Plan> = {}): Plan {
  const hatchesBySize = [{ belowKg: Number.POSITIVE_INFINITY, hatches }];
  const nothing = { surveyHours: 0, changeHours: 0, trimHours: 0, hatchesBetween: 0 };
  return { hatchesBySize, firstPassShare: 1, trimPourShare: 0, ...nothing, ...changes };
}

const loaded = (loads: number, cranes: number, hatchPlan: Plan, quay: Partial<PortInputs['quay']> = {}) =>
  callOf(season(flooded(loads, { cranesPerCall: cranes, hatchPlan, ...quay }), 'direct'));

describe('hatches in turn, loads of 0.1 h, ready at hour 343', () => {
  test('one crane changes hatch between them and trims each: 5 hatches of 4 loads', () => {
    const call = loaded(20, 1, plan(5, { changeHours: 0.2, trimHours: 0.3 }));
    expect(call.loadingCompleted).toBeCloseTo(343 + 2 + 4 * 0.2 + 5 * 0.3, 9);
    expect(call.kgByHatch).toEqual([128_000, 128_000, 128_000, 128_000, 128_000]);
    expect(call.hours.cranes.service).toBeCloseTo(2 + 0.8 + 1.5, 9);
  });

  test('two passes change and trim twice, with a survey between them', () => {
    const two = { changeHours: 0.2, trimHours: 0.3, firstPassShare: 0.5 };
    expect(loaded(20, 1, plan(5, two)).loadingCompleted).toBeCloseTo(343 + 2 + 9 * 0.2 + 10 * 0.3, 9);
    const surveyed = loaded(20, 1, plan(5, { ...two, surveyHours: 0.5 }));
    expect(surveyed.loadingCompleted).toBeCloseTo(343 + 2 + 9 * 0.2 + 10 * 0.3 + 0.5, 9);
    expect(surveyed.hours.cranes.service).toBeCloseTo(surveyed.loadingCompleted - 343, 9);
  });

  test('the trimming pour goes half forward and half aft, after all the rest', () => {
    // 3,200 t: 2,880 t in five hatches of 18 loads, 320 t in two of 5 loads.
    const { kgByHatch } = loaded(100, 2, plan(5, { trimPourShare: 0.1 }));
    expect(kgByHatch).toEqual([576_000, 736_000, 576_000, 736_000, 576_000]);
  });

  test('more cranes than hatches stand in line for one', () => {
    const [two, four] = [loaded(20, 2, plan(2)), loaded(20, 4, plan(2))];
    expect(two.loadingCompleted).toBeCloseTo(344, 9);
    expect(four.loadingCompleted).toBe(two.loadingCompleted);
    expect(two.hours.cranes.queue).toBe(0);
    expect(four.hours.cranes.queue).toBeCloseTo(2, 9);
  });

  test('cranes that must keep a hatch between them work three hatches in two rounds', () => {
    expect(loaded(6, 3, plan(3)).loadingCompleted).toBeCloseTo(343.2, 9);
    expect(loaded(6, 3, plan(3, { hatchesBetween: 1 })).loadingCompleted).toBeCloseTo(343.4, 9);
  });

  test('with one hatch, and no time for it, a crane loads as without hatches', () => {
    expect(loaded(20, 1, plan(1)).loadingCompleted).toBe(callOf(season(flooded(20), 'direct')).loadingCompleted);
  });

  test('the ship has the hatches of her size', () => {
    const hatchesBySize = [
      { belowKg: 640_000, hatches: 4 },
      { belowKg: 10e6, hatches: 5 },
    ];
    expect(loaded(19, 1, plan(1, { hatchesBySize })).kgByHatch).toHaveLength(4);
    expect(loaded(20, 1, plan(1, { hatchesBySize })).kgByHatch).toHaveLength(5);
  });

  test('shiploaders whose hoppers share one hatch take it over from each other, and none waits for ever', () => {
    const call = loaded(20, 3, plan(1), { hopperKg: 64_000, tipHours: constant(0.01) });
    expect(call.kgByHatch).toEqual([640_000]);
    expect(call.loadingCompleted).toBeCloseTo(345, 9);
  });
});

describe('whatever the plan', () => {
  const plans = fc
    .record({
      hatches: fc.integer({ min: 1, max: 6 }),
      firstPassShare: fc.constantFrom(0.3, 0.6, 1),
      trimPourShare: fc.constantFrom(0, 0.02, 0.2),
      surveyHours: fc.constantFrom(0, 0.5),
      changeHours: fc.constantFrom(0, 0.2),
      trimHours: fc.constantFrom(0, 0.3),
      hatchesBetween: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ hatches, ...changes }) => plan(hatches, changes));
  const cranes = fc.integer({ min: 1, max: 5 });
  const runs = { numRuns: 60, seed: 1 };

  test('no hatch has two cranes, cranes keep their order and distance, and the tonnages come to the cargo', () => {
    fc.assert(
      fc.property(plans, cranes, fc.integer({ min: 1, max: 90 }), (given, gang, loads) => {
        const sim = new Simulation();
        const cargoKg = loads * 1000;
        const hatches = new HatchesInTurn(sim, given, cargoKg, gang);
        let left = cargoKg;
        const look = () => {
          const at = hatches.hatchOf.filter((hatch) => hatch >= 0);
          for (const [i, hatch] of at.entries()) {
            if (i > 0) expect(hatch - (at[i - 1] as number)).toBeGreaterThan(given.hatchesBetween);
          }
        };
        function* crane(number: number) {
          for (let k = 0; left > 0; k++) {
            while (!hatches.holds(number)) {
              const move = hatches.take(number);
              look();
              if (move !== null) yield* sim.hold(move);
              else yield* hatches.changed.wait();
              if (left === 0) return;
            }
            left -= 1000;
            yield* sim.hold(0.05 + ((number * 7 + k * 3) % 5) / 10);
            yield* sim.hold(hatches.poured(number, 1000));
            hatches.paused(number);
            if (left === 0) hatches.changed.fire();
          }
        }
        for (let number = 0; number < gang; number++) sim.spawn(`crane ${number}`, crane(number));
        sim.run();
        expect(left).toBe(0);
        expect(sum(hatches.kgByHatch)).toBe(cargoKg);
      }),
      runs,
    );
  });

  test('ships are loaded to the kilogram by cranes or from hoppers, and the accounts come to the whole', () => {
    const total = (hours: HoursByCause) => sum(HOUR_CAUSES.map((cause) => hours[cause]));
    const gear = fc.constantFrom(null, 40_000, 90_000);
    fc.assert(
      fc.property(plans, cranes, gear, fc.integer({ min: 1, max: 60 }), (given, gang, hopperKg, loads) => {
        const spread = { craneTimeFactor: lognormal(1, 0.5), tipHours: lognormal(0.05, 0.5) };
        const call = loaded(loads, gang, given, { hopperKg, ...spread });
        expect(sum(call.kgByHatch)).toBe(call.cargoKg);
        expect(total(call.hours.cranes)).toBeCloseTo(call.cranes.assignedHours, 6);
        expect(total(call.hours.ship)).toBeCloseTo(call.sailed - call.arrived, 6);
        expect(total(call.hours.cargo) / call.cargoKg).toBeCloseTo(call.portDwellKgHours / call.cargoKg, 6);
        expect(Math.min(...HOUR_CAUSES.map((cause) => call.hours.cranes[cause]))).toBeGreaterThanOrEqual(-1e-9);
      }),
      runs,
    );
  });
});
