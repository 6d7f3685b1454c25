import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  allOf,
  anyOf,
  Interrupt,
  type ProcessBody,
  SimEvent,
  Simulation,
  SimulationError,
  Store,
  type StoreOptions,
  type Wait,
} from '../../src/engine/index.ts';
import {
  type Ending,
  ORDERS,
  type Order,
  onPaper,
  someVisits,
  type Thing,
  thingOf,
  type Visit,
  wants,
} from './store-on-paper.ts';

describe('a store', () => {
  test('gives out things in the order in which they came, to those who came first, at the earliest hour', () => {
    const hours = fc.array(fc.nat(20), { maxLength: 60, size: 'max' }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(hours, hours, (puts, gets) => {
        const sim = new Simulation();
        const apron = new Store<number>(sim, 'apron');
        const got: [number, number][] = [];
        function* fetches(i: number): ProcessBody {
          const thing = yield* apron.get();
          expectTypeOf(thing).toBeNumber();
          got[i] = [thing, sim.now];
        }
        for (const [i, hour] of puts.entries()) sim.schedule(hour, () => apron.add(i));
        for (const [i, hour] of gets.entries())
          sim.spawn(`visitor ${i}`, fetches(i), { delay: hour, background: true });
        sim.run();
        const served = Math.min(puts.length, gets.length);
        expect(got).toEqual(
          Array.from({ length: served }, (_, i) => [i, Math.max(puts[i] as number, gets[i] as number)]),
        );
        expect([apron.size, apron.gettersWaiting]).toEqual([puts.length - served, gets.length - served]);
      }),
    );
  });

  test('holds things of any value, undefined too', () => {
    const apron = new Store<string | undefined>(new Simulation(), 'apron');
    apron.add(undefined);
    apron.add('load');
    expect([apron.size, apron.take(), apron.take(), apron.size]).toEqual([2, undefined, 'load', 0]);
  });

  test('keeps its order over a long life', () => {
    const apron = new Store<number>(new Simulation(), 'apron');
    let next = 0;
    for (let i = 0; i < 1000; i++) {
      apron.add(i);
      if (i % 3 !== 0) expect(apron.take()).toBe(next++);
    }
    expect(apron.size).toBe(1000 - next);
  });

  test('that is empty has nothing to take at once', () => {
    const apron = new Store<number>(new Simulation(), 'apron');
    expect(() => apron.take()).toThrow('hour 0: store "apron" is empty');
    expect(() => apron.take()).toThrow(SimulationError);
  });
});

const someCapacity = fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY);
const optionsOf = (order: Order, capacity: number): StoreOptions<Thing> => ({
  capacity,
  order: order === 'rank' ? (thing) => thing.rank : order,
});

/** Runs visits on their terms; gives what became of each. */
function runOnTerms(visits: readonly Visit[], capacity: number, order: Order) {
  const sim = new Simulation();
  const apron = new Store<Thing>(sim, 'apron', optionsOf(order, capacity));
  const endings: Ending[] = visits.map(() => ['waiting', Number.POSITIVE_INFINITY, -1]);
  function* visit(one: Visit, i: number): ProcessBody {
    const { way, priority, patience, balkAt } = one;
    const terms = { priority, patience, balkAt };
    if (way === 'put') {
      endings[i] = [yield* apron.claimPut(thingOf(one, i), terms), sim.now, -1];
      return;
    }
    const filter = (thing: Thing) => wants(one, thing);
    const { outcome, item } = yield* apron.claimGet(one.kind === null ? terms : { ...terms, filter });
    endings[i] = [outcome, sim.now, item?.by ?? -1];
  }
  visits.forEach((one, i) => {
    sim.spawn(`visit ${i}`, visit(one, i), { delay: one.arrives, background: true });
  });
  sim.run();
  return { sim, apron, endings };
}

describe.each(ORDERS)('a store by %s', (order) => {
  test('gives to whom the rules say, when and what they say, with filters, capacities, priorities and patience', () => {
    fc.assert(
      fc.property(someVisits, someCapacity, (visits, capacity) => {
        const { apron, endings } = runOnTerms(visits, capacity, order);
        const paper = onPaper(visits, capacity, order);
        expect(endings).toEqual(paper.endings);
        expect(apron.list()).toEqual(paper.things);
      }),
      { numRuns: 1000 },
    );
  });

  test('knows its size and its two lines over time exactly', () => {
    fc.assert(
      fc.property(someVisits, someCapacity, (visits, capacity) => {
        const { sim, apron, endings } = runOnTerms(visits, capacity, order);
        const end = (i: number) => Math.min((endings[i] as Ending)[1], sim.now);
        const sum = (way: Visit['way'], hours: (i: number) => number) =>
          visits.reduce((total, visit, i) => total + (visit.way === way ? hours(i) : 0), 0);
        const waited = (i: number) => end(i) - (visits[i] as Visit).arrives;
        expect([apron.getLine.area(sim.now), apron.putLine.area(sim.now)]).toEqual([
          sum('get', waited),
          sum('put', waited),
        ]);
        const fetchedAt = new Map(endings.map(([, hour, by]) => [by, hour]));
        const lay = sum('put', (i) => (endings[i]?.[0] === 'served' ? (fetchedAt.get(i) ?? sim.now) - end(i) : 0));
        expect(apron.stock.area(sim.now)).toBe(lay);
      }),
    );
  });

  test('never holds more than its capacity, loses nothing and has nothing twice, whoever is interrupted or loses', () => {
    const visit = fc.record({
      arrives: fc.nat(6),
      way: fc.constantFrom('get', 'put'),
      kind: fc.option(fc.nat(1)),
      rank: fc.nat(2),
      how: fc.constantFrom('wait', 'claim', 'race', 'all'),
      interruptedAt: fc.option(fc.nat(7)),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 30, size: 'max' }), fc.constantFrom(1, 2, 4), (visits, capacity) => {
        const { brought, fetched, left } = runWild(visits, capacity, order);
        expect(new Set([...fetched, ...left]).size).toBe(fetched.length + left.length);
        expect([...fetched, ...left]).toEqual(expect.arrayContaining(brought));
      }),
      { numRuns: 1000 },
    );
  });
});

interface WildVisit extends Pick<Visit, 'way' | 'kind' | 'rank' | 'arrives'> {
  readonly how: 'wait' | 'claim' | 'race' | 'all';
  readonly interruptedAt: number | null;
}

/** Visits at whole hours, many at one instant; looks at the store after every step. Things by who brings them. */
function runWild(visits: readonly WildVisit[], capacity: number, order: Order) {
  const sim = new Simulation();
  const apron = new Store<Thing>(sim, 'apron', optionsOf(order, capacity));
  const brought: number[] = [];
  const fetched: number[] = [];
  function* brings({ how }: WildVisit, thing: Thing): ProcessBody<boolean> {
    if (how === 'claim') return (yield* apron.claimPut(thing, { patience: 1 })) === 'served';
    if (how === 'race') return (yield* anyOf([sim.timeout(1), apron.requestPut(thing)])) === 1;
    yield* how === 'all' ? allOf([apron.requestPut(thing), sim.timeout(1)]) : apron.put(thing);
    return true;
  }
  function* fetches({ how, kind }: WildVisit): ProcessBody<Thing | null> {
    const filter = (thing: Thing) => kind === null || thing.kind === kind;
    if (how === 'claim') return (yield* apron.claimGet({ patience: 1, filter })).item ?? null;
    if (how === 'wait') return yield* kind === null ? apron.get() : apron.get(filter);
    const request = apron.requestGet(filter);
    const won = how === 'race' ? yield* anyOf([request, sim.timeout(1)]) : yield* allOf([request, sim.timeout(1)]);
    return won === 1 ? null : request.value;
  }
  function* visit(one: WildVisit, by: number): ProcessBody {
    try {
      if (one.way === 'put') {
        if (yield* brings(one, { by, kind: one.kind ?? 0, rank: one.rank })) brought.push(by);
      } else {
        const thing = yield* fetches(one);
        if (thing !== null) fetched.push(thing.by);
      }
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
    }
  }
  visits.forEach((one, i) => {
    const process = sim.spawn(`visit ${i}`, visit(one, i), { delay: one.arrives, background: true });
    if (one.interruptedAt === null) return;
    sim.schedule(one.interruptedAt, () => {
      if (process.waitingFor !== null && process.started) process.interrupt();
    });
  });
  do {
    expect(apron.size).toBeLessThanOrEqual(capacity);
    if (apron.puttersWaiting > 0) expect(apron.size).toBe(capacity);
  } while (sim.step());
  // What came back may still wait for room, as may those who bring: all are let in.
  const left: number[] = [];
  do {
    while (apron.size > 0) left.push(apron.take().by);
  } while (sim.step());
  return { brought, fetched, left };
}

interface Craft {
  readonly name: string;
}
interface Tug extends Craft {
  readonly pull: number;
}

describe('a store with a filter', () => {
  test('gives a thing of the type that the filter proves', () => {
    const sim = new Simulation();
    const basin = new Store<Craft | Tug>(sim, 'basin', { items: [{ name: 'barge' }, { name: 'tug', pull: 40 }] });
    const isTug = (craft: Craft | Tug): craft is Tug => 'pull' in craft;
    expectTypeOf(() => basin.requestGet(isTug)).returns.toEqualTypeOf<SimEvent<Tug>>();
    expectTypeOf(() => basin.get()).returns.toEqualTypeOf<Wait<Craft | Tug>>();
    const ship = sim.spawn(
      'ship',
      (function* () {
        const tug = yield* basin.get(isTug);
        expectTypeOf(tug).toEqualTypeOf<Tug>();
        return tug.pull;
      })(),
    );
    sim.run();
    expect([ship.value, basin.list()]).toEqual([40, [{ name: 'barge' }]]);
  });

  test('lets nobody stand in the way of those behind who want something else', () => {
    const sim = new Simulation();
    const apron = new Store<number>(sim, 'apron');
    const seen: string[] = [];
    function* fetches(name: string, filter?: (load: number) => boolean): ProcessBody {
      seen.push(`${name} ${yield* apron.get(filter)} at ${sim.now}`);
    }
    sim.spawn(
      'heavy',
      fetches('heavy', (load) => load > 30),
    );
    sim.spawn(
      'light',
      fetches('light', (load) => load < 10),
    );
    sim.spawn('any', fetches('any'));
    [20, 5, 40].forEach((load, hour) => {
      sim.schedule(hour + 1, () => apron.add(load));
    });
    sim.run();
    expect(seen).toEqual(['any 20 at 1', 'light 5 at 2', 'heavy 40 at 3']);
  });

  test('that is full of what nobody wants lets nobody in, not even with what somebody waits for', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron', { capacity: 1, items: ['coal'] });
    const seen: unknown[] = [];
    sim.spawn(
      'crane',
      (function* () {
        seen.push(yield* apron.get((load) => load === 'slag'), sim.now);
      })(),
    );
    sim.spawn(
      'truck',
      (function* () {
        yield* apron.put('slag');
        seen.push('tipped', sim.now);
      })(),
    );
    sim.schedule(4, () => apron.take());
    sim.run();
    expect(seen).toEqual(['tipped', 4, 'slag', 4]);
  });
});

describe('what comes back to a store', () => {
  test.each(ORDERS)('is the next one again, by %s', (order) => {
    const sim = new Simulation();
    const things = [3, 1, 2].map((rank, by): Thing => ({ by, kind: 0, rank }));
    const apron = new Store<Thing>(sim, 'apron', { ...optionsOf(order, Number.POSITIVE_INFINITY), items: things });
    const before = apron.list();
    expect(before.map(({ by }) => by)).toEqual({ fifo: [0, 1, 2], lifo: [2, 1, 0], rank: [1, 2, 0] }[order]);
    const permit = new SimEvent(sim, 'permit');
    sim.schedule(1, () => permit.fail(new Error('refused')));
    sim.spawn(
      'truck',
      (function* () {
        try {
          yield* allOf([apron.requestGet(), permit]);
        } catch {
          expect(apron.list()).toEqual(before);
        }
      })(),
    );
    sim.run(1);
    expect(apron.size).toBe(2);
    sim.run();
    expect(apron.size).toBe(3);
  });

  test('is next before what came back earlier', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron', { items: ['third'] });
    const trucks = ['a', 'b'].map((name) =>
      sim.spawn(
        name,
        (function* () {
          try {
            yield* apron.get((load) => load !== 'third');
          } catch (error) {
            if (!(error instanceof Interrupt)) throw error;
          }
        })(),
      ),
    );
    sim.schedule(1, () => {
      apron.add('first');
      apron.add('second');
      for (const truck of trucks) truck.interrupt('storm');
    });
    sim.run();
    expect(apron.list()).toEqual(['second', 'first', 'third']);
  });

  test('goes to who waits for it, and waits for room before everyone when the store has been filled since', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron', { capacity: 1, items: ['first'] });
    const permit = new SimEvent(sim, 'permit');
    const seen: unknown[] = [];
    sim.spawn(
      'truck',
      (function* () {
        try {
          yield* allOf([apron.requestGet(), permit]);
        } catch {
          seen.push(apron.list(), apron.puttersWaiting);
        }
        seen.push(yield* apron.get(), yield* apron.get(), yield* apron.get());
      })(),
    );
    sim.spawn(
      'works',
      (function* () {
        yield* apron.put('second');
        yield* apron.put('third');
      })(),
    );
    sim.schedule(1, () => permit.fail(new Error('refused')));
    sim.run();
    expect(seen).toEqual([['second'], 2, 'second', 'first', 'third']);
  });

  test('after it was brought by one who is interrupted at that instant is taken out, others let in for it', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron', { capacity: 1, items: ['first'] });
    const seen: unknown[] = [];
    function* brings(load: string): ProcessBody {
      try {
        yield* apron.put(load);
        seen.push(`${load} is in at ${sim.now}`);
      } catch (error) {
        seen.push(`${load} stays out: ${(error as Interrupt).reason}`);
      }
    }
    const second = sim.spawn('second', brings('second'));
    sim.spawn('third', brings('third'));
    sim.schedule(3, () => {
      expect(apron.take()).toBe('first');
      expect(apron.list()).toEqual(['second']);
      second.interrupt('storm');
    });
    sim.run();
    expect(seen).toEqual(['third is in at 3', 'second stays out: storm']);
    expect(apron.list()).toEqual(['third']);
  });

  test('is not taken out any more when somebody else was given it', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron');
    const open = new SimEvent(sim, 'open');
    open.succeed();
    const seen: unknown[] = [];
    sim.spawn(
      'crane',
      (function* () {
        seen.push(yield* apron.get());
      })(),
    );
    sim.spawn(
      'truck',
      (function* () {
        seen.push(yield* anyOf([open, apron.requestPut('load')]));
      })(),
    );
    sim.run();
    expect([seen, apron.size]).toEqual([[0, 'load'], 0]);
  });
});

describe('a store of a capacity', () => {
  test('takes what is added at once or refuses it', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron', { capacity: 2 });
    apron.add('one');
    apron.add('two');
    expect(() => apron.add('three')).toThrow('hour 0: store "apron" is full: it holds 2');
    expect([apron.size, apron.room]).toEqual([2, 0]);
  });

  test.each([0, -1, 1.5, Number.NaN])('cannot have one of %d', (capacity) => {
    expect(() => new Store(new Simulation(), 'apron', { capacity })).toThrow(
      `store "apron": a capacity of ${capacity} for 0 things`,
    );
  });

  test('cannot begin with more things than it', () => {
    expect(() => new Store(new Simulation(), 'apron', { capacity: 1, items: 'ab' })).toThrow(SimulationError);
  });
});

describe('a store', () => {
  test('names process, store and hour when what is asked of it makes no sense, and stays as it was', () => {
    const sim = new Simulation();
    const apron = new Store<number>(sim, 'apron', { order: (load) => load });
    const messages: string[] = [];
    sim.spawn(
      'truck',
      (function* () {
        const bad = [
          () => apron.put(Number.NaN),
          () => apron.claimPut(Number.NaN),
          () => apron.requestPut(Number.NaN),
          () => apron.get(undefined, Number.NaN),
          () => apron.put(1, Number.POSITIVE_INFINITY),
          () => apron.claimGet({ patience: -1 }),
          () => apron.requestGet(undefined, Number.NaN),
        ];
        for (const wait of bad) {
          try {
            yield* wait() as Wait<unknown>;
          } catch (error) {
            messages.push((error as Error).message);
          }
        }
        apron.take();
      })(),
      { delay: 2 },
    );
    expect(() => sim.run()).toThrow('process "truck", hour 2: store "apron" is empty');
    const front = 'process "truck", hour 2: ';
    expect(messages).toEqual([
      `${front}a thing of rank NaN cannot lie in store "apron"`,
      `${front}a thing of rank NaN cannot lie in store "apron"`,
      `${front}a thing of rank NaN cannot lie in store "apron"`,
      `${front}priority NaN for store "apron" (to take) is not finite`,
      `${front}priority Infinity for store "apron" (to bring) is not finite`,
      `${front}patience of -1 hours for store "apron" (to take)`,
      `${front}priority NaN for store "apron" (to take) is not finite`,
    ]);
    expect([apron.size, apron.gettersWaiting, apron.puttersWaiting]).toEqual([0, 0, 0]);
  });

  test('begins anew with its things and without its lines; a warm-up ends for the statistics alone', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron', { capacity: 2, items: ['a', 'b'] });
    const begin = () => {
      apron.requestPut('c');
      apron.requestGet((load) => load === 'z');
      sim.schedule(1, () => apron.take());
      sim.schedule(2, () => sim.resetStatistics());
      sim.schedule(3, () => apron.take());
      sim.run(4);
      return [apron.list(), apron.gettersWaiting, apron.stock.mean(4), apron.putLine.mean(4), apron.getLine.mean(4)];
    };
    const before = begin();
    expect(before).toEqual([['c'], 1, 1.5, 0, 1]);
    sim.reset();
    expect([apron.list(), apron.gettersWaiting, apron.puttersWaiting, apron.stock.most]).toEqual([['a', 'b'], 0, 0, 2]);
    expect(begin()).toEqual(before);
  });

  test('says who waits to take and who waits to bring', () => {
    const sim = new Simulation();
    const apron = new Store<string>(sim, 'apron', { capacity: 1 });
    sim.spawn(
      'crane',
      (function* () {
        yield* apron.get((load) => load === 'slag');
      })(),
    );
    sim.spawn(
      'truck',
      (function* () {
        for (;;) yield* apron.put('coal');
      })(),
    );
    expect(() => sim.run()).toThrow(
      'process "crane" waits for store "apron" (to take) since hour 0\n' +
        'process "truck" waits for store "apron" (to bring) since hour 0',
    );
  });

  test('keeps a hundred thousand things by rank in order', () => {
    const heap = new Store<number>(new Simulation(), 'heap', { order: (one) => one });
    for (let i = 0; i < 1e5; i++) heap.add((i * 7919) % 100_003);
    let last = -1;
    let sorted = true;
    while (heap.size > 0) {
      const next = heap.take();
      sorted &&= next > last;
      last = next;
    }
    expect(sorted).toBe(true);
  });
});
