import type { Scenario } from '../scenario/index.ts';
import type { Task, TaskOutcome } from '../study/index.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** A browser's worker, or what stands for one in tests. */
export interface Hand {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  terminate(): void;
}

/** Rows of tasks; those of a row share a world and are run after each other in one place. */
export type Rows = readonly (readonly Task[])[];

/** Takes what came out of a row, by its place among the rows; rows come in any order. */
export type Take = (row: number, outcomes: TaskOutcome[]) => void | Promise<void>;

/** Turns tasks of one scenario into outcomes, on the browser's workers. The same task has the same outcome everywhere. */
export interface PageExecutor {
  /** From now on tasks are of this scenario. */
  open(scenario: Scenario): void;
  /**
   * Runs rows of tasks: row r always on the same worker, so that a season it has simulated before is only settled again
   * where prices alone were changed.
   *
   * @param signal once it is aborted, or anything has failed, no further task is begun, and nothing more is taken
   */
  run(rows: Rows, take: Take, signal?: AbortSignal): Promise<void>;
}

/** Tonnes of one season beyond which its course is not kept for being settled again: memory would run out on a phone. */
const MOST_TONNES_KEPT = 200_000;

/** Runs tasks on so many workers. @param hire makes one */
export function onWorkers(hire: () => Hand, count: number): PageExecutor {
  const hands = Array.from({ length: count }, () => occupied(hire()));
  return {
    open(scenario) {
      const tonnes = scenario.cargoes.reduce((sum, cargo) => sum + cargo.tonnes, 0);
      const kept = tonnes <= MOST_TONNES_KEPT ? 1 : 0;
      for (const hand of hands) hand.tell({ is: 'open', scenario, kept });
    },
    async run(rows, take, signal) {
      let failed = false;
      const stops = () => failed || signal?.aborted;
      const work = hands.map(async (hand, first) => {
        for (let row = first; row < rows.length; row += count) {
          const outcomes: TaskOutcome[] = [];
          for (const task of rows[row] ?? []) {
            if (stops()) return;
            outcomes.push(await hand.run(task));
          }
          if (stops()) return;
          await take(row, outcomes);
        }
      });
      try {
        await Promise.all(work);
      } catch (error) {
        failed = true;
        throw error;
      }
    },
  };
}

/** One worker with what it is asked and has not answered yet. */
function occupied(hand: Hand) {
  const waiting = new Map<number, { resolve: (outcome: TaskOutcome) => void; reject: (error: Error) => void }>();
  let asked = 0;
  hand.onmessage = ({ data }) => {
    const who = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.is === 'done') who?.resolve(data.outcome);
    else if (data.is === 'fault') who?.reject(new Error(data.message));
  };
  hand.onerror = ({ message = 'a worker could not start' }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  return {
    /** Sends a message that has no answer. */
    tell: (message: ToWorker) => hand.postMessage(message),
    run(task: Task): Promise<TaskOutcome> {
      const id = asked++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        hand.postMessage({ is: 'run', id, task });
      });
    },
  };
}
