import { type Attained, attainedBy, type Precision } from '../stats/index.ts';
import { SummaryFold } from './folds.ts';
import { MODE_MEASURES, type ModeMeasureId, SAVING_MEASURES, type SavingMeasureId, unitOf } from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';
import { savings } from './savings.ts';

/** One measure that a study shall be precise about, by name: `saving.perTonne`, `direct:vessel.portHours`. */
export interface PrecisionAsk {
  readonly measure: string;
  readonly precision: Precision;
}

/** What precision is asked of a study, and how far it may go for it. */
export interface PrecisionPlan {
  /** Each measure once, from `readPrecision`. */
  readonly asks: readonly PrecisionAsk[];
  /** Replications at most. */
  readonly budget: number;
}

/** What came of one ask. */
export interface PrecisionRow extends Omit<Attained, 'n' | 'allowed'> {
  readonly measure: string;
  /** The variant that is held against the base, where there is more than one. */
  readonly variant: string | null;
  readonly unit: string;
  readonly asked: Precision;
  /** Half the interval's width over |mean|; null of a mean of 0. */
  readonly relative: number | null;
}

/** What precision was asked for and reached. */
export interface PrecisionAnswer {
  readonly minimum: number;
  readonly budget: number;
  /** Whether every measure has its precision. */
  readonly reached: boolean;
  readonly measures: readonly PrecisionRow[];
}

/** What each side of a study came to in one replication; undefined where it could not be served. */
export type Sides = readonly (ModeOutcome | undefined)[];

/** A measure of the sides of a study, taken of each replication. */
export interface Watched extends Pick<PrecisionRow, 'measure' | 'variant' | 'unit' | 'asked'> {
  readonly of: (sides: Sides) => number | null;
}

/** Stands for the base less another side. */
const DIFFERENCE = 'difference';

/**
 * Names of all measures of a study of these sides: savings and differences of each side from the first, and every
 * measure of a side; where there is one side, its measures' own names too.
 */
export function precisionNames(sides: readonly string[]): readonly string[] {
  const ids = Object.keys(MODE_MEASURES);
  const of = (side: string) => ids.map((id) => `${side}:${id}`);
  const alone = sides.length === 1 ? ids : [...Object.keys(SAVING_MEASURES), ...of(DIFFERENCE)];
  return [...alone, ...sides.flatMap(of)];
}

/** The measure that a precision without a name is asked of: what is saved, or of one side what it costs. */
export function defaultMeasure(sides: readonly string[]): string {
  return sides.length === 1 ? 'cost.perTonne' : 'saving.perTonne';
}

/** The unit of a measure of {@link precisionNames}. */
export function precisionUnit(measure: string): string {
  return unitOf(idOf(measure));
}

/** What has to be looked at in each replication: a difference or saving once for each side but the base. */
export function watched(sides: readonly string[], asks: readonly PrecisionAsk[]): Watched[] {
  return asks.flatMap(({ measure, precision }) => {
    const id = idOf(measure);
    const row = { measure, unit: unitOf(id), asked: precision };
    const side = sides.indexOf(sideOf(measure) ?? sides[0] ?? '');
    if (!(id in SAVING_MEASURES) && sideOf(measure) !== DIFFERENCE) {
      return [{ ...row, variant: null, of: (of) => of[side]?.measures[id as ModeMeasureId] ?? null }];
    }
    const others = sides.slice(1).map((variant, at): Watched => {
      return { ...row, variant: sides.length > 2 ? variant : null, of: (of) => between(of[0], of[at + 1], id) };
    });
    return others;
  });
}

function between(
  base: ModeOutcome | undefined,
  other: ModeOutcome | undefined,
  id: SavingMeasureId | ModeMeasureId,
): number | null {
  if (base === undefined || other === undefined) return null;
  if (id in SAVING_MEASURES) return savings(base, other)[id as SavingMeasureId];
  const [from, less] = [base.measures[id as ModeMeasureId], other.measures[id as ModeMeasureId]];
  return from === null || less === null ? null : from - less;
}

function sideOf(measure: string): string | null {
  const at = measure.lastIndexOf(':');
  return at < 0 ? null : measure.slice(0, at);
}

function idOf(measure: string): SavingMeasureId | ModeMeasureId {
  return measure.slice(measure.lastIndexOf(':') + 1) as SavingMeasureId | ModeMeasureId;
}

/** What a study's precision came to. */
export class PrecisionFold {
  readonly #plan: PrecisionPlan;
  readonly #watched: readonly { readonly look: Watched; readonly fold: SummaryFold }[];
  #replications = 0;

  /** @param sides names of the sides, base first, as the outcomes have them */
  constructor(sides: readonly string[], plan: PrecisionPlan) {
    this.#plan = plan;
    this.#watched = watched(sides, plan.asks).map((look) => ({ look, fold: new SummaryFold() }));
  }

  add(sides: Sides): void {
    this.#replications++;
    for (const { look, fold } of this.#watched) fold.add(look.of(sides));
  }

  /** @param minimum replications before which the study did not stop; those it has unless said otherwise */
  answer(minimum: number | undefined, confidence: number): PrecisionAnswer {
    const measures = this.#watched.map(({ look: { of, ...row }, fold }): PrecisionRow => {
      const { n, mean, halfWidth, reached, needed } = attainedBy(fold.moments, row.asked, confidence);
      const relative = mean === null || mean === 0 || halfWidth === null ? null : halfWidth / Math.abs(mean);
      // Where a measure applies in some replications only, as many more of all are needed.
      const ofAll = needed === null ? null : Math.ceil((needed * this.#replications) / n);
      return { ...row, mean, halfWidth, relative, reached, needed: ofAll };
    });
    const { budget } = this.#plan;
    const reached = measures.every((row) => row.reached);
    return { minimum: minimum ?? this.#replications, budget, reached, measures };
  }
}
