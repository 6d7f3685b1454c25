import type { Scenario } from '../scenario/index.ts';
import type { Task } from '../study/index.ts';

/** Rows of tasks of one scenario: plain data, so that another thread can run them. */
export interface TaskBatch {
  readonly scenario: Scenario;
  /** Seasons kept for tasks that come back to them. */
  readonly kept: number;
  readonly rows: readonly (readonly Task[])[];
}
