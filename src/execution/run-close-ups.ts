import { setImmediate } from 'node:timers/promises';
import type { Scenario } from '../scenario/index.ts';
import { type CloseUp, closeUpOf } from '../study/index.ts';
import { InterruptedError, type WhereToRun } from './executor.ts';
import { orAborted } from './or-aborted.ts';
import { startPool } from './pool.ts';

/** A replication to be looked at: plain data, so that another thread can. */
export interface CloseUpJob {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly replication: number;
}

/**
 * Looks closely at the first replications, on threads if there are several. Seasons are recorded for it, which no store
 * keeps and no cluster sends: they are looked at here.
 *
 * @returns in order of replication
 * @throws UnfinishedSeasonError when a season cannot be served
 * @throws InterruptedError
 */
export async function firstCloseUps(
  scenario: Scenario,
  seed: number,
  replications: number,
  { threads = 1, onProgress, signal }: Pick<WhereToRun, 'threads' | 'onProgress' | 'signal'>,
): Promise<CloseUp[]> {
  const jobs = Array.from({ length: replications }, (_, replication) => ({ scenario, seed, replication }));
  const hands = Math.min(threads, replications);
  let done = 0;
  const tell = (look: CloseUp) => {
    done += 1;
    onProgress?.(done);
    return look;
  };
  if (hands <= 1) return inTurn(jobs, tell, signal);
  const pool = await startPool(hands, 'close-up-worker');
  try {
    const work = Promise.all(jobs.map(async (job) => tell((await pool.run(job)) as CloseUp)));
    const looks = signal === undefined ? await work : await orAborted(work, signal);
    if (looks === null) throw new InterruptedError('interrupted');
    return looks;
  } finally {
    await pool.destroy();
  }
}

/** One after the other, here; in between progress is told and a Ctrl-C is heard. */
async function inTurn(
  jobs: readonly CloseUpJob[],
  tell: (look: CloseUp) => CloseUp,
  signal: AbortSignal | undefined,
): Promise<CloseUp[]> {
  const looks: CloseUp[] = [];
  for (const { replication, seed, scenario } of jobs) {
    looks.push(tell(closeUpOf(scenario, seed, replication)));
    await setImmediate();
    if (signal?.aborted) throw new InterruptedError('interrupted');
  }
  return looks;
}
