import type { Scenario } from '../../scenario/index.ts';
import type { Executor, Rows, Take } from '../executor.ts';
import type { KeptTask, ResultsStore } from './results-store.ts';
import { taskKey } from './task-key.ts';

/** Tasks looked up at a time: no more outcomes are read ahead than these. */
const LOOKED_UP = 10_000;
/** Outcomes kept in one transaction, at most, and how long one waits for that, ms: what a crash can lose. */
const [KEPT_TOGETHER, KEPT_AFTER_MS] = [2000, 1000];

/**
 * An executor that asks a store first, and keeps what it had to run. Outcomes are the same to the last bit whether they
 * are simulated or read. A row with a gap is run whole, so that what its tasks share is there.
 *
 * @param open makes the executor that runs what is not known; not called where all is
 */
export function withStore(
  scenario: Scenario,
  store: ResultsStore,
  resultVersion: string,
  open: () => Executor,
): Executor {
  let inner: Executor | null = null;
  const keeper = new Keeper(store);
  const keysOf = (rows: Rows) => rows.map((row) => row.map((task) => taskKey(scenario.hash, task, resultVersion)));
  return {
    async run(rows, take) {
      const missing = await takeKnown(rows, keysOf, store, take);
      if (missing.length === 0) return;
      inner ??= open();
      const toRun = missing.map(({ row }) => rows[row] ?? []);
      await inner.run(toRun, async (at, outcomes) => {
        const { row, known } = missing[at] as Missing;
        const [keys = []] = keysOf([rows[row] ?? []]);
        const done = outcomes.flatMap((outcome, i): KeptTask[] => {
          const [key, task] = [keys[i], toRun[at]?.[i]];
          const isNew = key !== undefined && task !== undefined && !known.has(i);
          return isNew ? [{ key, scenarioHash: scenario.hash, task, outcome }] : [];
        });
        await keeper.add(done);
        await take(row, outcomes);
      });
      await keeper.flush();
    },
    async close() {
      try {
        await keeper.flush();
      } finally {
        await inner?.close();
      }
    },
  };
}

/** A row that is to be run, and which of its tasks are known all the same: of a million rows no more is held. */
interface Missing {
  readonly row: number;
  readonly known: ReadonlySet<number>;
}

const NONE_KNOWN: ReadonlySet<number> = new Set();

/** Takes every row that is known whole; tells the others. */
async function takeKnown(
  rows: Rows,
  keysOf: (rows: Rows) => string[][],
  store: ResultsStore,
  take: Take,
): Promise<Missing[]> {
  const missing: Missing[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = endOfBatch(rows, from);
    const keys = keysOf(rows.slice(from, to));
    const found = await store.find(keys.flat());
    let first = 0;
    for (const [i, { length }] of keys.entries()) {
      const row = from + i;
      const outcomes = keys[i]?.map((_, at) => found(first + at)) ?? [];
      const known = outcomes.filter((outcome) => outcome !== null);
      if (known.length === length) await take(row, known);
      else if (known.length === 0) missing.push({ row, known: NONE_KNOWN });
      else missing.push({ row, known: new Set(outcomes.flatMap((outcome, at) => (outcome === null ? [] : [at]))) });
      first += length;
    }
    from = to;
  }
  return missing;
}

/** The end of the rows from `from` that are looked up together: at least one. */
function endOfBatch(rows: Rows, from: number): number {
  let to = from;
  for (let tasks = 0; to < rows.length && (to === from || tasks + (rows[to]?.length ?? 0) <= LOOKED_UP); to++) {
    tasks += rows[to]?.length ?? 0;
  }
  return to;
}

/** Keeps outcomes batch by batch, one transaction after the other. */
class Keeper {
  readonly #store: ResultsStore;
  #waiting: KeptTask[] = [];
  #since = performance.now();
  #writing: Promise<void> = Promise.resolve();

  constructor(store: ResultsStore) {
    this.#store = store;
  }

  async add(done: readonly KeptTask[]): Promise<void> {
    this.#waiting.push(...done);
    if (this.#waiting.length >= KEPT_TOGETHER || performance.now() - this.#since > KEPT_AFTER_MS) await this.flush();
  }

  flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#since = performance.now();
    this.#writing = this.#writing.then(() => (batch.length > 0 ? this.#store.keep(batch) : undefined));
    return this.#writing;
  }
}
