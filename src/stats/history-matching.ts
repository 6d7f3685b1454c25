import type { Stream } from '../random/index.ts';
import {
  type GaussianProcessParameters,
  gaussianProcess,
  likeliestProcess,
  type Prediction,
} from './gaussian-process.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { bestOf, type Finding, type Judged, type SearchMethod } from './search.ts';

/** How waves are sent. */
export interface HistoryMatchingOptions {
  readonly dimensions: number;
  /** Points of a wave. */
  readonly perWave: number;
  /** Waves at most. */
  readonly waves: number;
  /** Above it a point is implausible; 3, by Pukelsheim's rule for any law with one peak. */
  readonly cutOff?: number;
  /** Points at which the emulators are asked; 1,000. */
  readonly candidates?: number;
  readonly stream: Stream;
}

/** A wave: what was known after it. */
export interface Wave {
  /** Share of the cube that is not ruled out. */
  readonly left: number;
  /** One a target. */
  readonly emulators: readonly GaussianProcessParameters[];
}

/** Plain state of the waves. */
export interface HistoryMatchingState {
  /** Points that have a value, with their misses and noise. */
  readonly points: readonly (readonly number[])[];
  readonly misses: readonly (readonly number[])[];
  readonly noise: readonly (readonly number[])[];
  readonly waves: readonly Wave[];
  readonly asked: readonly (readonly number[])[];
  /** Points that are not ruled out, evenly over what is left; empty if all is, or nothing is known yet. */
  readonly left: readonly (readonly number[])[];
  readonly drawn: number;
  readonly evaluations: number;
  readonly best: Judged | null;
  /** After the last wave, the point that looks best is looked at. */
  readonly phase: 'wave' | 'check' | 'done';
}

/** Points kept of what is left, and how often the box about them is drawn closer. */
const [MOST_LEFT, CLOSINGS] = [500, 5];
/** So many of the candidates, or more, have to be left for their spread to be known. */
const ENOUGH = 100;
/** Where the emulator's variance has come below this share of the rest, more points would tell little more. */
const SURE = 0.05;

/**
 * History matching (Craig et al. 1997; Vernon, Goldstein and Bower 2010): a wave of points, a Gaussian process for each
 * target's miss, and what it shows to be implausible is ruled out; the next wave lies in what is left. The
 * implausibility of a point is the largest miss over its standard deviation: the emulator's variance, the target's (1)
 * and the simulator's noise.
 */
export function historyMatching(options: HistoryMatchingOptions): SearchMethod<HistoryMatchingState> {
  const { dimensions, perWave, waves, stream, cutOff = 3, candidates = 1000 } = options;

  /** Uniforms of the stream from a place on; hypercubes take theirs in turn. */
  const from = (drawn: number) => {
    let cursor = drawn;
    const one: Stream = { next: () => stream.at(cursor++), at: (k) => stream.at(k) };
    return { streams: Array.from({ length: dimensions }, () => one), drawn: () => cursor };
  };

  const afterWave = (state: HistoryMatchingState): HistoryMatchingState => {
    const emulators = (state.misses[0] ?? []).map((_, k) => likeliestProcess(state.points, column(state.misses, k)));
    const implausibility = implausibilityBy(state, emulators);
    const source = from(state.drawn);
    const { kept, left, ranked } = whatIsLeft(
      (count) => latinHypercube(count, source.streams),
      candidates,
      dimensions,
      cutOff,
      implausibility,
    );
    const known = { ...state, waves: [...state.waves, { left, emulators }], left: kept.slice(0, MOST_LEFT) };
    const sure = kept.length > 0 && kept.slice(0, ENOUGH).every((point) => implausibility(point).doubt < SURE);
    const last = known.waves.length >= waves || sure;
    const around = kept.length > 0 ? [ranked[0] as number[], ...kept] : ranked.slice(0, ENOUGH);
    return {
      ...known,
      drawn: source.drawn(),
      asked: last ? [ranked[0] as number[]] : spread(around, perWave),
      phase: last ? 'check' : 'wave',
    };
  };

  return {
    begin: () => {
      const source = from(0);
      const asked = latinHypercube(perWave, source.streams);
      return {
        points: [],
        misses: [],
        noise: [],
        waves: [],
        asked,
        left: [],
        drawn: source.drawn(),
        evaluations: 0,
        best: null,
        phase: 'wave',
      };
    },
    ask: ({ asked }) => asked.map((point) => [...point]),
    tell(state, points, found) {
      const valued = points
        .map((point, i) => ({ point, ...(found[i] as Finding) }))
        .filter(({ loss }) => loss !== null);
      const next: HistoryMatchingState = {
        ...state,
        points: [...state.points, ...valued.map(({ point }) => point)],
        misses: [...state.misses, ...valued.map(({ misses }) => misses)],
        noise: [...state.noise, ...valued.map(({ noise }) => noise)],
        evaluations: state.evaluations + points.length,
        best: bestOf(state.best, points, found),
      };
      if (state.phase === 'check' || next.points.length < 2) return { ...next, asked: [], phase: 'done' };
      return afterWave(next);
    },
    isDone: ({ phase }) => phase === 'done',
  };
}

/** How implausible a point is, and the emulators' share in what is not known of it. */
interface Implausibility {
  readonly value: number;
  readonly doubt: number;
}

function implausibilityBy(
  { points, misses, noise }: HistoryMatchingState,
  emulators: readonly GaussianProcessParameters[],
): (point: readonly number[]) => Implausibility {
  const emulate = emulators.map((parameters, k) => gaussianProcess(points, column(misses, k), parameters));
  const rest = emulators.map((_, k) => 1 + mean(column(noise, k)));
  return (point) => {
    let [value, doubt] = [0, 0];
    for (const [k, process] of emulate.entries()) {
      const guess: Prediction = process?.(point) ?? { mean: 0, variance: 1 };
      const others = rest[k] as number;
      value = Math.max(value, Math.abs(guess.mean) / Math.sqrt(guess.variance + others));
      doubt = Math.max(doubt, guess.variance / others);
    }
    return { value, doubt };
  };
}

/**
 * Looks through the cube for what is left, closing in on it where it is small: a box about the least implausible
 * twentieth, again and again, until enough of its points are left.
 */
function whatIsLeft(
  sample: (count: number) => number[][],
  count: number,
  dimensions: number,
  cutOff: number,
  implausibility: (point: readonly number[]) => Implausibility,
): { kept: number[][]; left: number; ranked: number[][] } {
  let box = Array.from({ length: dimensions }, (): [number, number] => [0, 1]);
  for (let closing = 0; ; closing++) {
    const drawn = sample(count).map((u) => {
      const point = u.map((x, d) => {
        const [low, high] = box[d] as [number, number];
        return low + x * (high - low);
      });
      return { point, value: implausibility(point).value };
    });
    const sorted = drawn.toSorted((one, other) => one.value - other.value);
    const kept = drawn.filter(({ value }) => value <= cutOff).map(({ point }) => point);
    const volume = box.reduce((product, [low, high]) => product * (high - low), 1);
    if (kept.length >= ENOUGH || closing === CLOSINGS) {
      return { kept, left: (volume * kept.length) / count, ranked: sorted.map(({ point }) => point) };
    }
    box = boxAbout(sorted.slice(0, Math.max(kept.length, Math.ceil(count / 20))).map(({ point }) => point));
  }
}

/** The box of some points, a tenth wider to each side. */
function boxAbout(points: readonly (readonly number[])[]): [number, number][] {
  return (points[0] ?? []).map((_, d) => {
    const values = column(points, d);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const margin = (high - low) / 10;
    return [Math.max(0, low - margin), Math.min(1, high + margin)];
  });
}

/** Some of the points, far from each other: each the farthest from those before it, the first the first. */
function spread(points: readonly number[][], count: number): number[][] {
  const chosen = [points[0] as number[]];
  const nearest = points.map((point) => squared(point, chosen[0] as number[]));
  while (chosen.length < Math.min(count, points.length)) {
    const next = points[nearest.indexOf(Math.max(...nearest))] as number[];
    chosen.push(next);
    for (const [i, point] of points.entries()) nearest[i] = Math.min(nearest[i] as number, squared(point, next));
  }
  return chosen;
}

function squared(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, x, d) => sum + (x - (other[d] as number)) * (x - (other[d] as number)), 0);
}

function column(rows: readonly (readonly number[])[], k: number): number[] {
  return rows.map((row) => row[k] as number);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
