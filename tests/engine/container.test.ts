import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  Container,
  Interrupt,
  type Process,
  type ProcessBody,
  SimEvent,
  Simulation,
  SimulationError,
} from '../../src/engine/index.ts';
import { CAPACITY, type Ending, onPaper, someVisits, type Visit as VisitOnTerms } from './stock-on-paper.ts';

interface Visit {
  readonly arrives: number;
  readonly amount: number;
  readonly way: 'get' | 'put' | 'fill';
  /** Waits, waits on terms, or races with the clock. */
  readonly how: 'wait' | 'claim' | 'race';
  readonly interruptedAt: number | null;
}

const visits = (amount: fc.Arbitrary<number>, patient: boolean): fc.Arbitrary<Visit[]> =>
  fc.array(
    fc.record({
      arrives: fc.nat(9),
      amount,
      way: fc.constantFrom('get', 'put', 'get', 'put', 'fill'),
      how: patient ? fc.constant('wait') : fc.constantFrom('wait', 'claim', 'race'),
      interruptedAt: patient ? fc.constant(null) : fc.option(fc.nat(10)),
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
  function* succeeds({ way, how, amount }: Visit): ProcessBody<boolean> {
    if (how === 'claim') {
      return (yield* way === 'get' ? heap.claimGet(amount, { patience: 2 }) : heap.claimPut(amount)) === 'served';
    }
    if (how === 'race') {
      const request = way === 'get' ? heap.requestGet(amount) : heap.requestPut(amount);
      return (yield* anyOf([request, sim.timeout(1)])) === 0;
    }
    yield* way === 'get' ? heap.get(amount) : heap.put(amount);
    return true;
  }
  function* visit(one: Visit, i: number): ProcessBody {
    const { way, amount } = one;
    if (way === 'fill') {
      balance += heap.fill(amount);
      return;
    }
    try {
      if (!(yield* succeeds(one))) return;
    } catch (error) {
      if (error instanceof Interrupt) return;
      throw error;
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
      fc.property(visits(wholeAmounts, false), fc.nat(CAPACITY), (all, level) => {
        run(all, level);
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(visits(anyAmounts, false), (all) => {
        run(all, 0);
      }),
      { numRuns: 400 },
    );
  });

  test('holds at the end what was there, plus brought, minus taken; interrupted visits count for nothing', () => {
    fc.assert(
      fc.property(visits(wholeAmounts, false), fc.nat(CAPACITY), (all, level) => {
        const { heap, balance } = run(all, level);
        fc.pre(heap.gettersWaiting === 0 && heap.puttersWaiting === 0);
        expect(heap.level).toBe(balance);
      }),
    );
  });

  test('serves each of its two lines strictly first come, first served, and never idly', () => {
    fc.assert(
      fc.property(visits(wholeAmounts, true), fc.nat(CAPACITY), (all, level) => {
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
    const message = `hour 0: an amount of ${amount} can never pass container "heap", its capacity is 10`;
    expect(() => heap.get(amount)).toThrow(message);
    expect(() => heap.put(amount)).toThrow(message);
    expect(() => heap.claimGet(amount)).toThrow(message);
    expect(() => heap.claimPut(amount)).toThrow(message);
    expect(() => heap.requestGet(amount)).toThrow(message);
    expect(() => heap.requestPut(amount)).toThrow(message);
    expect([heap.level, heap.gettersWaiting, heap.puttersWaiting]).toEqual([0, 0, 0]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('cannot be filled with %d', (amount) => {
    const heap = new Container(new Simulation(), { name: 'heap', capacity: Number.POSITIVE_INFINITY });
    expect(() => heap.fill(amount)).toThrow(`hour 0: an amount of ${amount} can never pass container "heap"`);
    expect(() => heap.put(Number.POSITIVE_INFINITY)).toThrow(SimulationError);
    expect(heap.level).toBe(0);
  });

  test('names process, container and hour when what is asked of it makes no sense, and stays as it was', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10 });
    const messages: string[] = [];
    sim.spawn(
      'truck',
      (function* () {
        const bad = [
          () => heap.get(11),
          () => heap.get(1, Number.NaN),
          () => heap.claimGet(1, { patience: -1 }),
          () => heap.claimPut(1, { patience: Number.NaN }),
          () => heap.claimGet(1, { balkAt: Number.NaN }),
          () => heap.requestPut(1, Number.POSITIVE_INFINITY),
        ];
        for (const wait of bad) {
          try {
            yield* wait();
          } catch (error) {
            messages.push((error as Error).message);
          }
        }
        yield* sim.hold(1);
      })(),
      { delay: 2 },
    );
    sim.run();
    expect(messages).toEqual([
      'process "truck", hour 2: an amount of 11 can never pass container "heap", its capacity is 10',
      'process "truck", hour 2: priority NaN for container "heap" (to take) is not finite',
      'process "truck", hour 2: patience of -1 hours for container "heap" (to take)',
      'process "truck", hour 2: patience of NaN hours for container "heap" (to bring)',
      'process "truck", hour 2: a line of NaN to turn away from at container "heap" (to take)',
      'process "truck", hour 2: priority Infinity for container "heap" (to bring) is not finite',
    ]);
    expect([heap.level, heap.gettersWaiting, heap.puttersWaiting, heap.getLine.most]).toEqual([0, 0, 0, 0]);
  });

  test.each([
    [0, 0],
    [-1, 0],
    [10, 11],
    [10, -1],
    [Number.NaN, 0],
    [10, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('cannot have a capacity of %d and a level of %d', (capacity, level) => {
    expect(() => new Container(new Simulation(), { name: 'heap', capacity, level })).toThrow(SimulationError);
  });
});

/** Runs visits on their terms, each by `claimGet` or `claimPut`; gives what became of each. */
function runOnTerms(visits: readonly VisitOnTerms[], level: number, discipline: 'strict' | 'first-fit') {
  const sim = new Simulation();
  const heap = new Container(sim, { name: 'heap', capacity: CAPACITY, level, discipline });
  const endings: Ending[] = visits.map(() => ['waiting', Number.POSITIVE_INFINITY]);
  function* visit({ way, amount, ...terms }: VisitOnTerms, i: number): ProcessBody {
    const outcome = yield* way === 'get' ? heap.claimGet(amount, terms) : heap.claimPut(amount, terms);
    endings[i] = [outcome, sim.now];
  }
  visits.forEach((one, i) => {
    sim.spawn(`visit ${i}`, visit(one, i), { delay: one.arrives, background: true });
  });
  sim.run();
  return { sim, heap, endings };
}

describe.each(['strict', 'first-fit'] as const)('a container with %s lines', (discipline) => {
  const strict = discipline === 'strict';

  test('serves whom the rules say, when they say, with priorities, patience and long lines of all kinds', () => {
    fc.assert(
      fc.property(someVisits(wholeAmounts), fc.nat(CAPACITY), (visits, level) => {
        const { heap, endings } = runOnTerms(visits, level, discipline);
        const paper = onPaper(visits, level, strict);
        expect(endings).toEqual(paper.endings);
        expect(heap.level).toBe(paper.level);
      }),
      { numRuns: 1000 },
    );
  });

  test('knows its two lines over time exactly: hours by length are the hours of all who waited', () => {
    fc.assert(
      fc.property(someVisits(wholeAmounts), fc.nat(CAPACITY), (visits, level) => {
        const { sim, heap, endings } = runOnTerms(visits, level, discipline);
        for (const way of ['get', 'put'] as const) {
          const hours = visits.map(({ arrives }, i) => Math.min((endings[i] as Ending)[1], sim.now) - arrives);
          const waited = hours.filter((_, i) => visits[i]?.way === way).reduce((sum, one) => sum + one, 0);
          const line = way === 'get' ? heap.getLine : heap.putLine;
          expect(line.area(sim.now)).toBe(waited);
          expect(line.value).toBe(way === 'get' ? heap.gettersWaiting : heap.puttersWaiting);
        }
      }),
    );
  });
});

describe('patience at a container', () => {
  test('that ends at the very instant at which the amount comes decides by what was due first', () => {
    const outcomes = [2, 3].map((comes) => {
      const sim = new Simulation();
      const heap = new Container(sim, { name: 'heap', capacity: 10 });
      const seen: unknown[] = [];
      const bring = () => sim.schedule(comes - sim.now, () => heap.fill(4));
      if (comes === 2) bring();
      sim.spawn(
        'truck',
        (function* () {
          seen.push(yield* heap.claimGet(4, { patience: comes }), sim.now, heap.level);
        })(),
      );
      if (comes === 3) sim.schedule(0, bring);
      sim.run();
      return [...seen, heap.level];
    });
    expect(outcomes).toEqual([
      ['served', 2, 0, 0],
      ['reneged', 3, 0, 4],
    ]);
  });

  test('that ends lets pass whom the impatient one held up', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 3 });
    const seen: unknown[] = [];
    function* takes(amount: number, patience: number): ProcessBody {
      seen.push([amount, yield* heap.claimGet(amount, { patience }), sim.now]);
    }
    sim.spawn('large', takes(5, 2));
    sim.spawn('small', takes(1, 9));
    sim.run();
    expect(seen).toEqual([
      [5, 'reneged', 2],
      [1, 'served', 2],
    ]);
  });

  test('does not keep the one who is served at once, or by his priority, nor wake him later', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 3 });
    const seen: unknown[] = [];
    sim.spawn(
      'waits',
      (function* () {
        seen.push(yield* heap.claimGet(5, { patience: 1 }));
      })(),
    );
    sim.spawn(
      'urgent',
      (function* () {
        seen.push(yield* heap.claimGet(2, { patience: 1, priority: -1, balkAt: 0 }), sim.now);
        yield* sim.hold(5);
        seen.push(sim.now);
      })(),
    );
    sim.run();
    expect(seen).toEqual(['served', 0, 'reneged', 5]);
  });
});

describe('a request to a container', () => {
  /** A process waits for any of what it makes; gives which won, when, and the container after an hour more. */
  function first(level: number, events: (heap: Container, sim: Simulation) => SimEvent<unknown>[]) {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level });
    const process = sim.spawn(
      'truck',
      (function* () {
        const won = yield* anyOf(events(heap, sim));
        return [won, sim.now];
      })(),
    );
    sim.run(50);
    return [...process.value, heap.level, heap.gettersWaiting, heap.puttersWaiting];
  }

  test('that loses leaves its line, and the run does not wait for it', () => {
    expect(first(0, (heap, sim) => [heap.requestGet(5), sim.timeout(2)])).toEqual([1, 2, 0, 0, 0]);
    expect(first(8, (heap, sim) => [heap.requestPut(5), sim.timeout(2)])).toEqual([1, 2, 8, 0, 0]);
  });

  test('that wins has taken or brought; the other side of the same container withdraws', () => {
    expect(
      first(6, (heap, sim) => {
        sim.schedule(1, () => heap.fill(2));
        return [heap.requestGet(8), heap.requestGet(7)];
      }),
    ).toEqual([0, 1, 0, 0, 0]);
    expect(first(0, (heap) => [heap.requestGet(7), heap.requestPut(5)])).toEqual([1, 0, 5, 0, 0]);
  });

  test('that was granted but loses gives back what it took, or takes out what it brought', () => {
    const open = (sim: Simulation) => {
      const event = new SimEvent(sim, 'open');
      event.succeed();
      return event;
    };
    expect(first(6, (heap, sim) => [open(sim), heap.requestGet(5)])).toEqual([0, 0, 6, 0, 0]);
    expect(first(6, (heap, sim) => [open(sim), heap.requestPut(3)])).toEqual([0, 0, 6, 0, 0]);
  });

  test('of an allOf that fails goes back too, as soon as it can', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 6 });
    const permit = new SimEvent(sim, 'permit');
    sim.schedule(1, () => heap.fill(9));
    sim.schedule(2, () => permit.fail(new Error('refused')));
    const levels: number[] = [];
    sim.spawn(
      'truck',
      (function* () {
        try {
          yield* allOf([heap.requestGet(5), permit]);
        } catch {
          levels.push(heap.level, heap.puttersWaiting);
        }
        yield* heap.get(7);
        levels.push(heap.level, heap.puttersWaiting);
      })(),
    );
    sim.run();
    expect(levels).toEqual([10, 1, 8, 0]);
  });

  test('that is waited for by a process that is interrupted leaves its line', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10 });
    const truck = sim.spawn(
      'truck',
      (function* () {
        try {
          yield* heap.requestGet(5);
        } catch (error) {
          expect(error).toBeInstanceOf(Interrupt);
        }
      })(),
    );
    sim.schedule(1, () => truck.interrupt());
    sim.run();
    expect([heap.gettersWaiting, heap.getLine.area(1)]).toEqual([0, 1]);
  });
});

describe('the level of a container', () => {
  test('does not pass the capacity by rounding, where room and amount are equal', () => {
    const unit = 2 ** -52;
    const heap = new Container(new Simulation(), { name: 'heap', capacity: 1 + 3 * unit, level: 1.5 * unit });
    expect(heap.level + heap.room).toBeGreaterThan(heap.capacity);
    heap.fill(heap.room);
    expect(heap.level).toBe(heap.capacity);
  });

  test('is put back with its lines when the simulation begins anew; a warm-up ends for the statistics alone', () => {
    const sim = new Simulation();
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 2 });
    function* takes(): ProcessBody {
      yield* heap.get(8);
    }
    const begin = () => {
      sim.spawn('truck', takes(), { background: true });
      heap.requestPut(9);
      sim.schedule(1, () => heap.fill(1));
      sim.schedule(2, () => sim.resetStatistics());
      sim.run(4);
      const lines = [heap.getLine.mean(4), heap.putLine.mean(4), heap.stock.mean(4), heap.stock.most];
      return [heap.level, heap.gettersWaiting, heap.puttersWaiting, ...lines];
    };
    const before = begin();
    expect(before).toEqual([2, 1, 1, 1, 1, 2, 2]);
    sim.reset();
    expect([heap.level, heap.gettersWaiting, heap.puttersWaiting, heap.stock.mean(1)]).toEqual([2, 0, 0, 2]);
    expect(begin()).toEqual(before);
  });

  test('is told to the trace at each change', () => {
    const log: string[] = [];
    const sim = new Simulation({
      trace: ({ time, who, what, where, value }) => log.push([time, who, what, where, value].join(' ')),
    });
    const heap = new Container(sim, { name: 'heap', capacity: 10, level: 2 });
    sim.spawn(
      'truck',
      (function* () {
        yield* heap.get(1);
        yield* heap.put(4);
      })(),
    );
    sim.run();
    expect(log.filter((line) => line.includes('heap'))).toEqual(['0 truck get heap 1', '0 truck put heap 4']);
  });
});
