import type { Scenario } from '../scenario/index.ts';
import {
  type Frontier,
  type FrontierPlan,
  frontierSearch,
  type PlanOptions,
  planSearch,
  type Search,
  type ShipPlan,
} from '../study/index.ts';
import { collect, type OnProgress, type WhereToRun } from './executor.ts';
import { runProbes } from './run-probes.ts';
import { withExecutor } from './with-executor.ts';

/**
 * Carries a study through that goes by what it has found, round by round.
 *
 * @param runRound finds out all that a round asks for, telling of its own progress
 * @param onProgress told how many pieces of work of all rounds are done
 */
export async function runSearch<Item, Done, Result>(
  search: Search<readonly Item[], readonly Done[], Result>,
  runRound: (rows: readonly (readonly Item[])[], onProgress: OnProgress) => Promise<readonly (readonly Done[])[]>,
  onProgress?: OnProgress,
): Promise<Result> {
  let before = 0;
  let step = search.next();
  while (step.done !== true) {
    const rows = step.value;
    const told = await runRound(rows, (done) => onProgress?.(before + done));
    before += rows.reduce((sum, row) => sum + row.length, 0);
    step = search.next(told);
  }
  return step.value;
}

/**
 * Where direct loading stops paying, as a curve in two parameters: what `zhizhuang frontier` prints.
 *
 * @param plan its factors from `readFactors`, its output from `outputNamed`
 * @example
 * const { factors } = readFactors(scenario, ['fleet.size=20..60', 'road.distance=5..80'], '--x');
 * const [x, y] = factors as [Factor, RangeFactor];
 * const output = outputNamed('saving.perTonne')!;
 * const plan = { x, y, points: 20, scan: 5, tolerance: 0.01, output, seed: 1, replications: 8 };
 * const { points } = await frontierOf(scenario, plan);
 */
export function frontierOf(scenario: Scenario, plan: FrontierPlan, where: WhereToRun = {}): Promise<Frontier> {
  const { seed, output } = plan;
  return withExecutor(scenario, where, (executor) =>
    runSearch(
      frontierSearch(scenario, plan),
      (rows, onProgress) => runProbes(executor, rows, { seed, outputs: [output], onProgress }),
      where.onProgress,
    ),
  );
}

/**
 * How to serve a coming ship: what `zhizhuang plan` prints.
 *
 * @param scenario of one ship
 * @param options its choices from `ownChoices`
 * @throws RangeError if the scenario has more than one ship
 */
export function planShip(scenario: Scenario, options: PlanOptions, where: WhereToRun = {}): Promise<ShipPlan> {
  if (scenario.cargoes.length !== 1)
    throw new RangeError(`a plan is for one ship, not for ${scenario.cargoes.length}.`);
  return withExecutor(scenario, where, (executor) =>
    runSearch(
      planSearch(scenario, options),
      (rows, onProgress) => collect(executor, rows, onProgress),
      where.onProgress,
    ),
  );
}
