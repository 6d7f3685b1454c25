import type { Scenario } from '../scenario/index.ts';
import { type Task, type TaskOutcome, taskRunner } from '../study/index.ts';

/** Rows of tasks of one scenario: plain data, so that another thread can run them. */
export interface TaskBatch {
  readonly scenario: Scenario;
  /** Seasons kept for tasks that come back to them. */
  readonly kept: number;
  readonly rows: readonly (readonly Task[])[];
}

/** What runs the one scenario that this thread serves, ready from the first batch on. */
let ready: ((task: Task) => TaskOutcome) | null = null;

/** What a worker thread does with a batch of tasks. */
export default function runBatch({ scenario, kept, rows }: TaskBatch): TaskOutcome[][] {
  ready ??= taskRunner(scenario, kept);
  const run = ready;
  return rows.map((row) => row.map(run));
}
