import type { Scenario } from '../scenario/index.ts';
import {
  type CalibratePlan,
  type Calibration,
  calibrate,
  type Probe,
  type Sensitivity,
  type SensitivityPlan,
  type Sweep,
  type SweepPlan,
  sensitivity,
  sensitivityProbes,
  sweep,
  sweepPoints,
  sweepProbes,
} from '../study/index.ts';
import type { Executor, WhereToRun } from './executor.ts';
import { runProbes } from './run-probes.ts';
import { withExecutor } from './with-executor.ts';

/**
 * Runs a scenario over a design of its parameters, each point in the same replications: what `zhizhuang sweep` prints.
 *
 * @param plan its factors from `readFactors` or `ownFactor`, its outputs from `outputNamed`
 * @example
 * const { factors } = readFactors(scenario, ['fleet.size=20,40,60'], '--vary');
 * const outputs = [outputNamed('saving.perTonne')!];
 * const plan = { factors, design: 'grid', samples: 1, levels: 5, outputs, seed: 1, replications: 10 } as const;
 * const { points } = await sweepScenario(scenario, plan);
 */
export async function sweepScenario(scenario: Scenario, plan: SweepPlan, where: WhereToRun = {}): Promise<Sweep> {
  const points = sweepPoints(plan);
  const { seed, outputs } = plan;
  const { onProgress } = where;
  const probed = await withExecutor(scenario, where, (executor) =>
    runProbes(executor, sweepProbes(plan, points), { seed, outputs, onProgress }),
  );
  return sweep(scenario, plan, points, probed);
}

/**
 * Which parameters an output depends on, and how: what `zhizhuang sensitivity` prints.
 *
 * @param plan its factors from `readFactors` or `rangedFactors`, its output from `outputNamed`
 */
export async function sensitivityOf(
  scenario: Scenario,
  plan: SensitivityPlan,
  where: WhereToRun = {},
): Promise<Sensitivity> {
  const { seed, output } = plan;
  const { onProgress } = where;
  const probed = await withExecutor(scenario, where, (executor) =>
    runProbes(executor, sensitivityProbes(plan), { seed, outputs: [output], onProgress }),
  );
  return sensitivity(scenario, plan, probed);
}

/**
 * Fits parameters of a scenario to targets: what `zhizhuang calibrate` prints.
 *
 * @param plan its factors from `readFactors` or `ownFactor`, its targets from `readTargets` or `ownTargets`
 */
export async function calibrateScenario(
  scenario: Scenario,
  plan: CalibratePlan,
  where: WhereToRun = {},
): Promise<Calibration> {
  const { seed, targets, replications } = plan;
  const outputs = targets.map(({ output }) => output);
  const { onProgress } = where;
  let before = 0;
  const runRound = async (executor: Executor, rows: readonly (readonly Probe[])[]) => {
    const told = (done: number) => onProgress?.(before + done);
    const probed = await runProbes(executor, rows, { seed, outputs, onProgress: told });
    before += rows.reduce((sum, row) => sum + row.length, 0);
    return probed;
  };
  const kept = 2 * Math.min(Math.max(replications, LEAST_KEPT), MOST_KEPT);
  return withExecutor(
    scenario,
    where,
    (executor) => calibrate(scenario, plan, (rows) => runRound(executor, rows)),
    kept,
  );
}

/**
 * Simulations kept for points that share them, one a replication: those of a season of 32 ships take a megabyte each.
 * Beyond this, points that differ in prices only are simulated anew. Of few replications those of several points are
 * kept, for a search that comes back to whole numbers such as of trucks.
 */
const [LEAST_KEPT, MOST_KEPT] = [64, 1000];
