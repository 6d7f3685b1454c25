import type { Scenario } from '../scenario/index.ts';
import { type Outcome, type VarianceReduction, varianceReduction, varianceRuns } from '../study/index.ts';
import { runReplications } from './run-replications.ts';
import type { StudyOptions } from './run-study.ts';
import { withExecutor } from './with-executor.ts';

/**
 * Measures what common random numbers, control variates and antithetic pairs gain for the saving per tonne, by running
 * the comparison's replications again with their random numbers changed: what `compare --variance` prints.
 *
 * @param paired the comparison's own replications 0, 1, …, of staging and direct loading
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function varianceOfSaving(
  scenario: Scenario,
  paired: readonly Outcome[],
  options: StudyOptions,
): Promise<VarianceReduction> {
  const { seed, threads = 1, confidence = 0.95, onProgress } = options;
  const count = paired.length;
  const runs = varianceRuns(scenario, seed, count);
  const all = [runs.independent, runs.antithetic, ...runs.redrawn];
  const outcomes = await withExecutor(scenario, { ...options, threads: Math.min(threads, count) }, async (executor) => {
    const found: Outcome[][] = [];
    for (const { modes, change } of all) {
      const before = count * (1 + found.length);
      const told = (done: number) => onProgress?.(before + done, count * (1 + all.length));
      found.push(await runReplications(executor, scenario, { modes, seed, first: 0, count, change, onProgress: told }));
    }
    return found;
  });
  const [independent = [], antithetic = [], ...redrawn] = outcomes;
  return varianceReduction(runs, { paired, independent, antithetic, redrawn }, seed, confidence);
}
