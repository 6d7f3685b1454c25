import { describe, expect, test } from 'vitest';
import {
  type Interrupt,
  PreemptiveResource,
  type Process,
  type ProcessBody,
  Resource,
  Simulation,
  StalledError,
} from '../../src/engine/index.ts';
import { busy, resources, takes } from './grasping-models.ts';
import { errorOf } from './thrown.ts';

describe('no circle is', () => {
  test('a wait for several holders of whom one can go on', () => {
    const sim = busy();
    const [r1, r2] = resources(sim, 2, { capacity: 2 });
    const log: string[] = [];
    sim.spawn('a', takes(sim, [r1, r2], log));
    sim.spawn('b', takes(sim, [r2, r1], log));
    sim.spawn('c', takes(sim, [r2], log));
    sim.spawn('d', takes(sim, [r1], log));
    sim.run(50);
    expect(log.filter((line) => line.includes('had all'))).toHaveLength(4);
  });

  test('a wait for what anyone may release, or what nobody in particular holds', () => {
    for (const options of [{ releasedBy: 'anyone' }, {}] as const) {
      const sim = busy();
      const [r1] = resources(sim, 1, options);
      if (!('releasedBy' in options)) r1?.trySeize();
      const log: string[] = [];
      const takesTwice = function* (): ProcessBody {
        yield* r1!.seize();
        log.push(`once at ${sim.now}`);
        if ('releasedBy' in options) yield* r1!.seize();
        log.push(`done at ${sim.now}`);
      };
      sim.spawn('a', takesTwice());
      sim.schedule(3, () => r1?.release());
      sim.run(50);
      expect(log.at(-1)).toBe('done at 3');
    }
  });

  test('one that an interrupt will break, when circles are allowed', () => {
    const sim = busy({ cycles: 'allow' });
    const [r1, r2] = resources(sim, 2);
    const log: string[] = [];
    sim.spawn('a', takes(sim, [r1, r2], log));
    const impatient = function* (): ProcessBody {
      try {
        yield* takes(sim, [r2, r1], log);
      } catch (error) {
        log.push((error as Interrupt).reason as string);
      }
    };
    const b = sim.spawn('b', impatient());
    sim.schedule(4, () => b.interrupt('give way'));
    sim.run(50);
    expect(log).toEqual(['b left at 4', 'give way', 'a had all at 5', 'a left at 5']);
  });

  test('allowed and never broken: it is found when nothing more can happen', () => {
    const sim = new Simulation({ cycles: 'allow' });
    const [r1, r2] = resources(sim, 2);
    sim.spawn('a', takes(sim, [r1, r2], []));
    sim.spawn('b', takes(sim, [r2, r1], []));
    expect(errorOf(() => sim.run(50))).toBeInstanceOf(StalledError);
  });

  test('a wait with patience, whose end lets it go on', () => {
    const sim = busy();
    const [r1, r2] = resources(sim, 2);
    const log: string[] = [];
    sim.spawn('a', takes(sim, [r1, r2], log));
    const patient = function* (): ProcessBody {
      yield* r2!.seize();
      yield* sim.hold(2);
      log.push(`${yield* r1!.claim({ patience: 1 })} at ${sim.now}`);
      r2!.release();
    };
    sim.spawn('b', patient());
    sim.run(50);
    expect(log).toEqual(['reneged at 3', 'a had all at 4', 'a left at 4']);
  });

  test('a wait behind somebody in line who will lose patience, for units that are there', () => {
    const sim = busy();
    const [r1, r2] = resources(sim, 2, { capacity: 3 });
    const log: string[] = [];
    const holds2 = function* (): ProcessBody {
      yield* r1!.seize(2);
      yield* sim.hold(2);
      yield* r2!.seize();
      log.push(`a at ${sim.now}`);
      r1!.release(2);
      r2!.release();
    };
    const greedy = function* (): ProcessBody {
      log.push(yield* r1!.claim({ units: 3, patience: 5 }));
    };
    const behind = function* (): ProcessBody {
      yield* r2!.seize(3);
      yield* sim.hold(1);
      yield* r1!.seize();
      log.push(`c at ${sim.now}`);
      r1!.release();
      r2!.release(3);
    };
    sim.spawn('a', holds2());
    sim.spawn('b', greedy());
    sim.spawn('c', behind());
    sim.run(50);
    expect(log).toEqual(['reneged', 'c at 5', 'a at 5']);
  });

  test.each([
    ['plain', Resource],
    ['preemptive', PreemptiveResource],
  ])('a wait for units of a %s resource that are out of service and will be back', (_, Kind) => {
    const sim = busy();
    const [r1, r2] = ['r1', 'r2'].map((name) => new Kind(sim, { name, capacity: 2 }));
    r2?.setCapacity(1);
    const log: string[] = [];
    sim.spawn('a', takes(sim, [r1, r2], log));
    sim.spawn('b', takes(sim, [r2, r1], log));
    sim.schedule(0.5, () => r1?.setCapacity(1));
    sim.schedule(5, () => r1?.setCapacity(2));
    sim.run(50);
    expect(log.filter((line) => line.includes('had all'))).toEqual(['b had all at 6', 'a had all at 7']);
  });

  test('a convoy: thousands in a row, each waiting for the end of the one before, cost little', () => {
    const sim = busy();
    let before: Process | null = null;
    function* follows(leader: Process | null): ProcessBody {
      if (leader === null) yield* sim.hold(100);
      else yield* leader;
    }
    for (let i = 0; i < 5000; i++) before = sim.spawn(`ship ${i}`, follows(before)) as Process;
    sim.run(101);
    expect(before?.alive).toBe(false);
  });
});
