import type { Scenario } from '../scenario/index.ts';
import {
  type Attribution,
  type AttributionPlan,
  attribution,
  coalitionRuns,
  type Outcome,
  outcomeOf,
} from '../study/index.ts';
import { collect, type WhereToRun } from './executor.ts';
import { withExecutor } from './with-executor.ts';

/**
 * What of a saving comes from which mechanism, and from which item of the ledger: what `zhizhuang attribute` prints.
 *
 * @throws UnfinishedSeasonError when a season cannot be served under some combination of the mechanisms
 * @example
 * const plan = { mode: 'direct', measure: 'saving.perTonne', seed: 1, replications: 30 } as const;
 * const { mechanisms, rest, items } = await attributionOf(scenario, plan);
 */
export async function attributionOf(
  scenario: Scenario,
  plan: AttributionPlan,
  where: WhereToRun = {},
): Promise<Attribution> {
  const { threads = 1, onProgress } = where;
  const { seed, replications } = plan;
  // The modes themselves first: if they cannot be served, that is what is to be told, not some combination.
  const runs = coalitionRuns(scenario, plan).toReversed();
  const rows = Array.from({ length: replications }, (_, replication) =>
    runs.flatMap(({ settings, modes }) => modes.map((mode) => ({ settings, mode, seed, replication }))),
  );
  const perRow = rows[0]?.length ?? 1;
  const found = await withExecutor(scenario, { ...where, threads: Math.min(threads, replications) }, (executor) =>
    collect(executor, rows, (done) => onProgress?.((done / perRow) * runs.length)),
  );
  let at = 0;
  const outcomes = runs.map(({ modes }): Outcome[] => {
    at += modes.length;
    return found.map((row, replication) => outcomeOf(replication, modes, row.slice(at - modes.length, at)));
  });
  return attribution(scenario, plan, outcomes.toReversed());
}
