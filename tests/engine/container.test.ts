import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Container, type Process, type ProcessBody, Simulation, SimulationError } from '../../src/engine/index.ts';

interface Visit {
  readonly arrives: number;
  readonly amount: number;
  readonly way: 'get' | 'put' | 'fill';
  readonly interruptedAt: number | null;
}

const CAPACITY = 8;

const visits = (amount: fc.Arbitrary<number>, interruptions: boolean): fc.Arbitrary<Visit[]> =>
  fc.array(
    fc.record({
      arrives: fc.nat(9),
      amount,
      way: fc.constantFrom('get', 'put', 'get', 'put', 'fill'),
      interruptedAt: interruptions ? fc.option(fc.nat(10)) : fc.constant(null),
    }),
    { maxLength: 40, size: 'max' },
  );
const wholeAmounts = fc.integer({ min: 1, max: CAPACITY });
const anyAmounts = fc.double({ min: 1e-9, max: CAPACITY, noNaN: true });

/** Runs the visits and looks at the level after every single step; gives what was done, in order. */
function run(all: readonly Visit[], level: number) {
  const sim = new Simulation();
  const heap = new Container(sim, { name: 'heap', capacity: CAPACITY, level });
  const done = { get: [] as [number, number][], put: [] as [number, number][] };
  let balance = level;
  function* visit({ way, amount }: Visit, i: number): ProcessBody {
    if (way === 'fill') {
      balance += heap.fill(amount);
      return;
    }
    try {
      yield* way === 'get' ? heap.get(amount) : heap.put(amount);
    } catch {
      return;
    }
    done[way].push([i, sim.now]);
    balance += way === 'get' ? -amount : amount;
  }
  const processes = all.map((one, i): Process<void> => {
    return sim.spawn(`visit ${i}`, visit(one, i), { delay: one.arrives, background: true });
  });
  all.forEach(({ interruptedAt }, i) => {
    if (interruptedAt === null) return;
    sim.schedule(interruptedAt, () => {
      const process = processes[i];
      if (process?.waitingFor && process.started) process.interrupt();
    });
  });
  do {
    if (!(heap.level >= 0 && heap.level <= CAPACITY)) expect.fail(`the level is ${heap.level}`);
  } while (sim.step());
  return { sim, heap, done, balance };
}

describe('a container', () => {
  test('never holds less than nothing or more than its capacity, whoever comes, goes or is interrupted', () => {
    fc.assert(
      fc.property(visits(wholeAmounts, true), fc.nat(CAPACITY), (all, level) => {
        run(all, level);
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(visits(anyAmounts, true), (all) => {
        run(all, 0);
      }),
      { numRuns: 400 },
    );
  });

  test('holds at the end what was there, plus brought, minus taken; interrupted visits count for nothing', () => {
    fc.assert(
      fc.property(visits(wholeAmounts, true), fc.nat(CAPACITY), (all, level) => {
        const { heap, balance } = run(all, level);
        fc.pre(heap.gettersWaiting === 0 && heap.puttersWaiting === 0);
        expect(heap.level).toBe(balance);
      }),
    );
  });

  test('serves each of its two lines strictly first come, first served, and never idly', () => {
    fc.assert(
      fc.property(visits(wholeAmounts, false), fc.nat(CAPACITY), (all, level) => {
        const { heap, done, balance } = run(all, level);
        expect(heap.level).toBe(balance);
        for (const way of ['get', 'put'] as const) {
          const came = all.map((_, i) => i).filter((i) => all[i]?.way === way);
          came.sort((a, b) => (all[a] as Visit).arrives - (all[b] as Visit).arrives || a - b);
          // At one instant who is served at once goes on before who was woken, so the numbers are sorted.
          const served = done[way].sort(([a], [b]) => came.indexOf(a) - came.indexOf(b));
          expect(served.map(([i]) => i)).toEqual(came.slice(0, served.length));
          const hours = served.map(([, hour]) => hour);
          expect(hours).toEqual(hours.toSorted((a, b) => a - b));
          const next = all[came[done[way].length] as number]?.amount ?? Number.POSITIVE_INFINITY;
          expect(next).toBeGreaterThan(way === 'get' ? heap.level : heap.room);
        }
      }),
    );
  });

  test('lets a small taker wait behind a large one', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 3 });
    const log: string[] = [];
    function* takes(amount: number): ProcessBody {
      yield* heap.get(amount);
      log.push(`${amount} at ${sim.now}`);
    }
    sim.spawn('large', takes(5));
    sim.spawn('small', takes(1));
    sim.schedule(4, () => heap.fill(3));
    sim.run();
    expect([log, heap.level]).toEqual([['5 at 4', '1 at 4'], 0]);
  });

  test('is filled to the brim and tells how much that took; nothing while somebody waits to bring', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 7 });
    expect([heap.fill(2), heap.fill(2), heap.fill(2), heap.level]).toEqual([2, 1, 0, 10]);
    sim.spawn(
      'brings',
      (function* () {
        yield* heap.put(4);
      })(),
    );
    sim.spawn(
      'takes',
      (function* () {
        yield* heap.get(2);
        expect(heap.fill(1)).toBe(0);
        yield* heap.get(3);
      })(),
    );
    sim.run();
    expect([heap.level, heap.fill(0)]).toEqual([9, 0]);
    expect(() => heap.fill(-1)).toThrow(SimulationError);
  });

  test('knows its level over time exactly', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 2 });
    sim.schedule(4, () => heap.fill(6));
    sim.run(8);
    expect([heap.stock.mean(sim.now), heap.stock.least, heap.stock.most]).toEqual([5, 2, 8]);
  });

  test.each([0, -1, 10.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses an amount of %d at once', (amount) => {
    const heap = new Container(new Simulation(), { name: 'heap', capacity: 10 });
    const message = `container "heap", hour 0: an amount of ${amount} can never pass, its capacity is 10`;
    expect(() => heap.get(amount)).toThrow(message);
    expect(() => heap.put(amount)).toThrow(message);
  });

  test.each([
    [0, 0],
    [-1, 0],
    [10, 11],
    [10, -1],
    [Number.NaN, 0],
    [10, Number.NaN],
  ])('cannot have a capacity of %d and a level of %d', (capacity, level) => {
    expect(() => new Container(new Simulation(), { name: 'heap', capacity, level })).toThrow(SimulationError);
  });
});
