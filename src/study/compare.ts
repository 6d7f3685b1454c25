import type { Mode } from '../port/index.ts';
import { fittedFacts, type PublishedFact, type Scenario } from '../scenario/index.ts';
import { type Fold, folded, SummaryFold } from './folds.ts';
import { headOf, type StudyHead } from './head.ts';
import { type HoursDifference, HoursDifferenceFold, type ModeHours, ModeHoursFold } from './hours.ts';
import { type MeasureRow, MeasuresFold } from './measure-rows.ts';
import { type MeasureId, SAVING_MEASURES } from './measures.ts';
import { LedgerFold, type MassBalance, MassFold } from './mode-folds.ts';
import type { LedgerEntry, ModeOutcome } from './mode-outcome.ts';
import { type PrecisionAnswer, PrecisionFold, type PrecisionPlan, type Sides } from './precision.ts';
import { comparePublished, type PublishedComparison } from './published.ts';
import type { Outcome } from './replication.ts';
import { fittedKeys } from './standings.ts';
import type { Summary } from './summary.ts';
import type { VarianceReduction } from './variance-reduction.ts';

/** What a comparison is asked for. */
export interface CompareOptions {
  readonly seed: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
  /** What precision the replications were made for, and before how many they did not stop. */
  readonly precision?: PrecisionPlan | undefined;
  readonly replications?: number;
}

/** One line of the ledger in yuan/t, means over replications. */
export interface LedgerRow extends Pick<LedgerEntry, 'item' | 'payer' | 'payee' | 'kind'> {
  readonly staged: number;
  readonly direct: number;
  readonly difference: number;
}

/** The answer of `compare`, without the program that made it. */
export interface Comparison extends StudyHead {
  readonly measures: Readonly<Record<MeasureId, MeasureRow>>;
  readonly ledger: readonly LedgerRow[];
  readonly massBalance: { readonly staged: MassBalance; readonly direct: MassBalance };
  readonly published: readonly PublishedComparison[];
  /** What precision was asked for and reached; null where none was. */
  readonly precision: PrecisionAnswer | null;
  /** What ways to get the same from fewer runs gain, where that was measured. */
  readonly variance?: VarianceReduction;
  /** Where trucks, cranes, cargo and ships spend their hours. */
  readonly hours: { readonly staged: ModeHours; readonly direct: ModeHours; readonly difference: HoursDifference };
}

/** The two modes of the main comparison, in its order. */
export const COMPARED: readonly [Mode, Mode] = ['staged', 'direct'];

/**
 * Compares staging with direct loading.
 *
 * @param outcomes replications of {@link COMPARED}, in order of replication
 */
export function compare(scenario: Scenario, outcomes: readonly Outcome[], options: CompareOptions): Comparison {
  return folded(compareFold(scenario, options), outcomes);
}

/** Compares staging with direct loading as the replications of {@link COMPARED} come, in their order. */
export function compareFold(scenario: Scenario, options: CompareOptions): Fold<Outcome, Comparison> {
  const { seed, confidence = 0.95 } = options;
  const [measures, unfitted] = [new MeasuresFold(), new MeasuresFold()];
  const [staged, direct] = [new SideFold(), new SideFold()];
  const hours = new HoursDifferenceFold();
  const precision = new AskedPrecision(COMPARED, options);
  let [replications, priors] = [0, 0];
  return {
    add({ modes, unfitted: before }) {
      const [base, other] = modes as readonly [ModeOutcome, ModeOutcome];
      measures.add(base, other);
      staged.add(base);
      direct.add(other);
      hours.add(base.hours, other.hours);
      precision.add(modes);
      replications++;
      if (before === null) return;
      unfitted.add(before[0] as ModeOutcome, before[1] as ModeOutcome);
      priors++;
    },
    answer() {
      const rows = measures.rows(confidence);
      const before = priors > 0 ? unfitted.rows(confidence) : null;
      return {
        ...headOf(scenario, { seed, replications, confidence }),
        measures: rows,
        ledger: ledgerRows(staged.ledger, direct.ledger),
        massBalance: { staged: staged.mass.balance(), direct: direct.mass.balance() },
        published: publishedRows(scenario, { direct, measures: rows, unfitted: before, confidence }),
        precision: precision.answer(),
        hours: {
          staged: staged.hours.hours(confidence),
          direct: direct.hours.hours(confidence),
          difference: hours.difference(confidence),
        },
      };
    },
  };
}

/** What one mode of a comparison came to. */
class SideFold {
  readonly ledger = new LedgerFold();
  readonly mass = new MassFold();
  readonly hours = new ModeHoursFold();
  /** Calls, and tonnes aboard. */
  readonly calls = new SummaryFold();
  readonly tonnes = new SummaryFold();

  add({ ledger, mass, hours, calls }: ModeOutcome): void {
    this.ledger.add(ledger);
    this.mass.add(mass);
    this.hours.add(hours);
    this.calls.add(calls.length);
    this.tonnes.add(mass.loadedKg / 1000);
  }
}

/** What came of the precision that was asked for, if one was. */
export class AskedPrecision {
  readonly #options: CompareOptions;
  readonly #fold: PrecisionFold | null;

  /** @param sides names of the sides, base first, as the outcomes have them */
  constructor(sides: readonly string[], options: CompareOptions) {
    this.#options = options;
    this.#fold = options.precision === undefined ? null : new PrecisionFold(sides, options.precision);
  }

  add(sides: Sides): void {
    this.#fold?.add(sides);
  }

  /** Null where none was asked for. */
  answer(): PrecisionAnswer | null {
    const { replications, confidence = 0.95 } = this.#options;
    return this.#fold?.answer(replications, confidence) ?? null;
  }
}

function ledgerRows(staged: LedgerFold, direct: LedgerFold): LedgerRow[] {
  return staged.means().map(({ item, payer, payee, kind, yuanPerTonne: base }, line) => {
    const other = direct.meanAt(line);
    return { item, payer, payee, kind, staged: base, direct: other, difference: base - other };
  });
}

interface Simulated {
  readonly direct: SideFold;
  readonly measures: Readonly<Record<MeasureId, MeasureRow>>;
  /** At the priors; null where nothing is fitted. */
  readonly unfitted: Readonly<Record<MeasureId, MeasureRow>> | null;
  readonly confidence: number;
}

/** Each published fact beside the simulated one; savings once more as they were before fitting. */
function publishedRows(scenario: Scenario, simulated: Simulated): PublishedComparison[] {
  // What was set over the file makes it another scenario than the one that was fitted: its figures can agree or not.
  const fitted = scenario.overrides.length === 0 ? fittedKeys(scenario) : [];
  const fittedTo = new Set(fitted.flatMap((key) => fittedFacts(scenario.parameters[key])).map(factOf));
  const { unfitted } = simulated;
  return scenario.published.flatMap((fact) => {
    const row = comparePublished(fact, simulatedOf(fact, simulated), fittedTo.has(factOf(fact.id)));
    if (unfitted === null || !(fact.id in SAVING_MEASURES)) return [row];
    const before = simulatedOf(fact, { ...simulated, measures: unfitted });
    return [row, comparePublished(fact, before, false, `${fact.id}.unfitted`)];
  });
}

/** The saving in all and per tonne are one published fact: what is fitted to one confirms the other no more. */
export function factOf(id: string): string {
  return id === 'saving.total' ? 'saving.perTonne' : id;
}

function simulatedOf({ id }: PublishedFact, { direct, measures, confidence }: Simulated): Summary | null {
  if (id === 'calls.count') return direct.calls.summary(confidence);
  if (id === 'calls.tonnes') return direct.tonnes.summary(confidence);
  const row = measures[id as MeasureId] as MeasureRow | undefined;
  return row === undefined ? null : id in SAVING_MEASURES ? row.difference : row.direct;
}
