import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyOf,
  DeadlockError,
  Interrupt,
  ParallelLines,
  type Process,
  type ProcessBody,
  Resource,
  Simulation,
  SimulationError,
} from '../../src/engine/index.ts';

interface Customer {
  readonly arrives: number;
  readonly service: number;
  /** Hour at which he leaves if he is not served by then. */
  readonly leaves: number;
}

/** What became of a customer: his server, or −1 of one who left, and the hour. */
type Ending = readonly [server: number, hour: number];

/** No two arrivals, departures or leavings coincide: each customer owns three binary places, and all sums are exact. */
const someCustomers = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.option(fc.nat(6), { nil: Number.POSITIVE_INFINITY })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((rows) =>
    rows.map(([hour, hours, patience], i): Customer => {
      const place = 2 ** -(3 * i + 1);
      const arrives = hour + place;
      return { arrives, service: hours + place / 2, leaves: arrives + patience + place / 4 };
    }),
  );
const someLines = fc.integer({ min: 1, max: 4 });
const someThreshold = fc.constantFrom(2, 3, Number.POSITIVE_INFINITY);

/** Who is served where and when, by the rules alone: the first in each line is served, the last of the longest moves. */
function onPaper(customers: readonly Customer[], count: number, threshold: number) {
  const lines: number[][] = Array.from({ length: count }, () => []);
  const endings: Ending[] = customers.map(() => [-1, Number.POSITIVE_INFINITY]);
  let moves = 0;
  const pending = customers.flatMap(({ arrives, leaves }, i) => [
    { hour: arrives, i, what: 'comes' },
    ...(leaves < Number.POSITIVE_INFINITY ? [{ hour: leaves, i, what: 'loses patience' }] : []),
  ]);
  const settle = (hour: number) => {
    for (const [line, [first]] of lines.entries()) {
      if (first === undefined || endings[first]?.[0] !== -1) continue;
      endings[first] = [line, hour];
      pending.push({ hour: hour + (customers[first] as Customer).service, i: first, what: 'is done' });
    }
    const lengths = lines.map((line) => line.length);
    const to = lengths.indexOf(Math.min(...lengths));
    const longest = lengths.flatMap((length, line) => (length === Math.max(...lengths) ? [line] : []));
    const from = longest.sort((a, b) => Math.abs(a - to) - Math.abs(b - to) || a - b)[0] as number;
    if ((lengths[from] as number) - (lengths[to] as number) < threshold) return;
    lines[to]?.push(lines[from]?.pop() as number);
    moves++;
    settle(hour);
  };
  while (pending.length > 0) {
    pending.sort((a, b) => a.hour - b.hour);
    const { hour, i, what } = pending.shift() as (typeof pending)[number];
    const line = lines.find((one) => one.includes(i));
    if (what === 'comes') {
      const lengths = lines.map((one) => one.length);
      lines[lengths.indexOf(Math.min(...lengths))]?.push(i);
    } else if (what === 'is done' || endings[i]?.[0] === -1) {
      line?.splice(line.indexOf(i), 1);
      if (what !== 'is done') endings[i] = [-1, hour];
    }
    settle(hour);
  }
  return { endings, moves };
}

/** The same on the engine, every second customer by an event; looks at the lines after each step. */
function onEngine(customers: readonly Customer[], count: number, threshold: number) {
  const sim = new Simulation();
  const tills = new ParallelLines(sim, { name: 'tills', lines: count, threshold });
  const endings: Ending[] = [];
  function* visit({ service }: Customer, i: number): ProcessBody {
    try {
      const till = yield* i % 2 === 0 ? tills.seize() : tills.request();
      endings[i] = [till, sim.now];
      yield* sim.hold(service);
      tills.release(till);
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
      endings[i] = [-1, sim.now];
    }
  }
  customers.forEach((customer, i) => {
    const process = sim.spawn(`customer ${i}`, visit(customer, i), { delay: customer.arrives });
    if (customer.leaves === Number.POSITIVE_INFINITY) return;
    sim.schedule(customer.leaves, () => {
      if (endings[i] === undefined) process.interrupt();
    });
  });
  do {
    const lengths = Array.from({ length: count }, (_, line) => tills.length(line).value);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(threshold);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(tills.busy + tills.queueLength);
    expect(tills.busy).toBe(lengths.filter((length) => length > 0).length);
  } while (sim.step());
  return { sim, tills, endings };
}

describe('parallel lines', () => {
  test('serve whom the rules say, where and when; no two ever differ by the threshold', () => {
    fc.assert(
      fc.property(someCustomers, someLines, someThreshold, (customers, count, threshold) => {
        const { tills, endings } = onEngine(customers, count, threshold);
        const paper = onPaper(customers, count, threshold);
        expect(endings).toEqual(paper.endings);
        expect(tills.moves).toBe(paper.moves);
      }),
      { numRuns: 1000 },
    );
  });

  test('know their lengths and their use over time exactly', () => {
    fc.assert(
      fc.property(someCustomers, someLines, someThreshold, (customers, count, threshold) => {
        const { sim, tills, endings } = onEngine(customers, count, threshold);
        const sum = (hours: (customer: Customer, i: number) => number) =>
          customers.reduce((total, customer, i) => total + hours(customer, i), 0);
        const waited = sum(({ arrives }, i) => (endings[i] as Ending)[1] - arrives);
        const served = sum(({ service }, i) => (endings[i]?.[0] === -1 ? 0 : service));
        expect([tills.line.area(sim.now), tills.usage.area(sim.now)]).toEqual([waited, served]);
        const lengths = Array.from({ length: count }, (_, line) => tills.length(line).area(sim.now));
        expect(lengths.reduce((total, area) => total + area, 0)).toBe(waited + served);
        expect([tills.busy, tills.queueLength]).toEqual([0, 0]);
      }),
    );
  });

  /**
   * A hand table. Two tills; a (9 h) and b (2 h) are served at once. c (3 h) joins line 0, d (3 h) line 1, e (3 h)
   * line 0. When b goes at hour 2 the lines are 3 (a c e) and 1 (d): e moves. At 5 d goes: 2 (a c) and 1 (e). At 8 e
   * goes: 2 (a c) and 0: c moves and is served. At 9 a goes, at 11 c.
   */
  test('let the last of the longer line move to the shorter one', () => {
    const sim = new Simulation();
    const tills = new ParallelLines(sim, { name: 'tills', lines: 2 });
    const seen: string[] = [];
    function* customer(name: string, hours: number): ProcessBody {
      const till = yield* tills.seize();
      seen.push(`${name}: till ${till}, hour ${sim.now}`);
      yield* sim.hold(hours);
      tills.release(till);
    }
    for (const [name, hours] of Object.entries({ a: 9, b: 2, c: 3, d: 3, e: 3 }))
      sim.spawn(name, customer(name, hours));
    sim.run();
    expect(seen).toEqual([
      'a: till 0, hour 0',
      'b: till 1, hour 0',
      'd: till 1, hour 2',
      'e: till 1, hour 5',
      'c: till 1, hour 8',
    ]);
    expect([tills.moves, sim.now, tills.length(0).mean(11), tills.line.most]).toEqual([2, 11, 19 / 11, 3]);
  });

  test('that nobody changes are those of an infinite threshold', () => {
    const hoursOf = (threshold: number) => {
      const quick = (arrives: number) => ({ arrives, service: 1, leaves: Number.POSITIVE_INFINITY });
      const { endings } = onEngine([{ ...quick(0), service: 9 }, quick(0.5), quick(0.75)], 2, threshold);
      return endings[2];
    };
    expect([hoursOf(2), hoursOf(Number.POSITIVE_INFINITY)]).toEqual([
      [1, 1.5],
      [0, 9],
    ]);
  });

  test('give back the server of one who is interrupted before he goes on, or whose request loses', () => {
    const sim = new Simulation();
    const tills = new ParallelLines(sim, { name: 'tills', lines: 1 });
    const seen: unknown[] = [];
    const second: Process[] = [];
    sim.spawn(
      'first',
      (function* () {
        const till = yield* tills.seize();
        yield* sim.hold(5);
        tills.release(till);
        second[0]?.interrupt();
      })(),
    );
    second[0] = sim.spawn(
      'second',
      (function* () {
        try {
          yield* tills.seize();
        } catch (error) {
          seen.push(error instanceof Interrupt, tills.busy);
        }
      })(),
    ) as Process;
    sim.spawn(
      'third',
      (function* () {
        seen.push(yield* anyOf([tills.request(), sim.timeout(1)]), sim.now);
        seen.push(yield* anyOf([sim.timeout(9), tills.request()]), sim.now);
        tills.release(0);
        seen.push(yield* anyOf([sim.spawn('nobody', holds(0)), tills.request()]), tills.busy);
        tills.release(0);
      })(),
    );
    function* holds(hours: number): ProcessBody {
      yield* sim.hold(hours);
    }
    sim.run();
    expect(seen).toEqual([1, 1, 1, 5, 1, 1, true, 0]);
    expect([tills.busy, tills.queueLength]).toEqual([0, 0]);
  });

  test('find processes that wait for each other in a circle, and say who is in the way', () => {
    const sim = new Simulation();
    const tills = new ParallelLines(sim, { name: 'tills', lines: 1 });
    const key = new Resource(sim, { name: 'key', capacity: 1 });
    sim.spawn(
      'clerk',
      (function* () {
        yield* tills.seize();
        yield* sim.hold(1);
        yield* key.seize();
      })(),
    );
    sim.spawn(
      'guard',
      (function* () {
        yield* key.seize();
        yield* sim.hold(2);
        yield* tills.seize();
      })(),
    );
    let caught: unknown;
    try {
      sim.run();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DeadlockError);
    expect((caught as Error).message).toContain(
      'process "guard" waits for lines "tills" since hour 2 (held by process "clerk")',
    );
  });

  test('are released by whom they serve alone, at the right server', () => {
    const sim = new Simulation();
    const tills = new ParallelLines(sim, { name: 'tills', lines: 2 });
    const messages: string[] = [];
    sim.spawn(
      'served',
      (function* () {
        yield* tills.seize();
        yield* sim.hold(9);
        tills.release(0);
      })(),
    );
    sim.spawn(
      'thief',
      (function* () {
        yield* sim.hold(1);
        for (const line of [0, 1, 2, -1, 0.5, Number.NaN]) {
          try {
            tills.release(line);
          } catch (error) {
            messages.push((error as SimulationError).message);
          }
        }
      })(),
    );
    sim.run();
    const front = 'process "thief", hour 1: ';
    expect(messages).toEqual([
      `${front}server 0 of lines "tills" released by another than it serves`,
      `${front}server 1 of lines "tills" released, but it serves nobody`,
      `${front}lines "tills" have no line 2, but 0 to 1`,
      `${front}lines "tills" have no line -1, but 0 to 1`,
      `${front}lines "tills" have no line 0.5, but 0 to 1`,
      `${front}lines "tills" have no line NaN, but 0 to 1`,
    ]);
    expect(tills.busy).toBe(0);
  });

  test.each([
    [0, 2],
    [1.5, 2],
    [Number.NaN, 2],
    [2, 1],
    [2, 2.5],
    [2, Number.NaN],
  ])('cannot be %d with a threshold of %d', (lines, threshold) => {
    expect(() => new ParallelLines(new Simulation(), { name: 'tills', lines, threshold })).toThrow(SimulationError);
  });

  test('begin anew with the simulation, and their statistics after a warm-up', () => {
    const sim = new Simulation();
    const tills = new ParallelLines(sim, { name: 'tills', lines: 2 });
    function* customer(): ProcessBody {
      yield* tills.seize();
      yield* sim.hold(9);
    }
    const begin = () => {
      for (let i = 0; i < 5; i++) sim.spawn(`customer ${i}`, customer());
      sim.schedule(2, () => sim.resetStatistics());
      sim.run(4);
      return [
        tills.busy,
        tills.queueLength,
        tills.line.mean(4),
        tills.length(0).mean(4),
        tills.usage.mean(4),
        tills.moves,
      ];
    };
    const before = begin();
    expect(before).toEqual([2, 3, 3, 3, 2, 0]);
    sim.reset();
    expect([tills.busy, tills.queueLength, tills.length(0).value]).toEqual([0, 0, 0]);
    expect(begin()).toEqual(before);
  });
});
