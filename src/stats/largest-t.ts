import type { WishartDraws } from './wishart-draws.ts';

/** In each draw, the largest studentized difference of several sides; differences without variance count for nothing. */
export interface LargestTs {
  /** Of the first side and any other, whatever the sign. */
  readonly base: Float64Array;
  /** Of any two, whatever the sign. */
  readonly pairs: Float64Array;
  /** Of each side above any other, with its sign. */
  readonly above: readonly Float64Array[];
}

/**
 * Draws the largest of the paired t statistics that sides of equal means would show: their covariance estimated anew
 * in each draw, each difference over its own standard error, as in a real study.
 *
 * @param factor rows of L, one a side, L·Lᵀ the covariance of the sides
 * @param hasVariance whether the difference of two sides varies at all
 * @param draws of at least as many dimensions as L has columns
 */
export function largestTs(
  factor: readonly (readonly number[])[],
  hasVariance: (i: number, j: number) => boolean,
  draws: WishartDraws,
): LargestTs {
  const { count, df } = draws;
  const sides = factor.length;
  const columns = factor[0]?.length ?? 0;
  const pairs = variedPairs(sides, hasVariance);
  const largest = { base: new Float64Array(count), pairs: new Float64Array(count) };
  const above = factor.map(() => new Float64Array(count));
  const drawn = factor.map(() => new Float64Array(columns + 1));
  const root = Math.sqrt(df);
  for (let draw = 0; draw < count; draw++) {
    for (let side = 0; side < sides; side++) drawSide(factor[side]!, draw, draws, drawn[side]!);
    for (const [i, j] of pairs) {
      const t = studentized(drawn[i]!, drawn[j]!) * root;
      const size = Math.abs(t);
      if (i === 0 && size > largest.base[draw]!) largest.base[draw] = size;
      if (size > largest.pairs[draw]!) largest.pairs[draw] = size;
      if (t > above[i]![draw]!) above[i]![draw] = t;
      if (-t > above[j]![draw]!) above[j]![draw] = -t;
    }
  }
  return { ...largest, above };
}

function variedPairs(sides: number, hasVariance: (i: number, j: number) => boolean): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < sides; i++) for (let j = i + 1; j < sides; j++) if (hasVariance(i, j)) pairs.push([i, j]);
  return pairs;
}

/** A side's row of L·A, whose products with others are the drawn sums of squares, and after it its drawn mean. */
function drawSide(row: readonly number[], draw: number, draws: WishartDraws, into: Float64Array): void {
  const { dimensions, normals, factors } = draws;
  const columns = row.length;
  const from = draw * dimensions;
  const corner = (draw * dimensions * (dimensions + 1)) / 2;
  let mean = 0;
  for (let c = 0; c < columns; c++) {
    mean += row[c]! * normals[from + c]!;
    let part = 0;
    for (let k = c; k < columns; k++) part += row[k]! * factors[corner + (k * (k + 1)) / 2 + c]!;
    into[c] = part;
  }
  into[columns] = mean;
}

/** The difference of two drawn means over the root of the sum of squares of the drawn differences. */
function studentized(one: Float64Array, other: Float64Array): number {
  const last = one.length - 1;
  let squares = 0;
  for (let c = 0; c < last; c++) squares += (one[c]! - other[c]!) * (one[c]! - other[c]!);
  return (one[last]! - other[last]!) / Math.sqrt(squares);
}
