import { requireFiniteValues, requireSameLength } from './finite-values.ts';

/** A regressor: numbers, for which a curve is fitted, or cells, which have a mean each. */
export interface Regressor {
  readonly kind: 'number' | 'cell';
  /** One a row; cells are numbered. */
  readonly values: readonly number[];
}

/** Curves that may be fitted to a regressor, each with the columns of those before it: orthogonal, of length 1. */
export interface RegressionBasis {
  /** How often each row counts. */
  readonly times: Uint32Array;
  readonly rows: number;
  readonly curves: readonly Curve[];
}

interface Curve {
  /** Those it has beyond the curve before it. */
  readonly columns: readonly Float64Array[];
  /** Columns in all. */
  readonly size: number;
  /** What the square of a row's residual counts when the row is predicted from the others. */
  readonly press: Float64Array;
}

/** The mean of y given x, as fitted at every row. */
export interface ConditionalMean {
  readonly fitted: Float64Array;
  /** Share of y's variance that the curve explains beyond what as many columns of nothing would, at least 0. */
  readonly explained: number;
}

/** Largest power of a curve: a saturating or a humped effect has room, noise has little. */
const MOST_POWER = 3;
/** What is left of a column, or of a row's freedom, below which there is nothing left. */
const NEGLIGIBLE = 1e-9;

/**
 * The curves of a regressor: flat, then for numbers polynomials of powers 1 to 3, for cells a mean each. Made once, it
 * serves for every y.
 *
 * @param times how often each row counts, as in a bootstrap; a row is left out with all its copies
 * @throws RangeError if a value is not finite
 */
export function regressionBasis(
  { kind, values }: Regressor,
  times: Uint32Array = new Uint32Array(values.length).fill(1),
): RegressionBasis {
  requireFiniteValues('values', values);
  const columns: Float64Array[] = [];
  const leverage = new Float64Array(values.length);
  const curves: Curve[] = [];
  for (const block of kind === 'cell' ? cellBlocks(values) : powers(values, times)) {
    const added = block.flatMap((column) => orthogonal(column, columns, times) ?? []);
    if (added.length === 0) break;
    for (const q of added) addSquares(leverage, q);
    curves.push({ columns: added, size: columns.length, press: pressWeights(leverage, times) });
  }
  let rows = 0;
  for (const count of times) rows += count;
  return { times, rows, curves };
}

/**
 * The mean of y given x by least squares, on whichever curve predicts rows that it has not seen best (PRESS, Allen
 * 1974). The flat one is among them, so what x does not move is mostly told as nothing.
 *
 * @param basis of x, from {@link regressionBasis}
 * @throws RangeError if y differs in length or is not finite
 * @example
 * conditionalMean(regressionBasis({ kind: 'number', values: [1, 2, 3, 4] }), [2, 4, 6, 8]).explained; // 1
 */
export function conditionalMean({ times, rows, curves }: RegressionBasis, y: readonly number[]): ConditionalMean {
  requireSameLength(times as unknown as readonly number[], y);
  requireFiniteValues('y', y);
  const residual = Float64Array.from(y);
  let best = { press: Number.POSITIVE_INFINITY, fitted: new Float64Array(y.length), squares: 0, size: 0 };
  let all = 0;
  for (const { columns, size, press: weights } of curves) {
    for (const column of columns) subtract(residual, column, product(residual, column, times));
    const squares = product(residual, residual, times);
    if (size === 1) all = squares;
    const press = product(residual, residual, weights);
    if (press < best.press) best = { press, fitted: residual.slice(), squares, size };
  }
  for (let i = 0; i < y.length; i++) best.fitted[i] = (y[i] as number) - (best.fitted[i] as number);
  const fair = rows > best.size ? (best.squares / (rows - best.size)) * (rows - 1) : 0;
  return { fitted: best.fitted, explained: best.size <= 1 || all === 0 ? 0 : Math.max(0, 1 - fair / all) };
}

/** What is left of a column when those before it are taken out, made of length 1 and put beside them; null of nothing. */
function orthogonal(column: Float64Array, before: Float64Array[], times: Uint32Array): Float64Array | null {
  const q = column.slice();
  const size = product(q, q, times);
  // Twice is enough (Kahan and Parlett).
  for (let pass = 0; pass < 2; pass++) for (const earlier of before) subtract(q, earlier, product(q, earlier, times));
  const left = product(q, q, times);
  if (!(left > NEGLIGIBLE * size)) return null;
  const length = Math.sqrt(left);
  for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) / length;
  before.push(q);
  return q;
}

function product(one: Float64Array, other: Float64Array, weights: Uint32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (weights[i] as number) * (one[i] as number) * (other[i] as number);
  return sum;
}

function subtract(from: Float64Array, column: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i] = (from[i] as number) - times * (column[i] as number);
}

function addSquares(to: Float64Array, column: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (column[i] as number) * (column[i] as number);
}

/** A row that a column stands on alone cannot be predicted without it: such a curve is never the best. */
function pressWeights(leverage: Float64Array, times: Uint32Array): Float64Array {
  const weights = new Float64Array(times.length);
  for (let i = 0; i < weights.length; i++) {
    const count = times[i] as number;
    const room = 1 - count * (leverage[i] as number);
    if (count > 0) weights[i] = room <= NEGLIGIBLE ? Number.POSITIVE_INFINITY : count / (room * room);
  }
  return weights;
}

/** 1, x, x², … with x moved to −1 … 1, where powers stay apart. */
function* powers(x: readonly number[], times: Uint32Array): Generator<Float64Array[]> {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < x.length; i++) {
    if (times[i] === 0) continue;
    low = Math.min(low, x[i] as number);
    high = Math.max(high, x[i] as number);
  }
  const power = new Float64Array(x.length).fill(1);
  yield [power];
  if (!(high > low)) return;
  const scaled = new Float64Array(x.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = (2 * ((x[i] as number) - low)) / (high - low) - 1;
  for (let k = 1; k <= MOST_POWER; k++) {
    for (let i = 0; i < power.length; i++) power[i] = (power[i] as number) * (scaled[i] as number);
    yield [power];
  }
}

/** 1, then one column for each cell but the first. */
function cellBlocks(x: readonly number[]): Float64Array[][] {
  const cells = [...new Set(x)].slice(1);
  const ones = new Float64Array(x.length).fill(1);
  return [[ones], cells.map((cell) => Float64Array.from(x, (value) => (value === cell ? 1 : 0)))];
}
