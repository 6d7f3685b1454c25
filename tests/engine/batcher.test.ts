import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyOf,
  Batcher,
  type BatchPlace,
  Interrupt,
  type ProcessBody,
  Simulation,
  SimulationError,
} from '../../src/engine/index.ts';

interface Member {
  readonly arrives: number;
  /** Hour at which he leaves if his batch has not gone by then. */
  readonly leaves: number;
}

/** The hour at which a member went, and his place; NaN and null of one who left, or never went. */
type Ending = readonly [hour: number, place: BatchPlace | null];
const NEVER = Number.POSITIVE_INFINITY;

/** No two arrivals or leavings coincide, and no batch's patience ends with either. */
const someMembers = fc
  .array(fc.tuple(fc.nat(12), fc.option(fc.nat(8), { nil: NEVER })), { minLength: 1, maxLength: 14 })
  .map((rows) =>
    rows.map(([hour, patience], i): Member => {
      const place = 2 ** -(2 * i + 1);
      return { arrives: hour + place, leaves: hour + patience + place * 1.5 };
    }),
  );
const someSize = fc.integer({ min: 1, max: 4 });
const somePatience = fc.constantFrom(0, 0.25, 2, 5, NEVER);

/** Who goes when with whom, by the rule alone. */
function onPaper(members: readonly Member[], size: number, patience: number): Ending[] {
  const endings: Ending[] = members.map(() => [Number.NaN, null]);
  let there: number[] = [];
  let batch = 0;
  const go = (hour: number) => {
    for (const [place, i] of there.entries()) {
      endings[i] = [hour, { batch, size: there.length, place, leads: place === 0 }];
    }
    batch++;
    there = [];
  };
  const due = () => (members[there[0] as number]?.arrives ?? NEVER) + patience;
  const happenings = members
    .flatMap(({ arrives, leaves }, i) => [
      { hour: arrives, i, comes: true },
      { hour: leaves, i, comes: false },
    ])
    .sort((a, b) => a.hour - b.hour);
  for (const { hour, i, comes } of happenings) {
    if (due() < hour) go(due());
    if (comes) there.push(i);
    else there = there.filter((other) => other !== i);
    if (there.length === size) go(hour);
  }
  if (due() < NEVER) go(due());
  return endings;
}

function onEngine(members: readonly Member[], size: number, patience: number) {
  const sim = new Simulation();
  const ferry = new Batcher(sim, { name: 'ferry', size, patience });
  const endings: Ending[] = members.map(() => [Number.NaN, null]);
  const order: number[] = [];
  let hours = 0;
  function* joins({ arrives }: Member, i: number): ProcessBody {
    try {
      const place = yield* i % 2 === 0 ? ferry.join() : ferry.request();
      endings[i] = [sim.now, place];
      // A request that completes the batch is granted there and then, so its process does not wait for the others.
      if (i % 2 === 0) order.push(place.batch * 100 + place.place);
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
    }
    hours += sim.now - arrives;
  }
  members.forEach((member, i) => {
    const process = sim.spawn(`member ${i}`, joins(member, i), { delay: member.arrives, background: true });
    if (member.leaves === NEVER) return;
    sim.schedule(member.leaves, () => {
      if (process.alive) process.interrupt();
    });
  });
  sim.run();
  return { sim, ferry, endings, order, hours };
}

describe('a batcher', () => {
  test('lets those go whom the rule says, when it says, each with its place, in order', () => {
    fc.assert(
      fc.property(someMembers, someSize, somePatience, (members, size, patience) => {
        const { endings, order } = onEngine(members, size, patience);
        expect(endings).toEqual(onPaper(members, size, patience));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  test('knows who waits over time, and the sizes of what went', () => {
    fc.assert(
      fc.property(someMembers, someSize, somePatience, (members, size, patience) => {
        const { sim, ferry, endings, hours } = onEngine(members, size, patience);
        const stillThere =
          ferry.waiting * sim.now - sumOf(members.filter((_, i) => waits(i)).map((one) => one.arrives));
        function waits(i: number): boolean {
          return endings[i]?.[1] === null && (members[i] as Member).leaves === NEVER;
        }
        expect(ferry.gathered.area(sim.now)).toBe(hours + stillThere);
        const places = endings.flatMap(([, place]) => place ?? []);
        expect(ferry.sizes.count).toBe(new Set(places.map(({ batch }) => batch)).size);
        expect(ferry.sizes.sum).toBe(places.length);
      }),
    );
  });

  test('of no patience gathers those of one instant', () => {
    const sim = new Simulation();
    const ferry = new Batcher(sim, { name: 'ferry', size: 3, patience: 0 });
    const seen: unknown[] = [];
    function* joins(): ProcessBody {
      const { batch, size } = yield* ferry.join();
      seen.push([batch, size, sim.now]);
    }
    for (const delay of [1, 1, 2]) sim.spawn('truck', joins(), { delay });
    sim.run();
    expect(seen).toEqual([
      [0, 2, 1],
      [0, 2, 1],
      [1, 1, 2],
    ]);
  });

  test('tells one of each batch to go on for all', () => {
    const sim = new Simulation();
    const ferry = new Batcher(sim, { name: 'ferry', size: 2 });
    const crossings: number[] = [];
    function* truck(): ProcessBody {
      const { leads, batch } = yield* ferry.join();
      if (!leads) return;
      yield* sim.hold(1);
      crossings.push(batch);
    }
    for (const delay of [0, 1, 2, 3]) sim.spawn('truck', truck(), { delay });
    sim.run();
    expect([crossings, sim.now]).toEqual([[0, 1], 4]);
  });

  test('is left by a request that loses; one that comes of it does not wait for the lost', () => {
    const sim = new Simulation();
    const ferry = new Batcher(sim, { name: 'ferry', size: 2 });
    const seen: unknown[] = [];
    function* impatient(): ProcessBody {
      seen.push(yield* anyOf([ferry.request(), sim.timeout(1)]), ferry.waiting);
    }
    sim.spawn('impatient', impatient());
    sim.spawn('late', impatient(), { delay: 2 });
    sim.schedule(2.5, () => ferry.request());
    sim.run();
    expect([seen, sim.now]).toEqual([[1, 0, 0, 0], 2.5]);
  });

  test('whose batch has gone counts who is interrupted at that instant', () => {
    const sim = new Simulation();
    const ferry = new Batcher(sim, { name: 'ferry', size: 2 });
    const sizes: unknown[] = [];
    function* joins(): ProcessBody {
      try {
        sizes.push((yield* ferry.join()).size);
      } catch (error) {
        sizes.push((error as Interrupt).reason);
      }
    }
    const first = sim.spawn('first', joins());
    sim.schedule(1, () => {
      ferry.request();
      first.interrupt('storm');
    });
    sim.run();
    expect([sizes, ferry.waiting, ferry.sizes.sum]).toEqual([['storm'], 0, 2]);
  });

  test('says how many are there when the others never come', () => {
    const sim = new Simulation();
    const ferry = new Batcher(sim, { name: 'ferry', size: 3 });
    sim.spawn(
      'truck',
      (function* () {
        yield* ferry.join();
      })(),
    );
    expect(() => sim.run()).toThrow('process "truck" waits for batch of 3 at "ferry" (1 there) since hour 0');
  });

  test.each([
    [0, 1],
    [1.5, 1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
    [2, -1],
    [2, Number.NaN],
  ])('cannot be of size %d with a patience of %d', (size, patience) => {
    expect(() => new Batcher(new Simulation(), { name: 'ferry', size, patience })).toThrow(SimulationError);
  });

  test('begins anew with the simulation, and its statistics after a warm-up; nothing is left of its timer', () => {
    const sim = new Simulation();
    const ferry = new Batcher(sim, { name: 'ferry', size: 3, patience: 5 });
    function* joins(): ProcessBody {
      yield* ferry.join();
    }
    const begin = () => {
      for (const delay of [0, 1, 1, 2, 3]) sim.spawn('truck', joins(), { delay, background: true });
      sim.schedule(1.5, () => sim.resetStatistics());
      sim.run(3.5);
      return [ferry.waiting, ferry.gathered.area(3.5), ferry.sizes.count];
    };
    const before = begin();
    expect(before).toEqual([2, 2, 0]);
    sim.reset();
    expect([ferry.waiting, ferry.gathered.value, sim.peek]).toEqual([0, 0, NEVER]);
    expect(begin()).toEqual(before);
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
