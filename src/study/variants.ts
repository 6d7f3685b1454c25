import type { Mode } from '../port/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type CompareOptions, callsOf, measureRows } from './compare.ts';
import { type HoursDifference, hoursDifference } from './hours.ts';
import { type MeasureId, unitOf } from './measures.ts';
import type { ModeOutcome, Outcome } from './replication.ts';
import { type MeasureSummary, type ModeSummary, summariseMode, withUnit } from './single.ts';
import type { DifferenceSummary } from './summary.ts';

/** One side of a comparison of several. */
export interface Variant extends ModeSummary {
  /** The mode's name; a repeated one is numbered, as in `direct#2`. */
  readonly name: string;
  readonly mode: Mode;
}

/** A difference with its unit; null figures where it does not apply. */
export type MeasureDifference = MeasureSummary & Partial<Omit<DifferenceSummary, keyof MeasureSummary>>;

/** A variant held against the base: base less variant. */
export interface VariantDifference {
  readonly variant: string;
  readonly measures: Readonly<Record<MeasureId, MeasureDifference>>;
  readonly hours: HoursDifference;
}

/** The answer of `compare` for any modes, without the program that made it. */
export interface VariantComparison {
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly replications: number;
  readonly confidence: number;
  readonly calls: { readonly count: number; readonly tonnes: number };
  readonly variants: readonly Variant[];
  /** Name of the first variant, which the others are held against. */
  readonly base: string;
  readonly differences: readonly VariantDifference[];
  readonly precision: null;
}

/**
 * Compares modes with the first of them. A mode against itself is the A/A check: every difference is exactly 0.
 *
 * @param modes at least one, in the order in which the outcomes have them
 * @param outcomes in order of replication
 */
export function compareVariants(
  scenario: Scenario,
  modes: readonly Mode[],
  outcomes: readonly Outcome[],
  { seed, confidence = 0.95 }: CompareOptions,
): VariantComparison {
  const names = variantNames(modes);
  const sides = modes.map((_, at) => outcomes.map((outcome) => outcome.modes[at] as ModeOutcome));
  const base = sides[0] ?? [];
  return {
    scenario: { name: scenario.name, hash: scenario.hash, overrides: scenario.overrides },
    seed,
    replications: outcomes.length,
    confidence,
    calls: callsOf(scenario),
    variants: modes.map((mode, at) => {
      return { name: names[at] as string, mode, ...summariseMode(sides[at] ?? [], confidence) };
    }),
    base: names[0] as string,
    differences: sides.slice(1).map((side, at) => {
      return {
        variant: names[at + 1] as string,
        measures: differences(base, side, confidence),
        hours: hoursDifference(hoursOf(base), hoursOf(side), confidence),
      };
    }),
    precision: null,
  };
}

function hoursOf(side: readonly ModeOutcome[]) {
  return side.map(({ hours }) => hours);
}

/** @example variantNames(['direct', 'direct']) // ['direct', 'direct#2'] */
export function variantNames(modes: readonly Mode[]): string[] {
  return modes.map((mode, at) => {
    const times = modes.slice(0, at + 1).filter((one) => one === mode).length;
    return times === 1 ? mode : `${mode}#${times}`;
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
