import { type Bracket, type RootOptions, rootSearch, zeroOfLine } from '../stats/index.ts';
import { type Search, together } from './search.ts';
import type { Failure } from './task.ts';

/** What a measure is at one level of y, over the replications that all levels have in common. */
export interface Level {
  readonly y: number;
  /** Nulls where the point failed or the measure does not apply. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly failure: Failure | null;
}

/** One crossing of 0. */
export interface Root {
  /** By a straight line between the levels on either side. */
  readonly at: number;
  /** The nearest levels looked at on either side: next to each other if whole. */
  readonly between: readonly [low: number, high: number];
  /** Whether the measure rises through 0 as y grows. */
  readonly rises: boolean;
  /**
   * Every y from one end to the other is one at which the paired interval holds 0; null: it does so up to the end of
   * the range. Whole numbers: the nearest on either side at which it does not.
   */
  readonly interval: { readonly low: number | null; readonly high: number | null };
  /** Why the search ended before the root was as near as asked for. */
  readonly failure: Failure | null;
}

/** Which sign the measure has where it was looked at: both, one, 0 throughout, or none because every point failed. */
export type ColumnVerdict = 'crosses' | 'positive' | 'negative' | 'zero' | 'failed';

/** What a column of a frontier came to. */
export interface Column {
  readonly verdict: ColumnVerdict;
  /** Whether the interval leaves out 0 at every level looked at (crossings: at both ends of the range). */
  readonly sure: boolean;
  /** From the lowest. */
  readonly roots: readonly Root[];
  /** All that was looked at, from the lowest. */
  readonly levels: readonly Level[];
}

/** How a column is searched. */
export interface ColumnOptions {
  /** Where it is looked at first, from the lowest: a crossing and back between two of them is not seen. */
  readonly scan: readonly number[];
  /** A root's bracket is drawn together until it is no wider. */
  readonly tolerance: number;
  readonly whole: boolean;
}

type Known = Level & { readonly mean: number };

/** Ends of intervals are found so many times less nearly than roots. */
const COARSER = 4;

/**
 * Looks for every crossing of 0 along y: a scan, ITP between neighbours of different signs, and then outward from each
 * root for the levels where the paired interval leaves 0, which bound its interval: the y at which a t test would not
 * reject 0 (Fieller's idea, without his straight line).
 *
 * It asks for levels of y and is told what the measure is there.
 */
export function* columnSearch({ scan, tolerance, whole }: ColumnOptions): Search<number, Level, Column> {
  const levels = new Map<number, Level>();
  const look = (told: readonly Level[]) => {
    for (const level of told) levels.set(level.y, level);
  };
  const inOrder = () => [...levels.values()].sort((one, other) => one.y - other.y);
  look(yield scan);
  const found = yield* together(
    changesOf(known(inOrder())).map((bracket) => findRoot(bracket, { tolerance, whole }, meanOf, look)),
  );
  const ends = found.flatMap(({ bracket }) => [-1, 1].map((way) => outward(known(inOrder()), bracket, way)));
  const options = { tolerance: COARSER * tolerance, whole };
  const bounds = yield* together(ends.map((end) => findRoot(end, options, beyondZero, look)));
  const roots = found.map(({ bracket, failure }, i): Root => {
    const [lower, upper] = [bounds[2 * i]?.bracket ?? null, bounds[2 * i + 1]?.bracket ?? null];
    return {
      at: zeroOfLine(bracket as Bracket),
      between: [(bracket as Bracket).low, (bracket as Bracket).high],
      rises: (bracket as Bracket).atHigh > 0,
      interval: {
        low: lower && (whole ? lower.low : zeroOfLine(lower)),
        high: upper && (whole ? upper.high : zeroOfLine(upper)),
      },
      failure,
    };
  });
  return { ...verdictOf(known(inOrder())), roots, levels: inOrder() };
}

/** What a root's search came to; null of null. */
interface Found {
  readonly bracket: Bracket | null;
  readonly failure: Failure | null;
}

function* findRoot(
  bracket: Bracket | null,
  options: RootOptions,
  value: (level: Known) => number,
  look: (told: readonly Level[]) => void,
): Search<number, Level, Found> {
  if (bracket === null) return { bracket, failure: null };
  const search = rootSearch(bracket, options);
  let failure: Failure | null = null;
  let step = search.next();
  while (step.done !== true) {
    const told = yield [step.value];
    look(told);
    const [level] = known(told);
    failure = told[0]?.failure ?? null;
    step = search.next(level === undefined ? null : value(level));
  }
  return { bracket: step.value, failure };
}

function known(levels: readonly Level[]): Known[] {
  return levels.filter((level): level is Known => level.mean !== null);
}

function meanOf({ mean }: Known): number {
  return mean;
}

/** How far from 0 the interval lies: not above 0 where it holds 0, or where there is none. */
function beyondZero({ mean, low, high }: Known): number {
  if (low === null || high === null) return 0;
  return mean > 0 ? low : -high;
}

/** Neighbours of different signs. */
function changesOf(levels: readonly Known[]): Bracket[] {
  return levels.flatMap((to, at) => {
    const from = levels[at - 1];
    return from !== undefined && from.mean > 0 !== to.mean > 0 ? [bracketOf(from, to, meanOf)] : [];
  });
}

function bracketOf(from: Known, to: Known, value: (level: Known) => number): Bracket {
  return { low: from.y, atLow: value(from), high: to.y, atHigh: value(to) };
}

/** Where, on one side of a root, the interval first leaves out 0; null if it does so nowhere. */
function outward(levels: readonly Known[], root: Bracket | null, way: number): Bracket | null {
  if (root === null) return null;
  const side = way > 0 ? levels.filter(({ y }) => y >= root.high) : levels.filter(({ y }) => y <= root.low).reverse();
  const first = side.findIndex((level) => beyondZero(level) > 0);
  const [sure, unsure] = [side[first], side[first - 1]];
  if (sure === undefined) return null;
  // Where the very next level is sure, it is bounded by the root itself, where the mean is 0 and the interval as wide.
  const [y, value] =
    unsure === undefined ? [zeroOfLine(root), -halfWidth(sure)] : [unsure.y, Math.min(0, beyondZero(unsure))];
  const far = beyondZero(sure);
  if (way > 0) return { low: y, atLow: value, high: sure.y, atHigh: far };
  return { low: sure.y, atLow: far, high: y, atHigh: value };
}

function halfWidth({ low, high }: Known): number {
  return low === null || high === null ? 0 : (high - low) / 2;
}

function verdictOf(levels: readonly Known[]): Pick<Column, 'verdict' | 'sure'> {
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) return { verdict: 'failed', sure: false };
  const some = (test: (mean: number) => boolean) => levels.some(({ mean }) => test(mean));
  if (changesOf(levels).length > 0) {
    return { verdict: 'crosses', sure: [first, last].every((level) => beyondZero(level) > 0) };
  }
  const verdict = some((mean) => mean > 0) ? 'positive' : some((mean) => mean < 0) ? 'negative' : 'zero';
  return { verdict, sure: levels.every((level) => beyondZero(level) > 0) };
}
