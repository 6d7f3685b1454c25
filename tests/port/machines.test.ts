import { describe, expect, test } from 'vitest';
import { type ProcessBody, Resource, Simulation } from '../../src/engine/index.ts';
import { Calendar } from '../../src/port/calendar.ts';
import { HOUR_CAUSES, makeWorld } from '../../src/port/index.ts';
import { Machines } from '../../src/port/machines.ts';
import { Stops } from '../../src/port/stops.ts';
import { constant } from '../../src/random/index.ts';
import { baseInputs } from './base-inputs.ts';
import { callOf, calls, calm, season } from './one-season.ts';

const failing = (...closures: [number, number][]) => new Stops([['breakdown', new Calendar(closures)]]);

describe('machines of a kind', () => {
  const machines = new Machines([failing([10, 20], [40, 50]), failing([15, 25], [50, 60])]);

  test('are as many as work, from hour to hour', () => {
    expect(machines.upFrom).toEqual([
      [0, 2],
      [10, 1],
      [15, 0],
      [20, 1],
      [25, 2],
      [40, 1],
      [50, 1],
      [60, 2],
    ]);
    expect(machines.allDown.calendar.closures).toEqual([[15, 20]]);
  });

  test('that never fail, or none at all, stand for nothing', () => {
    expect(new Machines([Stops.none, failing([1, 2])]).allDown.calendar.closures).toEqual([]);
    expect(new Machines([]).upFrom).toEqual([[0, 0]]);
  });

  test('are missing from a resource while they are down; one that fails at work finishes', () => {
    const sim = new Simulation();
    const resource = new Resource(sim, { name: 'loaders', capacity: 2 });
    machines.govern(sim, resource);
    const done: number[] = [];
    function* truck(from: number): ProcessBody {
      yield* sim.holdUntil(from);
      yield* resource.seize();
      yield* sim.hold(3);
      resource.release();
      done.push(sim.now);
    }
    for (const from of [9, 9, 12]) {
      sim.spawn(`truck at ${from}`, truck(from));
    }
    sim.run(30);
    // Both loaders are at work when the first fails at 10; one of the trucks is done at 12, and the third is served by
    // the other loader, which fails at 15 just when it has finished.
    expect(done).toEqual([12, 12, 15]);
    expect(resource.capacity).toBe(2);
  });
});

describe('failures', () => {
  const inputs = {
    ...baseInputs,
    breakdowns: {
      ...baseInputs.breakdowns,
      worksLoader: { mtbfHours: 50, repairHours: constant(4) },
      gateLane: { mtbfHours: 50, repairHours: constant(4) },
    },
  };

  test("are each machine's own, the same whoever asks, and move no crane's", () => {
    const [world, again, before] = [makeWorld(inputs, 1, 0), makeWorld(inputs, 1, 0), makeWorld(baseInputs, 1, 0)];
    const closures = (number: number) => world.machine('worksLoader', number).calendar.closures;
    expect(closures(0).length).toBeGreaterThan(50);
    expect(closures(0)).not.toEqual(closures(1));
    expect(closures(0)).not.toEqual(world.machine('gateLane', 0).calendar.closures);
    expect(closures(0)).toEqual(closures(0));
    expect(again.machine('worksLoader', 0).calendar.closures).toEqual(closures(0));
    expect(world.crane(0, 0).calendar.closures).toEqual(before.crane(0, 0).calendar.closures);
    expect(before.machine('worksLoader', 0).calendar.closures).toEqual([]);
  });

  test('are seen by both modes alike', () => {
    const world = makeWorld(inputs, 1, 0);
    const first = world.machines('worksLoader', 4).upFrom;
    expect(world.machines('worksLoader', 4).upFrom).toEqual(first);
  });
});

describe('the works', () => {
  const one = calm({
    season: calls([64_000, 100]),
    works: { loaders: 1 },
    fleet: { payloadKg: constant(32_000) },
  });

  /** The only loader, or the only weighbridge, is out of order from 300 to 400; the first truck comes at 343. */
  function hoursWhen(down: 'worksLoader' | 'weighbridge') {
    const world = makeWorld(one, 1, 0);
    const machines = (kind: string, count: number) =>
      new Machines(Array.from({ length: count }, () => (kind === down ? failing([300, 400]) : Stops.none)));
    return callOf(season(one, 'direct', { machines, calls: world.calls }));
  }

  test('whose loaders are all out of order keeps trucks waiting for the repair', () => {
    const { hours, loadingStarted, trucks } = hoursWhen('worksLoader');
    expect(loadingStarted).toBeGreaterThan(400);
    expect(hours.trucks.breakdown).toBeGreaterThan(100);
    expect(hours.trucks.queue).toBeCloseTo(0.1, 6);
    expect(HOUR_CAUSES.reduce((sum, cause) => sum + hours.trucks[cause], 0)).toBeCloseTo(trucks.turnHours, 6);
  });

  test('whose weighbridges are all out of order likewise', () => {
    const { hours, loadingStarted } = hoursWhen('weighbridge');
    expect(loadingStarted).toBeGreaterThan(400);
    expect(hours.trucks.breakdown).toBeGreaterThan(100);
  });
});
