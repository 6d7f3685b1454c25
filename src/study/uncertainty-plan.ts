import { RandomStreams } from '../random/index.ts';
import { latinHypercube, sobolSequence } from '../stats/index.ts';
import { type FactorValue, settingOf } from './factor.ts';
import type { Output } from './output.ts';
import type { Probe } from './probe.ts';
import { probesAt } from './sensitivity-plan.ts';
import { drawnAt, type UncertainParameter } from './uncertain-parameter.ts';

/** How points are laid out over the laws. */
export const UNCERTAINTY_DESIGNS = ['lhs', 'sobol'] as const;
export type UncertaintyDesign = (typeof UNCERTAINTY_DESIGNS)[number];

/** Savings by which it can be decided whether to load directly. */
export const DECIDING_MEASURES = ['saving.perTonne', 'saving.system.perTonne'] as const;
export type DecidingMeasure = (typeof DECIDING_MEASURES)[number];

/** What a study of uncertainty is asked for. */
export interface UncertaintyPlan {
  readonly parameters: readonly UncertainParameter[];
  readonly design: UncertaintyDesign;
  /** Points drawn. */
  readonly samples: number;
  /** Seasons of each point, none of which another point has; from two on luck is told from ignorance. */
  readonly replications: number;
  readonly measure: DecidingMeasure;
  readonly seed: number;
  /** Of the bootstrap. */
  readonly resamples: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
}

/** Seasons of the scenario as it stands, the same as those of `compare`. */
export const BASE_SEASONS = 30;

/** The output that a plan decides by. */
export function outputOf({ measure }: UncertaintyPlan): Output {
  return { id: measure, side: 'saving' };
}

/** How many probes a plan needs; no memory is taken. */
export function uncertaintySize({ samples, replications }: UncertaintyPlan): number {
  return BASE_SEASONS + samples * replications;
}

/** The points of a plan: values by parameter. Each parameter draws by its own name. */
export function uncertaintyPoints({ parameters, design, samples, seed }: UncertaintyPlan): FactorValue[][] {
  const streams = new RandomStreams(seed, 0);
  const own = parameters.map(({ factor }) => streams.stream(`uncertainty.${design}`, factor.key));
  const cube = design === 'lhs' ? latinHypercube(samples, own) : sobolPoints(samples, own);
  return cube.map((point) => parameters.map((parameter, d) => drawnAt(parameter, point[d] as number)));
}

function sobolPoints(samples: number, own: readonly { next(): number }[]): number[][] {
  const shift = own.map((stream) => stream.next());
  const sequence = sobolSequence(own.length, shift);
  return Array.from({ length: samples }, (_, i) => sequence.point(i));
}

/**
 * The probes of a plan: a row of the scenario as it stands, then a row for each point. Staging and direct loading
 * stand in one world each time, but each point in worlds of its own: in common ones, all points would share the luck
 * of a few seasons, and the mean and the chance of a loss with them.
 */
export function uncertaintyProbes(plan: UncertaintyPlan, points: readonly FactorValue[][]): Probe[][] {
  const { parameters, replications } = plan;
  const settingsOf = (point: readonly FactorValue[]) =>
    parameters.map(({ factor }, d) => settingOf(factor, point[d] as FactorValue));
  return [probesAt([], 0, BASE_SEASONS), ...points.map((point, i) => probesAt(settingsOf(point), i, replications))];
}
