import { setImmediate } from 'node:timers/promises';
import { type Outcome, prepare } from '../study/index.ts';
import type { Executor } from './executor.ts';

/** Runs replications one after the other in this very thread. */
export function inProcess(): Executor {
  return {
    async run({ scenario, modes, seed, first, count, change }, onProgress) {
      const runOne = prepare(scenario);
      const outcomes: Outcome[] = [];
      for (let i = 0; i < count; i++) {
        outcomes.push(runOne(modes, seed, first + i, change));
        onProgress?.(i + 1);
        await setImmediate();
      }
      return outcomes;
    },
    async close() {},
  };
}
