import { describe, expect, test } from 'vitest';
import {
  DeadlockError,
  type Preempted,
  PreemptiveResource,
  type ProcessBody,
  Simulation,
  SimulationError,
} from '../../src/engine/index.ts';
import { workshop } from './workshop.ts';

describe('a request of better priority', () => {
  test('takes from the worst priority, and of equals from who seized last', () => {
    const { sim, log, start } = workshop({ capacity: 3 });
    start(0, 'a', 7, 20);
    start(1, 'b', 8, 20);
    start(2, 'c', 8, 20);
    for (const delay of [3, 4, 5]) start(delay, `urgent ${delay}`, 1, 20);
    sim.run(6);
    expect(log.filter((line) => line.includes(':'))).toEqual(['3 c: Preempted', '4 b: Preempted', '5 a: Preempted']);
  });

  test('that is not better than a holder takes nothing from it, and waits in order of priority', () => {
    const { sim, log, start } = workshop();
    start(0, 'a', 3, 10);
    start(1, 'worse', 4, 1);
    start(2, 'equal', 3, 1);
    sim.run();
    expect(log).toEqual([
      '0 a begins',
      '10 a done',
      '10 equal begins',
      '11 equal done',
      '11 worse begins',
      '12 worse done',
    ]);
  });

  test('goes before who waits, at once', () => {
    const { sim, log, start } = workshop({ capacity: 2 });
    start(0, 'a', 3, 10, 2);
    start(1, 'waits', 3, 1, 2);
    start(2, 'urgent', 1, 1, 1);
    sim.run(3);
    expect(log).toEqual(['0 a begins', '2 urgent begins', '2 a: Preempted']);
  });

  test('that could not be had in full by that takes from nobody, but does as soon as it can', () => {
    const { sim, log, start } = workshop({ capacity: 3 });
    start(0, 'better', 0, 4);
    start(0, 'worse', 5, 20, 2);
    start(1, 'middle', 3, 1, 3);
    sim.run();
    expect(log).toEqual([
      '0 better begins',
      '0 worse begins',
      '4 better done',
      '4 middle begins',
      '4 worse: Preempted',
      '5 middle done',
    ]);
  });

  test('breaks off nobody whom it turns out not to need', () => {
    const { sim, log, start } = workshop({ capacity: 3 });
    start(0, 'worst', 9, 10, 1);
    start(0, 'bad', 8, 10, 2);
    start(1, 'urgent', 0, 1, 2);
    sim.run(2);
    expect(log).toEqual(['0 worst begins', '0 bad begins', '1 urgent begins', '1 bad: Preempted']);
  });

  test('breaks a seizure off whole, and leaves what it does not need to whoever waits', () => {
    const { sim, machine, log, start } = workshop({ capacity: 3 });
    start(0, 'bulk', 9, 10, 3);
    start(1, 'small', 9, 10, 2);
    start(2, 'urgent', 0, 5, 1);
    sim.run(3);
    expect(log).toEqual(['0 bulk begins', '2 urgent begins', '2 bulk: Preempted', '2 small begins']);
    expect([machine.inUse, machine.free, machine.preemptions]).toEqual([3, 0, 1]);
  });

  test('with preempt: false waits in front until units come free', () => {
    const { sim, machine, log, note, start } = workshop();
    start(0, 'a', 5, 4);
    start(1, 'b', 3, 4);
    function* polite(): ProcessBody {
      note(yield* machine.claim({ priority: 0, preempt: false }));
      machine.release();
    }
    sim.spawn('polite', polite(), { delay: 0.5 });
    sim.run();
    expect(log).toEqual(['0 a begins', '4 a done', '4 served', '4 b begins', '8 b done']);
  });

  test('outside any process takes, too; what is seized there stays', () => {
    const { sim, machine, log, start } = workshop();
    start(0, 'a', 5, 4);
    sim.schedule(1, () => expect([machine.trySeize(1, 5), machine.trySeize(1, 4)]).toEqual([false, true]));
    start(2, 'urgent', 0, 1);
    sim.schedule(3, () => machine.release());
    sim.run();
    expect(log).toEqual(['0 a begins', '1 a: Preempted', '3 urgent begins', '4 urgent done']);
  });

  test('lets a small one behind it take first only if the line is first-fit', () => {
    for (const discipline of ['strict', 'first-fit'] as const) {
      const { sim, log, start } = workshop({ capacity: 2, discipline });
      start(0, 'better', 0, 9);
      start(0, 'worse', 5, 9);
      start(1, 'both', 3, 1, 2);
      start(2, 'one', 4, 1);
      sim.run(3);
      expect(log.includes('2 one begins')).toBe(discipline === 'first-fit');
    }
  });
});

describe('SimPy’s documented examples', () => {
  test('of preemption come out alike; the taker goes on before the victim hears of it', () => {
    const { sim, machine, log, note } = workshop();
    function* user(name: string, priority: number): ProcessBody {
      note(`${name} requests`);
      yield* machine.seize(1, priority);
      note(`${name} got it`);
      try {
        yield* sim.hold(3);
      } catch (error) {
        const { by, since } = error as Preempted;
        note(`${name} preempted by ${by?.name} after ${sim.now - since}`);
      } finally {
        machine.releaseIfHeld();
      }
    }
    for (const [i, priority] of [0, 0, -1].entries()) sim.spawn(`${i + 1}`, user(`${i + 1}`, priority), { delay: i });
    sim.run();
    expect(log).toEqual([
      '0 1 requests',
      '0 1 got it',
      '1 2 requests',
      '2 3 requests',
      '2 3 got it',
      '2 1 preempted by 3 after 2',
      '5 2 got it',
    ]);
  });

  test('of mixed preemption come out the same: who will not preempt is not overtaken by who would', () => {
    const { sim, machine, log, note } = workshop();
    function* user(name: string, priority: number, preempt: boolean): ProcessBody {
      yield* machine.claim({ priority, preempt });
      note(name);
      yield* sim.hold(3);
      machine.release();
    }
    sim.spawn('A', user('A', 0, true));
    sim.spawn('B', user('B', -2, false), { delay: 1 });
    sim.spawn('C', user('C', -1, true), { delay: 1 });
    sim.run();
    expect(log).toEqual(['0 A', '3 B', '6 C']);
  });
});

describe('fewer units', () => {
  test('let their users finish, or are taken from the least urgent', () => {
    for (const inUse of ['finish', 'preempt'] as const) {
      const { sim, machine, log, start } = workshop({ capacity: 3 });
      for (const priority of [3, 1, 2]) start(0, `p${priority}`, priority, 8);
      sim.schedule(4, () => machine.setCapacity(1, inUse));
      sim.schedule(4, () => expect(machine.inUse).toBe(inUse === 'finish' ? 3 : 1));
      sim.run();
      const losers = log.filter((line) => line.includes('Preempted'));
      expect(losers).toEqual(inUse === 'finish' ? [] : ['4 p3: Preempted', '4 p2: Preempted']);
      expect(machine.utilisation).toBe(inUse === 'finish' ? 24 / 16 : 1);
    }
  });

  test('are taken from who takes them away once it waits', () => {
    const { sim, machine, log, note, job, start } = workshop({ capacity: 2 });
    start(0, 'other', 1, 9);
    sim.spawn(
      'foreman',
      job('foreman', 5, () => {
        machine.setCapacity(1, 'preempt');
        note(`${machine.inUse} in use`);
        return sim.hold(1);
      }),
      { delay: 2 },
    );
    sim.run();
    expect(log).toEqual(['0 other begins', '2 foreman begins', '2 2 in use', '2 foreman: Preempted', '9 other done']);
  });
});

describe('bad input is refused with process, resource and hour, and changes nothing', () => {
  /** The message of what a process at hour 3 meets that holds two of three machines. */
  function messageOf(act: (machine: PreemptiveResource) => void): string {
    const { sim, machine } = workshop({ capacity: 3 });
    let message = 'no error';
    function* body(): ProcessBody {
      yield* machine.seize(2, 1);
      yield* sim.hold(3);
      try {
        act(machine);
      } catch (error) {
        expect(error).toBeInstanceOf(SimulationError);
        message = (error as Error).message;
      }
      expect([machine.inUse, machine.queueLength, machine.capacity, machine.waits.count]).toEqual([2, 0, 3, 1]);
    }
    sim.spawn('ship', body());
    sim.run();
    return message;
  }

  const nan = Number.NaN;
  const start = 'process "ship", hour 3: ';
  test.each<[string, (machine: PreemptiveResource) => void]>([
    ['0 units of resource "machine" asked for, its capacity is 3', (machine) => machine.seize(0)],
    ['4 units of resource "machine" asked for, its capacity is 3', (machine) => machine.trySeize(4)],
    ['1.5 units of resource "machine" asked for, its capacity is 3', (machine) => machine.seizeAgain(1.5)],
    [
      'terms of priority NaN, patience undefined, balkAt undefined for resource "machine" make no sense',
      (machine) => machine.request(1, nan),
    ],
    [
      'terms of priority 0, patience -1, balkAt undefined for resource "machine" make no sense',
      (machine) => machine.claim({ patience: -1 }),
    ],
    [
      'terms of priority 0, patience undefined, balkAt NaN for resource "machine" make no sense',
      (machine) => machine.claim({ balkAt: nan }),
    ],
    ['3 units of resource "machine" released, 2 held', (machine) => machine.release(3)],
    ['NaN units of resource "machine" released, 2 held', (machine) => machine.releaseIfHeld(nan)],
    ['the capacity of resource "machine" cannot be -1', (machine) => machine.setCapacity(-1)],
    ['the capacity of resource "machine" cannot be Infinity', (machine) => machine.setCapacity(Infinity)],
  ])('%s', (message, act) => {
    expect(messageOf(act)).toBe(start + message);
  });

  test('a capacity that is no whole number of at least 1', () => {
    for (const capacity of [0, -1, 1.5, nan, Infinity]) {
      expect(() => new PreemptiveResource(new Simulation(), { name: 'm', capacity })).toThrow(SimulationError);
    }
  });

  test('a wait outside any process', () => {
    const { machine } = workshop();
    expect(() => machine.seize()).toThrow('hour 0: only a process can wait');
    machine.trySeize();
    expect(() => machine.seize()).toThrow('hour 0: only a process can wait for resource "machine"');
    expect([machine.inUse, machine.queueLength]).toEqual([1, 0]);
  });

  test('who waits for itself is found out', () => {
    const { sim, job, machine } = workshop();
    sim.spawn(
      'ship',
      job('ship', 5, () => machine.seize(1, 0)),
    );
    expect(() => sim.run()).toThrow(DeadlockError);
  });
});

test('a reset puts it back to how it was made, with its statistics', () => {
  const { sim, machine, log, start } = workshop();
  const play = () => {
    start(0, 'a', 5, 4);
    start(1, 'b', 1, 4);
    start(2, 'c', 3, 4);
    machine.setCapacity(1);
    sim.run(6);
    return [machine.usage.area(6), machine.line.area(6), machine.preemptions, machine.utilisation, log.splice(0)];
  };
  const first = play();
  sim.reset();
  log.length = 0;
  expect([machine.inUse, machine.queueLength, machine.preemptions]).toEqual([0, 0, 0]);
  expect(play()).toEqual(first);
  expect(first).toEqual([6, 3, 1, 1, ['0 a begins', '1 b begins', '1 a: Preempted', '5 b done', '5 c begins']]);
});
