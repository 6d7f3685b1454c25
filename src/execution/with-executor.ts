import type { Scenario } from '../scenario/index.ts';
import { onCluster } from './cluster/on-cluster.ts';
import { type Executor, InterruptedError, type WhereToRun } from './executor.ts';
import { inProcess } from './in-process.ts';
import { onThreads } from './on-threads.ts';
import { sharded } from './shard.ts';
import { resultVersion } from './store/result-version.ts';
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
    if (cluster !== undefined) return onCluster(scenario, cluster);
    return threads > 1 ? onThreads(scenario, threads, kept) : inProcess(scenario, kept);
  };
  const whole = store === undefined ? open() : withStore(scenario, store, resultVersion(), open);
  const executor = shard === undefined ? whole : sharded(whole, shard);
  const worked = work(signal === undefined ? executor : interruptible(executor, signal));
  try {
    return await (signal === undefined ? worked : Promise.race([worked, aborted(signal)]));
  } finally {
    worked.catch(() => {});
    await executor.close();
  }
}

/** Takes nothing any more once it is aborted. */
function interruptible(executor: Executor, signal: AbortSignal): Executor {
  return {
    run: (rows, take) =>
      executor.run(rows, (row, outcomes) => {
        if (signal.aborted) throw new InterruptedError('interrupted');
        return take(row, outcomes);
      }),
    close: () => executor.close(),
  };
}

/** Rejected when it is aborted. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new InterruptedError('interrupted'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
