import type { Scenario } from '../scenario/index.ts';
import type { Executor, WhereToRun } from './executor.ts';
import { inProcess } from './in-process.ts';
import { onThreads } from './on-threads.ts';

/**
 * Opens an executor on a scenario, does some work with it, and closes it. No threads are started for one.
 *
 * @param kept seasons kept for tasks that come back to them
 */
export async function withExecutor<T>(
  scenario: Scenario,
  { threads = 1 }: WhereToRun,
  work: (executor: Executor) => Promise<T>,
  kept = 0,
): Promise<T> {
  const executor = threads > 1 ? onThreads(scenario, threads, kept) : inProcess(scenario, kept);
  try {
    return await work(executor);
  } finally {
    await executor.close();
  }
}
