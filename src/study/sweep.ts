import { RandomStreams } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { latinHypercube, sobolSequence } from '../stats/index.ts';
import { type Factor, type FactorValue, factorAt, gridValues, settingOf } from './factor.ts';
import { headOf, type StudyHead } from './head.ts';
import { type Output, outputName, outputUnit } from './output.ts';
import type { Probe, Probed } from './probe.ts';
import { type Summary, summarise } from './summary.ts';
import type { Failure } from './task.ts';

/** How a sweep's points are laid out. */
export const SWEEP_DESIGNS = ['grid', 'lhs', 'sobol'] as const;
export type SweepDesign = (typeof SWEEP_DESIGNS)[number];

/** What a sweep is asked for. */
export interface SweepPlan {
  readonly factors: readonly Factor[];
  readonly design: SweepDesign;
  /** Points of a hypercube or of Sobol's sequence; a grid has as many as it has. */
  readonly samples: number;
  /** Levels of each range of a grid that names none of its own. */
  readonly levels: number;
  readonly outputs: readonly Output[];
  readonly seed: number;
  readonly replications: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
}

/** One point of a sweep and what came out of it. */
export interface SweepPoint {
  /** From 1. */
  readonly point: number;
  /** By the keys of the factors. */
  readonly values: Readonly<Record<string, FactorValue>>;
  /** The first reason for which a replication has no value; the point is then left without figures. */
  readonly failure: Failure | null;
  /** By the names of the outputs; null where one does not apply or the point failed. */
  readonly measures: Readonly<Record<string, Summary | null>>;
  /** Each output in each replication. */
  readonly replications: Readonly<Record<string, readonly (number | null)[]>>;
}

/** The answer of `sweep`, without the program that made it. */
export interface Sweep extends StudyHead {
  readonly design: SweepDesign;
  readonly factors: readonly Factor[];
  /** Units by the names of the outputs. */
  readonly measures: Readonly<Record<string, string>>;
  readonly points: readonly SweepPoint[];
}

/** How many points a plan has; no memory is taken. */
export function sweepSize({ factors, design, samples, levels }: SweepPlan): number {
  if (design !== 'grid') return samples;
  return factors.reduce((size, factor) => size * gridValues(factor, levels).length, 1);
}

/**
 * The points of a plan: values by factor. A grid's last factor changes fastest. Hypercubes and Sobol's sequence draw
 * by the seed, each factor by its own name: Sobol's by a random shift of its bits.
 */
export function sweepPoints({ factors, design, samples, levels, seed }: SweepPlan): FactorValue[][] {
  if (design === 'grid') {
    return factors.reduce<FactorValue[][]>(
      (points, factor) => points.flatMap((point) => gridValues(factor, levels).map((value) => [...point, value])),
      [[]],
    );
  }
  const streams = new RandomStreams(seed, 0);
  const ofFactor = factors.map(({ key }) => streams.stream(`sweep.${design}`, key));
  const shifted = () =>
    sobolSequence(
      factors.length,
      ofFactor.map((stream) => stream.next()),
    );
  const at = design === 'lhs' ? latinHypercube(samples, ofFactor) : firstPoints(shifted(), samples);
  return at.map((point) => factors.map((factor, d) => factorAt(factor, point[d] as number)));
}

function firstPoints(sequence: { point(index: number): number[] }, count: number): number[][] {
  return Array.from({ length: count }, (_, k) => sequence.point(k));
}

/** The probes of a sweep, all points of a replication after each other: every point sees the same replications. */
export function sweepProbes({ factors, replications }: SweepPlan, points: readonly FactorValue[][]): Probe[][] {
  const settings = points.map((point) => factors.map((factor, d) => settingOf(factor, point[d] as FactorValue)));
  return Array.from({ length: replications }, (_, replication) =>
    settings.map((ofPoint) => ({ settings: ofPoint, replication })),
  );
}

/**
 * Sums up a sweep.
 *
 * @param points from {@link sweepPoints}
 * @param probed outcomes of {@link sweepProbes}, in its order
 */
export function sweep(
  scenario: Scenario,
  plan: SweepPlan,
  points: readonly FactorValue[][],
  probed: readonly (readonly Probed[])[],
): Sweep {
  const { factors, design, outputs, seed, replications, confidence = 0.95 } = plan;
  return {
    ...headOf(scenario, { seed, replications, confidence }),
    design,
    factors,
    measures: Object.fromEntries(outputs.map((output) => [outputName(output), outputUnit(output)])),
    points: points.map((values, at) => {
      const ofPoint = probed.map((replication) => replication[at] as Probed);
      const named = Object.fromEntries(factors.map(({ key }, d) => [key, values[d] as FactorValue]));
      return { point: at + 1, values: named, ...measured(ofPoint, outputs, confidence) };
    }),
  };
}

function measured(
  probed: readonly Probed[],
  outputs: readonly Output[],
  confidence: number,
): Pick<SweepPoint, 'failure' | 'measures' | 'replications'> {
  const failed = probed.find((one) => !one.ok);
  const valuesOf = (i: number) => probed.map((one) => (one.ok ? (one.values[i] ?? null) : null));
  const entries = outputs.map((output, i) => [outputName(output), valuesOf(i)] as const);
  const summaryOf = (values: readonly (number | null)[]) =>
    failed === undefined ? summarise(values, confidence) : null;
  return {
    failure: failed?.failure ?? null,
    measures: Object.fromEntries(entries.map(([name, values]) => [name, summaryOf(values)])),
    replications: Object.fromEntries(entries),
  };
}
