import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  Container,
  Interrupt,
  type ProcessBody,
  Resource,
  Signal,
  SimEvent,
  Simulation,
  Store,
  type Wait,
} from '../../src/engine/index.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is alive: objects, and the typed arrays, which lie outside V8's heap. */
function liveBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const MILLION = 1_000_000;
/** Enough for V8 to have compiled all there is, and for the engine's tables to have found their size. */
const WARM_UP = 100_000;
/**
 * V8 itself keeps a little meanwhile, such as code and what it has learned of types: up to 90 kB were seen. One word
 * kept of each of a million things would be 8 MB, of one in thirty 256 kB.
 */
const TOLERANCE = 256 * 1024;

/** One thing after the other, in a process of a simulation that is still there when memory is measured. */
type Doing = (sim: Simulation) => () => ProcessBody<unknown>;

/** The most that has become alive, looked at eight times on the way and at the end. */
function growthOver(times: number, sim: Simulation, once: () => ProcessBody<unknown>): number {
  const before = liveBytes();
  let most = 0;
  const actor = sim.spawn(
    'actor',
    (function* () {
      for (let i = 1; i <= times; i++) {
        yield* once();
        if (i % (times / 8) === 0) most = Math.max(most, liveBytes() - before);
      }
    })(),
  );
  sim.runUntil(actor);
  return Math.max(most, liveBytes() - before);
}

interface Interruption {
  readonly wait: () => Wait<unknown>;
  /** Brings about what is waited for, at the very instant of the interrupt; and what is to be done after it. */
  readonly grant?: () => ProcessBody;
  readonly after?: () => void;
}

/** Somebody waits for ever and is interrupted again and again. */
const interrupts =
  (begin: (sim: Simulation) => Interruption): Doing =>
  (sim) => {
    const { wait, grant, after } = begin(sim);
    const victim = sim.spawn(
      'victim',
      (function* () {
        for (;;) {
          try {
            yield* wait();
          } catch (error) {
            if (error instanceof Interrupt) continue;
          }
          expect.fail('it was not interrupted');
        }
      })(),
      { background: true },
    );
    return function* () {
      yield* sim.hold(1);
      if (grant !== undefined) yield* grant();
      victim.interrupt('again');
      after?.();
    };
  };

const doings: [string, Doing][] = [
  [
    'calls for a far hour that are cancelled',
    (sim) =>
      function* () {
        sim.cancel(sim.schedule(1e9, () => {}));
      },
  ],
  [
    'processes that seize, hold, release and end',
    (sim) => {
      const desk = new Resource(sim, { name: 'desk', capacity: 2 });
      function* visits(): ProcessBody {
        yield* desk.seize();
        yield* sim.hold(3);
        desk.release();
      }
      return function* () {
        sim.spawn('visitor', visits());
        yield* sim.hold(2);
      };
    },
  ],
  [
    'processes whose end somebody waits for',
    (sim) => {
      function* child(): ProcessBody<number> {
        yield* sim.hold(1);
        return sim.now;
      }
      return function* () {
        yield* sim.spawn('child', child());
        yield* anyOf([sim.spawn('child', child()), new SimEvent(sim, 'never')]);
      };
    },
  ],
  [
    'failures that somebody catches',
    (sim) => {
      function* child(): ProcessBody {
        yield* sim.hold(1);
        throw new Error('boom');
      }
      return function* () {
        try {
          yield* sim.spawn('child', child());
        } catch {
          return;
        }
        expect.fail('it did not fail');
      };
    },
  ],
  [
    'timeouts, requests and waits for a lasting event that are lost in anyOf',
    (sim) => {
      const desk = new Resource(sim, { name: 'desk', capacity: 1 });
      const heap = new Container(sim, { name: 'heap', capacity: 1 });
      const store = new Store<number>(sim, 'store');
      const tide = new Signal<number>(sim, 'tide');
      const closed = new SimEvent(sim, 'closed');
      desk.trySeize();
      return function* () {
        const first = yield* anyOf([
          desk.request(),
          sim.timeout(1e9),
          closed,
          allOf([closed, heap.requestGet(1)]),
          store.requestGet(),
          tide.request(),
          sim.timeout(1),
        ]);
        if (first !== 6) expect.fail(`${first} came first`);
      };
    },
  ],
  [
    'requests that win in anyOf or come together in allOf',
    (sim) => {
      const desk = new Resource(sim, { name: 'desk', capacity: 2 });
      const never = new SimEvent(sim, 'never');
      return function* () {
        yield* anyOf([desk.request(), never]);
        yield* allOf([desk.request(), sim.timeout(1)]);
        desk.release(2);
      };
    },
  ],
  [
    'claims that renege',
    (sim) => {
      const desk = new Resource(sim, { name: 'desk', capacity: 1 });
      desk.trySeize();
      return function* () {
        if ((yield* desk.claim({ patience: 1 })) !== 'reneged') expect.fail('it was served');
      };
    },
  ],
  [
    'things, amounts and signals passed from one to the other',
    (sim) => {
      const heap = new Container(sim, { name: 'heap', capacity: 1 });
      const store = new Store<object>(sim, 'store', { capacity: 1 });
      const tide = new Signal<object>(sim, 'tide');
      const takes = function* (): ProcessBody {
        for (;;) {
          yield* heap.get(1);
          yield* store.get();
          yield* tide.wait();
        }
      };
      sim.spawn('taker', takes(), { background: true });
      return function* () {
        yield* heap.put(1);
        yield* store.put({});
        yield* store.put({});
        store.take();
        yield* sim.hold(1);
        tide.fire({});
        yield* sim.hold(1);
      };
    },
  ],
  ['interrupts of a hold', interrupts((sim) => ({ wait: () => sim.hold(1e9) }))],
  [
    'interrupts in the line of a resource',
    interrupts((sim) => {
      const desk = new Resource(sim, { name: 'desk', capacity: 1 });
      desk.trySeize();
      return { wait: () => desk.seize() };
    }),
  ],
  [
    'interrupts of who was just granted a unit',
    interrupts((sim) => {
      const desk = new Resource(sim, { name: 'desk', capacity: 1, releasedBy: 'anyone' });
      desk.trySeize();
      return {
        wait: () => desk.seize(),
        *grant() {
          desk.release();
          yield* [];
        },
        after: () => desk.trySeize(),
      };
    }),
  ],
  [
    'interrupts of who has just brought an amount',
    interrupts((sim) => {
      const heap = new Container(sim, { name: 'heap', capacity: 1, level: 1 });
      return { wait: () => heap.put(1), grant: () => heap.get(1) as ProcessBody, after: () => heap.fill(1) };
    }),
  ],
  [
    'interrupts of who was just given a thing',
    interrupts((sim) => {
      const store = new Store<object>(sim, 'store');
      return { wait: () => store.get(), grant: () => store.put({}) as ProcessBody, after: () => store.take() };
    }),
  ],
  [
    'conditions won by what has happened long ago',
    (sim) => {
      const long = anyOf([sim.timeout(0), sim.timeout(1)]);
      return () => anyOf([allOf([long]), sim.timeout(1)]) as unknown as ProcessBody<unknown>;
    },
  ],
  [
    'containers that are removed',
    (sim) =>
      function* () {
        const load = new Container(sim, { name: 'load', capacity: 1 });
        yield* load.put(1);
        sim.remove(load);
      },
  ],
  [
    'interrupts of a condition on a lasting event',
    interrupts((sim) => {
      const never = new SimEvent(sim, 'never');
      return { wait: () => anyOf([never, sim.timeout(1e9), allOf([never, sim.timeout(1e9)])]) };
    }),
  ],
];

/** Interrupts and failures are errors, and most of what they cost is the stack that V8 notes down. */
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

describe('a million', () => {
  test.each(doings)('%s leave nothing behind, and take no more memory on the way', { timeout: 120_000 }, (_, doing) => {
    const sim = new Simulation();
    const once = doing(sim);
    growthOver(WARM_UP, sim, once);
    expect(growthOver(MILLION, sim, once)).toBeLessThan(TOLERANCE);
  });
});
