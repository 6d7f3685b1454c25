import { describe, expect, test } from 'vitest';
import { type ProcessBody, Simulation, SimulationError } from '../../src/engine/index.ts';
import { errorOf } from './thrown.ts';

function* holds(sim: Simulation, ...hours: number[]): ProcessBody {
  for (const hour of hours) yield* sim.hold(hour);
}

describe('a run within a run', () => {
  const drives: [string, (sim: Simulation) => unknown][] = [
    ['run', (sim) => sim.run()],
    ['run up to an hour', (sim) => sim.run(9)],
    ['step', (sim) => sim.step()],
    ['runUntil', (sim) => sim.runUntil(() => false)],
  ];

  test.each(drives)('(%s) is refused in callbacks, processes and conditions, and the run goes on', (_, drive) => {
    const sim = new Simulation();
    const errors: string[] = [];
    const tries = () => errors.push(errorOf(() => drive(sim)).message);
    sim.schedule(1, tries);
    sim.spawn(
      'clerk',
      (function* () {
        yield* sim.hold(2);
        tries();
        yield* sim.hold(1);
      })(),
    );
    sim.run();
    expect(errors).toEqual([
      expect.stringMatching(/^hour 1: the simulation runs already/),
      expect.stringMatching(/^process "clerk", hour 2: the simulation runs already/),
    ]);
    expect(sim.now).toBe(3);
  });

  test('is none in another simulation', () => {
    const [outer, inner] = [new Simulation(), new Simulation()];
    inner.schedule(5, () => {});
    outer.schedule(1, () => inner.run());
    outer.run();
    expect([outer.now, inner.now]).toEqual([1, 5]);
  });
});

describe('a run until a condition holds', () => {
  test('looks after each event, and before the first', () => {
    const sim = new Simulation();
    sim.spawn('pump', holds(sim, 1, 1, 1, 1));
    expect([sim.runUntil(() => sim.now >= 2), sim.now, sim.processed]).toEqual([true, 2, 3]);
    expect([sim.runUntil(() => true), sim.now]).toEqual([true, 2]);
    expect([sim.runUntil(() => sim.now > 9), sim.now]).toEqual([false, 4]);
  });

  test('is refused within a run and after the end, also when the condition holds already', () => {
    const sim = new Simulation();
    sim.schedule(1, () => sim.runUntil(() => true));
    expect(() => sim.run()).toThrow('runs already');
    sim.end();
    expect(() => sim.runUntil(() => true)).toThrow('has ended');
  });

  test('ends by stop, too', () => {
    const sim = new Simulation();
    for (const hour of [1, 2, 3]) sim.schedule(hour, () => hour === 2 && sim.stop());
    expect([sim.runUntil(() => false), sim.now]).toEqual([false, 2]);
    expect([sim.runUntil(() => false), sim.now]).toEqual([false, 3]);
  });

  test('passes on an error of the condition, and can be run again', () => {
    const sim = new Simulation();
    sim.spawn('pump', holds(sim, 1, 1));
    const bad = () => {
      if (sim.now >= 1) throw new RangeError('no');
      return false;
    };
    expect(() => sim.runUntil(bad)).toThrow(new RangeError('no'));
    sim.run();
    expect(sim.now).toBe(2);
  });

  test('looks after an event in which a process failed and somebody was told, like after any other', () => {
    const sim = new Simulation();
    let failed = false;
    const child = sim.spawn(
      'child',
      (function* (): ProcessBody {
        yield* sim.hold(1);
        failed = true;
        throw new Error('boom');
      })(),
    );
    const log: string[] = [];
    sim.spawn(
      'parent',
      (function* () {
        try {
          yield* child;
        } catch {
          log.push('told');
        }
      })(),
    );
    expect([sim.runUntil(() => failed), log, sim.processed]).toEqual([true, [], 3]);
    sim.run();
    expect([log, sim.processed]).toEqual([['told'], 4]);
  });
});

describe('stopping', () => {
  test('within a process takes effect at its next wait, also at a hold that need not suspend', () => {
    const sim = new Simulation();
    const log: string[] = [];
    sim.spawn(
      'clerk',
      (function* () {
        yield* sim.hold(1);
        sim.stop();
        log.push('still at it');
        yield* sim.hold(1);
        log.push('after');
      })(),
    );
    sim.run();
    expect([log, sim.now]).toEqual([['still at it'], 1]);
    sim.run();
    expect([log, sim.now]).toEqual([['still at it', 'after'], 2]);
  });

  test('before a run does not keep it from running', () => {
    const sim = new Simulation();
    sim.schedule(1, () => {});
    sim.stop();
    sim.run();
    expect(sim.now).toBe(1);
  });

  test('a run up to an hour leaves the clock where it stopped, also when somebody waits', () => {
    const sim = new Simulation();
    sim.schedule(1, () => sim.stop());
    sim.run(9);
    expect([sim.now, sim.peek]).toEqual([1, Number.POSITIVE_INFINITY]);
  });
});

describe('how far a run goes', () => {
  test('an hour that has passed or is none is refused whatever the state, and nothing happens', () => {
    const sim = new Simulation();
    sim.schedule(5, () => {});
    sim.run(3);
    for (const hour of [2.999, -1, Number.NEGATIVE_INFINITY, Number.NaN]) {
      expect(() => sim.run(hour)).toThrow(SimulationError);
    }
    expect([sim.now, sim.peek, sim.processed]).toEqual([3, 5, 0]);
  });

  test('the present hour lets nothing happen, however much is due', () => {
    const sim = new Simulation();
    sim.spawn('pump', holds(sim, 1));
    sim.schedule(0, () => expect.fail('it happened'));
    sim.run(0);
    expect([sim.now, sim.processed, sim.peek]).toEqual([0, 0, 0]);
  });

  test('a hold that ends at it, or the last bit before it, is not confused', () => {
    for (const [until, processed] of [
      [1, 1],
      [1 + Number.EPSILON, 2],
    ] as const) {
      const sim = new Simulation();
      sim.spawn('pump', holds(sim, 1));
      sim.run(until);
      expect([sim.now, sim.processed]).toEqual([until, processed]);
    }
  });

  test('steps tell what happens next, down to the last', () => {
    const sim = new Simulation();
    sim.spawn('pump', holds(sim, 1, 0, 2));
    const seen: number[] = [];
    while (sim.step()) seen.push(sim.now, sim.peek);
    expect(seen).toEqual([0, 1, 1, 1, 1, 3, 3, Number.POSITIVE_INFINITY]);
    expect([sim.step(), sim.processed]).toEqual([false, 4]);
  });
});
