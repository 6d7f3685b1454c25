import {
  type AgainstBest,
  comparisonsWithBest,
  holm,
  type PairedFamily,
  pairedFamily,
  studentTail,
} from '../stats/index.ts';
import { MODE_MEASURES, type ModeMeasureId, unitOf } from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';
import { type RelativeDifference, relativeDifferences } from './relative-differences.ts';

/** An interval that holds together with the others of its family. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Base less variant, and how sure that is where several are looked at together. */
export interface BaseComparison {
  readonly variant: string;
  readonly mean: number;
  /** Two-sided, of this comparison alone. */
  readonly p: number;
  /** Adjusted for all comparisons of the measure by Holm's steps. */
  readonly pHolm: number;
  /** All hold together: covariance as estimated. */
  readonly dunnett: Bounds;
  /** All hold together, whatever the covariance: wider. */
  readonly bonferroni: Bounds;
  /** The difference over |base|. */
  readonly relative: RelativeDifference;
}

/** One variant less another; all pairs hold together. */
export interface PairComparison extends Bounds {
  readonly first: string;
  readonly second: string;
  readonly mean: number;
}

/** A variant against the best of all others, toward worse; all hold together. */
export interface BestComparison extends AgainstBest {
  readonly variant: string;
}

/** Which is best. */
export interface BestSubset {
  /** The best mean that was seen. */
  readonly observed: string;
  /** Those that may be the best; the best is among them with the confidence. */
  readonly possible: readonly string[];
  readonly comparisons: readonly BestComparison[];
}

/** What several variants come to in one measure, taken together. */
export interface MeasureFamily {
  readonly unit: string;
  /** Which value is the better; null: neither is by itself. */
  readonly better: 'low' | null;
  /** Standard errors on each side of an interval against the base. */
  readonly critical: { readonly dunnett: number; readonly bonferroni: number };
  readonly comparisons: readonly BaseComparison[];
  /** Null unless asked for. */
  readonly pairs: readonly PairComparison[] | null;
  readonly best: BestSubset | null;
}

/** A variant's outcomes by its name, in order of replication. */
export interface NamedOutcomes {
  readonly name: string;
  readonly outcomes: readonly ModeOutcome[];
}

/** A busy berth is good for one who pays for it and bad for one who waits. */
const NEITHER_IS_BETTER: readonly ModeMeasureId[] = ['berth.occupancy'];

/** What is asked of families. */
export interface FamilyOptions {
  readonly seed: number;
  readonly confidence: number;
  /** All pairs too. */
  readonly pairs: boolean;
}

/**
 * Takes variants together measure by measure. A measure that does not apply to some variant in every replication is
 * taken of the others.
 *
 * @param sides the base first
 * @returns null for a measure that the base or all others lack, or of fewer than two replications
 */
export function multipleComparisons(
  sides: readonly NamedOutcomes[],
  options: FamilyOptions,
): Record<ModeMeasureId, MeasureFamily | null> {
  const ids = Object.keys(MODE_MEASURES) as ModeMeasureId[];
  const tables = ids.map((id) => tableOf(sides, id));
  const relative = relativeDifferences(
    tables.map((table) => table.map(({ values }) => values)),
    options,
  );
  const families = ids.map((id, at) => [id, familyOf(id, tables[at]!, relative[at]!, options)]);
  return Object.fromEntries(families) as Record<ModeMeasureId, MeasureFamily | null>;
}

interface Column {
  readonly name: string;
  readonly values: readonly number[];
}

/** The variants that have a measure in every replication; none if the base has not. */
function tableOf(sides: readonly NamedOutcomes[], id: ModeMeasureId): Column[] {
  const complete = sides.flatMap(({ name, outcomes }): Column[] => {
    const values = outcomes.map(({ measures }) => measures[id]).filter((value) => value !== null);
    return values.length === outcomes.length ? [{ name, values }] : [];
  });
  return complete[0]?.name === sides[0]?.name ? complete : [];
}

function familyOf(
  id: ModeMeasureId,
  table: readonly Column[],
  relative: readonly RelativeDifference[],
  { confidence, pairs }: FamilyOptions,
): MeasureFamily | null {
  const family = pairedFamily(
    table.map(({ values }) => values),
    confidence,
  );
  if (family === null) return null;
  const names = table.map(({ name }) => name);
  const better = NEITHER_IS_BETTER.includes(id) ? null : 'low';
  return {
    unit: unitOf(id),
    better,
    critical: { dunnett: family.base.simulated, bonferroni: family.base.bonferroni },
    comparisons: againstBase(names, family, relative),
    pairs: pairs ? allPairs(names, family) : null,
    best: better === null ? null : bestOf(names, family, better),
  };
}

function againstBase(names: readonly string[], family: PairedFamily, relative: readonly RelativeDifference[]) {
  const others = names.slice(1).map((variant, i) => {
    const mean = family.means[0]! - family.means[i + 1]!;
    const error = family.errors[0]![i + 1]!;
    return { variant, mean, error, p: pValue(mean, error, family.n), relative: relative[i]! };
  });
  const adjusted = holm(others.map(({ p }) => p));
  return others.map(({ variant, mean, error, p, relative: ratio }, i): BaseComparison => {
    return {
      variant,
      mean,
      p,
      pHolm: adjusted[i]!,
      dunnett: around(mean, family.base.simulated * error),
      bonferroni: around(mean, family.base.bonferroni * error),
      relative: ratio,
    };
  });
}

/** A difference that never varies is sure: 0 or not. */
function pValue(mean: number, error: number, n: number): number {
  if (error === 0) return mean === 0 ? 1 : 0;
  return studentTail(mean / error, n - 1);
}

function allPairs(names: readonly string[], { means, errors, pairs }: PairedFamily): PairComparison[] {
  return names.flatMap((first, i) =>
    names.slice(i + 1).map((second, at) => {
      const j = i + 1 + at;
      const mean = means[i]! - means[j]!;
      return { first, second, mean, ...around(mean, pairs.simulated * errors[i]![j]!) };
    }),
  );
}

function around(mean: number, halfWidth: number): Bounds {
  return { low: mean - halfWidth, high: mean + halfWidth };
}

function bestOf(names: readonly string[], family: PairedFamily, better: 'low'): BestSubset {
  const comparisons = comparisonsWithBest(family, better).map((one, i) => ({ variant: names[i]!, ...one }));
  const least = Math.min(...family.means);
  return {
    observed: names[family.means.indexOf(least)]!,
    possible: comparisons.filter(({ possible }) => possible).map(({ variant }) => variant),
    comparisons,
  };
}
