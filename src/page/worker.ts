import type { Scenario } from '../scenario/index.ts';
import {
  type Mode,
  type RecordedOutcome,
  type Stepwise,
  stepwiseRecording,
  stepwiseRunner,
  type Task,
  type TaskOutcome,
} from '../study/index.ts';

/** What a worker is asked: to run a task of the scenario it serves, or to record a first season. */
export type Job =
  | { readonly is: 'run'; readonly task: Task }
  | {
      readonly is: 'record';
      readonly scenario: Scenario;
      readonly modes: readonly Mode[];
      readonly seed: number;
    };

/** What a worker is told: which scenario it serves from now on, a job, or that a job is not wanted any more. */
export type ToWorker =
  | { readonly is: 'open'; readonly scenario: Scenario; readonly kept: number }
  | { readonly is: 'job'; readonly id: number; readonly job: Job }
  | { readonly is: 'drop'; readonly id: number };

/** What came of a job. */
export type Done =
  | { readonly is: 'run'; readonly outcome: TaskOutcome }
  | { readonly is: 'recorded'; readonly seasons: readonly RecordedOutcome[] };

/** What a worker answers to every job: what came of it, that it was dropped, or the program's own fault. */
export type FromWorker = { readonly id: number } & (
  | { readonly is: 'done'; readonly done: Done }
  | { readonly is: 'dropped' }
  | { readonly is: 'fault'; readonly message: string }
);

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

/** How long a worker works without listening, ms: what is not wanted any more ends that soon. */
const DEAF_MS = 10;

/**
 * Makes this thread a worker: it keeps one scenario ready and does its jobs, one after another.
 *
 * @param listen lets messages come in that are there already
 */
export function serve(scope: WorkerScope, listen: () => Promise<void>): void {
  let run: ((task: Task) => Stepwise<TaskOutcome>) | null = null;
  const wanted = new Set<number>();
  let last = Promise.resolve();
  const attend = async (id: number, job: Job) => {
    if (!wanted.has(id)) return scope.postMessage({ is: 'dropped', id });
    try {
      const done = await heeding(stepsOf(job, run), listen, () => wanted.has(id));
      scope.postMessage(done === null ? { is: 'dropped', id } : { is: 'done', id, done });
    } catch (error) {
      scope.postMessage({ is: 'fault', id, message: error instanceof Error ? error.message : String(error) });
    }
    wanted.delete(id);
  };
  scope.onmessage = ({ data }) => {
    switch (data.is) {
      case 'open':
        run = stepwiseRunner(data.scenario, data.kept);
        break;
      case 'drop':
        wanted.delete(data.id);
        break;
      case 'job':
        wanted.add(data.id);
        last = last.then(() => attend(data.id, data.job));
    }
  };
}

function* stepsOf(job: Job, run: ((task: Task) => Stepwise<TaskOutcome>) | null): Stepwise<Done> {
  if (job.is === 'record') {
    return { is: 'recorded', seasons: yield* stepwiseRecording(job.scenario, job.modes, job.seed, 0) };
  }
  if (run === null) throw new Error('a task came before its scenario');
  return { is: 'run', outcome: yield* run(job.task) };
}

/** What work comes to; null: it was not wanted to its end. */
async function heeding<T>(steps: Stepwise<T>, listen: () => Promise<void>, wanted: () => boolean): Promise<T | null> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < DEAF_MS) continue;
    await listen();
    if (!wanted()) return null;
    since = performance.now();
  }
}

/** Listens by way of a message to oneself: timers would wait for milliseconds. */
export function byMessage(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let heard = () => {};
  port1.addEventListener('message', () => heard());
  port1.start();
  return () => {
    return new Promise((resolve) => {
      heard = resolve;
      port2.postMessage(null);
    });
  };
}
