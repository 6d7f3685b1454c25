import { RandomStreams } from '../random/index.ts';
import type { ParameterKey, Scenario } from '../scenario/index.ts';
import {
  type Bin,
  bootstrap,
  histogram,
  quantile,
  type ShareInterval,
  tInterval,
  varianceComponents,
  wilson,
} from '../stats/index.ts';
import type { FactorValue } from './factor.ts';
import { headOf, type StudyHead } from './head.ts';
import { unitOf } from './measures.ts';
import type { Probed } from './probe.ts';
import { fittedKeys } from './standings.ts';
import { type Summary, summarise } from './summary.ts';
import type { Failure } from './task.ts';
import type { UncertainParameter } from './uncertain-parameter.ts';
import {
  BASE_SEASONS,
  type DecidingMeasure,
  type UncertaintyDesign,
  type UncertaintyPlan,
} from './uncertainty-plan.ts';
import {
  type DummyWorth,
  type WorthOfAll,
  type WorthOfParameter,
  worthOfAll,
  worthOfParameters,
} from './worth-of-knowing.ts';

/** Shares of seasons below which quantiles are told. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Quantiles by their shares, in {@link QUANTILES}' order. */
export type Quantiles = readonly number[];

/** Points that have no saving, by why. */
export interface UncertainFailures {
  /** Their values cannot stand together. */
  readonly refused: number;
  /** A season could not be served in one of the modes. */
  readonly unfinished: number;
  readonly first: Failure | null;
  /** What was refused, the most frequent first: a parameter, and on how many points. */
  readonly refusedBy: readonly { readonly key: string; readonly points: number }[];
}

/** The mean saving over the laws, and how sure the computation of it is. */
export interface UncertainMean extends Summary {
  /** Standard error in all, and what of it comes from the luck of the seasons; null with one season a point. */
  readonly se: number | null;
  readonly luckSe: number | null;
}

/** Where the variance of a season's saving comes from. */
export interface UncertaintySplit {
  /** Standard deviation of the expected saving over the laws: what is not known. */
  readonly parametersSd: number;
  /** Standard deviation of a season's saving about its expectation: luck, at known parameters. */
  readonly luckSd: number;
  /** Share of the variance that parameters have, with its bootstrap interval over points. */
  readonly parametersShare: { readonly value: number; readonly low: number | null; readonly high: number | null };
}

/** The answer of `uncertainty`, without the program that made it. */
export interface Uncertainty extends StudyHead {
  readonly measure: { readonly name: DecidingMeasure; readonly unit: string };
  readonly design: UncertaintyDesign;
  readonly parameters: readonly UncertainParameter[];
  /** Fitted parameters that are not drawn: they stay where they were fitted, whatever the others are. */
  readonly fittedHeld: readonly ParameterKey[];
  /** Points drawn, and those that have a saving. */
  readonly points: number;
  readonly used: number;
  readonly failures: UncertainFailures;
  /** The scenario as it stands. */
  readonly base: Summary | null;
  readonly baseFailure: Failure | null;
  readonly mean: UncertainMean;
  readonly split: UncertaintySplit | null;
  /** Of a season's saving: ignorance and luck. */
  readonly seasons: {
    readonly quantiles: Quantiles | null;
    readonly loses: ShareInterval | null;
    readonly histogram: readonly Bin[];
  };
  /** Of the expected saving: ignorance only, spread as the true ones; null with one season a point. */
  readonly expected: { readonly quantiles: Quantiles; readonly loses: ShareInterval } | null;
  readonly knowing: {
    /** What is decided for as things are known: 0 is staging's side. */
    readonly choice: 'direct' | 'staged';
    readonly all: WorthOfAll;
    readonly parameters: readonly WorthOfParameter[];
    readonly dummy: DummyWorth;
  } | null;
}

/** Bins of the histogram, about. */
const BINS = 16;

/**
 * Sums up a study of uncertainty.
 *
 * @param points from `uncertaintyPoints`
 * @param probed outcomes of `uncertaintyProbes`, in its order
 */
export function uncertainty(
  scenario: Scenario,
  plan: UncertaintyPlan,
  points: readonly FactorValue[][],
  probed: readonly (readonly Probed[])[],
): Uncertainty {
  const { confidence = 0.95, parameters, seed, replications, measure, design } = plan;
  const [baseRow = [], ...rows] = probed;
  const savings = rows.map(savingsOf);
  const kept = points.filter((_, i) => savings[i] !== null);
  const known = savings.filter((one) => one !== null);
  const base = savingsOf(baseRow);
  return {
    ...headOf(scenario, { seed, replications, confidence }),
    measure: { name: measure, unit: unitOf(measure) },
    design,
    parameters,
    fittedHeld: fittedKeys(scenario).filter((key) => !parameters.some(({ factor }) => factor.key === key)),
    points: points.length,
    used: known.length,
    failures: failuresOf(rows),
    base: base === null ? null : summarise(base.slice(0, BASE_SEASONS), confidence),
    baseFailure: base === null ? failureOf(baseRow) : null,
    mean: meanOf(known, confidence),
    split: splitOf(plan, known, confidence),
    seasons: seasonsOf(known, confidence),
    expected: expectedOf(known, confidence),
    knowing: knowingOf(plan, kept, known),
  };
}

function savingsOf(row: readonly Probed[]): number[] | null {
  const values = row.flatMap((one) => (one.ok && one.values[0] != null ? [one.values[0]] : []));
  return values.length === row.length ? values : null;
}

function failureOf(row: readonly Probed[]): Failure | null {
  const failed = row.find((one) => !one.ok);
  return failed === undefined || failed.ok ? null : failed.failure;
}

function failuresOf(rows: readonly (readonly Probed[])[]): UncertainFailures {
  const failures = rows.flatMap((row) => failureOf(row) ?? []);
  const blamed = new Map<string, number>();
  for (const failure of failures) {
    if (failure.why !== 'refused') continue;
    // Two checks may name one key; the point is one.
    for (const key of new Set(failure.problems.map((problem) => problem.key ?? ''))) {
      blamed.set(key, (blamed.get(key) ?? 0) + 1);
    }
  }
  return {
    refused: failures.filter(({ why }) => why === 'refused').length,
    unfinished: failures.filter(({ why }) => why === 'unfinished').length,
    first: failures[0] ?? null,
    refusedBy: [...blamed].map(([key, points]) => ({ key, points })).sort((one, other) => other.points - one.points),
  };
}

/** Points are independent, their seasons are not: the interval is over points. A hypercube's is wider than need be. */
function meanOf(savings: readonly (readonly number[])[], confidence: number): UncertainMean {
  const { mean, sd, low, high } = tInterval(savings.map(average), confidence);
  const components = varianceComponents(savings);
  const seasons = savings.length * (savings[0]?.length ?? 0);
  return {
    mean,
    sd,
    low,
    high,
    se: sd === null ? null : sd / Math.sqrt(savings.length),
    luckSe: components === null ? null : Math.sqrt(components.within / seasons),
  };
}

function splitOf(
  { seed, resamples }: UncertaintyPlan,
  savings: readonly (readonly number[])[],
  confidence: number,
): UncertaintySplit | null {
  const components = varianceComponents(savings);
  if (components === null) return null;
  const { between, within } = components;
  const share = (groups: readonly (readonly number[])[]) => {
    const found = varianceComponents(groups);
    const all = found === null ? 0 : found.between + found.within;
    return found === null || all === 0 ? null : found.between / all;
  };
  const stream = new RandomStreams(seed, 0).stream('uncertainty.bootstrap', 'split');
  const redrawn = (times: Uint32Array) =>
    savings.flatMap((runs, i) => new Array<readonly number[]>(times[i] ?? 0).fill(runs));
  const [interval] = bootstrap(savings.length, (times) => [share(redrawn(times))], { resamples, confidence, stream });
  return {
    parametersSd: Math.sqrt(between),
    luckSd: Math.sqrt(within),
    parametersShare: { value: share(savings) ?? 0, low: interval?.low ?? null, high: interval?.high ?? null },
  };
}

function seasonsOf(savings: readonly (readonly number[])[], confidence: number): Uncertainty['seasons'] {
  const all = savings.flat();
  if (all.length === 0) return { quantiles: null, loses: null, histogram: [] };
  return { quantiles: quantilesOf(all), loses: lossShare(savings, confidence), histogram: histogram(all, BINS) };
}

function expectedOf(savings: readonly (readonly number[])[], confidence: number): Uncertainty['expected'] {
  const expected = varianceComponents(savings)?.shrunk;
  if (expected === undefined) return null;
  const loses = lossShare(
    expected.map((one) => [one]),
    confidence,
  );
  return { quantiles: quantilesOf(expected), loses };
}

function quantilesOf(values: readonly number[]): Quantiles {
  return QUANTILES.map((p) => quantile(values, p));
}

/** Seasons of a point are alike: they count for as many independent ones as their share's spread over points says. */
function lossShare(savings: readonly (readonly number[])[], confidence: number): ShareInterval {
  const shares = savings.map((runs) => runs.filter((saving) => saving < 0).length / runs.length);
  const share = average(shares);
  const spread = tInterval(shares, confidence).sd ?? 0;
  const runs = savings[0]?.length ?? 1;
  const independent = spread === 0 ? savings.length : (share * (1 - share) * savings.length) / (spread * spread);
  return wilson(share, Math.min(savings.length * runs, Math.max(savings.length, independent)), confidence);
}

function knowingOf(
  plan: UncertaintyPlan,
  points: readonly FactorValue[][],
  savings: readonly (readonly number[])[],
): Uncertainty['knowing'] {
  if (savings.length < 2) return null;
  const choice = average(savings.map(average)) > 0 ? 'direct' : 'staged';
  return { choice, all: worthOfAll(plan, savings), ...worthOfParameters(plan, points, savings) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
