import { UnfinishedSeasonError } from '../port/index.ts';
import { applyOverrides, type Scenario } from '../scenario/index.ts';
import type { Alternative, Streams } from './alternative.ts';
import { AskedPrecision, type CompareOptions } from './compare.ts';
import { headOf, type StudyHead } from './head.ts';
import { type HoursDifference, HoursDifferenceFold } from './hours.ts';
import { measureRows } from './measure-rows.ts';
import { type MeasureId, type ModeMeasureId, SAVING_MEASURES, type SavingMeasureId, unitOf } from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';
import { type MeasureFamily, multipleComparisons } from './multiple-comparisons.ts';
import type { PrecisionAnswer } from './precision.ts';
import { type MeasureSummary, type ModeSummary, summariseMode, withUnit } from './single.ts';
import type { DifferenceSummary } from './summary.ts';
import type { Failure, TaskOutcome } from './task.ts';

/** One side of a comparison of several. */
export interface Variant extends Alternative, ModeSummary {
  /** Hash of the scenario with the settings over it. */
  readonly hash: string;
}

/** A side that has no figures, and the first replication in which it could not be served. */
export interface FailedVariant extends Alternative {
  readonly replication: number;
  readonly failure: Failure;
}

/** A difference with its unit; null figures where it does not apply. */
export type MeasureDifference = MeasureSummary & Partial<Omit<DifferenceSummary, keyof MeasureSummary>>;

/** A variant held against the base: base less variant. */
export interface VariantDifference {
  readonly variant: string;
  readonly measures: Readonly<Record<MeasureId, MeasureDifference>>;
  readonly hours: HoursDifference;
}

/** What a mode saves against the first mode within the same variant. */
export interface VariantSavings {
  /** The variant's name; null: the scenario as it stands. */
  readonly variant: string | null;
  readonly base: string;
  readonly other: string;
  readonly measures: Readonly<Record<SavingMeasureId, MeasureDifference>>;
}

/** The answer of `compare` for any modes and variants, without the program that made it. */
export interface VariantComparison extends StudyHead {
  readonly streams: Streams;
  readonly variants: readonly Variant[];
  readonly failures: readonly FailedVariant[];
  /** Name of the first variant, which the others are held against. */
  readonly base: string;
  /** Each difference on its own. */
  readonly differences: readonly VariantDifference[];
  /** Where there are variants of several modes; each on its own. */
  readonly savings: readonly VariantSavings[];
  /** All variants together, measure by measure. */
  readonly families: Readonly<Record<ModeMeasureId, MeasureFamily | null>>;
  readonly precision: PrecisionAnswer | null;
}

/** What a comparison of several is asked for. */
export interface VariantOptions extends CompareOptions {
  /** The random numbers that were used; common unless said otherwise. */
  readonly streams?: Streams;
  /** Intervals for all pairs too. */
  readonly pairs?: boolean;
}

/**
 * Compares alternatives with the first of them. One against itself on common random numbers is the A/A check: every
 * difference is exactly 0.
 *
 * @param alternatives from `alternativesOf`
 * @param outcomes of `alternativeTasks`, in its rows
 * @throws UnfinishedSeasonError if a mode of the scenario as it stands cannot be served
 */
export function compareVariants(
  scenario: Scenario,
  alternatives: readonly Alternative[],
  outcomes: readonly (readonly TaskOutcome[])[],
  options: VariantOptions,
): VariantComparison {
  const { seed, confidence = 0.95, streams = 'common', pairs = false } = options;
  const { served, failures } = parted(alternatives, outcomes);
  const [base] = served;
  if (base === undefined) throw new RangeError('There is nothing to compare.');
  const names = alternatives.map(({ name }) => name);
  const precision = new AskedPrecision(names, options);
  for (const row of outcomes) precision.add(outcomesOf(row));
  return {
    ...headOf(scenario, { seed, replications: outcomes.length, confidence }),
    streams,
    variants: served.map(({ alternative, outcomes: side }) => {
      const hash = hashOf(scenario, alternative.settings);
      return { ...alternative, hash, ...summariseMode(side, confidence) };
    }),
    failures,
    base: base.name,
    differences: served.slice(1).map(({ name, outcomes: side }) => {
      return {
        variant: name,
        measures: differences(base.outcomes, side, confidence),
        hours: hoursDifference(base.outcomes, side, confidence),
      };
    }),
    savings: alternatives.some(({ variant }) => variant !== null) ? savingsWithin(served, confidence) : [],
    families: multipleComparisons(served, { seed, confidence, pairs }),
    precision: precision.answer(),
  };
}

interface Served {
  readonly name: string;
  readonly alternative: Alternative;
  readonly outcomes: readonly ModeOutcome[];
}

/** Those that were served in every replication, and those that were not. */
function parted(alternatives: readonly Alternative[], outcomes: readonly (readonly TaskOutcome[])[]) {
  const served: Served[] = [];
  const failures: FailedVariant[] = [];
  for (const [at, alternative] of alternatives.entries()) {
    const side: ModeOutcome[] = [];
    let failed: FailedVariant | null = null;
    for (const [replication, row] of outcomes.entries()) {
      const ran = row[at]!;
      if (ran.ok) side.push(ran.outcome);
      else failed ??= { ...alternative, replication, failure: ran.failure };
    }
    if (failed === null) served.push({ name: alternative.name, alternative, outcomes: side });
    else failures.push(failed);
  }
  const [asItStands] = failures.filter(({ variant }) => variant === null);
  if (asItStands?.failure.why === 'unfinished') {
    throw new UnfinishedSeasonError(`${asItStands.name} cannot be served.`, asItStands.failure.season);
  }
  return { served, failures };
}

function hashOf(scenario: Scenario, settings: readonly string[]): string {
  const read = applyOverrides(scenario, settings);
  return read.ok ? read.scenario.hash : scenario.hash;
}

/** What each side of a replication came to; undefined where it could not be served. */
export function outcomesOf(row: readonly TaskOutcome[]): readonly (ModeOutcome | undefined)[] {
  return row.map((one) => (one.ok ? one.outcome : undefined));
}

function hoursDifference(base: readonly ModeOutcome[], other: readonly ModeOutcome[], confidence: number) {
  const fold = new HoursDifferenceFold();
  for (const [i, { hours }] of base.entries()) fold.add(hours, (other[i] as ModeOutcome).hours);
  return fold.difference(confidence);
}

function savingsWithin(served: readonly Served[], confidence: number): VariantSavings[] {
  const firstOf = new Map<string | null, Served>();
  return served.flatMap((one) => {
    const { variant } = one.alternative;
    const first = firstOf.get(variant);
    if (first === undefined) {
      firstOf.set(variant, one);
      return [];
    }
    const all = differences(first.outcomes, one.outcomes, confidence);
    const entries = (Object.keys(SAVING_MEASURES) as SavingMeasureId[]).map((id) => [id, all[id]]);
    const measures = Object.fromEntries(entries) as VariantSavings['measures'];
    return [{ variant, base: first.name, other: one.name, measures }];
  });
}

function differences(
  base: readonly ModeOutcome[],
  side: readonly ModeOutcome[],
  confidence: number,
): VariantDifference['measures'] {
  const rows = measureRows(
    base.map((outcome, i) => [outcome, side[i] as ModeOutcome]),
    confidence,
  );
  const entries = (Object.keys(rows) as MeasureId[]).map((id) => {
    const { mean, sd, low, high, relative, correlation, varianceReduction } = rows[id].difference ?? UNDEFINED;
    return [id, { ...withUnit(unitOf(id), { mean, sd, low, high }), relative, correlation, varianceReduction }];
  });
  return Object.fromEntries(entries) as VariantDifference['measures'];
}

const UNDEFINED: DifferenceSummary = {
  mean: null,
  sd: null,
  low: null,
  high: null,
  relative: null,
  correlation: null,
  varianceReduction: null,
};
