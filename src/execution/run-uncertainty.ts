import type { Scenario } from '../scenario/index.ts';
import {
  outputOf,
  type Uncertainty,
  type UncertaintyPlan,
  uncertainty,
  uncertaintyPoints,
  uncertaintyProbes,
} from '../study/index.ts';
import type { WhereToRun } from './executor.ts';
import { runProbes } from './run-probes.ts';
import { withExecutor } from './with-executor.ts';

/**
 * What direct loading saves when parameters are drawn from their ranges, and which of them it is most worth finding
 * out: what `zhizhuang uncertainty` prints.
 *
 * @param plan its parameters by `uncertain`, of `unsourcedFactors` or `readFactors`
 * @example
 * const parameters = unsourcedFactors(scenario).map((factor) => uncertain(scenario, factor, 'triangular'));
 * const more = { design: 'lhs', samples: 200, replications: 2, measure: 'saving.perTonne', resamples: 200 } as const;
 * const { mean, seasons, knowing } = await uncertaintyOf(scenario, { parameters, seed: 1, ...more });
 */
export async function uncertaintyOf(
  scenario: Scenario,
  plan: UncertaintyPlan,
  where: WhereToRun = {},
): Promise<Uncertainty> {
  const points = uncertaintyPoints(plan);
  const rows = uncertaintyProbes(plan, points);
  const { seed } = plan;
  const { onProgress } = where;
  const probed = await withExecutor(scenario, where, (executor) =>
    runProbes(executor, rows, { seed, outputs: [outputOf(plan)], onProgress }),
  );
  return uncertainty(scenario, plan, points, probed);
}
