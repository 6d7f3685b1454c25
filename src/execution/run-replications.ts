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
  { modes, seed, first, count, change, onProgress }: Replications,
  take: (outcome: Outcome) => void,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => outcomeTasks(scenario, modes, seed, first + i, change));
  const perRow = rows[0]?.length ?? 1;
  let replication = first;
  await runInOrder(
    executor,
    rows,
    (outcomes) => take(outcomeOf(replication++, modes, outcomes)),
    (done) => onProgress?.(done / perRow),
  );
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
