import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProcessBody, Resource, Simulation, traceLine } from '../../src/engine/index.ts';
import { build, plots, resourcesOf, throughErrors } from './traced-model.ts';

describe('a reset', () => {
  test('gives the same as a new simulation: the same trace, resources made before included', () => {
    fc.assert(
      fc.property(plots, plots, fc.constantFrom(0.1, 1, 100), (first, second, hour) => {
        let lines: string[] = [];
        const sim = new Simulation({ trace: (entry) => lines.push(traceLine(entry)) });
        const resources = resourcesOf(sim);
        build(sim, first, resources);
        throughErrors(() => sim.run(hour));
        throughErrors(() => sim.reset());
        lines = [];
        const outcome = (again: Simulation, own = resourcesOf(again)) => {
          build(again, second, own);
          const errors = throughErrors(() => again.run());
          const figures = own.map((one) => [one.utilisation, one.line.mean(again.now), one.inUse, one.usage.most]);
          return [errors, again.now, again.processed, again.peek, again.describeWaiting(), figures];
        };
        const after = outcome(sim, resources);
        const traced = lines;
        lines = [];
        const fresh = outcome(new Simulation({ trace: (entry) => lines.push(traceLine(entry)) }));
        expect([traced, after]).toEqual([lines, fresh]);
      }),
      { numRuns: 300 },
    );
  });

  test('forgets what was removed', () => {
    const sim = new Simulation();
    const [kept, trip] = ['kept', 'trip'].map((name) => new Resource(sim, { name, capacity: 1 }));
    expect([sim.remove(trip!), sim.remove(trip!)]).toEqual([true, false]);
    kept?.trySeize();
    trip?.trySeize();
    sim.resetStatistics();
    sim.reset();
    expect([kept?.inUse, trip?.inUse]).toEqual([0, 1]);
  });

  test('puts back a capacity that was changed, and statistics', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 2 });
    berth.setCapacity(5);
    berth.trySeize(4);
    sim.run(10);
    sim.reset();
    sim.run(4);
    expect([berth.capacity, berth.inUse, berth.utilisation, berth.usage.most]).toEqual([2, 0, 0, 0]);
    expect(() => berth.trySeize(3)).toThrow('its capacity is 2');
  });

  test('leaves no unit with anybody: not with a process that ended with it, nor with nobody', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 3 });
    function* keeps(): ProcessBody {
      yield* berth.seize();
    }
    function* releases(): ProcessBody {
      yield* sim.hold(1);
      berth.release();
    }
    for (const keep of [() => sim.spawn('keeper', keeps()), () => berth.trySeize()]) {
      keep();
      sim.run(1);
      expect(berth.inUse).toBe(1);
      sim.reset();
      sim.spawn('thief', releases());
      sim.spawn('second', keeps());
      expect(() => sim.run()).toThrow('1 units of resource "berth" released by another than holds them');
      sim.reset();
    }
  });

  test('happens also when a finally block fails, and tells it', () => {
    const sim = new Simulation();
    function* body(): ProcessBody {
      try {
        yield* sim.hold(9);
      } finally {
        sim.schedule(1, () => {});
      }
    }
    sim.spawn('careless', body());
    sim.run(3);
    expect(() => sim.reset()).toThrow('process "careless", hour 3: the simulation has ended');
    expect([sim.now, sim.processed, sim.peek, sim.describeWaiting()]).toEqual([0, 0, Number.POSITIVE_INFINITY, '']);
    sim.run(1);
  });

  test('leaves nothing of an ended or failed run', () => {
    const sim = new Simulation();
    sim.schedule(1, () => {
      throw new Error('boom');
    });
    sim.schedule(2, () => expect.fail('it happened'));
    expect(() => sim.run()).toThrow('boom');
    sim.end();
    sim.reset();
    sim.run();
    expect(sim.now).toBe(0);
  });

  test('makes handles given out before name nothing', () => {
    const sim = new Simulation();
    const old = [1, 2, 3].map((delay) => sim.schedule(delay, () => {}));
    sim.run(1.5);
    sim.reset();
    const done: number[] = [];
    for (const delay of [1, 2, 3]) sim.schedule(delay, () => done.push(delay));
    expect(old.map((handle) => sim.cancel(handle))).toEqual([false, false, false]);
    sim.run();
    expect(done).toEqual([1, 2, 3]);
  });
});
