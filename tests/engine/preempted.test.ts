import { describe, expect, test } from 'vitest';
import {
  anyOf,
  Interrupt,
  Preempted,
  type ProcessBody,
  Resource,
  SimEvent,
  type Simulation,
  type Wait,
} from '../../src/engine/index.ts';
import { workshop } from './workshop.ts';

/** A process that seizes two units with priority 5 at hour 1, waits, and gives what it caught to `caught`. */
function victimOf(shop: ReturnType<typeof workshop>, caught: (error: unknown) => void, wait: () => Wait<unknown>) {
  function* body(): ProcessBody {
    yield* shop.machine.seize(2, 5);
    try {
      yield* wait();
    } catch (error) {
      caught(error);
    }
  }
  return shop.sim.spawn('victim', body(), { delay: 1 });
}

test('who loses units learns by whom, since when, how many', () => {
  const shop = workshop({ capacity: 2 });
  const { sim, machine } = shop;
  const caught: Preempted[] = [];
  victimOf(
    shop,
    (error) => caught.push(error as Preempted),
    () => sim.hold(9),
  );
  const liner = shop.start(4, 'liner', 0, 2);
  sim.run();
  const [loss] = caught;
  expect(loss).toBeInstanceOf(Preempted);
  expect(loss).toBeInstanceOf(Interrupt);
  expect([loss?.resource === machine, loss?.by === liner]).toEqual([true, true]);
  expect([loss?.since, loss?.units, loss?.priority, loss?.replaced]).toEqual([1, 2, 5, null]);
  expect(loss?.message).toBe('interrupted: resource "machine" taken by process "liner"');
  expect([sim.now, machine.preemptions, machine.inUse]).toEqual([6, 1, 0]);
});

test('uncaught it ends the run, with the name of the process and the hour', () => {
  const { sim, machine, start } = workshop();
  function* careless(): ProcessBody {
    yield* machine.seize(1, 5);
    yield* sim.hold(9);
  }
  sim.spawn('careless', careless());
  start(2, 'urgent', 0, 1);
  expect(() => sim.run()).toThrow(
    'process "careless", hour 2: interrupted: resource "machine" taken by process "urgent"',
  );
});

describe('who loses units while it', () => {
  function* childOf(sim: Simulation): ProcessBody {
    yield* sim.hold(50);
  }

  test.each<[string, (sim: Simulation, full: Resource) => Wait<unknown>]>([
    ['holds', (sim) => sim.hold(100)],
    ['waits for an event', (sim) => new SimEvent(sim, 'permit')],
    ['waits for a process', (sim) => sim.spawn('child', childOf(sim))],
    ['stands in another line', (_, full) => full.seize()],
    ['waits for one of several', (sim, full) => anyOf([full.request(), sim.timeout(70)])],
  ])('%s catches it there at that instant', (_, wait) => {
    const { sim, log, job, start } = workshop();
    const full = new Resource(sim, { name: 'full', capacity: 1 });
    full.trySeize();
    sim.spawn(
      'victim',
      job('victim', 5, () => wait(sim, full)),
    );
    start(3, 'urgent', 0, 1);
    sim.run();
    expect(log).toEqual(['0 victim begins', '3 urgent begins', '3 victim: Preempted', '4 urgent done']);
    expect(full.queueLength).toBe(0);
  });

  test('has just been given another resource gives that back', () => {
    const { sim, log, job, start } = workshop();
    const crane = new Resource(sim, { name: 'crane', capacity: 1 });
    crane.trySeize();
    sim.spawn(
      'victim',
      job('victim', 5, () => crane.seize()),
    );
    sim.schedule(3, () => crane.release());
    start(3, 'urgent', 0, 1);
    sim.run();
    expect(log).toEqual(['0 victim begins', '3 urgent begins', '3 victim: Preempted', '4 urgent done']);
    expect(crane.inUse).toBe(0);
  });

  test('stands in line for more of the same leaves the line', () => {
    const { sim, machine, log, job, start } = workshop({ capacity: 2 });
    start(0, 'better', 0, 9);
    sim.spawn(
      'victim',
      job('victim', 5, () => machine.seize(2, 5)),
    );
    start(3, 'urgent', 1, 1);
    sim.run();
    expect(log.slice(2, 5)).toEqual(['3 urgent begins', '3 victim: Preempted', '4 urgent done']);
    expect([machine.queueLength, machine.inUse]).toEqual([0, 0]);
  });

  test('is about to catch an error catches that, and its units are gone', () => {
    const shop = workshop({ capacity: 2 });
    const { sim, machine } = shop;
    const permit = new SimEvent(sim, 'permit');
    const seen: unknown[] = [];
    victimOf(
      shop,
      (error) => seen.push((error as Error).message, machine.heldBy(sim.current!), machine.releaseIfHeld(2)),
      () => permit,
    );
    sim.schedule(3, () => permit.fail(new Error('refused')));
    shop.start(3, 'urgent', 0, 1);
    sim.run();
    expect(seen).toEqual(['refused', 0, false]);
  });

  test.each([
    ['is about to catch an interrupt catches the loss, which names the interrupt', true, 'Preempted of Interrupt'],
    ['is interrupted then catches that, and can see that its units are gone', false, 'Interrupt of undefined'],
  ])('%s', (_, stormFirst, seen) => {
    const shop = workshop({ capacity: 2 });
    const { sim, machine } = shop;
    const log: unknown[] = [];
    const victim = victimOf(
      shop,
      (error) => {
        const { name, replaced } = error as Preempted;
        log.push(`${name} of ${replaced?.name}`, machine.heldBy(sim.current!));
      },
      () => sim.hold(9),
    );
    if (stormFirst) sim.schedule(3, () => victim.interrupt('storm'));
    shop.start(3, 'urgent', 0, 1);
    if (!stormFirst) sim.schedule(3, () => victim.interrupt('storm'));
    sim.run();
    expect(log).toEqual([seen, 0]);
  });

  test('would go on at that very instant is preempted if the taker comes first, and not if it comes later', () => {
    const { sim, log, start } = workshop();
    start(3, 'urgent', 0, 1);
    start(0, 'victim', 5, 3);
    sim.run();
    expect(log).toEqual(['0 victim begins', '3 urgent begins', '3 victim: Preempted', '4 urgent done']);
    const other = workshop();
    other.start(0, 'victim', 5, 3);
    other.sim.schedule(1, () => other.start(2, 'urgent', 0, 1));
    other.sim.run();
    expect(other.log).toEqual(['0 victim begins', '3 victim done', '3 urgent begins', '4 urgent done']);
  });

  test('runs loses nothing until it waits, still at that instant', () => {
    const { sim, machine, log, note, start } = workshop({ capacity: 2 });
    function* victim(): ProcessBody {
      yield* machine.seize(1, 9);
      yield* machine.seize(1, 0);
      yield* sim.hold(5);
      machine.release();
      note(`runs with ${machine.heldBy(sim.current!)}`);
      try {
        yield* sim.hold(5);
      } catch (error) {
        note((error as Error).name);
      }
    }
    sim.spawn('victim', victim());
    start(1, 'both', 4, 1, 2);
    sim.run();
    expect(log).toEqual(['5 runs with 1', '5 both begins', '5 Preempted', '6 both done']);
  });

  test('has ended with them is told nothing, and the taker gets them', () => {
    const { sim, machine, log, start } = workshop();
    function* forgetful(): ProcessBody {
      yield* machine.seize(1, 5);
    }
    sim.spawn('forgetful', forgetful());
    start(1, 'urgent', 0, 1);
    sim.run();
    expect(log).toEqual(['1 urgent begins', '2 urgent done']);
  });
});

describe('lost units', () => {
  test('must not be released, and the error says who took them', () => {
    const shop = workshop({ capacity: 2 });
    const { sim, machine } = shop;
    let message = '';
    victimOf(
      shop,
      () => {
        try {
          machine.release(2);
        } catch (error) {
          message = (error as Error).message;
        }
      },
      () => sim.hold(9),
    );
    shop.start(4, 'liner', 0, 2);
    sim.run();
    expect(message).toBe(
      'process "victim", hour 4: 2 units of resource "machine" released, 0 held; ' +
        'resource "machine" taken by process "liner": use releaseIfHeld',
    );
    expect(machine.usage.area(sim.now)).toBe(2 * 3 + 2);
  });

  test('are those of one seizure: what else the process holds it keeps', () => {
    const { sim, machine, log, note, start } = workshop({ capacity: 2 });
    function* twice(): ProcessBody {
      yield* machine.seize(1, 1);
      try {
        yield* machine.seize(1, 5);
        try {
          yield* sim.hold(9);
        } finally {
          note(`inner ${machine.heldBy(sim.current!)}`);
        }
      } catch (error) {
        note(`${(error as Error).name}`);
        yield* sim.hold(3);
      } finally {
        machine.release();
      }
    }
    sim.spawn('twice', twice());
    start(2, 'urgent', 0, 1);
    sim.run();
    expect(log).toEqual(['2 urgent begins', '2 inner 1', '2 Preempted', '3 urgent done']);
    expect([sim.now, machine.inUse]).toEqual([5, 0]);
  });

  test('leave nothing behind when the simulation ends with their losers at work', () => {
    const { sim, machine, start } = workshop({ capacity: 2 });
    start(0, 'a', 5, 9, 2);
    start(1, 'b', 3, 9, 2);
    start(2, 'c', 3, 9, 2);
    sim.run(3);
    sim.end();
    expect([machine.inUse, sim.ended]).toEqual([0, true]);
  });
});
