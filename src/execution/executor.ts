import type { ModeFigures, ModeOutcome, OutcomeParts, Part, Task, TaskOutcome } from '../study/index.ts';
import type { ClusterPlace } from './cluster/on-cluster.ts';
import type { Shard } from './shard.ts';
import type { ResultsStore } from './store/results-store.ts';

/** How precise a study is that goes on until it is precise enough. */
export interface PrecisionNow {
  /** The measure that is furthest from what was asked. */
  readonly measure: string;
  /** Half the width of its interval, and the one that is asked, in its unit; null while it is not known. */
  readonly halfWidth: number | null;
  readonly allowed: number | null;
}

/** Told how many pieces of work are done, how many are expected where that changes, and how precise it is if that counts. */
export type OnProgress = (done: number, expected?: number, precision?: PrecisionNow) => void;

/** Where a study runs. */
export interface WhereToRun {
  /** Worker threads, 1 unless said otherwise: no result depends on them. */
  readonly threads?: number;
  readonly onProgress?: OnProgress | undefined;
  /** Where outcomes are looked up and kept; none unless said otherwise. */
  readonly store?: ResultsStore | undefined;
  /** Run on a cluster instead; no result depends on it. */
  readonly cluster?: ClusterPlace | undefined;
  /** Run this part of the tasks only, which takes a store; the study then ends with a ShardDone. */
  readonly shard?: Shard | undefined;
  /** When it is aborted, the study ends with an InterruptedError; what is finished is kept. */
  readonly signal?: AbortSignal | undefined;
}

/** A study was interrupted; what was finished is kept where there is a store. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/** Rows of tasks; those of a row are run after each other in one place, so that what they share is done once. */
export type Rows = readonly (readonly Task[])[];

/** Takes what came out of a row, or the part of it that is looked at, by its place among the rows; rows come in any order. */
export type Take<Looked extends ModeFigures = ModeOutcome> = (
  row: number,
  outcomes: TaskOutcome<Looked>[],
) => void | Promise<void>;

/**
 * Turns tasks of one scenario into outcomes, somewhere: what a study asks for, without knowing where. The same task has the
 * same outcome on every executor.
 */
export interface Executor {
  /**
   * Runs rows of tasks. No more is run ahead than is taken.
   *
   * @param part how much is looked at; the whole unless said otherwise, and wherever that costs no more
   */
  run<P extends Part = 'whole'>(rows: Rows, take: Take<OutcomeParts[P]>, part?: P): Promise<void>;
  /** Frees what the executor holds. */
  close(): Promise<void>;
}

/** Runs those rows that stand at some places, and takes their outcomes by their place among all. */
export async function runSome<P extends Part = 'whole'>(
  executor: Executor,
  rows: Rows,
  places: readonly number[],
  take: Take<OutcomeParts[P]>,
  part?: P,
): Promise<void> {
  const some = places.map((row) => rows[row] ?? []);
  if (some.length > 0) await executor.run(some, (at, outcomes) => take(places[at] as number, outcomes), part);
}

/**
 * Runs rows of tasks, and takes their outcomes in the rows' own order, one after the other. Only those that came before
 * their turn are held.
 */
export async function runInOrder(
  executor: Executor,
  rows: Rows,
  take: (outcomes: readonly TaskOutcome[]) => void,
  onProgress?: OnProgress,
): Promise<void> {
  const early = new Map<number, readonly TaskOutcome[]>();
  let [next, done] = [0, 0];
  await executor.run(rows, (row, found) => {
    early.set(row, found);
    done += found.length;
    onProgress?.(done);
    for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
      early.delete(next++);
      take(ready);
    }
  });
}

/** Runs rows of tasks, and gives their outcomes in the same rows. */
export async function collect(executor: Executor, rows: Rows, onProgress?: OnProgress): Promise<TaskOutcome[][]> {
  const outcomes: TaskOutcome[][] = new Array(rows.length);
  let done = 0;
  await executor.run(rows, (row, found) => {
    outcomes[row] = found;
    done += found.length;
    onProgress?.(done);
  });
  return outcomes;
}
