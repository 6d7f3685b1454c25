import type { Outcome, Task } from '../study/index.ts';

/** Some replications of one scenario, numbered from `first`. */
export interface Batch extends Omit<Task, 'replication'> {
  readonly first: number;
  readonly count: number;
}

/** Told after every finished piece of work how many replications of the batch are done. */
export type OnProgress = (done: number) => void;

/** Turns replications into outcomes, somewhere. */
export interface Executor {
  /** Runs a batch. @returns its outcomes in order of replication, the same wherever they were run */
  run(batch: Batch, onProgress?: OnProgress): Promise<Outcome[]>;
  /** Frees what the executor holds. */
  close(): Promise<void>;
}
