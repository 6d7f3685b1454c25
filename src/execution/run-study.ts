import type { Scenario } from '../scenario/index.ts';
import {
  COMPARED,
  type Comparison,
  compare,
  compareVariants,
  type Mode,
  type Outcome,
  type SingleMode,
  single,
  type VariantComparison,
} from '../study/index.ts';
import type { OnProgress } from './executor.ts';
import { executorFor } from './executor-for.ts';

/** How a study is run. */
export interface StudyOptions {
  /** A whole number; replications with the same one are the same on every machine. */
  readonly seed: number;
  /** How many seasons are simulated, at least 1. */
  readonly replications: number;
  /** Worker threads, 1 unless said otherwise: no result depends on them. */
  readonly threads?: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
  readonly onProgress?: OnProgress;
}

/**
 * Staging against direct loading over many seasons, both in the same world each time: what `zhizhuang compare` prints.
 *
 * @param scenario from `readScenario`
 * @throws UnfinishedSeasonError when a season cannot be served
 * @example const { measures } = await compareScenario(scenario, { seed: 1, replications: 30 });
 */
export async function compareScenario(scenario: Scenario, options: StudyOptions): Promise<Comparison> {
  return compare(scenario, await simulate(scenario, COMPARED, options), options);
}

/**
 * Any modes against the first of them; a mode against itself is the A/A check.
 *
 * @param modes at least two
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function compareModes(
  scenario: Scenario,
  modes: readonly Mode[],
  options: StudyOptions,
): Promise<VariantComparison> {
  return compareVariants(scenario, modes, await simulate(scenario, modes, options), options);
}

/**
 * One mode alone.
 *
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function runMode(scenario: Scenario, mode: Mode, options: StudyOptions): Promise<SingleMode> {
  return single(scenario, mode, await simulate(scenario, [mode], options), options);
}

async function simulate(
  scenario: Scenario,
  modes: readonly Mode[],
  { seed, replications, threads = 1, onProgress }: StudyOptions,
): Promise<Outcome[]> {
  const executor = executorFor(Math.min(threads, replications));
  try {
    return await executor.run({ scenario, modes, seed, first: 0, count: replications }, onProgress);
  } finally {
    await executor.close();
  }
}
