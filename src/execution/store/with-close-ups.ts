import type { Scenario } from '../../scenario/index.ts';
import type { CloseUp, OutcomeParts, Part, TaskOutcome } from '../../study/index.ts';
import type { Executor } from '../executor.ts';
import type { ResultsStore } from './results-store.ts';
import { taskKey } from './task-key.ts';

/**
 * An executor over a store, for tasks that may be looked at closely: these are run if their outcomes are known and
 * what is to be seen of them is not.
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
      for (const row of rows) {
        for (const task of row) if (task.look) looked.add(taskKey(scenario.hash, task, resultVersion));
      }
      return executor.run(rows, take, part);
    },
    close: () => executor.close(),
  };
}

/**
 * A store in which tasks that are to be looked at are known only with what was seen of them. It keeps what is seen, and no
 * outcome that it knows.
 *
 * @param looked their keys
 */
function forLooks(store: ResultsStore, looked: ReadonlySet<string>): ResultsStore {
  const before = new Set<string>();
  return {
    ...store,
    async find<P extends Part = 'whole'>(keys: readonly string[], part?: P) {
      const found = await store.find(keys, part);
      const asked = keys.filter((key) => looked.has(key));
      if (asked.length === 0) return found;
      const closeUps = await store.findCloseUps(asked);
      const outcome = (place: number): TaskOutcome<OutcomeParts[P]> | null => {
        const [key, one] = [keys[place] ?? '', found.outcome(place)];
        if (one?.ok !== true || !looked.has(key)) return one;
        const closeUp = closeUps.get(key);
        return closeUp === undefined ? null : { ...one, closeUp };
      };
      let known = found.known;
      for (const [place, key] of keys.entries()) {
        if (!looked.has(key) || found.outcome(place) === null || outcome(place) !== null) continue;
        before.add(key);
        known -= 1;
      }
      return { known, outcome };
    },
    async keep(done) {
      const fresh = done.filter(({ key }) => !before.has(key));
      if (fresh.length > 0) await store.keep(fresh);
      const closeUps = new Map(done.flatMap(({ key, outcome }) => seen(key, outcome)));
      if (closeUps.size > 0) await store.keepCloseUps(closeUps);
    },
  };
}

/** What was seen of a task, by its key; nothing where nobody looked. */
function seen(key: string, outcome: TaskOutcome): (readonly [key: string, closeUp: CloseUp])[] {
  return outcome.ok && outcome.closeUp !== undefined ? [[key, outcome.closeUp]] : [];
}
