import type { Executor } from './executor.ts';
import { inProcess } from './in-process.ts';
import { onThreads } from './threads.ts';

/** The executor for so many threads: none are started for one. */
export function executorFor(threads: number): Executor {
  return threads > 1 ? onThreads(threads) : inProcess();
}
