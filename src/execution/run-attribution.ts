import type { Scenario } from '../scenario/index.ts';
import { type Attribution, type AttributionPlan, attribution, coalitionRuns, type Outcome } from '../study/index.ts';
import type { WhereToRun } from './executor.ts';
import { executorFor } from './executor-for.ts';

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
  { threads = 1, onProgress }: WhereToRun = {},
): Promise<Attribution> {
  const { seed, replications } = plan;
  const executor = executorFor(Math.min(threads, replications));
  try {
    const outcomes: Outcome[][] = [];
    // The modes themselves first: if they cannot be served, that is what is to be told, not some combination.
    for (const { scenario: combined, modes } of coalitionRuns(scenario, plan).toReversed()) {
      const before = outcomes.length * replications;
      const batch = { scenario: combined, modes, seed, first: 0, count: replications };
      outcomes.push(await executor.run(batch, (done) => onProgress?.(before + done)));
    }
    return attribution(scenario, plan, outcomes.reverse());
  } finally {
    await executor.close();
  }
}
