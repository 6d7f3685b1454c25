import { RandomStreams } from '../random/index.ts';
import {
  type AbcSmcState,
  abcSmc,
  cmaEs,
  type HistoryMatchingState,
  historyMatching,
  nelderMead,
  type Search,
  searchBy,
} from '../stats/index.ts';
import { type CalibratePlan, PARTICLES, waveSize } from './calibrate-plan.ts';
import { EDGE } from './calibrate-point.ts';

/** What a search leaves of the parameters, as points of the unit cube with their weights. */
export interface SampleLeft {
  readonly points: readonly (readonly number[])[];
  /** They sum to 1. */
  readonly weights: readonly number[];
}

/** What a search tells of how it went, by its kind; null for the minimisers. */
export type SearchTrace =
  | { readonly of: 'waves'; readonly left: readonly number[] }
  | {
      readonly of: 'generations';
      readonly accepted: readonly number[];
      readonly tolerances: readonly (number | null)[];
      /** The largest miss that the last population has; its aim is √3. */
      readonly reached: number | null;
    };

/** A search with what can be read off it at its end. */
export interface CalibrationSearch {
  readonly search: Search;
  /** Null where the method leaves a point, not a sample. */
  readonly left: () => SampleLeft | null;
  readonly trace: () => SearchTrace | null;
}

/** Losses that differ by a thirtieth of a standard deviation, squared, are as good as equal; so are points a thousandth apart. */
const [GAIN, SIZE] = [0.001, 1e-3];

/**
 * The search that a plan asks for.
 *
 * @param start where minimisers begin, in the unit cube
 */
export function searchFor(plan: CalibratePlan, start: readonly number[]): CalibrationSearch {
  const { method, budget, factors, seed } = plan;
  const stream = new RandomStreams(seed, 0).stream(`calibrate.${method}`);
  const dimensions = factors.length;
  const none = { left: () => null, trace: () => null };
  if (method === 'nelder-mead') {
    // A simplex of one coordinate is an interval, which cannot collapse: it need not begin anew.
    const restarts = dimensions === 1 ? 0 : 5;
    const options = { start, evaluations: budget, gain: GAIN, size: SIZE, restarts };
    return { search: searchBy(nelderMead(options)), ...none };
  }
  if (method === 'cma-es') {
    return { search: searchBy(cmaEs({ start, evaluations: budget, stream, size: SIZE })), ...none };
  }
  if (method === 'abc-smc') {
    const options = { dimensions, particles: PARTICLES, evaluations: budget, tolerance: EDGE, stream };
    const search = searchBy(abcSmc(options));
    return { search, left: () => particlesLeft(search.state), trace: () => generationsOf(search.state) };
  }
  const perWave = waveSize(dimensions);
  const waves = Math.max(1, Math.floor(budget / perWave));
  const search = searchBy(historyMatching({ dimensions, perWave, waves, stream }));
  return { search, left: () => pointsLeft(search.state), trace: () => wavesOf(search.state) };
}

function particlesLeft({ particles }: AbcSmcState): SampleLeft {
  return { points: particles.map(({ point }) => point), weights: particles.map(({ weight }) => weight) };
}

function generationsOf({ generations, tolerance }: AbcSmcState): SearchTrace {
  return {
    of: 'generations',
    accepted: generations.map(({ accepted }) => accepted),
    tolerances: generations.map((one) => one.tolerance),
    reached: tolerance,
  };
}

function pointsLeft({ left }: HistoryMatchingState): SampleLeft {
  return { points: left, weights: left.map(() => 1 / left.length) };
}

function wavesOf({ waves }: HistoryMatchingState): SearchTrace {
  return { of: 'waves', left: waves.map(({ left }) => left) };
}
