import { DifferenceFold, SummaryFold } from './folds.ts';
import {
  type MeasureId,
  MODE_MEASURES,
  type ModeMeasureId,
  SAVING_MEASURES,
  type SavingMeasureId,
  unitOf,
} from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';
import { savings } from './savings.ts';
import type { DifferenceSummary, Summary } from './summary.ts';

/** One measure in two modes. Savings have a difference only. */
export interface MeasureRow {
  readonly unit: string;
  readonly staged: Summary | null;
  readonly direct: Summary | null;
  readonly difference: DifferenceSummary | null;
}

const SAVINGS = Object.keys(SAVING_MEASURES) as SavingMeasureId[];
const MEASURES = Object.keys(MODE_MEASURES) as ModeMeasureId[];

/** Every measure of two modes, base first. */
export class MeasuresFold {
  readonly #savings = SAVINGS.map((id) => ({ id, fold: new SummaryFold() }));
  readonly #measures = MEASURES.map((id) => ({
    id,
    base: new SummaryFold(),
    other: new SummaryFold(),
    difference: new DifferenceFold(),
  }));

  add(base: ModeOutcome, other: ModeOutcome): void {
    const saved = savings(base, other);
    for (const { id, fold } of this.#savings) fold.add(saved[id]);
    for (const { id, ...folds } of this.#measures) {
      const [one, two] = [base.measures[id], other.measures[id]];
      folds.base.add(one);
      folds.other.add(two);
      folds.difference.add(one, two);
    }
  }

  rows(confidence: number): Record<MeasureId, MeasureRow> {
    const measures = this.#measures.map(({ id, base, other, difference }): [MeasureId, MeasureRow] => [
      id,
      {
        unit: unitOf(id),
        staged: base.summary(confidence),
        direct: other.summary(confidence),
        difference: difference.summary(confidence),
      },
    ]);
    const costs = measures.find(([id]) => id === 'cost.perTonne')?.[1].difference ?? null;
    const saved = this.#savings.map(({ id, fold }): [MeasureId, MeasureRow] => {
      const difference = fold.summary(confidence);
      const known = id === 'saving.perTonne' || id === 'saving.total' ? costs : null;
      const { relative = null, correlation = null, varianceReduction = null } = known ?? {};
      return [
        id,
        {
          unit: unitOf(id),
          staged: null,
          direct: null,
          difference: difference && { ...difference, relative, correlation, varianceReduction },
        },
      ];
    });
    return Object.fromEntries([...saved, ...measures]) as Record<MeasureId, MeasureRow>;
  }
}

/** The same of a list of pairs, base first. */
export function measureRows(
  pairs: readonly (readonly ModeOutcome[])[],
  confidence: number,
): Record<MeasureId, MeasureRow> {
  const fold = new MeasuresFold();
  for (const [base, other] of pairs) fold.add(base as ModeOutcome, other as ModeOutcome);
  return fold.rows(confidence);
}
