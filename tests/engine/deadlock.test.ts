import { describe, expect, test } from 'vitest';
import {
  DeadlockError,
  type Process,
  type ProcessBody,
  Resource,
  Simulation,
  StalledError,
} from '../../src/engine/index.ts';
import { busy, resources, takes } from './grasping-models.ts';
import { errorOf } from './thrown.ts';

describe('a circle of waiting is found at once, while others go on for ever', () => {
  test('two processes, each with what the other wants: one fails, gives back, the other goes on', () => {
    const sim = busy();
    const [r1, r2] = resources(sim, 2);
    const log: string[] = [];
    sim.spawn('a', takes(sim, [r1, r2], log));
    sim.spawn('b', takes(sim, [r2, r1], log), { delay: 0.5 });
    const error = errorOf(() => sim.run(50));
    expect(error).toBeInstanceOf(DeadlockError);
    expect(error.message.split('\n')).toEqual([
      'process "b", hour 1.5: a circle of waiting:',
      'process "b" waits for resource "r1" since hour 1.5 (held by process "a")',
      'process "a" waits for resource "r2" since hour 1 (held by process "b")',
    ]);
    expect([log, sim.now]).toEqual([['b left at 1.5'], 1.5]);
    sim.run(50);
    expect(log.slice(1)).toEqual(['a had all at 2.5', 'a left at 2.5']);
    expect([r1, r2].map((one) => [one?.inUse, one?.queueLength])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('three processes, three resources', () => {
    const sim = busy();
    const [r1, r2, r3] = resources(sim, 3);
    const log: string[] = [];
    sim.spawn('a', takes(sim, [r1, r2], log));
    sim.spawn('b', takes(sim, [r2, r3], log));
    sim.spawn('c', takes(sim, [r3, r1], log));
    expect(errorOf(() => sim.run(50)).message.split('\n')).toEqual([
      'process "c", hour 1: a circle of waiting:',
      'process "c" waits for resource "r1" since hour 1 (held by process "a")',
      'process "a" waits for resource "r2" since hour 1 (held by process "b")',
      'process "b" waits for resource "r3" since hour 1 (held by process "c")',
    ]);
  });

  test('a process that seizes again what it holds', () => {
    const sim = busy();
    const [r1] = resources(sim, 1);
    sim.spawn('a', takes(sim, [r1, r1], []));
    expect(errorOf(() => sim.run(50)).message).toContain(
      'process "a" waits for resource "r1" since hour 1 (held by process "a")',
    );
    expect(r1?.inUse).toBe(0);
  });

  test('two processes that wait for the end of each other, and one that waits for its own', () => {
    const sim = busy();
    const all: Process[] = [];
    function* waitsFor(number: number): ProcessBody {
      yield* sim.hold(1);
      yield* all[number] as Process;
    }
    all.push(sim.spawn('a', waitsFor(1)) as Process, sim.spawn('b', waitsFor(0)) as Process);
    expect(
      errorOf(() => sim.run(50))
        .message.split('\n')
        .slice(1),
    ).toEqual([
      'process "b" waits for event "a" since hour 1 (held by process "a")',
      'process "a" waits for event "b" since hour 1 (held by process "b")',
    ]);
    const self = sim.spawn('self', waitsFor(2)) as Process;
    all.push(self);
    expect(errorOf(() => sim.run(50))).toBeInstanceOf(DeadlockError);
  });

  test('a parent with what its child wants, whoever of the two waits last; the parent can catch it', () => {
    for (const delay of [0, 2]) {
      const sim = busy();
      const [r1] = resources(sim, 1);
      const caught: unknown[] = [];
      const parent = function* (): ProcessBody {
        yield* r1!.seize();
        try {
          yield* sim.spawn('child', takes(sim, [r1], []), { delay });
        } catch (error) {
          caught.push(error instanceof DeadlockError);
        }
        yield* sim.hold(1);
        r1!.release();
      };
      sim.spawn('parent', parent());
      sim.run(20);
      expect([caught, r1?.inUse]).toEqual([[true], 0]);
    }
  });

  test('several units, when everyone who holds some is stuck', () => {
    const sim = busy();
    const [r1, r2] = resources(sim, 2, { capacity: 2 });
    for (const name of ['a', 'b']) sim.spawn(name, takes(sim, [r1, r2], []));
    for (const name of ['c', 'd']) sim.spawn(name, takes(sim, [r2, r1], []));
    expect(errorOf(() => sim.run(50)).message.split('\n')).toHaveLength(1 + 4);
  });

  test('who catches the error at its wait is in no line any more, and may wait again', () => {
    const sim = busy();
    const [r1, r2] = resources(sim, 2);
    const log: string[] = [];
    sim.spawn('a', takes(sim, [r1, r2], log));
    const wise = function* (): ProcessBody {
      yield* r2!.seize();
      yield* sim.hold(2);
      try {
        yield* r1!.seize();
      } catch (error) {
        expect(error).toBeInstanceOf(DeadlockError);
        expect(r1?.queueLength).toBe(0);
        r2!.release();
      }
      yield* r1!.seize();
      log.push(`wise at ${sim.now}`);
      r1!.release();
    };
    sim.spawn('wise', wise());
    sim.run(50);
    expect(log).toEqual(['a had all at 3', 'a left at 3', 'wise at 3']);
  });
});

test('a circle that a release closes is found when the run stalls', () => {
  const sim = new Simulation();
  const crane = new Resource(sim, { name: 'crane', capacity: 2 });
  const berth = new Resource(sim, { name: 'berth', capacity: 1 });
  function* first(): ProcessBody {
    yield* crane.seize();
    yield* sim.hold(3);
    crane.release();
  }
  function* second(): ProcessBody {
    yield* crane.seize();
    yield* sim.hold(2);
    yield* berth.seize();
  }
  function* third(): ProcessBody {
    yield* berth.seize();
    yield* sim.hold(1);
    yield* crane.seize(2);
  }
  for (const body of [first, second, third]) sim.spawn(body.name, body());
  const error = errorOf(() => sim.run());
  expect([error.constructor, sim.now]).toEqual([StalledError, 3]);
  expect(error.message).toContain('process "third" waits for resource "crane" since hour 1 (held by process "second")');
});
