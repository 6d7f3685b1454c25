import type { Scenario } from '../scenario/index.ts';
import { onCluster } from './cluster/on-cluster.ts';
import { type Executor, InterruptedError, type WhereToRun } from './executor.ts';
import { inProcess } from './in-process.ts';
import { looksHere } from './looks-here.ts';
import { onThreads } from './on-threads.ts';
import { orAborted } from './or-aborted.ts';
import { sharded } from './shard.ts';
import { resultVersion } from './store/result-version.ts';
import type { ResultsStore } from './store/results-store.ts';
import { withCloseUps } from './store/with-close-ups.ts';
import { withStore } from './store/with-store.ts';

/**
 * Opens an executor on a scenario, does some work with it, and closes it. No threads are started for one, nor where a
 * store knows all.
 *
 * @param kept seasons kept for tasks that come back to them
 * @throws InterruptedError
 * @throws ShardDone
 * @throws ClusterError
 */
export async function withExecutor<T>(
  scenario: Scenario,
  { threads = 1, store, cluster, shard, signal }: WhereToRun,
  work: (executor: Executor) => Promise<T>,
  kept = 0,
): Promise<T> {
  const open = () => {
    // What is known may have taken so long that nobody waits any more, who would close what is opened now.
    if (signal?.aborted) throw interrupted();
    return cluster === undefined ? here(threads) : looksHere(onCluster(scenario, cluster), here);
  };
  const here = (most: number) => {
    const hands = Math.min(threads, most);
    return hands > 1 ? onThreads(scenario, hands, kept) : inProcess(scenario, kept);
  };
  const stored = (known: ResultsStore) => {
    const version = resultVersion();
    return withCloseUps(scenario, known, version, (one) => withStore(scenario, one, version, open));
  };
  const whole = store === undefined ? open() : stored(store);
  const executor = shard === undefined ? whole : sharded(whole, shard);
  try {
    if (signal === undefined) return await work(executor);
    const worked = work(interruptible(executor, signal)).then((found) => ({ found }));
    const done = await orAborted(worked, signal);
    if (done === null) throw interrupted();
    return done.found;
  } finally {
    await executor.close();
  }
}

/** Takes nothing any more once it is aborted. */
function interruptible(executor: Executor, signal: AbortSignal): Executor {
  return {
    run: (rows, take, part) => {
      const taken: typeof take = (row, outcomes) => {
        if (signal.aborted) throw interrupted();
        return take(row, outcomes);
      };
      return executor.run(rows, taken, part);
    },
    close: () => executor.close(),
  };
}

function interrupted(): InterruptedError {
  return new InterruptedError('interrupted');
}
