import type { Scenario } from '../scenario/index.ts';
import { type Task, type TaskOutcome, taskRunner } from '../study/index.ts';

/** What a worker is told: which scenario it serves from now on, or to run a task of it. */
export type ToWorker =
  | { readonly is: 'open'; readonly scenario: Scenario; readonly kept: number }
  | { readonly is: 'run'; readonly id: number; readonly task: Task };

/** What a worker answers: what came of a task, or the program's own fault. */
export type FromWorker =
  | { readonly is: 'done'; readonly id: number; readonly outcome: TaskOutcome }
  | { readonly is: 'fault'; readonly id: number; readonly message: string };

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

/** Makes this thread a worker: it keeps one scenario ready and runs its tasks, one after another. */
export function serve(scope: WorkerScope): void {
  let run: ((task: Task) => TaskOutcome) | null = null;
  scope.onmessage = ({ data }) => {
    if (data.is === 'open') {
      run = taskRunner(data.scenario, data.kept);
      return;
    }
    const { id, task } = data;
    try {
      if (run === null) throw new Error('a task came before its scenario');
      scope.postMessage({ is: 'done', id, outcome: run(task) });
    } catch (error) {
      scope.postMessage({ is: 'fault', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}
