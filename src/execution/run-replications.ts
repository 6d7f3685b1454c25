import type { StreamChange } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type Mode, type Outcome, outcomeOf, outcomeTasks } from '../study/index.ts';
import { collect, type Executor, type OnProgress } from './executor.ts';

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
 * Runs replications.
 *
 * @returns their outcomes in order of replication
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function runReplications(
  executor: Executor,
  scenario: Scenario,
  { modes, seed, first, count, change, onProgress }: Replications,
): Promise<Outcome[]> {
  const rows = Array.from({ length: count }, (_, i) => outcomeTasks(scenario, modes, seed, first + i, change));
  const perRow = rows[0]?.length ?? 1;
  const found = await collect(executor, rows, (done) => onProgress?.(done / perRow));
  return found.map((outcomes, i) => outcomeOf(first + i, modes, outcomes));
}
