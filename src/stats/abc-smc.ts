import exp from '@stdlib/math-base-special-exp';
import { normalQuantile, type Stream } from '../random/index.ts';
import { cholesky, dot, solveLower } from './linear-algebra.ts';
import { quantile } from './quantile.ts';
import { bestOf, type Finding, type Judged, type SearchMethod } from './search.ts';
import { weightedCovariance } from './weighted-sample.ts';

/** How the population is led. */
export interface AbcSmcOptions {
  readonly dimensions: number;
  /** Particles of a generation. */
  readonly particles: number;
  /** Points it may ask for in all. */
  readonly evaluations: number;
  /** The loss that a particle may have at last; the data are matched no closer than that. */
  readonly tolerance: number;
  readonly stream: Stream;
  /** The next tolerance is this quantile of the losses; ½. */
  readonly keep?: number;
}

/** A point that was accepted, with its weight; the weights of a generation sum to 1. */
export interface Particle {
  readonly point: readonly number[];
  readonly loss: number;
  readonly weight: number;
}

/** Plain state of the population. */
export interface AbcSmcState {
  /** The last generation that is complete; none at first. */
  readonly particles: readonly Particle[];
  /** The tolerance that it met; null: none yet. */
  readonly tolerance: number | null;
  /** Tolerances of the generations so far, with what share of their points was accepted. */
  readonly generations: readonly { readonly tolerance: number | null; readonly accepted: number }[];
  /** What the generation under way accepts, and has accepted. */
  readonly wanted: number | null;
  readonly accepted: readonly { readonly point: readonly number[]; readonly loss: number }[];
  readonly tried: number;
  /** Draws taken from the stream. */
  readonly drawn: number;
  readonly evaluations: number;
  readonly best: Judged | null;
  readonly done: boolean;
}

/**
 * Approximate Bayesian computation by a sequence of populations (Toni et al. 2009; Beaumont et al. 2009) from a prior
 * even over the unit cube: each generation accepts what loses no more than its tolerance, a quantile of the losses
 * before; it draws from the last by its weights, moved by a normal kernel of twice its covariance, and weights each
 * particle by one over the density that it was drawn with. Another prior is had by mapping the cube to its quantiles.
 */
export function abcSmc(options: AbcSmcOptions): SearchMethod<AbcSmcState> {
  const { dimensions, particles: size, evaluations, stream } = options;

  const proposals = (state: AbcSmcState): { points: number[][]; drawn: number } => {
    const count = Math.max(1, size - state.accepted.length);
    const draw = drawer(stream, state.drawn);
    const propose = state.particles.length === 0 ? () => cubePoint(dimensions, draw) : mover(state.particles, draw);
    const points = Array.from({ length: count }, propose);
    return { points, drawn: draw.count() };
  };

  return {
    begin: () => ({
      particles: [],
      tolerance: null,
      generations: [],
      wanted: null,
      accepted: [],
      tried: 0,
      drawn: 0,
      evaluations: 0,
      best: null,
      done: false,
    }),
    ask: (state) => proposals(state).points,
    tell(state, points, found) {
      const passed = points.flatMap((point, i) => {
        const { loss } = found[i] as Finding;
        return loss !== null && (state.wanted === null || loss <= state.wanted) ? [{ point, loss }] : [];
      });
      const next: AbcSmcState = {
        ...state,
        accepted: [...state.accepted, ...passed].slice(0, size),
        tried: state.tried + points.length,
        drawn: proposals(state).drawn,
        evaluations: state.evaluations + points.length,
        best: bestOf(state.best, points, found),
      };
      const turned = next.accepted.length >= size ? nextGeneration(next, options) : next;
      return { ...turned, done: turned.done || turned.evaluations >= evaluations };
    },
    isDone: ({ done }) => done,
  };
}

/** Weights what was accepted, and sets the next tolerance. */
function nextGeneration(state: AbcSmcState, { tolerance, keep = 0.5 }: AbcSmcOptions): AbcSmcState {
  const density = densityOf(state.particles);
  const raw = state.accepted.map(({ point }) => 1 / density(point));
  const sum = raw.reduce((all, weight) => all + weight, 0);
  const particles = state.accepted.map((one, i) => ({ ...one, weight: (raw[i] as number) / sum }));
  const reached = state.wanted;
  const losses = particles.map(({ loss }) => loss);
  const wanted = Math.max(tolerance, quantile(losses, keep));
  return {
    ...state,
    particles,
    tolerance: Math.max(...losses),
    generations: [...state.generations, { tolerance: reached, accepted: particles.length / state.tried }],
    wanted,
    accepted: [],
    tried: 0,
    done: Math.max(...losses) <= tolerance,
  };
}

interface Drawer {
  (): number;
  readonly count: () => number;
}

function drawer(stream: Stream, from: number): Drawer {
  let cursor = from;
  return Object.assign(() => stream.at(cursor++), { count: () => cursor });
}

function cubePoint(dimensions: number, draw: () => number): number[] {
  return Array.from({ length: dimensions }, draw);
}

/** Times the covariance of the particles: Beaumont's choice. */
const KERNEL_SPREAD = 2;

/** The kernel's Cholesky factor; a trace on the diagonal keeps a population that fell together movable. */
function kernelOf(particles: readonly Particle[]): number[][] {
  const covariance = weightedCovariance(
    particles.map(({ point }) => point),
    particles.map(({ weight }) => weight),
  );
  const spread = covariance.map((row, i) => row.map((c, j) => KERNEL_SPREAD * c + (i === j ? 1e-10 : 0)));
  return cholesky(spread) ?? spread.map((row, i) => row.map((c, j) => (i === j ? Math.sqrt(c) : 0)));
}

/** Draws particles by weight and moves them, until one is inside the cube. */
function mover(particles: readonly Particle[], draw: () => number): () => number[] {
  const lower = kernelOf(particles);
  let sum = 0;
  const upTo = particles.map(({ weight }) => (sum += weight));
  return () => {
    for (;;) {
      const u = draw();
      const from = particles[firstAbove(upTo, u)] as Particle;
      const normal = from.point.map(() => normalQuantile(draw()));
      const point = from.point.map((x, d) => x + dot((lower[d] as number[]).slice(0, d + 1), normal));
      if (point.every((x) => x > 0 && x < 1)) return point;
    }
  };
}

/** The place of the first sum above a number, the last if rounding left none. */
function firstAbove(sums: readonly number[], u: number): number {
  const at = sums.findIndex((sum) => u < sum);
  return at < 0 ? sums.length - 1 : at;
}

/** The density that a generation is drawn with, but for a constant; even where there is none before it. */
function densityOf(particles: readonly Particle[]): (point: readonly number[]) => number {
  if (particles.length === 0) return () => 1;
  const lower = kernelOf(particles);
  return (point) =>
    particles.reduce((sum, particle) => {
      const away = solveLower(
        lower,
        point.map((x, d) => x - (particle.point[d] as number)),
      );
      return sum + particle.weight * exp(-dot(away, away) / 2);
    }, 0);
}
