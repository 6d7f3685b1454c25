import { describe, expect, test } from 'vitest';
import { type ProcessBody, Resource, SimEvent, Simulation, SimulationError } from '../../src/engine/index.ts';
import { errorOf } from './thrown.ts';

describe('the end of a simulation', () => {
  test('leaves every process by its finally blocks, in order of their numbers, and units go back', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 2 });
    const left: string[] = [];
    function* ship(): ProcessBody {
      const { name } = sim.current!;
      try {
        yield* berth.seize();
        try {
          yield* sim.hold(9);
        } finally {
          berth.release();
        }
      } finally {
        left.push(`${name} at ${sim.now}`);
      }
    }
    for (let i = 0; i < 5; i++) sim.spawn(`ship ${i}`, ship(), { delay: i === 4 ? 50 : 5 - i });
    sim.run(4.5);
    sim.end();
    expect(left).toEqual(['ship 1 at 4.5', 'ship 2 at 4.5', 'ship 3 at 4.5']);
    expect([berth.inUse, berth.queueLength, sim.current]).toEqual([0, 0, null]);
  });

  test('gives back what was granted but not taken yet', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    berth.trySeize();
    function* ship(): ProcessBody {
      yield* berth.seize();
      expect.fail('it went on');
    }
    for (const name of ['a', 'b']) sim.spawn(name, ship());
    sim.schedule(1, () => berth.release());
    sim.runUntil(() => sim.now === 1);
    expect(berth.inUse).toBe(1);
    sim.end();
    expect([berth.inUse, berth.queueLength]).toEqual([0, 0]);
  });

  test('refuses later use, naming the hour', () => {
    const sim = new Simulation();
    sim.run(7);
    sim.end();
    const ended = 'hour 7: the simulation has ended; reset it or make a new one';
    function* ship(): ProcessBody {
      yield* sim.hold(1);
    }
    const uses: (() => unknown)[] = [
      () => sim.spawn('ship', ship()),
      () => sim.schedule(1, () => {}),
      () => sim.scheduleAt(9, () => {}),
      () => sim.timeout(1),
      () => sim.run(),
      () => sim.run(9),
      () => sim.step(),
      () => sim.runUntil(() => false),
    ];
    for (const use of uses) expect(use).toThrow(ended);
    sim.end();
    expect([sim.now, sim.describeWaiting()]).toEqual([7, '']);
  });

  test('with a finally block that waits or throws is an error, told after all others have been left', () => {
    const sim = new Simulation();
    const permit = new SimEvent(sim, 'permit');
    const left: string[] = [];
    function* body(name: string, atLast: () => ProcessBody): ProcessBody {
      try {
        yield* sim.hold(9);
      } finally {
        left.push(name);
        yield* atLast();
      }
    }
    const waits = function* (): ProcessBody {
      yield* permit;
    };
    const holds = function* (): ProcessBody {
      yield* sim.hold(1);
    };
    const nothing = function* (): ProcessBody {};
    sim.spawn('a', body('a', nothing));
    sim.spawn('b', body('b', waits));
    sim.spawn('c', body('c', holds));
    sim.spawn('d', body('d', nothing));
    sim.run(2);
    const error = errorOf(() => sim.end());
    expect(error.message).toMatch(/^process "b", hour 2: a finally block waits after the end/);
    expect(left).toEqual(['a', 'b', 'c', 'd']);
    expect([sim.describeWaiting(), permit.awaited, sim.peek > 2]).toEqual(['', false, true]);
  });

  test('runs the outer finally blocks, too, when an inner one waits', () => {
    const sim = new Simulation();
    const permit = new SimEvent(sim, 'permit');
    const left: string[] = [];
    function* body(): ProcessBody {
      try {
        try {
          yield* sim.hold(9);
        } finally {
          yield* permit;
        }
      } finally {
        left.push('outer');
      }
    }
    sim.spawn('a', body());
    sim.run(2);
    expect(() => sim.end()).toThrow('process "a", hour 2: a finally block waits');
    expect(left).toEqual(['outer']);
  });

  test('does not fulfil what others wait for: nobody goes on', () => {
    const sim = new Simulation();
    const log: string[] = [];
    function* child(): ProcessBody<number> {
      yield* sim.hold(9);
      return 1;
    }
    const spawned = sim.spawn('child', child());
    function* parent(): ProcessBody {
      yield* spawned;
      log.push('went on');
    }
    sim.spawn('parent', parent());
    sim.run(2);
    sim.end();
    expect([log, spawned.alive]).toEqual([[], false]);
    expect(() => spawned.value).toThrow(SimulationError);
  });

  test('leaves a process without a value, also when nobody asked for its end before', () => {
    const sim = new Simulation();
    const spawned = sim.spawn(
      'child',
      (function* (): ProcessBody<number> {
        yield* sim.hold(9);
        return 1;
      })(),
    );
    sim.end();
    expect(() => spawned.value).toThrow('event "child" has not happened by hour 0');
  });

  test.each(['end', 'reset'] as const)(
    'is refused while it runs (%s): in callbacks, processes, finally blocks',
    (how) => {
      for (const place of ['callback', 'process', 'finally']) {
        const sim = new Simulation();
        const errors: string[] = [];
        const tries = () => errors.push(errorOf(() => sim[how]()).message);
        function* body(): ProcessBody {
          try {
            yield* sim.hold(1);
            if (place === 'process') tries();
            yield* sim.hold(9);
          } finally {
            if (place === 'finally') tries();
          }
        }
        sim.spawn('clerk', body());
        if (place === 'callback') sim.schedule(1, tries);
        sim.run(5);
        if (place === 'finally') sim.end();
        expect(errors).toEqual([expect.stringMatching(/hour \d: the simulation runs already, it cannot/)]);
      }
    },
  );
});
