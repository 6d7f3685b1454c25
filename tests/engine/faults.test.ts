import { describe, expect, test } from 'vitest';
import {
  Interrupt,
  type Process,
  type ProcessBody,
  Resource,
  Simulation,
  ZeroTimeLoopError,
} from '../../src/engine/index.ts';
import { errorOf } from './thrown.ts';

describe('an uncaught error', () => {
  test('names the process and the hour once, keeps its cause, and the run may go on', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    const boom = new RangeError('boom');
    function* inner(): ProcessBody {
      yield* sim.hold(0.5);
      throw boom;
    }
    function* outer(): ProcessBody {
      yield* berth.seize();
      try {
        yield* inner();
      } finally {
        berth.release();
      }
    }
    const outcomes: unknown[] = [];
    const failing = sim.spawn('ship', outer());
    sim.schedule(2, () => outcomes.push(sim.now));
    const error = errorOf(() => sim.run());
    expect(error.message).toBe('process "ship", hour 0.5: boom');
    expect(error.cause).toBe(boom);
    expect([failing.alive, berth.inUse, sim.current, sim.now]).toEqual([false, 0, null, 0.5]);
    expect(() => failing.value).toThrow(error);
    sim.run();
    expect(outcomes).toEqual([2]);
  });

  test('of the engine itself is named once, too, by whatever way it comes out', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 1 });
    const faults: [string, () => unknown][] = [
      ['a', () => sim.hold(-1)],
      ['b', () => crane.seize(2)],
      ['c', () => crane.release()],
      ['d', () => sim.run()],
      ['e', () => sim.spawn('x', (function* (): ProcessBody {})(), { delay: Number.NaN })],
    ];
    for (const [name, fault] of faults) {
      sim.spawn(
        name,
        (function* (): ProcessBody {
          yield* sim.hold(1);
          fault();
        })(),
      );
      const { message, cause } = errorOf(() => sim.run());
      expect(message).toMatch(new RegExp(`^process "${name}", hour \\d: (?!.*process|.*hour)`));
      expect(cause).toBeUndefined();
    }
  });

  test('in a finally block, while another error is on its way out, takes its place as in any program', () => {
    const sim = new Simulation();
    sim.spawn(
      'ship',
      (function* (): ProcessBody {
        try {
          yield* sim.hold(1);
          throw new Error('first');
        } finally {
          // biome-ignore lint/correctness/noUnsafeFinally: that is what is tested
          throw new Error('second');
        }
      })(),
    );
    expect(() => sim.run()).toThrow('process "ship", hour 1: second');
  });

  test('of an interrupted process, in a finally block that waits, comes at the hour at which it has waited', () => {
    const sim = new Simulation();
    const ship = sim.spawn(
      'ship',
      (function* (): ProcessBody {
        try {
          yield* sim.hold(9);
        } finally {
          yield* sim.hold(2);
        }
      })(),
    );
    sim.schedule(1, () => ship.interrupt('storm'));
    const error = errorOf(() => sim.run());
    expect(error.message).toBe('process "ship", hour 3: interrupted: storm');
    expect(error.cause).toBeInstanceOf(Interrupt);
  });

  test('in a callback comes out as it is, and nothing is left behind', () => {
    const sim = new Simulation();
    const boom = new Error('boom');
    sim.schedule(1, () => {
      throw boom;
    });
    sim.schedule(1, () => expect(sim.current).toBeNull());
    expect(errorOf(() => sim.run())).toBe(boom);
    sim.run();
  });
});

describe('a fault against the engine', () => {
  test('such as a bare yield leaves the process by its finally blocks', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    sim.spawn(
      'ship',
      (function* (): ProcessBody {
        yield* berth.seize();
        try {
          yield undefined as never;
        } finally {
          berth.release();
        }
      })(),
    );
    expect(() => sim.run()).toThrow('process "ship", hour 0: a bare yield');
    expect(berth.inUse).toBe(0);
  });

  test('such as a wait kept and taken twice is told', () => {
    const sim = new Simulation();
    sim.spawn(
      'pump',
      (function* (): ProcessBody {
        const pause = sim.hold(1);
        for (;;) yield* pause;
      })(),
    );
    expect(() => sim.run()).toThrow('process "pump", hour 1: a wait was taken a second time');
  });

  test('such as a wait for what another simulation has is told', () => {
    const [here, there] = [new Simulation(), new Simulation()];
    const berth = new Resource(there, { name: 'berth', capacity: 1 });
    here.spawn(
      'ship',
      (function* (): ProcessBody {
        yield* berth.seize();
      })(),
    );
    expect(() => here.run()).toThrow('process "ship", hour 0: hour 0: only a process can wait');
    expect(berth.inUse).toBe(0);
  });
});

describe('a process that has not begun', () => {
  function* never(sim: Simulation): ProcessBody {
    expect(sim.now).toBe('it ran');
    yield* sim.hold(1);
  }

  test('cannot be interrupted, whether it begins at this instant or later; ended, it never runs', () => {
    for (const delay of [0, 5]) {
      const sim = new Simulation();
      const process = sim.spawn('late', never(sim), { delay });
      expect(() => process.interrupt()).toThrow('process "late" cannot be interrupted at hour 0: it is not waiting');
      sim.end();
      expect([process.alive, sim.describeWaiting()]).toEqual([false, '']);
    }
  });

  test('may be interrupted at the very instant at which it began, once it waits', () => {
    const sim = new Simulation();
    const log: unknown[] = [];
    const process: Process = sim.spawn(
      'ship',
      (function* () {
        try {
          yield* sim.hold(5);
        } catch (error) {
          log.push((error as Interrupt).reason, sim.now);
        }
      })(),
    ) as Process;
    sim.schedule(0, () => process.interrupt('storm'));
    sim.run();
    expect(log).toEqual(['storm', 0]);
  });
});

test('a simulation whose run ended with an error can be reset and run again', () => {
  const sim = new Simulation({ turnsAtOneInstant: 10 });
  const again = () => {
    sim.schedule(0, again);
  };
  sim.schedule(1, again);
  sim.schedule(2, () => {});
  expect(() => sim.run()).toThrow(ZeroTimeLoopError);
  sim.reset();
  sim.schedule(3, () => {
    throw new Error('boom');
  });
  expect(() => sim.run()).toThrow('boom');
  sim.reset();
  sim.run();
  expect([sim.now, sim.processed]).toEqual([0, 0]);
});
