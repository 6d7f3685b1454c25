import type { Scenario } from '../../scenario/index.ts';
import type { Executor } from '../executor.ts';
import type { ResultsStore } from './results-store.ts';
import { taskKey } from './task-key.ts';

/**
 * An executor over a store, for tasks that may be looked at closely: these are run to be looked at, whether their outcomes
 * are known or not.
 *
 * @param over makes the executor that asks a store first
 */
export function withCloseUps(
  scenario: Scenario,
  store: ResultsStore,
  resultVersion: string,
  over: (store: ResultsStore) => Executor,
): Executor {
  const looked = new Set<string>();
  const executor = over(forLooks(store, looked));
  return {
    run(rows, take, part) {
      for (const task of rows.flat()) if (task.look) looked.add(taskKey(scenario.hash, task, resultVersion));
      return executor.run(rows, take, part);
    },
    close: () => executor.close(),
  };
}

/**
 * A store that does not tell of tasks that are to be looked at, and keeps no outcome of them that it knows.
 *
 * @param looked their keys
 */
function forLooks(store: ResultsStore, looked: ReadonlySet<string>): ResultsStore {
  const before = new Set<string>();
  return {
    async find(keys, part) {
      const found = await store.find(keys, part);
      let known = found.known;
      for (const [place, key] of keys.entries()) {
        if (!looked.has(key) || found.outcome(place) === null) continue;
        before.add(key);
        known -= 1;
      }
      return { known, outcome: (place) => (looked.has(keys[place] ?? '') ? null : found.outcome(place)) };
    },
    async keep(done) {
      const fresh = done.filter(({ key }) => !before.has(key));
      if (fresh.length > 0) await store.keep(fresh);
    },
    close: () => store.close(),
  };
}
