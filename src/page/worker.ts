import type { Scenario } from '../scenario/index.ts';
import {
  type Mode,
  type RecordedOutcome,
  recordReplication,
  type Task,
  type TaskOutcome,
  taskRunner,
} from '../study/index.ts';

/** What a worker is told: which scenario it serves from now on, to run a task of it, or to record a first season. */
export type ToWorker =
  | { readonly is: 'open'; readonly scenario: Scenario; readonly kept: number }
  | { readonly is: 'run'; readonly id: number; readonly task: Task }
  | {
      readonly is: 'record';
      readonly id: number;
      readonly scenario: Scenario;
      readonly modes: readonly Mode[];
      readonly seed: number;
    };

/** What a worker answers: what came of a task, what was recorded, or the program's own fault. */
export type FromWorker =
  | { readonly is: 'done'; readonly id: number; readonly outcome: TaskOutcome }
  | { readonly is: 'recorded'; readonly id: number; readonly seasons: readonly RecordedOutcome[] }
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
    const { id } = data;
    try {
      if (data.is === 'record') {
        const { scenario, modes, seed } = data;
        scope.postMessage({ is: 'recorded', id, seasons: recordReplication(scenario, modes, seed, 0) });
        return;
      }
      if (run === null) throw new Error('a task came before its scenario');
      scope.postMessage({ is: 'done', id, outcome: run(data.task) });
    } catch (error) {
      scope.postMessage({ is: 'fault', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}
