import { hash } from 'node:crypto';
import type { Task } from '../../study/index.ts';

/**
 * What a task is known by in every study: all that its numbers depend on, and nothing else. The order of settings is
 * none of it.
 *
 * @param scenarioHash of the scenario that the task's settings go over
 * @param resultVersion of the program that makes the numbers
 * @returns 32 hexadecimal digits
 */
export function taskKey(
  scenarioHash: string,
  { settings, mode, seed, replication, copy = 0, change }: Task,
  resultVersion: string,
): string {
  const text = JSON.stringify([
    resultVersion,
    scenarioHash,
    settings.toSorted(),
    mode,
    String(seed),
    replication,
    copy,
    change,
  ]);
  return hash('sha256', text).slice(0, 32);
}
