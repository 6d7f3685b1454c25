import type { Scenario } from '../scenario/index.ts';
import { type Task, type TaskOutcome, taskRunner } from '../study/index.ts';

/** Some tasks of one scenario: plain data, so that another thread can run them. */
export interface TaskBatch {
  readonly scenario: Scenario;
  readonly tasks: readonly Task[];
}

/** What a worker thread does with a batch of tasks. */
export default function runBatch({ scenario, tasks }: TaskBatch): TaskOutcome[] {
  return tasks.map(taskRunner(scenario));
}
