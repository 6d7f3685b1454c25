import { describe, expect, test } from 'vitest';
import {
  Container,
  Interrupt,
  type ProcessBody,
  Resource,
  Signal,
  SimEvent,
  Simulation,
  SimulationError,
  Store,
  type Wait,
} from '../../src/engine/index.ts';

/** Runs a process that waits for something and is interrupted at an hour; tells what came of it. */
function interruptAt(sim: Simulation, hour: number, wait: () => Wait<unknown>): { outcome: string } {
  const seen = { outcome: 'nothing' };
  const victim = sim.spawn(
    'victim',
    (function* () {
      try {
        yield* wait();
        seen.outcome = `went on at ${sim.now}`;
      } catch (error) {
        if (!(error instanceof Interrupt)) throw error;
        seen.outcome = `${error.reason} at ${sim.now}`;
      }
      yield* sim.hold(1);
    })(),
  );
  sim.schedule(hour, () => victim.interrupt('storm'));
  return seen;
}

describe('an interrupt', () => {
  test('during a hold is caught at that instant with its reason, and the timer is gone', () => {
    const sim = new Simulation();
    const seen = interruptAt(sim, 2, () => sim.hold(100));
    sim.run();
    expect([seen.outcome, sim.now]).toEqual(['storm at 2', 3]);
  });

  test('uncaught ends the run like any error', () => {
    const sim = new Simulation();
    const body = function* (): ProcessBody {
      yield* sim.hold(9);
    };
    const ship = sim.spawn('ship', body());
    sim.schedule(4, () => ship.interrupt('storm'));
    expect(() => sim.run()).toThrow('process "ship", hour 4: interrupted: storm');
  });

  test('in the line of a resource takes the process out, and lets pass whom it held up', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 3 });
    function* uses(units: number, log: number[]): ProcessBody {
      yield* crane.seize(units);
      log.push(sim.now);
      yield* sim.hold(10);
      crane.release(units);
    }
    const small: number[] = [];
    sim.spawn('first', uses(2, []));
    const seen = interruptAt(sim, 5, () => crane.seize(3));
    sim.spawn('small', uses(1, small));
    sim.run();
    expect([seen.outcome, small, crane.inUse, crane.queueLength]).toEqual(['storm at 5', [5], 0, 0]);
  });

  test.each([
    ['a seize', (berth: Resource) => berth.seize()],
    ['a request', (berth: Resource) => berth.request() as Wait<unknown>],
  ])('after %s was granted but before the process went on gives the unit back', (_, wait) => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    berth.trySeize();
    sim.schedule(5, () => berth.release());
    const seen = interruptAt(sim, 5, () => wait(berth));
    const next: number[] = [];
    sim.spawn(
      'next',
      (function* () {
        yield* berth.seize();
        next.push(sim.now);
        berth.release();
      })(),
    );
    sim.run();
    expect([seen.outcome, next, berth.inUse]).toEqual(['storm at 5', [5], 0]);
  });

  test('in the line of a container takes the process out, and lets pass whom it held up', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 3 });
    const seen = interruptAt(sim, 5, () => heap.get(7));
    const small: number[] = [];
    sim.spawn(
      'small',
      (function* () {
        yield* heap.get(2);
        small.push(sim.now);
      })(),
    );
    sim.run();
    expect([seen.outcome, small, heap.level, heap.gettersWaiting]).toEqual(['storm at 5', [5], 1, 0]);
  });

  test('after a container gave, before the process went on, returns the amount, to the next in line first', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10 });
    sim.schedule(5, () => heap.fill(4));
    const seen = interruptAt(sim, 5, () => heap.get(4));
    const next: number[] = [];
    sim.spawn(
      'next',
      (function* () {
        yield* heap.get(3);
        next.push(sim.now);
      })(),
    );
    sim.run();
    expect([seen.outcome, next, heap.level]).toEqual(['storm at 5', [5], 1]);
  });

  test('never fills a container over its brim when the room of what comes back has been taken', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 1 });
    sim.schedule(5, () => heap.fill(5));
    sim.schedule(5, () => expect(heap.fill(10)).toBe(10));
    const seen = interruptAt(sim, 5, () => heap.get(6));
    sim.run(6);
    expect([seen.outcome, heap.level, heap.puttersWaiting]).toEqual(['storm at 5', 10, 1]);
    sim.spawn(
      'takes',
      (function* () {
        yield* heap.get(9);
      })(),
    );
    sim.run();
    expect([heap.level, heap.puttersWaiting, heap.stock.least, heap.stock.most]).toEqual([7, 0, 0, 10]);
  });

  test('in the line of a store leaves the thing to the next; given but not taken it goes back to the front', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron');
    const early = interruptAt(sim, 2, () => apron.get());
    const late = interruptAt(sim, 5, () => apron.get());
    sim.schedule(5, () => apron.add('first'));
    sim.schedule(5, () => apron.add('second'));
    sim.run();
    expect([early.outcome, late.outcome]).toEqual(['storm at 2', 'storm at 5']);
    expect([apron.take(), apron.take(), apron.size]).toEqual(['first', 'second', 0]);
  });

  test('at a signal and at an event ends the wait and leaves the others waiting', () => {
    const sim = new Simulation();
    const tide = new Signal<string>(sim, 'tide');
    const permit = new SimEvent<string>(sim, 'permit');
    const seen = [interruptAt(sim, 2, () => tide.wait()), interruptAt(sim, 2, () => permit)];
    const others = [interruptAt(sim, 9, () => tide.wait()), interruptAt(sim, 9, () => permit)];
    sim.schedule(3, () => tide.fire('high'));
    sim.schedule(3, () => permit.succeed('granted'));
    expect(() => sim.run()).toThrow(SimulationError);
    expect(seen.map((one) => one.outcome)).toEqual(['storm at 2', 'storm at 2']);
    expect(others.map((one) => one.outcome)).toEqual(['went on at 3', 'went on at 3']);
  });

  test('while another is on its way takes its place', () => {
    const sim = new Simulation();
    const reasons: unknown[] = [];
    const ship = sim.spawn(
      'ship',
      (function* () {
        for (let i = 0; i < 2; i++) {
          try {
            yield* sim.hold(9);
          } catch (error) {
            reasons.push((error as Interrupt).reason, sim.now);
          }
        }
      })(),
    );
    sim.schedule(2, () => {
      ship.interrupt('storm');
      ship.interrupt('ice');
    });
    sim.run();
    expect([reasons, sim.now]).toEqual([['ice', 2], 11]);
  });

  test('does not hide a failure that is on its way', () => {
    const sim = new Simulation();
    const permit = new SimEvent(sim, 'permit');
    sim.schedule(2, () => permit.fail(new Error('refused')));
    interruptAt(sim, 2, () => permit);
    expect(() => sim.run()).toThrow('process "victim", hour 2: refused');
  });

  test('is refused for a process that has ended, has not begun, or runs', () => {
    const sim = new Simulation();
    const body = function* (): ProcessBody {
      expect(() => ship.interrupt()).toThrow('process "ship" cannot be interrupted at hour 1: it is not waiting');
      yield* sim.hold(1);
    };
    const ship = sim.spawn('ship', body(), { delay: 1 });
    expect(() => ship.interrupt()).toThrow(SimulationError);
    sim.run();
    expect(() => ship.interrupt()).toThrow('process "ship" cannot be interrupted at hour 2: it has ended');
  });
});
