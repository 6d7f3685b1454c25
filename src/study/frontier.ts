import type { Scenario } from '../scenario/index.ts';
import { type Factor, type FactorValue, gridValues, type RangeFactor, settingOf } from './factor.ts';
import { type Column, columnSearch, type Level } from './frontier-column.ts';
import { headOf, type StudyHead } from './head.ts';
import { type Output, outputName, outputUnit } from './output.ts';
import type { Probe, Probed } from './probe.ts';
import { type Search, together } from './search.ts';
import { summarise } from './summary.ts';

/** What a frontier is asked for. */
export interface FrontierPlan {
  /** Its columns: a grid of a range, the values of a list. */
  readonly x: Factor;
  /** Along which it is looked for, for each x. */
  readonly y: RangeFactor;
  /** Columns of an x that is a range; whole numbers that fall together are taken once. */
  readonly points: number;
  /** Levels of y that are looked at first, ends included. */
  readonly scan: number;
  /** How near a root is to be found, as a share of the range of y. */
  readonly tolerance: number;
  /** Whose crossing of 0 is looked for: a saving, or a difference. */
  readonly output: Output;
  readonly seed: number;
  /** Every point sees the same ones. */
  readonly replications: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
}

/** One column of a frontier. */
export interface FrontierPoint extends Column {
  readonly x: FactorValue;
}

/** The answer of `frontier`, without the program that made it. */
export interface Frontier extends StudyHead {
  readonly measure: { readonly name: string; readonly unit: string };
  readonly x: Factor;
  readonly y: RangeFactor;
  /** Levels of y at which a change of sign was looked for. */
  readonly scan: readonly number[];
  /** Seasons compared: points that were looked at, times replications. */
  readonly evaluations: number;
  readonly points: readonly FrontierPoint[];
}

/** The values of x. */
export function frontierColumns({ x, points }: Pick<FrontierPlan, 'x' | 'points'>): FactorValue[] {
  return gridValues(x, points);
}

/**
 * Where a measure crosses 0, as a curve: for each x, every y at which its mean over the replications changes its sign.
 *
 * @returns a search that asks for rows of probes, one row a point, and is told their outcomes
 */
export function* frontierSearch(
  scenario: Scenario,
  plan: FrontierPlan,
): Search<readonly Probe[], readonly Probed[], Frontier> {
  const { x, y, output, seed, replications, confidence = 0.95 } = plan;
  const columns = frontierColumns(plan);
  const search = together(columns.map((value) => columnOf(value, plan)));
  let evaluations = 0;
  let step = search.next();
  while (step.done !== true) {
    const asked = step.value;
    evaluations += asked.length * replications;
    const told = yield asked.map(({ settings }) =>
      Array.from({ length: replications }, (_, replication) => ({ settings, replication })),
    );
    step = search.next(told.map((probed, i) => levelOf((asked[i] as Point).y, probed, confidence)));
  }
  return {
    ...headOf(scenario, { seed, replications, confidence }),
    measure: { name: outputName(output), unit: outputUnit(output) },
    x,
    y,
    scan: scanOf(plan),
    evaluations,
    points: step.value.map((column, i) => ({ x: columns[i] as FactorValue, ...column })),
  };
}

/** A level of y in a column. */
interface Point {
  readonly y: number;
  readonly settings: readonly string[];
}

function scanOf({ y, scan }: FrontierPlan): number[] {
  return gridValues({ ...y, levels: null }, scan) as number[];
}

function* columnOf(x: FactorValue, plan: FrontierPlan): Search<Point, Level, Column> {
  const { x: across, y, tolerance } = plan;
  const search = columnSearch({
    scan: scanOf(plan),
    tolerance: tolerance * (y.high - y.low),
    whole: y.whole,
  });
  let step = search.next();
  while (step.done !== true) {
    step = search.next(
      yield step.value.map((level) => ({ y: level, settings: [settingOf(across, x), settingOf(y, level)] })),
    );
  }
  return step.value;
}

/** A point's mean and interval; without if a replication has no value. */
function levelOf(y: number, probed: readonly Probed[], confidence: number): Level {
  const failed = probed.find((one) => !one.ok);
  const values = probed.flatMap((one) => (one.ok && one.values[0] != null ? [one.values[0]] : []));
  const summary = values.length < probed.length ? null : summarise(values, confidence);
  const { mean = null, low = null, high = null } = summary ?? {};
  return { y, mean, low, high, failure: failed?.failure ?? null };
}
