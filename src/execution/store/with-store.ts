import { setImmediate } from 'node:timers/promises';
import type { Scenario } from '../../scenario/index.ts';
import type { ModeFigures, OutcomeParts, Part } from '../../study/index.ts';
import { type Executor, type Rows, runSome, type Take } from '../executor.ts';
import type { Found } from './found.ts';
import type { KeptTask, ResultsStore } from './results-store.ts';
import { taskKey } from './task-key.ts';

/**
 * Tasks looked up, and those of them that are missing run, at a time: no more outcomes are read ahead than these. Each lookup
 * goes through all keys of the store, and a whole outcome takes 3 kB.
 */
const LOOKED_UP = { whole: 10_000, figures: 40_000 } as const satisfies Record<Part, number>;
/** Rows taken at a time, before others have their turn: a lookup ahead, and Ctrl-C. */
const TAKEN = 256;
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
  const runMissing = async (rows: Rows, keys: readonly string[][], missing: Missing, take: Take) => {
    inner ??= open();
    await runSome(inner, rows, [...missing.keys()], async (row, outcomes) => {
      const done = outcomes.flatMap((outcome, i): KeptTask[] => {
        const [key, task] = [keys[row]?.[i], rows[row]?.[i]];
        const isNew = key !== undefined && task !== undefined && missing.get(row)?.has(i) !== true;
        return isNew ? [{ key, scenarioHash: scenario.hash, task, outcome }] : [];
      });
      await keeper.add(done);
      await take(row, outcomes);
    });
    await keeper.flush();
  };
  const batchFrom = (rows: Rows, first: number, most: number): Batch | null => {
    if (first >= rows.length) return null;
    const batch = rows.slice(first, endOfBatch(rows, first, most));
    const keys = batch.map((row) => row.map((task) => taskKey(scenario.hash, task, resultVersion)));
    return { first, rows: batch, keys, tasks: keys.flat() };
  };
  return {
    async run<P extends Part = 'whole'>(rows: Rows, take: Take<OutcomeParts[P]>, part?: P) {
      // Batch by batch, so that of a study with a gap at its beginning no more is taken out of turn.
      let ahead: Promise<Found<OutcomeParts[P]>> | null = null;
      const most = LOOKED_UP[part ?? 'whole'];
      for (let batch = batchFrom(rows, 0, most); batch !== null; ) {
        const { first, keys, tasks } = batch;
        const finding = ahead ?? store.find(tasks, part);
        // Made meanwhile: keys take time.
        const next: Batch | null = batchFrom(rows, first + keys.length, most);
        const found: Found<OutcomeParts[P]> = await finding;
        // While these are taken, the next are looked up; not where some are run that may be asked for again.
        ahead = next !== null && found.known === tasks.length ? store.find(next.tasks, part) : null;
        ahead?.catch(() => {});
        const missing = await takeKnown(keys, found, (row, known) => take(first + row, known));
        if (missing.size > 0) await runMissing(batch.rows, keys, missing, (row, done) => take(first + row, done));
        batch = next;
      }
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

/** Rows that are looked up together. */
interface Batch {
  /** Place of the first of them. */
  readonly first: number;
  readonly rows: Rows;
  readonly keys: readonly string[][];
  /** The keys of all tasks. */
  readonly tasks: readonly string[];
}

/** The rows that are to be run, and which tasks of each are known all the same. */
type Missing = ReadonlyMap<number, ReadonlySet<number>>;

/** Takes every row that is known whole; tells the others. */
async function takeKnown<Looked extends ModeFigures>(
  keys: readonly string[][],
  found: Found<Looked>,
  take: Take<Looked>,
): Promise<Missing> {
  const missing = new Map<number, ReadonlySet<number>>();
  let first = 0;
  for (const [row, ofRow] of keys.entries()) {
    if (row % TAKEN === TAKEN - 1) await setImmediate();
    const outcomes = ofRow.map((_, at) => found.outcome(first + at));
    if (outcomes.every((outcome) => outcome !== null)) await take(row, outcomes);
    else missing.set(row, new Set(outcomes.flatMap((outcome, at) => (outcome === null ? [] : [at]))));
    first += ofRow.length;
  }
  return missing;
}

/** The end of the rows from `from` that are looked up together: at least one, and so many tasks at most. */
function endOfBatch(rows: Rows, from: number, most: number): number {
  let to = from;
  for (let tasks = 0; to < rows.length && (to === from || tasks + (rows[to]?.length ?? 0) <= most); to++) {
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
