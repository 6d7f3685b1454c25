import type { Mode } from '../port/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { AskedPrecision, type CompareOptions } from './compare.ts';
import { type Fold, folded, SummaryFold } from './folds.ts';
import { headOf, type StudyHead } from './head.ts';
import { type ModeHours, ModeHoursFold } from './hours.ts';
import { MODE_MEASURES, type ModeMeasureId, unitOf } from './measures.ts';
import { CarbonFold, LedgerFold, type MassBalance, MassFold } from './mode-folds.ts';
import type { CarbonEntry, LedgerEntry, ModeOutcome } from './mode-outcome.ts';
import type { PrecisionAnswer } from './precision.ts';
import type { Outcome } from './replication.ts';
import type { Summary } from './summary.ts';

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

/** Sums up one mode over its replications. */
export class ModeFold {
  readonly #measures = (Object.keys(MODE_MEASURES) as ModeMeasureId[]).map((id) => ({ id, fold: new SummaryFold() }));
  readonly #ledger = new LedgerFold();
  readonly #mass = new MassFold();
  readonly #hours = new ModeHoursFold();

  add({ measures, ledger, mass, hours }: ModeOutcome): void {
    for (const { id, fold } of this.#measures) fold.add(measures[id]);
    this.#ledger.add(ledger);
    this.#mass.add(mass);
    this.#hours.add(hours);
  }

  /** @param confidence share of intervals that shall cover, such as 0.95 */
  summary(confidence: number): ModeSummary {
    const measures = this.#measures.map(({ id, fold }) => [id, withUnit(unitOf(id), fold.summary(confidence))]);
    return {
      measures: Object.fromEntries(measures) as ModeSummary['measures'],
      ledger: this.#ledger.means(),
      massBalance: this.#mass.balance(),
      hours: this.#hours.hours(confidence),
    };
  }
}

/** The same of a list, in order of replication, at least one. */
export function summariseMode(outcomes: readonly ModeOutcome[], confidence: number): ModeSummary {
  const fold = new ModeFold();
  for (const outcome of outcomes) fold.add(outcome);
  return fold.summary(confidence);
}

/** Sums up a study of one mode as its replications come: those of that mode alone, in their order. */
export function singleFold(scenario: Scenario, mode: Mode, options: CompareOptions): Fold<Outcome, SingleMode> {
  const { seed, confidence = 0.95 } = options;
  const [summary, carbon, precision] = [new ModeFold(), new CarbonFold(), new AskedPrecision([mode], options)];
  let replications = 0;
  return {
    add({ modes }) {
      const outcome = modes[0] as ModeOutcome;
      summary.add(outcome);
      carbon.add(outcome.carbon);
      precision.add(modes);
      replications++;
    },
    answer: () => ({
      ...headOf(scenario, { seed, replications, confidence }),
      mode,
      ...summary.summary(confidence),
      carbon: carbon.means(),
      precision: precision.answer(),
    }),
  };
}

/** Sums up a study of one mode. @param outcomes replications of that mode alone, in order of replication */
export function single(
  scenario: Scenario,
  mode: Mode,
  outcomes: readonly Outcome[],
  options: CompareOptions,
): SingleMode {
  return folded(singleFold(scenario, mode, options), outcomes);
}
