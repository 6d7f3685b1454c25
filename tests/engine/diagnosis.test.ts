import { describe, expect, test } from 'vitest';
import {
  anyOf,
  type ProcessBody,
  Resource,
  Signal,
  SimEvent,
  Simulation,
  SimulationError,
  StalledError,
  Store,
  type Wait,
  ZeroTimeLoopError,
} from '../../src/engine/index.ts';
import { errorOf } from './thrown.ts';

/** Drives that lead to the same: the second never takes the way of holds that do not suspend. */
const drives: [string, (sim: Simulation) => void][] = [
  ['run', (sim) => sim.run()],
  [
    'steps',
    (sim) => {
      while (sim.step());
    },
  ],
  ['a condition', (sim) => sim.runUntil(() => false)],
];

describe('a run that dries up', () => {
  test('says who waits for what since when, and who holds it, of whatever kind it is', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 2 });
    const waits: [string, () => Wait<unknown>][] = [
      ['queues', () => crane.seize(2)],
      ['listens', () => new Signal(sim, 'bell').wait()],
      ['fetches', () => new Store(sim, 'apron').get()],
      ['awaits', () => new SimEvent(sim, 'permit')],
      ['chooses', () => anyOf([new SimEvent(sim, 'left'), new SimEvent(sim, 'right')])],
    ];
    function* keeps(): ProcessBody {
      yield* crane.seize();
    }
    function* waiting(hour: number, wait: () => Wait<unknown>): ProcessBody {
      yield* sim.hold(hour);
      yield* wait();
    }
    sim.spawn('keeper 1', keeps());
    sim.spawn('keeper 2', keeps());
    waits.forEach(([name, wait], hour) => {
      sim.spawn(name, waiting(hour + 0.5, wait));
    });
    const error = errorOf(() => sim.run());
    expect(error).toBeInstanceOf(StalledError);
    expect(error.message.split('\n')).toEqual([
      'at hour 4.5 nothing more can happen, but',
      'process "queues" waits for resource "crane" since hour 0.5 (held by process "keeper 1", which has ended, process "keeper 2", which has ended)',
      'process "listens" waits for signal "bell" since hour 1.5',
      'process "fetches" waits for store "apron" (to take) since hour 2.5',
      'process "awaits" waits for event "permit" since hour 3.5',
      'process "chooses" waits for event "any of left, right" since hour 4.5',
    ]);
  });

  test('before the hour it was to run to says so at the hour at which it dried up', () => {
    const sim = new Simulation();
    const permit = new SimEvent(sim, 'permit');
    function* waits(): ProcessBody {
      yield* permit;
    }
    sim.spawn('ship', waits());
    sim.schedule(2, () => {});
    expect(errorOf(() => sim.run(9)).message).toMatch(/^at hour 2 nothing more can happen/);
    sim.schedule(1, () => permit.succeed());
    sim.run(9);
    expect(sim.now).toBe(9);
  });

  test('is no error while something is pending at the hour it runs to, or by steps', () => {
    const sim = new Simulation();
    function* waits(): ProcessBody {
      yield* new SimEvent(sim, 'permit');
    }
    sim.spawn('ship', waits());
    sim.schedule(5, () => {});
    sim.run(5);
    while (sim.step());
    expect(sim.runUntil(() => false)).toBe(false);
    expect(() => sim.run()).toThrow(StalledError);
  });

  test('can be asked at any time; who begins later waits for the clock', () => {
    const sim = new Simulation();
    function* waits(): ProcessBody {
      yield* sim.hold(7);
    }
    sim.spawn('early', waits());
    sim.run(3);
    sim.spawn('late', waits(), { delay: 2 });
    expect(sim.describeWaiting().split('\n')).toEqual([
      'process "early" waits for the clock since hour 0',
      expect.stringMatching(/^process "late" waits for the clock since hour/),
    ]);
  });

  test('says of one that is to begin since when it has been pending, whoever had its number before', () => {
    const sim = new Simulation();
    function* holds(): ProcessBody {
      yield* sim.hold(1);
      yield* sim.hold(1);
    }
    sim.spawn('before', holds());
    sim.run();
    sim.run(9);
    sim.spawn('late', holds(), { delay: 2 });
    expect(sim.describeWaiting()).toBe('process "late" waits for the clock since hour 9');
  });
});

describe('a clock that stands still', () => {
  function* spins(sim: Simulation): ProcessBody {
    yield* sim.hold(2);
    for (;;) yield* sim.hold(0);
  }

  test.each(drives)('is found when a process holds 0 for ever, by %s', (how, drive) => {
    const sim = new Simulation({ turnsAtOneInstant: 100 });
    sim.spawn('mad pump', spins(sim));
    const error = errorOf(() => drive(sim));
    expect(error.message).toContain('at hour 2 the clock stands still after 1100 events, taken by process "mad pump"');
    if (how !== 'run') expect(error).toBeInstanceOf(ZeroTimeLoopError);
  });

  test('is a ZeroTimeLoopError also when the hold need not suspend', () => {
    const sim = new Simulation({ turnsAtOneInstant: 100 });
    sim.spawn('mad pump', spins(sim));
    expect(errorOf(() => sim.run())).toBeInstanceOf(ZeroTimeLoopError);
  });

  test.each(drives)('is found when two wake each other by a signal for ever, by %s', (_, drive) => {
    const sim = new Simulation({ turnsAtOneInstant: 50 });
    const [ping, pong] = [new Signal(sim, 'ping'), new Signal(sim, 'pong')];
    function* plays(hears: Signal, tells: Signal): ProcessBody {
      for (;;) {
        yield* hears.wait();
        tells.fire();
      }
    }
    sim.spawn('Ann', plays(ping, pong));
    sim.spawn('Bob', plays(pong, ping));
    sim.schedule(3, () => ping.fire());
    const error = errorOf(() => drive(sim));
    expect(error).toBeInstanceOf(ZeroTimeLoopError);
    expect(error.message).toMatch(/^at hour 3 .* taken by process "(Ann|Bob)", process "(Ann|Bob)"$/);
  });

  test.each(drives)('is found when a callback schedules itself at 0, by %s', (_, drive) => {
    const sim = new Simulation({ turnsAtOneInstant: 50 });
    const again = () => {
      sim.schedule(0, again);
    };
    sim.schedule(1, again);
    const error = errorOf(() => drive(sim));
    expect(error).toBeInstanceOf(ZeroTimeLoopError);
    expect(error.message).toBe('at hour 1 the clock stands still after 1050 events, taken by a callback');
  });

  test('is not found in a burst below the limit, nor in many one after the other', () => {
    const sim = new Simulation({ turnsAtOneInstant: 1000 });
    const door = new SimEvent(sim, 'door');
    let through = 0;
    function* visitor(): ProcessBody {
      yield* door;
      yield* sim.hold(0);
      through++;
    }
    for (let i = 0; i < 400; i++) sim.spawn(`visitor ${i}`, visitor());
    sim.schedule(1, () => door.succeed());
    for (let hour = 2; hour < 20; hour++) for (let i = 0; i < 900; i++) sim.schedule(hour, () => through++);
    sim.run();
    expect(through).toBe(400 + 18 * 900);
  });

  test('is not found in bursts that only the end of a run up to an hour brings together', () => {
    const sim = new Simulation({ turnsAtOneInstant: 100 });
    for (const hour of [1, 2]) for (let i = 0; i < 900; i++) sim.schedule(hour, () => {});
    sim.run(2);
    sim.run();
    expect(sim.processed).toBe(1800);
  });

  test('is told with the names of those at it then, not of those who were many at an earlier instant', () => {
    const sim = new Simulation({ turnsAtOneInstant: 10 });
    function* passes(): ProcessBody {
      for (let i = 0; i < 500; i++) yield* sim.hold(0);
    }
    sim.spawn('innocent', passes());
    sim.schedule(1, () => sim.schedule(1, () => {}));
    sim.spawn('mad pump', spins(sim));
    const { message } = errorOf(() => {
      while (sim.step());
    });
    expect(message).toMatch(/^at hour 2 .* taken by process "mad pump"$/);
  });

  test('loses nothing when it is found: whoever goes on then goes on as if nothing had been', () => {
    for (const [, drive] of drives) {
      const sim = new Simulation({ turnsAtOneInstant: 100 });
      const left: string[] = [];
      function* finite(): ProcessBody {
        try {
          for (let i = 0; i < 2000; i++) yield* sim.hold(0);
          yield* sim.hold(1);
        } finally {
          left.push(`left at ${sim.now}`);
        }
      }
      sim.spawn('finite', finite());
      sim.schedule(5, () => {});
      expect(errorOf(() => drive(sim))).toBeInstanceOf(ZeroTimeLoopError);
      drive(sim);
      expect([left, sim.now, sim.processed]).toEqual([['left at 1'], 5, 2003]);
      sim.end();
    }
  });

  test('cannot be caught by the process at fault, who would go on for ever', () => {
    const sim = new Simulation({ turnsAtOneInstant: 100 });
    let caught = 0;
    function* stubborn(): ProcessBody {
      while (caught < 5) {
        try {
          for (;;) yield* sim.hold(0);
        } catch (error) {
          expect(error).toBeInstanceOf(SimulationError);
          caught++;
        }
      }
    }
    sim.spawn('stubborn', stubborn());
    expect(errorOf(() => sim.run())).toBeInstanceOf(ZeroTimeLoopError);
    expect(caught).toBe(0);
  });
});
