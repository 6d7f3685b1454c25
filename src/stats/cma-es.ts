import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { normalQuantile, type Stream } from '../random/index.ts';
import { dot, symmetricEigen } from './linear-algebra.ts';
import { bestOf, byLoss, type Judged, type SearchMethod } from './search.ts';

/** How the evolution strategy goes. */
export interface CmaEsOptions {
  /** Its first mean, in the unit cube. */
  readonly start: readonly number[];
  /** Points it may ask for in all. */
  readonly evaluations: number;
  readonly stream: Stream;
  /** First step size; 0.3 of the cube. */
  readonly sigma?: number;
  /** It is done once its steps are shorter than this in every direction; 1e−4. */
  readonly size?: number;
}

/** Plain state of the strategy. */
export interface CmaEsState {
  /** Not held to the cube. */
  readonly mean: readonly number[];
  readonly sigma: number;
  readonly covariance: readonly (readonly number[])[];
  /** Evolution paths of the covariance and of the step size. */
  readonly path: readonly number[];
  readonly stepPath: readonly number[];
  /** What is left of the step path's beginning: (1 − c)^2g. */
  readonly unsettled: number;
  /** Draws taken from the stream. */
  readonly drawn: number;
  readonly evaluations: number;
  readonly best: Judged | null;
  readonly done: boolean;
}

/**
 * The evolution strategy with covariance matrix adaptation, as in Hansen's tutorial (arXiv 1604.00772), with positive
 * weights. The cube's faces are mirrors: a point drawn outside is looked at where it is reflected to, so the function
 * goes on evenly beyond them, and an optimum on a face is no corner case.
 */
export function cmaEs({
  start,
  evaluations,
  stream,
  sigma = 0.3,
  size = 1e-4,
}: CmaEsOptions): SearchMethod<CmaEsState> {
  const constants = constantsOf(start.length);

  /** The points of a generation as drawn, with their steps in units of sigma. */
  const generation = (state: CmaEsState) => {
    const { vectors, values } = symmetricEigen(state.covariance);
    const lengths = values.map((value) => Math.sqrt(Math.max(0, value)));
    return Array.from({ length: constants.size }, (_, k) => {
      const normal = lengths.map((_, d) => normalQuantile(stream.at(state.drawn + k * lengths.length + d)));
      return combined(
        vectors,
        normal.map((z, i) => z * (lengths[i] as number)),
      );
    });
  };

  return {
    begin: () => ({
      mean: [...start],
      sigma,
      covariance: start.map((_, i) => start.map((_, j) => (i === j ? 1 : 0))),
      path: start.map(() => 0),
      stepPath: start.map(() => 0),
      unsettled: 1,
      drawn: 0,
      evaluations: 0,
      best: null,
      done: false,
    }),
    ask: (state) =>
      generation(state).map((step) => step.map((y, d) => mirrored((state.mean[d] as number) + state.sigma * y))),
    tell(state, points, found) {
      const steps = generation(state);
      const order = found.map(({ loss }, i) => ({ loss, step: steps[i] as number[] })).sort(byLoss);
      const next = adapted(
        state,
        order.map(({ step }) => step),
        constants,
      );
      const count = state.evaluations + points.length;
      const longest = next.sigma * Math.sqrt(Math.max(0, symmetricEigen(next.covariance).values[0] as number));
      const nothing = found.every(({ loss }) => loss === null);
      return {
        ...next,
        drawn: state.drawn + constants.size * start.length,
        evaluations: count,
        best: bestOf(state.best, points, found),
        done: longest < size || count >= evaluations || nothing,
      };
    },
    isDone: ({ done }) => done,
  };
}

interface Constants {
  readonly size: number;
  readonly weights: readonly number[];
  readonly effective: number;
  readonly rates: { readonly sigma: number; readonly path: number; readonly one: number; readonly mu: number };
  readonly damping: number;
  /** Expected length of a standard normal vector. */
  readonly expected: number;
}

/** Table 1 of the tutorial. */
function constantsOf(n: number): Constants {
  const size = 4 + Math.floor(3 * ln(n));
  const parents = Math.floor(size / 2);
  const raw = Array.from({ length: parents }, (_, i) => ln((size + 1) / 2) - ln(i + 1));
  const sum = raw.reduce((all, w) => all + w, 0);
  const weights = raw.map((w) => w / sum);
  const effective = 1 / dot(weights, weights);
  const sigma = (effective + 2) / (n + effective + 5);
  const one = 2 / ((n + 1.3) * (n + 1.3) + effective);
  const mu = Math.min(1 - one, (2 * (0.25 + effective + 1 / effective - 2)) / ((n + 2) * (n + 2) + effective));
  return {
    size,
    weights,
    effective,
    rates: { sigma, path: (4 + effective / n) / (n + 4 + (2 * effective) / n), one, mu },
    damping: 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + sigma,
    expected: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}

/** @param steps of the generation, the best first */
function adapted(state: CmaEsState, steps: readonly (readonly number[])[], constants: Constants): CmaEsState {
  const { weights, effective, rates, damping, expected } = constants;
  const n = state.mean.length;
  const step = combined(steps.slice(0, weights.length), weights);
  const fresh = Math.sqrt(rates.sigma * (2 - rates.sigma) * effective);
  const whitened = white(state.covariance, step);
  const stepPath = state.stepPath.map((p, d) => (1 - rates.sigma) * p + fresh * (whitened[d] as number));
  const length = Math.sqrt(dot(stepPath, stepPath));
  const unsettled = state.unsettled * (1 - rates.sigma) * (1 - rates.sigma);
  const calm = length / Math.sqrt(1 - unsettled) < (1.4 + 2 / (n + 1)) * expected;
  const along = calm ? Math.sqrt(rates.path * (2 - rates.path) * effective) : 0;
  const path = state.path.map((p, d) => (1 - rates.path) * p + along * (step[d] as number));
  const lost = calm ? 0 : rates.path * (2 - rates.path);
  const kept = 1 + rates.one * lost - rates.one - rates.mu;
  const covariance = state.covariance.map((row, i) =>
    row.map((c, j) => {
      const rankMu = weights.reduce(
        (sum, w, k) => sum + w * ((steps[k]?.[i] as number) * (steps[k]?.[j] as number)),
        0,
      );
      return kept * c + rates.one * ((path[i] as number) * (path[j] as number)) + rates.mu * rankMu;
    }),
  );
  return {
    ...state,
    mean: state.mean.map((x, d) => x + state.sigma * (step[d] as number)),
    sigma: state.sigma * exp(Math.min(1, (rates.sigma / damping) * (length / expected - 1))),
    covariance,
    path,
    stepPath,
    unsettled,
  };
}

/** C^(−1/2) times a vector. */
function white(covariance: CmaEsState['covariance'], vector: readonly number[]): number[] {
  const { values, vectors } = symmetricEigen(covariance);
  return combined(
    vectors,
    vectors.map((v, i) => dot(v, vector) / Math.sqrt(Math.max(values[i] as number, 1e-300))),
  );
}

/** The sum of vectors, each times its number. */
function combined(vectors: readonly (readonly number[])[], by: readonly number[]): number[] {
  const [first = []] = vectors;
  return first.map((_, d) => vectors.reduce((sum, vector, i) => sum + (by[i] as number) * (vector[d] as number), 0));
}

/** Where a coordinate comes to stand between mirrors at 0 and 1. */
function mirrored(x: number): number {
  const turn = x - 2 * Math.floor(x / 2);
  return turn <= 1 ? turn : 2 - turn;
}
