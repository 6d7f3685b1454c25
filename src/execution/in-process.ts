import { setImmediate } from 'node:timers/promises';
import type { Scenario } from '../scenario/index.ts';
import { taskRunner } from '../study/index.ts';
import type { Executor } from './executor.ts';

/**
 * Runs tasks here and now. In between, progress is told and a Ctrl-C is heard.
 *
 * @param kept seasons kept for tasks that come back to them
 */
export function inProcess(scenario: Scenario, kept = 0): Executor {
  const run = taskRunner(scenario, kept);
  return {
    async run(rows, take) {
      for (const [at, row] of rows.entries()) {
        await take(at, row.map(run));
        await setImmediate();
      }
    },
    close: async () => {},
  };
}
