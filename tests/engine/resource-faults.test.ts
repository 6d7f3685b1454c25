import { describe, expect, test } from 'vitest';
import { anyOf, type ProcessBody, Resource, SimEvent, Simulation } from '../../src/engine/index.ts';
import { errorOf } from './thrown.ts';

describe('a claim', () => {
  for (const [what, discipline, priority] of [
    ['overtakes by priority', 'strict', -1],
    ['fits where the head of the line does not', 'first-fit', 0],
  ] as const) {
    test(`that ${what} is served at once, with patience or without`, () => {
      for (const patience of [Number.POSITIVE_INFINITY, 5]) {
        const sim = new Simulation();
        const crane = new Resource(sim, { name: 'crane', capacity: 3, discipline });
        function* uses(units: number, hours: number): ProcessBody {
          yield* crane.seize(units);
          yield* sim.hold(hours);
          crane.release(units);
        }
        const log: unknown[] = [];
        sim.spawn('first', uses(2, 100));
        sim.spawn('head', uses(3, 1));
        sim.spawn(
          'claims',
          (function* () {
            log.push(yield* crane.claim({ patience, priority }), sim.now);
            yield* sim.hold(50);
            log.push(sim.now);
            crane.release();
          })(),
        );
        sim.run();
        expect([log, sim.now]).toEqual([['served', 0, 50], 101]);
      }
    });
  }

  test('with a patience that is none is refused before it stands in line', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 1 });
    const log: unknown[] = [];
    sim.spawn(
      'first',
      (function* () {
        yield* crane.seize();
        yield* sim.hold(2);
        crane.release();
      })(),
    );
    sim.spawn(
      'claims',
      (function* () {
        log.push(errorOf(() => crane.claim({ patience: -1 })).message, crane.queueLength);
        yield* sim.hold(10);
        log.push(sim.now);
      })(),
    );
    sim.run();
    expect(log).toEqual([expect.stringContaining('patience -1'), 0, 10]);
  });
});

describe('listeners', () => {
  test('are all told, also when one throws; its error comes out then', () => {
    const sim = new Simulation();
    const event = new SimEvent(sim, 'event');
    const log: string[] = [];
    event.listen(() => {
      throw new Error('oh');
    });
    sim.spawn(
      'waits',
      (function* () {
        yield* anyOf([event]);
        log.push('went on');
      })(),
    );
    sim.schedule(1, () => event.succeed());
    expect(() => sim.run()).toThrow('oh');
    sim.run();
    expect(log).toEqual(['went on']);
  });

  test('may bring many new waiters while a line is served, and take others out of it', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 2 });
    crane.trySeize(2);
    const [first, second] = [crane.request(), crane.request()];
    const listener = () => {};
    second.listen(listener);
    first.listen(() => {
      for (let i = 0; i < 100; i++) sim.spawn(`truck ${i}`, waitsAnHour(sim));
      second.unlisten(listener);
    });
    sim.schedule(1, () => crane.release(2));
    sim.run();
    expect([crane.inUse, crane.queueLength]).toEqual([1, 0]);
  });

  test('may bring them while a line is served by rank: no more units are given out than there are', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 2, rank: ({ units }) => -units });
    crane.trySeize(2);
    crane.request(1).listen(() => {
      for (let i = 0; i < 100; i++) sim.spawn(`truck ${i}`, waitsAnHour(sim));
      crane.request(2);
    });
    sim.schedule(1, () => crane.release(2));
    sim.run();
    expect([crane.inUse, crane.queueLength]).toEqual([1, 1]);
  });
});

function* waitsAnHour(sim: Simulation): ProcessBody {
  yield* sim.hold(1);
}
