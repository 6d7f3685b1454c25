import type { Scenario } from '../scenario/index.ts';
import type { Mode, RecordedOutcome, Task, TaskOutcome } from '../study/index.ts';
import type { Done, FromWorker, Job, ToWorker } from './worker.ts';

/** A browser's worker, or what stands for one in tests. */
export interface Hand {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/** Rows of tasks; those of a row share a season and are run after each other in one place. */
export type Rows = readonly (readonly Task[])[];

/** Takes what came out of a row, by its place among the rows; rows come in any order. */
export type Take = (row: number, outcomes: TaskOutcome[]) => void | Promise<void>;

/** A season to be played: the first replication of two modes. */
export interface Played {
  readonly scenario: Scenario;
  readonly modes: readonly [Mode, Mode];
  readonly seed: number;
}

/** Turns tasks of one scenario into outcomes, on the browser's workers. The same task has the same outcome everywhere. */
export interface PageExecutor {
  /** From now on tasks are of this scenario. */
  open(scenario: Scenario): void;
  /**
   * Runs rows of tasks: row r always on the same worker, so that a season it has simulated before is only settled again
   * where prices alone were changed.
   *
   * @param signal once it is aborted, or anything has failed, what runs is left, and nothing more is begun or taken
   */
  run(rows: Rows, take: Take, signal?: AbortSignal): Promise<void>;
  /**
   * Records what is to be played, mode by mode; before rows that are still to be begun.
   *
   * @returns null once the signal is aborted
   */
  record(played: Played, signal: AbortSignal): Promise<readonly RecordedOutcome[] | null>;
}

/** Tonnes of all seasons together that a worker keeps for being settled again, some 40 MB, and how many seasons at most. */
const [MOST_TONNES_KEPT, MOST_SEASONS_KEPT] = [30_000_000, 128];

/** Runs tasks on so many workers. @param hire makes one */
export function onWorkers(hire: () => Hand, count: number): PageExecutor {
  const hands = Array.from({ length: count }, () => occupied(hire()));
  return {
    open(scenario) {
      const tonnes = scenario.cargoes.reduce((sum, cargo) => sum + cargo.tonnes, 0);
      const kept = Math.min(MOST_SEASONS_KEPT, Math.floor(MOST_TONNES_KEPT / tonnes));
      for (const hand of hands) hand.tell({ is: 'open', scenario, kept });
    },
    async run(rows, take, signal) {
      const leaving = new AbortController();
      const leave = () => leaving.abort();
      const stop = leaving.signal;
      if (signal?.aborted) leave();
      signal?.addEventListener('abort', leave);
      const work = hands.map(async (hand, at) => {
        for (const [row, tasks] of rows.entries()) {
          if (placeOf(row, count) !== at) continue;
          const outcomes: TaskOutcome[] = [];
          for (const task of tasks) {
            const done = await hand.ask({ is: 'run', task }, stop);
            if (done?.is !== 'run') return;
            outcomes.push(done.outcome);
          }
          if (stop.aborted) return;
          await take(row, outcomes);
        }
      });
      try {
        await Promise.all(work);
      } finally {
        leave();
        signal?.removeEventListener('abort', leave);
      }
    },
    async record({ scenario, modes, seed }, signal) {
      const asked = modes.map(async (mode, at) => {
        const hand = hands[at % count];
        const done = await hand?.ask({ is: 'record', scenario, modes: [mode], seed }, signal);
        return done?.is === 'recorded' ? done.seasons : null;
      });
      const seasons = await Promise.all(asked);
      return seasons.some((one) => one === null) ? null : seasons.flatMap((one) => one ?? []);
    },
  };
}

/** Which of the workers runs a row: each in turn, and every round begins one further on, or one would have all of a mode. */
function placeOf(row: number, count: number): number {
  return (row + Math.floor(row / count)) % count;
}

/** One worker with what it is asked and has not answered yet. */
function occupied(hand: Hand) {
  const waiting = new Map<number, { resolve: (done: Done | null) => void; reject: (error: Error) => void }>();
  let asked = 0;
  hand.onmessage = ({ data }) => {
    const who = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.is === 'fault') who?.reject(new Error(data.message));
    else who?.resolve(data.is === 'done' ? data.done : null);
  };
  hand.onerror = ({ message = 'a worker could not start' }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  return {
    /** Sends a message that has no answer. */
    tell: (message: ToWorker) => hand.postMessage(message),
    /** @returns null if it was dropped: the signal was aborted */
    async ask(job: Job, signal: AbortSignal): Promise<Done | null> {
      if (signal.aborted) return null;
      const id = asked++;
      const drop = () => hand.postMessage({ is: 'drop', id });
      signal.addEventListener('abort', drop);
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          hand.postMessage({ is: 'job', id, job });
        });
      } finally {
        signal.removeEventListener('abort', drop);
      }
    },
  };
}
