import type { StreamChange } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Mode, Outcome } from '../study/index.ts';

/** Some replications of one scenario, numbered from `first`: plain data, so that another thread can run them. */
export interface Batch {
  readonly scenario: Scenario;
  readonly modes: readonly Mode[];
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** What of their random numbers is changed. */
  readonly change?: StreamChange;
}

/** Told after every finished piece of work how many replications are done, and how many are expected where that changes. */
export type OnProgress = (done: number, expected?: number) => void;

/** Where a study runs. */
export interface WhereToRun {
  /** Worker threads, 1 unless said otherwise: no result depends on them. */
  readonly threads?: number;
  readonly onProgress?: OnProgress;
}

/** Turns replications into outcomes, somewhere. */
export interface Executor {
  /** Runs a batch. @returns its outcomes in order of replication, the same wherever they were run */
  run(batch: Batch, onProgress?: OnProgress): Promise<Outcome[]>;
  /** Frees what the executor holds. */
  close(): Promise<void>;
}
