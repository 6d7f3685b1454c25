import type { MassFacts, Mode } from '../port/index.ts';
import { fittedFacts, type PublishedFact, type Scenario } from '../scenario/index.ts';
import { headOf, type StudyHead } from './head.ts';
import { type HoursDifference, hoursDifference, type ModeHours, modeHours, type SeasonHours } from './hours.ts';
import {
  type MeasureId,
  MODE_MEASURES,
  type ModeMeasureId,
  SAVING_MEASURES,
  type SavingMeasureId,
  unitOf,
} from './measures.ts';
import type { LedgerEntry, ModeOutcome } from './mode-outcome.ts';
import { type PrecisionAnswer, type PrecisionPlan, precisionAnswer, type Sides } from './precision.ts';
import { comparePublished, type PublishedComparison } from './published.ts';
import type { Outcome } from './replication.ts';
import { savings } from './savings.ts';
import { fittedKeys } from './standings.ts';
import { type DifferenceSummary, type Summary, summarise, summariseDifference } from './summary.ts';
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

/** One measure in two modes. Savings have a difference only. */
export interface MeasureRow {
  readonly unit: string;
  readonly staged: Summary | null;
  readonly direct: Summary | null;
  readonly difference: DifferenceSummary | null;
}

/** One line of the ledger in yuan/t, means over replications. */
export interface LedgerRow extends Pick<LedgerEntry, 'item' | 'payer' | 'payee' | 'kind'> {
  readonly staged: number;
  readonly direct: number;
  readonly difference: number;
}

/** Tonnes, means over replications; the residual is the largest absolute one. */
export interface MassBalance {
  readonly opening: number;
  readonly produced: number;
  readonly loaded: number;
  readonly lost: number;
  readonly closing: number;
  readonly underway: number;
  readonly residual: number;
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
  const { seed, confidence = 0.95 } = options;
  const measures = measureRows(
    outcomes.map(({ modes }) => modes),
    confidence,
  );
  const staged = outcomes.map(({ modes }) => modes[0] as ModeOutcome);
  const direct = outcomes.map(({ modes }) => modes[1] as ModeOutcome);
  return {
    ...headOf(scenario, { seed, replications: outcomes.length, confidence }),
    measures,
    ledger: ledgerRows(staged, direct),
    massBalance: { staged: massBalance(staged), direct: massBalance(direct) },
    published: publishedRows(scenario, outcomes, direct, measures, confidence),
    precision: precisionFor(
      COMPARED,
      outcomes.map(({ modes }) => modes),
      options,
    ),
    hours: comparedHours(staged, direct, confidence),
  };
}

/** What came of the precision that was asked for; null where none was. */
export function precisionFor(
  sides: readonly string[],
  outcomes: readonly Sides[],
  { precision, replications = outcomes.length, confidence = 0.95 }: CompareOptions,
): PrecisionAnswer | null {
  return precision === undefined ? null : precisionAnswer(sides, outcomes, precision, replications, confidence);
}

function comparedHours(
  staged: readonly ModeOutcome[],
  direct: readonly ModeOutcome[],
  confidence: number,
): Comparison['hours'] {
  const [base, other] = [staged, direct].map((side) => side.map(({ hours }) => hours)) as [
    SeasonHours[],
    SeasonHours[],
  ];
  return {
    staged: modeHours(base, confidence),
    direct: modeHours(other, confidence),
    difference: hoursDifference(base, other, confidence),
  };
}

/** Every measure of two modes, base first. */
export function measureRows(
  pairs: readonly (readonly ModeOutcome[])[],
  confidence: number,
): Record<MeasureId, MeasureRow> {
  const rows: Partial<Record<MeasureId, MeasureRow>> = {};
  const saved = pairs.map(([base, other]) => savings(base as ModeOutcome, other as ModeOutcome));
  const costs = [0, 1].map((mode) => valuesOf(pairs, mode, 'cost.perTonne')) as [Values, Values];
  const pair = summariseDifference(...costs, confidence);
  for (const id of Object.keys(SAVING_MEASURES) as SavingMeasureId[]) {
    const difference = summarise(
      saved.map((saving) => saving[id]),
      confidence,
    );
    const known = id === 'saving.perTonne' || id === 'saving.total' ? pair : null;
    const { relative = null, correlation = null, varianceReduction = null } = known ?? {};
    rows[id] = {
      unit: unitOf(id),
      staged: null,
      direct: null,
      difference: difference && { ...difference, relative, correlation, varianceReduction },
    };
  }
  for (const id of Object.keys(MODE_MEASURES) as ModeMeasureId[]) {
    const base = valuesOf(pairs, 0, id);
    const other = valuesOf(pairs, 1, id);
    rows[id] = {
      unit: unitOf(id),
      staged: summarise(base, confidence),
      direct: summarise(other, confidence),
      difference: summariseDifference(base, other, confidence),
    };
  }
  return rows as Record<MeasureId, MeasureRow>;
}

type Values = (number | null)[];

function valuesOf(pairs: readonly (readonly ModeOutcome[])[], mode: number, id: ModeMeasureId): Values {
  return pairs.map((modes) => modes[mode]?.measures[id] ?? null);
}

function ledgerRows(staged: readonly ModeOutcome[], direct: readonly ModeOutcome[]): LedgerRow[] {
  return (staged[0]?.ledger ?? []).map(({ item, payer, payee, kind }, line) => {
    const mean = (side: readonly ModeOutcome[]) => meanOf(side, (outcome) => outcome.ledger[line]?.yuanPerTonne ?? 0);
    const [base, other] = [mean(staged), mean(direct)];
    return { item, payer, payee, kind, staged: base, direct: other, difference: base - other };
  });
}

/** Means in tonnes of a mode's mass balance over replications. */
export function massBalance(outcomes: readonly ModeOutcome[]): MassBalance {
  const tonnes = (of: (mass: MassFacts) => number) => meanOf(outcomes, ({ mass }) => of(mass)) / 1000;
  const residuals = outcomes.map(({ mass }) => Math.abs(residualKg(mass)) / 1000);
  return {
    opening: tonnes((mass) => mass.openingKg),
    produced: tonnes((mass) => mass.producedKg),
    loaded: tonnes((mass) => mass.loadedKg),
    lost: tonnes((mass) => mass.lostKg),
    closing: tonnes((mass) => mass.closingKg),
    underway: tonnes((mass) => mass.underwayKg),
    residual: Math.max(...residuals),
  };
}

function residualKg(mass: MassFacts): number {
  return mass.openingKg + mass.producedKg - mass.loadedKg - mass.lostKg - mass.closingKg - mass.underwayKg;
}

function meanOf<T>(items: readonly T[], value: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += value(item);
  return sum / items.length;
}

/** Each published fact beside the simulated one; savings once more as they were before fitting. */
function publishedRows(
  scenario: Scenario,
  outcomes: readonly Outcome[],
  direct: readonly ModeOutcome[],
  measures: Readonly<Record<MeasureId, MeasureRow>>,
  confidence: number,
): PublishedComparison[] {
  // What was set over the file makes it another scenario than the one that was fitted: its figures can agree or not.
  const fitted = scenario.overrides.length === 0 ? fittedKeys(scenario) : [];
  const fittedTo = new Set(fitted.flatMap((key) => fittedFacts(scenario.parameters[key])).map(factOf));
  const priors = outcomes.flatMap(({ unfitted }) => (unfitted === null ? [] : [unfitted]));
  const unfitted = priors.length > 0 ? measureRows(priors, confidence) : null;
  return scenario.published.flatMap((fact) => {
    const row = comparePublished(fact, simulatedOf(fact, direct, measures, confidence), fittedTo.has(factOf(fact.id)));
    if (unfitted === null || !(fact.id in SAVING_MEASURES)) return [row];
    const before = simulatedOf(fact, direct, unfitted, confidence);
    return [row, comparePublished(fact, before, false, `${fact.id}.unfitted`)];
  });
}

/** The saving in all and per tonne are one published fact: what is fitted to one confirms the other no more. */
export function factOf(id: string): string {
  return id === 'saving.total' ? 'saving.perTonne' : id;
}

function simulatedOf(
  { id }: PublishedFact,
  direct: readonly ModeOutcome[],
  measures: Readonly<Record<MeasureId, MeasureRow>>,
  confidence: number,
): Summary | null {
  const over = (of: (outcome: ModeOutcome) => number) => summarise(direct.map(of), confidence);
  if (id === 'calls.count') return over((outcome) => outcome.calls.length);
  if (id === 'calls.tonnes') return over((outcome) => outcome.mass.loadedKg / 1000);
  const row = measures[id as MeasureId] as MeasureRow | undefined;
  return row === undefined ? null : id in SAVING_MEASURES ? row.difference : row.direct;
}
