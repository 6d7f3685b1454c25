import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  Container,
  Interrupt,
  type ProcessBody,
  Resource,
  SimEvent,
  Simulation,
} from '../../src/engine/index.ts';

describe('who turns away from several requests at once', () => {
  test('is not served by one of them while the others are being withdrawn', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 5 });
    sim.spawn(
      'buyer',
      (function* () {
        yield* anyOf([heap.requestGet(8), heap.requestGet(4), sim.timeout(1)]);
      })(),
    );
    sim.spawn(
      'works',
      (function* () {
        yield* heap.put(9);
      })(),
      { background: true },
    );
    sim.run();
    expect([heap.level, heap.puttersWaiting]).toEqual([5, 1]);
  });

  test('does not by that let a small one overtake a large one that fits', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 3, discipline: 'first-fit' });
    const served: string[] = [];
    crane.trySeize();
    const ship = sim.spawn(
      'ship',
      (function* () {
        try {
          yield* allOf([crane.request(2), crane.request(1)]);
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
        }
      })(),
    );
    function* lift(name: string, units: number): ProcessBody {
      yield* crane.seize(units);
      served.push(name);
    }
    sim.spawn('large', lift('large', 2), { background: true });
    sim.spawn('small', lift('small', 1), { background: true });
    sim.schedule(1, () => ship.interrupt('storm'));
    sim.run();
    expect(served).toEqual(['large']);
  });
});

describe('a condition', () => {
  test('does not give back a request that its winner shares with a loser', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    const tide = new SimEvent(sim, 'tide');
    const ship = sim.spawn(
      'ship',
      (function* () {
        const request = berth.request();
        yield* anyOf([allOf([request, tide]), allOf([request, new SimEvent(sim, 'pilot')])]);
        return berth.inUse;
      })(),
    );
    sim.schedule(1, () => tide.succeed());
    sim.run();
    expect(ship.value).toBe(1);
  });

  test('that is refused listens to nothing: a failure still ends the run', () => {
    const sim = new Simulation();
    const open = new SimEvent(sim, 'open');
    open.succeed();
    const spent = sim.timeout(5);
    anyOf([open, spent]);
    const child = sim.spawn(
      'child',
      (function* () {
        yield* sim.hold(1);
        throw new Error('boom');
      })(),
    );
    expect(() => anyOf([child, spent])).toThrow('withdrawn');
    expect(() => sim.run()).toThrow('boom');
  });

  test('that has happened, with nothing to give back, stays so when it loses', () => {
    const sim = new Simulation();
    const open = new SimEvent(sim, 'open');
    open.succeed();
    const soon = anyOf([sim.timeout(1), new SimEvent(sim, 'never')]);
    sim.run();
    anyOf([open, soon]);
    expect(soon.triggered).toBe(true);
  });

  test('that is refused gives up what was asked for on its behalf', () => {
    const sim = new Simulation();
    const berths = ['north', 'south'].map((name) => new Resource(sim, { name, capacity: 1 }));
    const [north, south] = berths as [Resource, Resource];
    const open = new SimEvent(sim, 'open');
    open.succeed();
    const spent = sim.timeout(5);
    anyOf([open, spent]);
    south.trySeize();
    for (const condition of [anyOf, allOf]) {
      expect(() => condition([north.request(), south.request(), sim.timeout(9), spent])).toThrow('withdrawn');
      expect([north.inUse, south.queueLength, sim.peek]).toEqual([0, 0, Number.POSITIVE_INFINITY]);
    }
  });

  test('gives a request back that it shares when the last of those loses who were told of it', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    const free: number[] = [];
    const request = berth.request();
    for (const hours of [2, 1]) {
      sim.spawn(
        `ship of ${hours}`,
        (function* () {
          yield* anyOf([allOf([request, new SimEvent(sim, 'tide')]), sim.timeout(hours)]);
          free.push(berth.free);
        })(),
      );
    }
    sim.run();
    expect(free).toEqual([0, 1]);
  });

  test('does not give back what a process has got and holds', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    const open = new SimEvent(sim, 'open');
    open.succeed();
    const ship = sim.spawn(
      'ship',
      (function* () {
        const request = berth.request();
        yield* request;
        yield* anyOf([open, request]);
        return berth.inUse;
      })(),
    );
    sim.run();
    expect(ship.value).toBe(1);
  });
});
