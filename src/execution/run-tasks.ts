import type { Scenario } from '../scenario/index.ts';
import { type Task, type TaskOutcome, taskRunner } from '../study/index.ts';
import type { WhereToRun } from './executor.ts';
import { runRows } from './run-rows.ts';
import type { TaskBatch } from './task-worker.ts';

/**
 * Runs rows of tasks of one scenario; those of a row that share a simulation or a world should stand in it together.
 *
 * @returns their outcomes in the same rows, the same wherever they were run
 */
export function runTasks(
  scenario: Scenario,
  rows: readonly (readonly Task[])[],
  where: WhereToRun = {},
): Promise<TaskOutcome[][]> {
  return runRows<Task, TaskOutcome>(rows, {
    ...where,
    worker: 'task-worker',
    batch: (tasks): TaskBatch => ({ scenario, tasks }),
    here: () => taskRunner(scenario),
  });
}
