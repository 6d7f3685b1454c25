import type { Mode } from '../port/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type CompareOptions, type MassBalance, massBalance, precisionFor } from './compare.ts';
import { headOf, type StudyHead } from './head.ts';
import { type ModeHours, modeHours } from './hours.ts';
import { MODE_MEASURES, type ModeMeasureId, unitOf } from './measures.ts';
import type { CarbonEntry, LedgerEntry, ModeOutcome } from './mode-outcome.ts';
import type { PrecisionAnswer } from './precision.ts';
import type { Outcome } from './replication.ts';
import { type Summary, summarise } from './summary.ts';

/** A measure of one mode with its unit; null figures where it does not apply. */
export interface MeasureSummary extends Summary {
  readonly unit: string;
}

/** What one mode came to over its replications. */
export interface ModeSummary {
  readonly measures: Readonly<Record<ModeMeasureId, MeasureSummary>>;
  /** Means in yuan/t. */
  readonly ledger: readonly LedgerEntry[];
  readonly massBalance: MassBalance;
  readonly hours: ModeHours;
}

/** The answer of `run`, without the program that made it. */
export interface SingleMode extends StudyHead, ModeSummary {
  readonly mode: Mode;
  /** Machine by machine, means per tonne aboard. */
  readonly carbon: readonly CarbonEntry[];
  readonly precision: PrecisionAnswer | null;
}

const UNDEFINED: Summary = { mean: null, sd: null, low: null, high: null };

/** A summary as a report shows it, figures null where there is none. */
export function withUnit<S extends Summary>(unit: string, summary: S | null): MeasureSummary {
  return { unit, ...(summary ?? UNDEFINED) };
}

/**
 * Sums up one mode over its replications.
 *
 * @param outcomes in order of replication, at least one
 * @param confidence share of intervals that shall cover, such as 0.95
 */
export function summariseMode(outcomes: readonly ModeOutcome[], confidence: number): ModeSummary {
  const ids = Object.keys(MODE_MEASURES) as ModeMeasureId[];
  const measures = ids.map((id) => {
    const values = outcomes.map((outcome) => outcome.measures[id]);
    return [id, withUnit(unitOf(id), summarise(values, confidence))];
  });
  return {
    measures: Object.fromEntries(measures) as ModeSummary['measures'],
    ledger: meanLedger(outcomes),
    massBalance: massBalance(outcomes),
    hours: modeHours(
      outcomes.map(({ hours }) => hours),
      confidence,
    ),
  };
}

function meanLedger(outcomes: readonly ModeOutcome[]): LedgerEntry[] {
  return (outcomes[0]?.ledger ?? []).map(({ item, payer, payee, kind }, line) => {
    let sum = 0;
    for (const { ledger } of outcomes) sum += ledger[line]?.yuanPerTonne ?? 0;
    return { item, payer, payee, kind, yuanPerTonne: sum / outcomes.length };
  });
}

function meanCarbon(outcomes: readonly ModeOutcome[]): CarbonEntry[] {
  return (outcomes[0]?.carbon ?? []).map(({ emitter, fuel }, row) => {
    const mean = (of: 'quantityPerTonne' | 'tankToWheel' | 'wellToWheel') => {
      let sum = 0;
      for (const { carbon } of outcomes) sum += carbon[row]?.[of] ?? 0;
      return sum / outcomes.length;
    };
    return {
      emitter,
      fuel,
      quantityPerTonne: mean('quantityPerTonne'),
      tankToWheel: mean('tankToWheel'),
      wellToWheel: mean('wellToWheel'),
    };
  });
}

/**
 * Sums up a study of one mode.
 *
 * @param outcomes replications of that mode alone, in order of replication
 */
export function single(
  scenario: Scenario,
  mode: Mode,
  outcomes: readonly Outcome[],
  options: CompareOptions,
): SingleMode {
  const { seed, confidence = 0.95 } = options;
  const ofMode = outcomes.map(({ modes }) => modes[0] as ModeOutcome);
  return {
    ...headOf(scenario, { seed, replications: outcomes.length, confidence }),
    mode,
    ...summariseMode(ofMode, confidence),
    carbon: meanCarbon(ofMode),
    precision: precisionFor(
      [mode],
      outcomes.map(({ modes }) => modes),
      options,
    ),
  };
}
