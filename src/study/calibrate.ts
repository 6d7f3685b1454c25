import type { Scenario } from '../scenario/index.ts';
import {
  type CalibrateMethod,
  type CalibratePlan,
  priorValue,
  roundedValue,
  settingsOf,
  shareOf,
  valuesAt,
} from './calibrate-plan.ts';
import { type CalibrationPoint, findingOf, outside, pointOf } from './calibrate-point.ts';
import { type Posterior, posteriorOfSample, posteriorOfSlopes, slopePoints } from './calibrate-posterior.ts';
import { type SearchTrace, searchFor } from './calibrate-search.ts';
import type { RangeFactor } from './factor.ts';
import { headOf, type StudyHead } from './head.ts';
import { outputName, outputUnit } from './output.ts';
import type { Probe, Probed } from './probe.ts';
import type { Failures } from './sensitivity-plan.ts';
import type { Summary } from './summary.ts';

/** A target and how near the fit came to it. */
export interface TargetResult {
  readonly measure: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** The published fact that it is; null for a figure of one's own. */
  readonly fact: string | null;
  /** With every fitted parameter at its value before any fitting. */
  readonly before: Summary | null;
  readonly fitted: Summary | null;
  /** In as many seasons that the fit did not see. */
  readonly check: Summary | null;
  /** How far the fitted mean lies outside the band, in the unit; 0 in it, null without a mean. */
  readonly outside: number | null;
}

/** A parameter and the value it was fitted to. */
export interface FittedParameter {
  readonly key: RangeFactor['key'];
  readonly low: number;
  readonly high: number;
  /** Before any fitting. */
  readonly prior: number;
  /** Null if no point had a value. */
  readonly value: number | null;
  /** It stands at an end of its range: better may lie beyond. */
  readonly atEnd: boolean;
}

/** The answer of `calibrate`, without the program that made it. */
export interface Calibration extends StudyHead {
  readonly method: CalibrateMethod;
  readonly budget: number;
  /** Whether every fitted mean lies in its band. */
  readonly reached: boolean;
  readonly parameters: readonly FittedParameter[];
  readonly targets: readonly TargetResult[];
  readonly posterior: Posterior | null;
  readonly trace: SearchTrace | null;
  readonly failures: Failures;
  /** Every point that the search looked at, in its order. */
  readonly points: readonly CalibrationPoint[];
}

/** Runs rows of probes, somewhere; rows are replications, always in the same order. */
export type RunProbes = (rows: readonly (readonly Probe[])[]) => Promise<readonly (readonly Probed[])[]>;

/** Probes a fit needs at most, searching, reading slopes, and checking. */
export function calibrateSize({ factors, budget, replications }: CalibratePlan): number {
  return (budget + 3 * factors.length + 3) * replications;
}

/**
 * Fits parameters to targets: searches the box of their ranges by the plan's method, every point in the same seasons
 * (0 … N − 1), takes the best point, rounds it, reads off what the targets leave open, and looks at the fitted scenario
 * in seasons that the search did not see (N … 2N − 1).
 *
 * @param run where probes are run; asked point after point, the rows always being the replications
 */
export async function calibrate(scenario: Scenario, plan: CalibratePlan, run: RunProbes): Promise<Calibration> {
  const { factors, seed, replications, confidence = 0.95, method, budget } = plan;
  const at = lookAt(plan, run);
  const priors = factors.map(({ key }) => priorValue(scenario, key));
  const [before] = await at([priors]);
  const start = factors.map((factor, d) => shareOf(factor, priors[d] as number));
  const { search, left, trace } = searchFor(plan, start);
  const points: CalibrationPoint[] = [];
  const asked: number[][] = [];
  while (!search.isDone) {
    const cube = search.ask();
    const found = await at(cube.map((point) => valuesAt(factors, point)));
    search.tell(
      cube,
      found.map((point) => findingOf(point, plan)),
    );
    asked.push(...cube);
    points.push(...found);
  }
  const best = bestPoint(points, asked, start);
  const sample = left();
  const slopes = best === null || sample !== null ? [] : slopePoints(factors, asked[best] as number[]);
  const around = await at(slopes.map((point) => valuesAt(factors, point)));
  const posterior =
    sample !== null
      ? posteriorOfSample(plan, sample)
      : best === null
        ? null
        : posteriorOfSlopes(plan, points[best] as CalibrationPoint, around);
  const found = best === null ? null : (points[best] as CalibrationPoint);
  const values = found && rounded(factors, await putBack(found, priors, plan, posterior, at));
  const [fitted] = values === null ? [] : await at([values]);
  const [check] = values === null ? [] : await at([values], replications);
  const targets = targetResults(plan, before, fitted, check);
  const failed = points.filter(({ loss }) => loss === null);
  return {
    ...headOf(scenario, { seed, replications, confidence }),
    method,
    budget,
    reached: targets.every((target) => target.outside === 0),
    parameters: factors.map(({ key, low, high }, d) => {
      const value = values?.[d] ?? null;
      return { key, low, high, prior: priors[d] as number, value, atEnd: value === low || value === high };
    }),
    targets,
    posterior,
    trace: trace(),
    failures: { points: failed.length, first: failed.find(({ failure }) => failure !== null)?.failure ?? null },
    points,
  };
}

/** What is found at points in all replications from the first on. */
type LookAt = (points: readonly (readonly number[])[], first?: number) => Promise<CalibrationPoint[]>;

/** Looks at points in all replications; the same values are not looked at twice. The first that has a value tells the noise. */
function lookAt(plan: CalibratePlan, run: RunProbes): LookAt {
  const { factors, replications } = plan;
  const known = new Map<string, CalibrationPoint>();
  let noise: readonly number[] | null = null;
  return async (points: readonly (readonly number[])[], first = 0): Promise<CalibrationPoint[]> => {
    const keyOf = (values: readonly number[]) => JSON.stringify([first, values]);
    const fresh = [...new Map(points.map((values) => [keyOf(values), values])).entries()].filter(
      ([key]) => !known.has(key),
    );
    if (fresh.length > 0) {
      const settings = fresh.map(([, values]) => settingsOf(factors, values));
      const rows = Array.from({ length: replications }, (_, r) =>
        settings.map((ofPoint): Probe => ({ settings: ofPoint, replication: first + r })),
      );
      const probed = await run(rows);
      for (const [i, [key, values]] of fresh.entries()) {
        const ofPoint = probed.map((row) => row[i] as Probed);
        const point = pointOf(plan, values, ofPoint, noise);
        if (point.loss !== null) noise ??= point.noise;
        known.set(key, point);
      }
    }
    return points.map((values) => known.get(keyOf(values)) as CalibrationPoint);
  };
}

/** Losses that differ by less are equal: a thirtieth of a standard deviation at one target. */
const EQUAL = 0.001;

/** The place of the best point; of equally good ones that nearest to where things stood, as nothing speaks for moving. */
function bestPoint(
  points: readonly CalibrationPoint[],
  asked: readonly (readonly number[])[],
  start: readonly number[],
): number | null {
  const least = points.reduce((low, { loss }) => Math.min(low, loss ?? low), Number.POSITIVE_INFINITY);
  const away = (at: number) =>
    (asked[at] as readonly number[]).reduce((sum, x, d) => sum + Math.abs(x - (start[d] as number)), 0);
  let best: number | null = null;
  for (const [at, { loss }] of points.entries()) {
    if (loss === null || loss > least + EQUAL) continue;
    if (best === null || away(at) < away(best)) best = at;
  }
  return best;
}

/** Losses that differ by less speak for neither: about a third of a standard deviation. */
const INDIFFERENT = 0.1;

/**
 * The best point, with each parameter that the targets leave open put back to where it stood, if that costs nothing. The
 * others go with it as far as they hang together: by what each is expected to be once that one is known.
 */
async function putBack(
  best: CalibrationPoint,
  priors: readonly number[],
  { factors }: CalibratePlan,
  posterior: Posterior | null,
  at: LookAt,
): Promise<CalibrationPoint> {
  let point = best;
  for (const [d, { low, high }] of factors.entries()) {
    const prior = priors[d] as number;
    if (posterior?.parameters[d]?.known !== 'open' || prior < low || prior > high) continue;
    const by = (prior - (point.values[d] as number)) / (high - low);
    const [other] = await at([point.values.map((value, i) => (i === d ? prior : moved(value, i, d, by)))]);
    if (other?.loss != null && other.loss <= (best.loss ?? 0) + INDIFFERENT) point = other;
  }
  return point;

  function moved(value: number, i: number, d: number, by: number): number {
    const { low, high, whole } = factors[i] as RangeFactor;
    const widths = [i, d].map((one) => posterior?.parameters[one]?.width ?? 0) as [number, number];
    const slope = ((posterior?.correlations[i]?.[d] ?? 0) * widths[0]) / widths[1];
    const to = Math.min(high, Math.max(low, value + slope * by * (high - low)));
    return whole ? Math.round(to) : to;
  }
}

function rounded(factors: readonly RangeFactor[], { values }: CalibrationPoint): number[] {
  return factors.map((factor, d) => roundedValue(factor, values[d] as number));
}

function targetResults(
  { targets }: CalibratePlan,
  before: CalibrationPoint | undefined,
  fitted: CalibrationPoint | undefined,
  check: CalibrationPoint | undefined,
): TargetResult[] {
  return targets.map((target, k) => {
    const of = (point: CalibrationPoint | undefined) => point?.found[k] ?? null;
    const mean = of(fitted)?.mean ?? null;
    return {
      measure: outputName(target.output),
      unit: outputUnit(target.output),
      low: target.low,
      high: target.high,
      fact: target.fact,
      before: of(before),
      fitted: of(fitted),
      check: of(check),
      outside: mean === null ? null : outside(target, mean),
    };
  });
}
