import { type Task, type TaskOutcome, taskRunner } from '../study/index.ts';
import type { TaskBatch } from './task-batch.ts';

/** What runs the one scenario that this thread serves, ready from the first batch on. */
let ready: ((task: Task) => TaskOutcome) | null = null;

/** What a worker thread does with a batch of tasks. */
export default function runBatch({ scenario, kept, rows }: TaskBatch): TaskOutcome[][] {
  ready ??= taskRunner(scenario, kept);
  const run = ready;
  return rows.map((row) => row.map(run));
}
