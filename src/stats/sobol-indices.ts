import { type BootstrapInterval, type BootstrapOptions, bootstrap } from './bootstrap.ts';
import { requireFiniteValues } from './finite-values.ts';

/** The points of one row of Saltelli's design. */
export interface SaltelliRow {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** A with one group's coordinates from B, by group. */
  readonly ab: readonly (readonly number[])[];
  /** B with one group's coordinates from A, by group. */
  readonly ba: readonly (readonly number[])[];
}

/** A function's values at the points of the design: rows in the design's order, one list a group. */
export interface SaltelliValues {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly ab: readonly (readonly number[])[];
  /** Null: second orders are not asked for. */
  readonly ba: readonly (readonly number[])[] | null;
}

/** An index with its bootstrap interval; null where the output does not vary. */
export interface Index extends BootstrapInterval {
  readonly value: number | null;
}

/** Two groups' index beyond their own first orders. */
export interface PairIndex extends Index {
  readonly groups: readonly [number, number];
}

/** Shares of the output's variance. */
export interface SobolIndices {
  /** Rows they rest on. */
  readonly rows: number;
  readonly mean: number;
  readonly variance: number;
  /** What each group explains alone. */
  readonly first: readonly Index[];
  /** What each group explains with all its interactions. */
  readonly total: readonly Index[];
  /** What each pair explains beyond both; null if not asked for. */
  readonly second: readonly PairIndex[] | null;
}

/**
 * A row of Saltelli's design from one point of twice as many dimensions: the first half is A, the second is B.
 *
 * @param groups coordinates that are exchanged together
 * @example
 * saltelliRow([1, 2, 3, 4], [[0], [1]]).ab; // [[3, 2], [1, 4]]
 */
export function saltelliRow(point: readonly number[], groups: readonly (readonly number[])[]): SaltelliRow {
  const a = point.slice(0, point.length / 2);
  const b = point.slice(point.length / 2);
  const mixed = (base: readonly number[], other: readonly number[], group: readonly number[]) =>
    base.map((value, at) => (group.includes(at) ? (other[at] as number) : value));
  return { a, b, ab: groups.map((group) => mixed(a, b, group)), ba: groups.map((group) => mixed(b, a, group)) };
}

/**
 * Sobol's indices by the estimators of Saltelli et al. 2010 (first order, second order) and Jansen 1999 (total), all
 * values centred on their mean, with percentile bootstrap intervals over rows.
 *
 * First: mean b(ab − a) / V; total: mean (a − ab)²/2 / V; second: mean (ba₁ab₂ − ab) / V less both first orders;
 * V is the variance of A and B together, over their number.
 *
 * @param values one row a base point, at least one
 * @param options how to resample; none: no intervals
 * @throws RangeError if lists differ in length or a value is not finite
 */
export function sobolIndices(values: SaltelliValues, options?: BootstrapOptions): SobolIndices {
  const columns = [values.a, values.b, ...values.ab, ...(values.ba ?? [])];
  const rows = values.a.length;
  for (const column of columns) {
    requireFiniteValues('values', column);
    if (column.length !== rows) {
      throw new RangeError(`every list must have ${rows} values, but one has ${column.length}.`);
    }
  }
  const terms = termsOf(values, centreOf(columns));
  const estimates = estimatesOf(terms, new Uint32Array(rows).fill(1));
  const intervals = options === undefined ? [] : bootstrap(rows, (times) => estimatesOf(terms, times), options);
  const index = (at: number): Index => ({
    value: estimates[at] ?? null,
    low: intervals[at]?.low ?? null,
    high: intervals[at]?.high ?? null,
  });
  const groups = values.ab.length;
  return {
    rows,
    mean: meanOfAll([values.a, values.b]),
    variance: weightedVariance(terms.a, terms.b, new Uint32Array(rows).fill(1)),
    first: values.ab.map((_, group) => index(group)),
    total: values.ab.map((_, group) => index(groups + group)),
    second: terms.pairs?.map(({ groups: pair }, at) => ({ groups: pair, ...index(2 * groups + at) })) ?? null,
  };
}

/** What the estimators average, row by row, of centred values. */
interface Terms {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly first: readonly Float64Array[];
  readonly total: readonly Float64Array[];
  readonly pairs: readonly { readonly groups: readonly [number, number]; readonly closed: Float64Array }[] | null;
}

/** The mean of all values, less the first of them: exactly 0 where nothing varies. */
function centreOf(columns: readonly (readonly number[])[]): number {
  const origin = columns[0]?.[0] ?? 0;
  return meanOfAll(columns.map((column) => column.map((value) => value - origin)));
}

function termsOf(values: SaltelliValues, centre: number): Terms {
  const origin = values.a[0] as number;
  const centred = (list: readonly number[]) => Float64Array.from(list, (value) => value - origin - centre);
  const a = centred(values.a);
  const b = centred(values.b);
  const ab = values.ab.map(centred);
  const ba = values.ba?.map(centred) ?? null;
  return {
    a,
    b,
    first: ab.map((mixed) => mixed.map((value, j) => b[j]! * (value - a[j]!))),
    total: ab.map((mixed) => mixed.map((value, j) => ((a[j]! - value) * (a[j]! - value)) / 2)),
    pairs:
      ba?.flatMap((one, i) =>
        ab.slice(i + 1).map((other, k) => ({
          groups: [i, i + 1 + k] as const,
          closed: one.map((value, j) => value * other[j]! - a[j]! * b[j]!),
        })),
      ) ?? null,
  };
}

/** First orders, totals, seconds, in this order; nulls if nothing varies. */
function estimatesOf({ a, b, first, total, pairs }: Terms, times: Uint32Array): (number | null)[] {
  const variance = weightedVariance(a, b, times);
  const share = (terms: Float64Array) => (variance > 0 ? weightedMean(terms, times) / variance : null);
  const firsts = first.map(share);
  const seconds = (pairs ?? []).map(({ groups: [i, k], closed }) => {
    const both = share(closed);
    return both === null ? null : both - (firsts[i] ?? 0) - (firsts[k] ?? 0);
  });
  return [...firsts, ...total.map(share), ...seconds];
}

function weightedMean(terms: Float64Array, times: Uint32Array): number {
  let sum = 0;
  for (let j = 0; j < terms.length; j++) sum += times[j]! * terms[j]!;
  return sum / terms.length;
}

function weightedVariance(a: Float64Array, b: Float64Array, times: Uint32Array): number {
  const mean = (weightedMean(a, times) + weightedMean(b, times)) / 2;
  let sum = 0;
  for (let j = 0; j < a.length; j++) {
    const [fromA, fromB] = [a[j]! - mean, b[j]! - mean];
    sum += times[j]! * (fromA * fromA + fromB * fromB);
  }
  return sum / (2 * a.length);
}

function meanOfAll(columns: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const column of columns) for (const value of column) sum += value;
  return sum / (columns.length * (columns[0]?.length ?? 0));
}
