import { RandomStreams } from '../random/index.ts';
import {
  bootstrap,
  conditionalMean,
  perfectInformationBounds,
  quantile,
  type Regressor,
  regressionBasis,
  shuffled,
  valueOfKnowing,
} from '../stats/index.ts';
import type { FactorValue } from './factor.ts';
import type { UncertaintyPlan } from './uncertainty-plan.ts';

/** What it is worth to know one parameter before deciding, per tonne. */
export interface WorthOfParameter {
  readonly key: string;
  /** Expected value of partial perfect information, yuan/t. */
  readonly evppi: number;
  /** Its standard error over resamples of the points, and how far above it their mean lies: about its own bias. */
  readonly se: number;
  readonly bias: number;
  /** Share of the points' variance that the parameter explains alone. */
  readonly explained: number;
  /** Whether it explains more than the best of as many dummies nearly always would. */
  readonly moves: boolean;
  /** Whether it is worth more than the best of as many dummies nearly always would be. */
  readonly worthMore: boolean;
}

/** What parameters that do nothing come to: the noise floor. */
export interface DummyWorth {
  /** Dummies looked at: each parameter's own values, dealt anew to the points. */
  readonly count: number;
  /** Mean of their worth: the bias that the fit alone makes where nothing is there. */
  readonly evppi: number;
  /** What the best of as many dummies as there are parameters stays below in 95 of 100 families. */
  readonly floor: number;
  readonly explainedFloor: number;
}

/** What it is worth to know everything that was drawn, yuan/t. */
export interface WorthOfAll {
  /** Halfway between the two bounds; null with one season a point. */
  readonly evpi: number | null;
  /** Its standard error over resamples of the points. */
  readonly se: number | null;
  /** One half of a point's seasons decides, the other is the gain: too low rather than too high. */
  readonly lower: number | null;
  /** By the points' means as they are: too high rather than too low, for it takes luck for knowledge. */
  readonly upper: number;
}

/** Families of dummies, each as many as there are parameters, and the share of them that stays below the floor. */
const [FAMILIES, BELOW] = [100, 0.95];

/**
 * What each parameter is worth, the dearest first, and how much of that parameters that do nothing seem to be worth.
 *
 * @param points values by parameter, of the points that have a saving
 * @param savings of those points, one number a season
 */
export function worthOfParameters(
  plan: UncertaintyPlan,
  points: readonly (readonly FactorValue[])[],
  savings: readonly (readonly number[])[],
): { parameters: WorthOfParameter[]; dummy: DummyWorth } {
  const means = savings.map(meanOf);
  const regressors = plan.parameters.map((_, d) => regressorOf(points.map((point) => point[d] as FactorValue)));
  const dummy = dummyWorth(plan, regressors, means);
  const parameters = plan.parameters.map(({ factor }, d) => {
    const regressor = regressors[d] as Regressor;
    const { fitted, explained } = conditionalMean(regressionBasis(regressor), means);
    const evppi = valueOfKnowing(fitted);
    const resampled = resample(plan, factor.key, means.length, (times) =>
      valueOfKnowing(conditionalMean(regressionBasis(regressor, times), means).fitted, times),
    );
    const moves = explained > dummy.explainedFloor;
    const found = { evppi, se: resampled.sd, bias: resampled.mean - evppi, explained };
    return { key: factor.key, ...found, moves, worthMore: evppi > dummy.floor };
  });
  parameters.sort((one, other) => other.evppi - one.evppi || other.explained - one.explained);
  return { parameters, dummy };
}

/** What it is worth to know all. */
export function worthOfAll(plan: UncertaintyPlan, savings: readonly (readonly number[])[]): WorthOfAll {
  const upper = valueOfKnowing(savings.map(meanOf));
  const bounds = perfectInformationBounds(savings);
  if (bounds === null) return { evpi: null, se: null, lower: null, upper };
  const resampled = resample(plan, 'all', savings.length, (times) =>
    middle(perfectInformationBounds(savings.flatMap((runs, i) => new Array<typeof runs>(times[i] ?? 0).fill(runs)))),
  );
  return { evpi: middle(bounds), se: resampled.sd, ...bounds };
}

function middle(bounds: { readonly lower: number; readonly upper: number } | null): number {
  return bounds === null ? 0 : (bounds.lower + bounds.upper) / 2;
}

/**
 * What dummies come to. Dealing the savings to the points anew leaves every parameter's values as they are and makes
 * it do nothing: a family of dummies at once, with the very leverages of the parameters (Westfall and Young 1993).
 */
function dummyWorth(
  { parameters, seed }: UncertaintyPlan,
  regressors: readonly Regressor[],
  means: readonly number[],
): DummyWorth {
  const stream = new RandomStreams(seed, 0).stream('uncertainty.dummy');
  const bases = regressors.map((regressor) => regressionBasis(regressor));
  const [bestWorth, bestExplained]: [number[], number[]] = [[], []];
  let sum = 0;
  for (let family = 0; family < FAMILIES; family++) {
    const dealt = shuffled(means.length, stream).map((i) => means[i] as number);
    let [worth, share] = [0, 0];
    for (const basis of bases) {
      const { fitted, explained } = conditionalMean(basis, dealt);
      const evppi = valueOfKnowing(fitted);
      sum += evppi;
      [worth, share] = [Math.max(worth, evppi), Math.max(share, explained)];
    }
    bestWorth.push(worth);
    bestExplained.push(share);
  }
  const count = FAMILIES * parameters.length;
  const [floor, explainedFloor] = [quantile(bestWorth, BELOW), quantile(bestExplained, BELOW)];
  return { count, evppi: count === 0 ? 0 : sum / count, floor, explainedFloor };
}

/** Numbers are fitted by a curve, words and switches by a mean each. */
function regressorOf(values: readonly FactorValue[]): Regressor {
  if (values.every((value) => typeof value === 'number')) return { kind: 'number', values: values as number[] };
  const cells = [...new Set(values)];
  return { kind: 'cell', values: values.map((value) => cells.indexOf(value)) };
}

function resample(
  { seed, resamples }: UncertaintyPlan,
  name: string,
  rows: number,
  statistic: (times: Uint32Array) => number,
): { mean: number; sd: number } {
  const stream = new RandomStreams(seed, 0).stream('uncertainty.bootstrap', name);
  const found: number[] = [];
  bootstrap(
    rows,
    (times) => {
      found.push(statistic(times));
      return [];
    },
    { resamples, confidence: 0.95, stream },
  );
  const mean = meanOf(found);
  return {
    mean,
    sd: Math.sqrt(
      found.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / Math.max(1, found.length - 1),
    ),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
