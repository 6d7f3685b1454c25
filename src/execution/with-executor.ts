import type { Scenario } from '../scenario/index.ts';
import type { Executor, WhereToRun } from './executor.ts';
import { inProcess } from './in-process.ts';
import { onThreads } from './on-threads.ts';
import { resultVersion } from './store/result-version.ts';
import { withStore } from './store/with-store.ts';

/**
 * Opens an executor on a scenario, does some work with it, and closes it. No threads are started for one, nor where a
 * store knows all.
 *
 * @param kept seasons kept for tasks that come back to them
 */
export async function withExecutor<T>(
  scenario: Scenario,
  { threads = 1, store }: WhereToRun,
  work: (executor: Executor) => Promise<T>,
  kept = 0,
): Promise<T> {
  const open = () => (threads > 1 ? onThreads(scenario, threads, kept) : inProcess(scenario, kept));
  const executor = store === undefined ? open() : withStore(scenario, store, resultVersion(), open);
  try {
    return await work(executor);
  } finally {
    await executor.close();
  }
}
