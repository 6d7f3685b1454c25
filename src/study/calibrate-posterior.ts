import { normalQuantile } from '../random/index.ts';
import {
  effectiveSize,
  type Identifiability,
  identifiability,
  linearisedCovariance,
  weightedCovariance,
  weightedMean,
  weightedQuantile,
} from '../stats/index.ts';
import type { CalibratePlan } from './calibrate-plan.ts';
import type { CalibrationPoint } from './calibrate-point.ts';
import type { SampleLeft } from './calibrate-search.ts';
import { factorAt, type RangeFactor } from './factor.ts';

/** What the targets leave open of a parameter whose range was all that was known. */
export interface ParameterPosterior {
  readonly key: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation after over before. */
  readonly width: number;
  readonly known: Known;
}

/** How well the targets know a parameter: `found`, `narrowed`, or as `open` as it was. */
export type Known = 'found' | 'narrowed' | 'open';

/** What is known of the parameters after a fit. */
export interface Posterior {
  /** From slopes at the best point, from particles, or from points not ruled out. */
  readonly from: 'slopes' | 'particles' | 'notRuledOut';
  /** Even points that the sample is worth; null for slopes. */
  readonly size: number | null;
  readonly parameters: readonly ParameterPosterior[];
  readonly correlations: Identifiability['correlations'];
  /** From the best known to the least. */
  readonly directions: Identifiability['directions'];
  /** Pairs that trade off against each other: the targets know them only together. */
  readonly confounded: readonly { readonly keys: readonly [string, string]; readonly correlation: number }[];
}

/** Widths below and above which a parameter is found and open; a correlation from which two are confounded. */
const [FOUND, OPEN, CONFOUNDED] = [0.3, 0.9, 0.8];

/** What a sample says; null where there is none. */
export function posteriorOfSample(plan: CalibratePlan, { points, weights }: SampleLeft): Posterior | null {
  if (points.length < 2) return null;
  const { factors, method, confidence = 0.95 } = plan;
  const mean = weightedMean(points, weights);
  const known = identifiability(weightedCovariance(points, weights));
  const ends = factors.map((_, d) => {
    const values = points.map((point) => point[d] as number);
    return [(1 - confidence) / 2, (1 + confidence) / 2].map((p) => weightedQuantile(values, weights, p));
  });
  return {
    from: method === 'abc-smc' ? 'particles' : 'notRuledOut',
    size: effectiveSize(weights),
    ...described(factors, mean, ends as [number, number][], known),
  };
}

/** How far to either side of a point its slopes are taken, of the range. */
const REACH = 0.05;

/** The points by which the slopes at a point of the cube are taken: each coordinate moved down, then up. */
export function slopePoints(factors: readonly RangeFactor[], at: readonly number[]): number[][] {
  return factors.flatMap((factor, d) => {
    const reach = factor.whole ? Math.max(REACH, 1 / (factor.high - factor.low + 1)) : REACH;
    return [-reach, reach].map((by) => at.map((x, i) => (i === d ? Math.min(1, Math.max(0, x + by)) : x)));
  });
}

/**
 * What the slopes about the best point say, as if the measures were straight there.
 *
 * @param around found at {@link slopePoints}
 */
export function posteriorOfSlopes(
  plan: CalibratePlan,
  best: CalibrationPoint,
  around: readonly CalibrationPoint[],
): Posterior {
  const { factors, targets, confidence = 0.95 } = plan;
  const slopes = targets.map((_, k) =>
    factors.map((factor, d) => {
      const [down, up] = [around[2 * d], around[2 * d + 1]].map((one) => (one?.loss == null ? best : one));
      const apart = ((up?.values[d] as number) - (down?.values[d] as number)) / (factor.high - factor.low);
      const change = (up?.misses[k] as number) - (down?.misses[k] as number);
      return apart === 0 ? 0 : change / apart / Math.sqrt(1 + (best.noise[k] as number));
    }),
  );
  const known = identifiability(linearisedCovariance(slopes, factors.length));
  const at = factors.map(({ low, high }, d) => ((best.values[d] as number) - low) / (high - low));
  const reach = normalQuantile((1 + confidence) / 2);
  const ends = at.map((x, d): [number, number] => {
    const far = reach * (known.widths[d] as number) * Math.sqrt(1 / 12);
    return [Math.max(0, x - far), Math.min(1, x + far)];
  });
  return { from: 'slopes', size: null, ...described(factors, at, ends, known) };
}

function described(
  factors: readonly RangeFactor[],
  mean: readonly number[],
  ends: readonly (readonly [number, number])[],
  { widths, correlations, directions }: Identifiability,
): Pick<Posterior, 'parameters' | 'correlations' | 'directions' | 'confounded'> {
  const parameters = factors.map((factor, d): ParameterPosterior => {
    const [low, high] = (ends[d] as [number, number]).map((u) => factorAt(factor, u) as number) as [number, number];
    const width = widths[d] as number;
    const { low: from, high: to } = factor;
    return { key: factor.key, mean: from + (mean[d] as number) * (to - from), low, high, width, known: knownBy(width) };
  });
  const pairs = factors.flatMap((one, i) => factors.slice(i + 1).map((other, j) => ({ one, other, i, j: i + 1 + j })));
  return {
    parameters,
    correlations,
    directions,
    confounded: pairs.flatMap(({ one, other, i, j }) => {
      const correlation = correlations[i]?.[j] ?? null;
      if (correlation === null || Math.abs(correlation) < CONFOUNDED) return [];
      return [{ keys: [one.key, other.key] as const, correlation }];
    }),
  };
}

function knownBy(width: number): Known {
  if (width >= OPEN) return 'open';
  return width < FOUND ? 'found' : 'narrowed';
}
