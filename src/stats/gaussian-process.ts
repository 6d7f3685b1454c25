import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { cholesky, dot, solveLower, solveUpper } from './linear-algebra.ts';
import { nelderMead } from './nelder-mead.ts';
import { meanOrNull } from './sample-moments.ts';
import { minimise } from './search.ts';

/** What a Gaussian process is made of. */
export interface GaussianProcessParameters {
  /** What it says far from all points. */
  readonly mean: number;
  /** Of the process about its mean. */
  readonly variance: number;
  /** One a coordinate: over so much it forgets. */
  readonly lengths: readonly number[];
  /** Variance of what the points jitter by, over `variance`; of equal points' values too. */
  readonly nugget: number;
}

/** A guess at a point: the mean, and the variance of the function about it, the points' jitter not among it. */
export interface Prediction {
  readonly mean: number;
  readonly variance: number;
}

/**
 * A Gaussian process with Matérn's kernel of smoothness 5/2, (1 + √5·r + 5r²/3)·exp(−√5·r), r the distance in lengths,
 * conditioned on what was found at some points (Rasmussen and Williams 2006, algorithm 2.1).
 *
 * @returns null if the points' covariance is not positive definite: equal points without a nugget
 */
export function gaussianProcess(
  points: readonly (readonly number[])[],
  values: readonly number[],
  { mean, variance, lengths, nugget }: GaussianProcessParameters,
): ((point: readonly number[]) => Prediction) | null {
  const lower = cholesky(correlations(points, lengths, nugget));
  if (lower === null) return null;
  const weights = solveUpper(
    lower,
    solveLower(
      lower,
      values.map((value) => value - mean),
    ),
  );
  return (point) => {
    const near = points.map((one) => matern(one, point, lengths));
    const explained = solveLower(lower, near);
    return { mean: mean + dot(near, weights), variance: variance * Math.max(0, 1 - dot(explained, explained)) };
  };
}

/** Lengths and nugget that are tried, from and to. */
const [SHORTEST, LONGEST, LEAST_NUGGET, MOST_NUGGET] = [0.05, 20, 1e-8, 0.5];
const EVALUATIONS = 120;

/**
 * The parameters under which values at some points are likeliest: lengths and nugget by Nelder and Mead over their
 * logarithms, the variance in closed form, the mean of the values as the mean.
 */
export function likeliestProcess(
  points: readonly (readonly number[])[],
  values: readonly number[],
): GaussianProcessParameters {
  const mean = meanOrNull(values) ?? 0;
  const off = values.map((value) => value - mean);
  const dimensions = points[0]?.length ?? 0;
  const parametersAt = (at: readonly number[]) => ({
    lengths: at.slice(0, dimensions).map((u) => between(SHORTEST, LONGEST, u)),
    nugget: between(LEAST_NUGGET, MOST_NUGGET, at[dimensions] as number),
  });
  const judge = (at: readonly number[]) => {
    const { lengths, nugget } = parametersAt(at);
    const lower = cholesky(correlations(points, lengths, nugget));
    if (lower === null) return null;
    const white = solveLower(lower, off);
    const variance = dot(white, white) / values.length;
    const logDeterminant = 2 * lower.reduce((sum, row, i) => sum + ln(row[i] as number), 0);
    return { variance, loss: values.length * ln(Math.max(variance, 1e-300)) + logDeterminant };
  };
  const start = [...Array.from({ length: dimensions }, () => 0.5), 0.2];
  const search = nelderMead({
    start,
    evaluations: EVALUATIONS * (dimensions + 1),
    size: 1e-3,
    gain: 1e-6,
    restarts: 1,
  });
  const { best } = minimise(search, (at) => judge(at)?.loss ?? Number.POSITIVE_INFINITY);
  const at = best?.point ?? start;
  return { mean, variance: judge(at)?.variance ?? 0, ...parametersAt(at) };
}

function between(low: number, high: number, u: number): number {
  return exp(ln(low) + u * (ln(high) - ln(low)));
}

function correlations(points: readonly (readonly number[])[], lengths: readonly number[], nugget: number): number[][] {
  return points.map((one, i) => points.map((other, j) => matern(one, other, lengths) + (i === j ? nugget : 0)));
}

const ROOT_5 = Math.sqrt(5);

function matern(one: readonly number[], other: readonly number[], lengths: readonly number[]): number {
  let square = 0;
  for (const [d, x] of one.entries()) {
    const apart = (x - (other[d] as number)) / (lengths[d] as number);
    square += apart * apart;
  }
  const r = ROOT_5 * Math.sqrt(square);
  return (1 + r + (r * r) / 3) * exp(-r);
}
