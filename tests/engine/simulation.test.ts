import { describe, expect, test } from 'vitest';
import { type ProcessBody, Simulation, SimulationError } from '../../src/engine/index.ts';

describe('the clock', () => {
  test('a hold ends at now plus its duration, to the last bit', () => {
    const sim = new Simulation();
    const hours: number[] = [];
    sim.spawn(
      'clerk',
      (function* () {
        yield* sim.hold(0.1);
        hours.push(sim.now);
        yield* sim.hold(0.2);
        hours.push(sim.now);
        yield* sim.holdUntil(7.5);
        hours.push(sim.now);
      })(),
    );
    sim.run();
    expect(hours).toEqual([0.1, 0.1 + 0.2, 7.5]);
  });

  test.each([-1, -1e-300, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a delay of %d is refused everywhere, and leaves nothing pending',
    (delay) => {
      const sim = new Simulation();
      const never = (function* (): ProcessBody {
        yield* sim.hold(0);
        expect.fail('it ran');
      })();
      expect(() => sim.schedule(delay, () => expect.fail('it ran'))).toThrow(SimulationError);
      expect(() => sim.timeout(delay)).toThrow(SimulationError);
      expect(() => sim.spawn('never', never, { delay })).toThrow(SimulationError);
      sim.run();
      expect(sim.processed).toBe(0);
      sim.spawn(
        'ship',
        (function* () {
          yield* sim.hold(delay);
        })(),
      );
      expect(() => sim.run()).toThrow(/^process "ship", hour 0: a delay must be a finite number of at least 0, not/);
    },
  );

  test('a time past is refused, the present one is not', () => {
    const sim = new Simulation();
    let calls = 0;
    sim.schedule(2, () => {
      expect(() => sim.scheduleAt(1.999, () => {})).toThrow('hour 2: hour 1.999 is past or not finite');
      expect(() => sim.scheduleAt(Number.NaN, () => {})).toThrow(SimulationError);
      sim.scheduleAt(2, () => calls++);
    });
    sim.run();
    expect(calls).toBe(1);
  });

  test.each([0.5, 4096, -4096, Number.NaN])('priority %d is refused: keys would no longer be exact', (priority) => {
    expect(() => new Simulation().schedule(0, () => {}, priority)).toThrow(/whole number within ±4095/);
  });

  test('two simulations share nothing', () => {
    const early = new Simulation();
    const late = new Simulation();
    early.spawn(
      'one',
      (function* () {
        yield* early.hold(1);
        late.spawn(
          'other',
          (function* () {
            yield* late.hold(5);
          })(),
        );
        late.run();
        yield* early.hold(1);
      })(),
    );
    early.run();
    expect([early.now, late.now]).toEqual([2, 5]);
  });
});

describe('a run up to an hour', () => {
  test('does what is due before it, leaves what is due at it, and shows that hour', () => {
    const sim = new Simulation();
    const done: string[] = [];
    sim.schedule(1, () => done.push('before'));
    sim.schedule(2, () => done.push('at'));
    sim.schedule(3, () => done.push('after'));
    sim.run(2);
    expect([done, sim.now, sim.peek]).toEqual([['before'], 2, 2]);
    sim.run(2);
    expect([done, sim.now]).toEqual([['before'], 2]);
    sim.run(2.5);
    expect([done, sim.now]).toEqual([['before', 'at'], 2.5]);
    sim.run();
    expect([done, sim.now]).toEqual([['before', 'at', 'after'], 3]);
  });

  test('gives the same in one piece as in many', () => {
    const log = (hours: number[]) => {
      const sim = new Simulation();
      const seen: number[] = [];
      sim.spawn(
        'pump',
        (function* () {
          for (let i = 0; i < 20; i++) {
            yield* sim.hold(0.75);
            seen.push(sim.now);
          }
        })(),
      );
      for (const hour of hours) sim.run(hour);
      return seen;
    };
    expect(log([0.5, 0.75, 0.75, 3, 3.1, 100])).toEqual(log([100]));
  });

  test('may end after the last event: the clock still shows the hour asked for', () => {
    const sim = new Simulation();
    sim.schedule(1, () => {});
    sim.run(9);
    expect(sim.now).toBe(9);
  });

  test('is refused for an hour that has passed or is none', () => {
    const sim = new Simulation();
    sim.run(5);
    expect(() => sim.run(4)).toThrow('hour 5: cannot run until hour 4, which has passed');
    expect(() => sim.run(Number.NaN)).toThrow(SimulationError);
  });

  test('stops after the event that says so, and goes on when run again', () => {
    const sim = new Simulation();
    const done: number[] = [];
    for (const hour of [1, 2, 2, 3]) {
      sim.schedule(hour, () => {
        done.push(hour);
        if (hour === 2) sim.stop();
      });
    }
    sim.run(10);
    expect([done, sim.now]).toEqual([[1, 2], 2]);
    sim.run(10);
    expect([done, sim.now]).toEqual([[1, 2, 2], 2]);
    sim.run(10);
    expect([done, sim.now]).toEqual([[1, 2, 2, 3], 10]);
  });
});

describe('one step', () => {
  test('does one event; peek tells its hour beforehand, Infinity when there is none', () => {
    const sim = new Simulation();
    sim.spawn(
      'ship',
      (function* () {
        yield* sim.hold(4);
      })(),
    );
    const hours: number[] = [];
    do hours.push(sim.peek);
    while (sim.step());
    expect(hours).toEqual([0, 4, Number.POSITIVE_INFINITY]);
    expect([sim.now, sim.processed]).toEqual([4, 2]);
  });

  test('a cancelled action does not happen, and cannot be cancelled again', () => {
    const sim = new Simulation();
    const handle = sim.schedule(3, () => expect.fail('it happened'));
    sim.schedule(1, () => expect(sim.cancel(handle)).toBe(true));
    sim.run();
    expect(sim.cancel(handle)).toBe(false);
    expect(sim.now).toBe(1);
  });

  test('an error in a callback comes out of run as it is, and the run can go on', () => {
    const sim = new Simulation();
    const boom = new RangeError('boom');
    sim.schedule(1, () => {
      throw boom;
    });
    sim.schedule(2, () => {});
    expect(() => sim.run()).toThrow(boom);
    sim.run();
    expect(sim.now).toBe(2);
  });
});
