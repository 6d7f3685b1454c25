import { describe, expect, test } from 'vitest';
import {
  type ProcessBody,
  Resource,
  SimEvent,
  Simulation,
  SimulationError,
  StalledError,
  Store,
} from '../../src/engine/index.ts';

function* holds(sim: Simulation, hours: number): ProcessBody {
  yield* sim.hold(hours);
}

function* fails(sim: Simulation, hours: number): ProcessBody {
  yield* sim.hold(hours);
  throw new RangeError('boom');
}

describe('an error in a process', () => {
  test('ends the run with its name, the hour and the cause when nobody waits for it', () => {
    const sim = new Simulation();
    sim.spawn('crane', fails(sim, 7.25));
    sim.spawn('truck', holds(sim, 9));
    const error = catchRun(sim);
    expect(error).toBeInstanceOf(SimulationError);
    expect(error.message).toBe('process "crane", hour 7.25: boom');
    expect(error.cause).toBeInstanceOf(RangeError);
  });

  test('is caught by whoever waits for it, at that hour, and the run goes on', () => {
    const sim = new Simulation();
    const child = sim.spawn('child', fails(sim, 2));
    const caught: unknown[] = [];
    sim.spawn(
      'parent',
      (function* () {
        try {
          yield* child;
        } catch (error) {
          caught.push((error as Error).message, sim.now);
        }
        yield* sim.hold(1);
      })(),
    );
    sim.run();
    expect(caught).toEqual(['process "child", hour 2: boom', 2]);
    expect(sim.now).toBe(3);
  });

  test('passes on to who waits for the one that waits for it', () => {
    const sim = new Simulation();
    const child = sim.spawn('child', fails(sim, 2));
    sim.spawn(
      'parent',
      (function* () {
        yield* child;
      })(),
    );
    expect(() => sim.run()).toThrow('process "parent", hour 2: process "child", hour 2: boom');
  });

  test('thrown as something else than an Error is told all the same', () => {
    const sim = new Simulation();
    sim.spawn(
      'odd',
      (function* () {
        yield* sim.hold(1);
        throw 'text';
      })(),
    );
    expect(() => sim.run()).toThrow('process "odd", hour 1: text');
  });
});

describe('a forgotten yield*', () => {
  const bodies: [string, (sim: Simulation) => ProcessBody][] = [
    [
      'before another wait',
      function* (sim) {
        sim.hold(1);
        yield* sim.hold(2);
      },
    ],
    [
      'at the end',
      function* (sim) {
        yield* sim.hold(1);
        sim.hold(1);
      },
    ],
    [
      'before a wait that is over at once',
      function* (sim) {
        const store = new Store<number>(sim, 'apron');
        store.add(1);
        store.get();
        yield* sim.hold(1);
      },
    ],
    [
      'before a granted seize',
      function* (sim) {
        new Resource(sim, { name: 'berth', capacity: 1 }).seize();
        yield* sim.hold(1);
      },
    ],
    [
      'written as a bare yield',
      function* (sim) {
        yield sim.hold(1) as never;
      },
    ],
  ];
  test.each(bodies)('%s is an error that names the process', (_, body) => {
    const sim = new Simulation();
    sim.spawn('clerk', body(sim));
    expect(() => sim.run()).toThrow(/^process "clerk", hour \d: a wait was not taken: write yield\* before it/);
  });

  test.each(bodies)('%s leaves nothing behind when a parent catches the error', (_, body) => {
    const sim = new Simulation();
    sim.spawn(
      'parent',
      (function* () {
        try {
          yield* sim.spawn('clerk', body(sim));
        } catch {
          yield* sim.hold(0.5);
        }
      })(),
    );
    sim.run();
    expect(sim.now).toBeLessThanOrEqual(1.5);
  });

  test('with nothing to wait for, a bare yield, is an error too', () => {
    const sim = new Simulation();
    sim.spawn(
      'clerk',
      (function* (): ProcessBody {
        yield undefined as never;
      })(),
    );
    expect(() => sim.run()).toThrow(
      'process "clerk", hour 0: a bare yield: write yield* before what the process waits',
    );
  });

  test('outside a process, waiting is refused and takes nothing', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    const store = new Store<number>(sim, 'apron');
    store.add(1);
    for (const wait of [() => berth.seize(), () => store.get(), () => sim.hold(1)])
      expect(wait).toThrow(SimulationError);
    expect([berth.inUse, store.size, sim.peek]).toEqual([0, 1, Number.POSITIVE_INFINITY]);
  });
});

describe('a run with nothing left to happen', () => {
  test('says who waits for what since when', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    const permit = new SimEvent(sim, 'permit');
    function* ship(arrives: number): ProcessBody {
      yield* sim.hold(arrives);
      yield* berth.seize();
      yield* permit;
    }
    for (const hour of [1, 2.5]) sim.spawn(`ship ${hour}`, ship(hour));
    const error = catchRun(sim);
    expect(error).toBeInstanceOf(StalledError);
    expect(error.message.split('\n')).toEqual([
      'at hour 2.5 nothing more can happen, but',
      'process "ship 1" waits for event "permit" since hour 1',
      'process "ship 2.5" waits for resource "berth" since hour 2.5 (held by process "ship 1")',
    ]);
  });

  test('names ten and counts the rest', () => {
    const sim = new Simulation();
    const door = new SimEvent(sim, 'door');
    function* waits(): ProcessBody {
      yield* door;
    }
    for (let i = 0; i < 25; i++) sim.spawn(`visitor ${i}`, waits());
    const lines = catchRun(sim).message.split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([12, 'and 15 more']);
  });

  test('ends well when only background processes wait', () => {
    const sim = new Simulation();
    const store = new Store<number>(sim, 'apron');
    const cleared: number[] = [];
    sim.spawn(
      'sweeper',
      (function* (): ProcessBody {
        for (;;) cleared.push(yield* store.get());
      })(),
      { background: true },
    );
    sim.schedule(3, () => store.add(7));
    sim.run();
    expect([cleared, sim.now]).toEqual([[7], 3]);
  });
});

function catchRun(sim: Simulation): Error {
  try {
    sim.run();
  } catch (error) {
    return error as Error;
  }
  return expect.fail('the run did not throw');
}
