import type { Scenario } from '../scenario/index.ts';
import {
  alternativesOf,
  alternativeTasks,
  COMPARED,
  type Comparison,
  compare,
  compareFold,
  compareVariants,
  type Mode,
  type NamedSettings,
  type Outcome,
  outcomesOf,
  type PrecisionPlan,
  type SingleMode,
  type Streams,
  singleFold,
  type TaskOutcome,
  type VariantComparison,
} from '../study/index.ts';
import { runInOrder, type WhereToRun } from './executor.ts';
import { replicate } from './replicate.ts';
import { type Replications, takeReplications } from './run-replications.ts';
import { varianceOfSaving } from './run-variance.ts';
import { withExecutor } from './with-executor.ts';

/** How a study is run. */
export interface StudyOptions extends WhereToRun {
  /** A whole number; replications with the same one are the same on every machine. */
  readonly seed: number;
  /** How many seasons are simulated, at least 1; where a precision is asked, at least so many, and 2. */
  readonly replications: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
  /** Goes on beyond `replications` until this is reached, or its budget. */
  readonly precision?: PrecisionPlan | undefined;
  /** Of `compareScenario`: measure also what variance reduction gains, with some ten times the runs. */
  readonly variance?: boolean;
}

/**
 * Staging against direct loading over many seasons, both in the same world each time: what `zhizhuang compare` prints.
 *
 * @param scenario from `readScenario`
 * @throws UnfinishedSeasonError when a season cannot be served
 * @example const { measures } = await compareScenario(scenario, { seed: 1, replications: 30 });
 */
export async function compareScenario(scenario: Scenario, options: StudyOptions): Promise<Comparison> {
  if (options.variance !== true) {
    const fold = compareFold(scenario, options);
    await simulate(scenario, COMPARED, options, (outcome) => fold.add(outcome));
    return fold.answer();
  }
  const { comparison } = await comparedWith(scenario, options);
  return comparison;
}

/**
 * The same with its replications, for what looks at each of them; and with variance reduction measured if that is asked.
 *
 * @param options with how many of the replications are looked at closely
 */
export async function comparedWith(
  scenario: Scenario,
  options: StudyOptions & Pick<Replications, 'looks'>,
): Promise<{ readonly comparison: Comparison; readonly outcomes: readonly Outcome[] }> {
  const outcomes: Outcome[] = [];
  await simulate(scenario, COMPARED, options, (outcome) => outcomes.push(outcome));
  const comparison = compare(scenario, outcomes, options);
  if (options.variance !== true) return { comparison, outcomes };
  return { comparison: { ...comparison, variance: await varianceOfSaving(scenario, outcomes, options) }, outcomes };
}

/** How a comparison of several is run. */
export interface VariantStudyOptions extends StudyOptions {
  /** The scenario with settings over it, compared in the same modes; names and settings checked by whoever reads them. */
  readonly variants?: readonly NamedSettings[];
  /** Each side sees the same random numbers unless said otherwise. */
  readonly streams?: Streams;
  /** Intervals for all pairs too. */
  readonly pairs?: boolean;
}

/**
 * Any modes, and variants of the scenario in them, against the first; a mode against itself is the A/A check.
 *
 * @param modes at least two, or one and a variant
 * @throws UnfinishedSeasonError when a season of the scenario as it stands cannot be served
 * @example
 * const variants = [{ name: 'big', settings: ['fleet.size=60'] }];
 * const { families } = await compareModes(scenario, ['staged', 'direct'], { seed: 1, replications: 30, variants });
 * families['cost.perTonne']?.best?.possible; // such as ['direct', 'big:direct']
 */
export async function compareModes(
  scenario: Scenario,
  modes: readonly Mode[],
  options: VariantStudyOptions,
): Promise<VariantComparison> {
  const { seed, variants = [], streams, threads, onProgress, precision, confidence = 0.95 } = options;
  const alternatives = alternativesOf(modes, variants);
  const sides = alternatives.length;
  const where = { ...options, threads: Math.min(threads ?? 1, sides * options.replications) };
  const outcomes: (readonly TaskOutcome[])[] = [];
  await withExecutor(scenario, where, (executor) =>
    replicate({
      sides: alternatives.map(({ name }) => name),
      replications: options.replications,
      precision,
      confidence,
      run: (first, count, take, told) => {
        const rows = alternativeTasks(alternatives, seed, first + count, streams).slice(first);
        return runInOrder(executor, rows, take, (done) => told(done / sides));
      },
      take: (row: readonly TaskOutcome[]) => outcomes.push(row),
      sidesOf: outcomesOf,
      onProgress,
    }),
  );
  return compareVariants(scenario, alternatives, outcomes, options);
}

/**
 * One mode alone.
 *
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export async function runMode(scenario: Scenario, mode: Mode, options: StudyOptions): Promise<SingleMode> {
  const fold = singleFold(scenario, mode, options);
  await simulate(scenario, [mode], options, (outcome) => fold.add(outcome));
  return fold.answer();
}

/** Replications whose tasks are made at a time: of a million tasks even these are too many to be held. */
export const AT_A_TIME = 20_000;

/** Replications of a scenario in some modes, as many as asked or as a precision takes, given in their order. */
async function simulate(
  scenario: Scenario,
  modes: readonly Mode[],
  options: StudyOptions & Pick<Replications, 'looks'>,
  take: (outcome: Outcome) => void,
): Promise<void> {
  const { seed, replications, threads = 1, confidence = 0.95, precision, shard, onProgress, looks = 0 } = options;
  // What runs a part of a study takes it of all its tasks at once.
  const atATime = shard === undefined ? { atATime: AT_A_TIME } : {};
  await withExecutor(scenario, { ...options, threads: Math.min(threads, replications) }, (executor) =>
    replicate({
      sides: modes,
      replications,
      precision,
      confidence,
      run: (first, count, taken, told) =>
        takeReplications(executor, scenario, { modes, seed, first, count, looks, ...atATime, onProgress: told }, taken),
      take,
      sidesOf: ({ modes: of }: Outcome) => of,
      onProgress,
    }),
  );
}
