import type { StreamChange } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type Mode, type Outcome, outcomeOf, outcomeTasks } from '../study/index.ts';
import { type Executor, type OnProgress, runInOrder } from './executor.ts';

/** Some replications of a scenario in some modes, numbered from `first`. */
export interface Replications {
  readonly modes: readonly Mode[];
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** What of their random numbers is changed. */
  readonly change?: StreamChange;
  /** Of the scenario's replications, how many are looked at closely: the first ones; none unless said otherwise. */
  readonly looks?: number | undefined;
  /** Replications whose tasks are handed to the executor at a time; all unless said otherwise. */
  readonly atATime?: number;
  /** Told how many replications are done. */
  readonly onProgress?: OnProgress;
}

/**
 * Runs replications, and takes what they came to in their order.
 *
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function takeReplications(
  executor: Executor,
  scenario: Scenario,
  { modes, seed, first, count, change, looks = 0, atATime = count, onProgress }: Replications,
  take: (outcome: Outcome) => void,
): Promise<void> {
  let replication = first;
  const end = first + count;
  for (let from = first; from < end; from += atATime) {
    const length = Math.min(atATime, end - from);
    const rows = Array.from({ length }, (_, i) =>
      outcomeTasks(scenario, modes, seed, from + i, { change, look: from + i < looks }),
    );
    const perRow = rows[0]?.length ?? 1;
    await runInOrder(
      executor,
      rows,
      (outcomes) => take(outcomeOf(replication++, modes, outcomes)),
      (done) => onProgress?.(from - first + done / perRow),
    );
  }
}

/**
 * Runs replications.
 *
 * @returns their outcomes in order of replication
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function runReplications(
  executor: Executor,
  scenario: Scenario,
  replications: Replications,
): Promise<Outcome[]> {
  const found: Outcome[] = [];
  await takeReplications(executor, scenario, replications, (outcome) => found.push(outcome));
  return found;
}
