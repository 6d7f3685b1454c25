import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  Interrupt,
  type ProcessBody,
  Resource,
  SimEvent,
  Simulation,
  SimulationError,
} from '../../src/engine/index.ts';

/** A world in which process `body` runs; gives what it returned, the last hour, and what was done on the way. */
function run<R>(body: (sim: Simulation, berth: Resource) => ProcessBody<R>, capacity = 1) {
  const sim = new Simulation();
  const berth = new Resource(sim, { name: 'berth', capacity });
  const process = sim.spawn('ship', body(sim, berth));
  sim.run();
  return { result: process.value, now: sim.now, processed: sim.processed, sim, berth };
}

function* fails(sim: Simulation, hours: number): ProcessBody {
  yield* sim.hold(hours);
  throw new Error('boom');
}

function* holds(sim: Simulation, hours: number): ProcessBody<string> {
  yield* sim.hold(hours);
  return `${hours} h`;
}

describe('any of several events', () => {
  test('happens with the first, whatever their kinds, and gives its place in the list', () => {
    const { result, now } = run(function* (sim) {
      const child = sim.spawn('child', holds(sim, 2));
      return yield* anyOf([sim.timeout(3), child, new SimEvent<number>(sim, 'never')]);
    });
    expect([result, now]).toEqual([1, 2]);
  });

  test('cancels the timer of a timeout that lost: the run does not wait for it', () => {
    const { result, now, processed } = run((sim, berth) => {
      return (function* () {
        return yield* anyOf([sim.timeout(1000), berth.request(), sim.timeout(0)]);
      })();
    });
    expect([result, now, processed]).toEqual([1, 0, 1]);
  });

  test('takes a request that lost out of the line', () => {
    const { result, berth, now } = run(function* (sim, berth) {
      berth.trySeize();
      const which = yield* anyOf([berth.request(), sim.timeout(2)]);
      expect(berth.queueLength).toBe(0);
      return which;
    });
    expect([result, now, berth.inUse]).toEqual([1, 2, 1]);
  });

  test('gives back what a request got that lost at the same instant', () => {
    const { result, berth } = run(function* (sim, berth) {
      const open = new SimEvent(sim, 'open');
      open.succeed();
      return yield* anyOf([open, berth.request()]);
    });
    expect([result, berth.inUse]).toEqual([0, 0]);
  });

  test('between two requests for one resource takes one: the other leaves the same line meanwhile', () => {
    for (const discipline of ['strict', 'first-fit'] as const) {
      const sim = new Simulation();
      const crane = new Resource(sim, { name: 'crane', capacity: 2, discipline });
      crane.trySeize(2);
      sim.spawn(
        'ship',
        (function* () {
          yield* anyOf([crane.request(), crane.request(), crane.request()]);
          expect([crane.inUse, crane.queueLength]).toEqual([1, 0]);
          yield* sim.hold(1);
          crane.release();
        })(),
      );
      sim.schedule(1, () => crane.release(2));
      sim.run();
      expect([crane.inUse, crane.queueLength, sim.now]).toEqual([0, 0, 2]);
    }
  });

  test('that has happened already does not suspend; the first in the list counts', () => {
    const { result, now, processed } = run(function* (sim) {
      const events = [new SimEvent(sim, 'a'), new SimEvent(sim, 'b'), new SimEvent(sim, 'c')];
      events[2]?.succeed();
      events[1]?.succeed();
      return yield* anyOf(events);
    });
    expect([result, now, processed]).toEqual([1, 0, 1]);
  });

  test('fails with the first when that one fails, and withdraws the others', () => {
    const { result, berth, now } = run(function* (sim, berth) {
      berth.trySeize();
      try {
        yield* anyOf([berth.request(), sim.spawn('child', fails(sim, 2)), sim.timeout(9)]);
      } catch (error) {
        return (error as Error).message;
      }
      return 'no error';
    });
    expect([result, berth.queueLength, now]).toEqual(['process "child", hour 2: boom', 0, 2]);
  });

  test('withdraws all of them when the one who waits is interrupted', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    berth.trySeize();
    const ship = sim.spawn(
      'ship',
      (function* () {
        yield* anyOf([berth.request(), sim.timeout(100)]);
      })(),
    );
    sim.spawn(
      'storm',
      (function* () {
        yield* sim.hold(3);
        ship.interrupt('storm');
        try {
          yield* ship;
        } catch (error) {
          expect((error as Error).cause).toBeInstanceOf(Interrupt);
        }
      })(),
    );
    sim.run();
    expect([berth.queueLength, sim.now]).toEqual([0, 3]);
  });

  test('nests: an inner condition that loses withdraws its own events', () => {
    const { result, berth, now } = run(function* (sim, berth) {
      berth.trySeize();
      const patience = anyOf([sim.timeout(50), berth.request()]);
      return yield* anyOf([allOf([patience, sim.timeout(60)]), sim.timeout(2)]);
    });
    expect([result, berth.queueLength, now]).toEqual([1, 0, 2]);
  });

  test('refuses a timeout that was withdrawn before: waiting for it again would last for ever', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 2 });
    sim.spawn(
      'ship',
      (function* () {
        const deadline = sim.timeout(24);
        yield* anyOf([berth.request(), deadline]);
        yield* anyOf([deadline, new SimEvent(sim, 'never')]);
      })(),
    );
    expect(() => sim.run()).toThrow(
      'process "ship", hour 0: event "timeout of 24", hour 0: it was withdrawn when nobody waited for it any more',
    );
  });

  test('leaves a timeout that has happened as it is', () => {
    const { result } = run(function* (sim) {
      const deadline = sim.timeout(1);
      const other = sim.timeout(1);
      yield* deadline;
      yield* other;
      const first = yield* anyOf([deadline, other]);
      const second = yield* anyOf([other, deadline]);
      return [first, second, deadline.triggered, other.triggered];
    });
    expect(result).toEqual([0, 0, true, true]);
  });

  test('of nothing is refused', () => {
    expect(() => anyOf([])).toThrow(SimulationError);
    expect(() => allOf([])).toThrow(SimulationError);
  });
});

describe('all of several events', () => {
  test('happens with the last of them, some having happened before', () => {
    const { now } = run(function* (sim, berth) {
      const early = sim.timeout(1);
      yield* early;
      yield* allOf([early, sim.timeout(3), sim.spawn('child', holds(sim, 2)), berth.request()]);
    });
    expect(now).toBe(4);
  });

  test('fails with the first that fails, and withdraws or gives back the others', () => {
    const { result, berth, now } = run(function* (sim, berth) {
      const child = sim.spawn('child', fails(sim, 2));
      try {
        yield* allOf([berth.request(), berth.request(), child, sim.timeout(50)]);
      } catch {
        return sim.now;
      }
      return Number.NaN;
    });
    expect([result, berth.inUse, berth.queueLength, now]).toEqual([2, 0, 0, 2]);
  });

  test('one of which has failed already enters no line at all', () => {
    const { berth, now } = run(function* (sim, berth) {
      berth.trySeize();
      const refused = new SimEvent(sim, 'permit');
      refused.fail(new Error('refused'));
      try {
        yield* allOf([refused, berth.request(), sim.timeout(7)]);
      } catch (error) {
        expect((error as Error).message).toBe('refused');
      }
      yield* sim.hold(1);
      berth.release();
      yield* sim.hold(1);
    });
    expect([berth.inUse, berth.queueLength, now]).toEqual([0, 0, 2]);
  });
});
