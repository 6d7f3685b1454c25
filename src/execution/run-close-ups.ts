import { setImmediate } from 'node:timers/promises';
import type { Scenario } from '../scenario/index.ts';
import type { CloseUp } from '../study/index.ts';
import lookClosely, { type CloseUpJob } from './close-up-worker.ts';
import { InterruptedError, type WhereToRun } from './executor.ts';
import { orAborted } from './or-aborted.ts';
import { startPool } from './pool.ts';

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
  for (const job of jobs) {
    looks.push(tell(lookClosely(job)));
    await setImmediate();
    if (signal?.aborted) throw new InterruptedError('interrupted');
  }
  return looks;
}
