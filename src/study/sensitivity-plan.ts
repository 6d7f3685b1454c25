import { type Factor, factorAt, settingOf } from './factor.ts';
import type { Output } from './output.ts';
import type { Probe, Probed } from './probe.ts';
import type { Failure } from './task.ts';

/** How sensitivity is looked at: one at a time, by screening, by shares of variance. */
export const SENSITIVITY_METHODS = ['tornado', 'morris', 'sobol'] as const;
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number];

/**
 * The factor that sets nothing: turning it draws other random numbers, as another seed would. What it does is what
 * luck does; a parameter that does less is lost in it where numbers are not common.
 */
export const DUMMY = 'dummy';

/** Factors that are turned together; a factor alone is a group of its own, by its key. The dummy has none. */
export interface FactorGroup {
  readonly name: string;
  readonly factors: readonly Factor[];
}

/** What a sensitivity study is asked for. */
export interface SensitivityPlan {
  readonly method: SensitivityMethod;
  /** Without the dummy, which every study adds. */
  readonly groups: readonly FactorGroup[];
  readonly output: Output;
  readonly seed: number;
  /** Seasons a point is the mean of. */
  readonly replications: number;
  /** Trajectories of Morris, rows of Saltelli's design. */
  readonly samples: number;
  /** Levels of Morris's grid, even. */
  readonly levels: number;
  /** Whether pairs are looked at too (Sobol'). */
  readonly secondOrder: boolean;
  /** Of the bootstrap. */
  readonly resamples: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
}

/** The groups of a plan and the dummy, in the order of their names in a result. */
export function withDummy({ groups }: SensitivityPlan): FactorGroup[] {
  return [...groups, { name: DUMMY, factors: [] }];
}

/** All factors of a plan; they are the coordinates of its points. */
export function factorsOf({ groups }: SensitivityPlan): Factor[] {
  return groups.flatMap(({ factors }) => factors);
}

/** For each group the places of its factors among all; none for the dummy. */
export function coordinatesOf(groups: readonly FactorGroup[]): number[][] {
  let at = 0;
  return groups.map(({ factors }) => factors.map(() => at++));
}

/** The settings of a point of the unit cube. */
export function settingsAt(factors: readonly Factor[], point: readonly number[]): string[] {
  return factors.map((factor, d) => settingOf(factor, factorAt(factor, point[d] as number)));
}

/** The probes of a point in a world: worlds are blocks of replications that have none in common. */
export function probesAt(settings: readonly string[], world: number, replications: number): Probe[] {
  return Array.from({ length: replications }, (_, r) => ({ settings, replication: world * replications + r }));
}

/** A point's mean over its replications, or why it has none; a measure that does not apply is neither. */
export interface PointValue {
  readonly value: number | null;
  readonly failure: Failure | null;
}

/** Sums up the probes of each point, `replications` after each other. */
export function pointValues(probed: readonly Probed[], replications: number): PointValue[] {
  return Array.from({ length: probed.length / replications }, (_, at) => {
    const ofPoint = probed.slice(at * replications, (at + 1) * replications);
    const failed = ofPoint.find((one) => !one.ok);
    if (failed !== undefined) return { value: null, failure: failed.failure };
    const values = ofPoint.flatMap((one) => (one.ok && one.values[0] != null ? [one.values[0]] : []));
    if (values.length < replications) return { value: null, failure: null };
    return { value: values.reduce((sum, value) => sum + value, 0) / replications, failure: null };
  });
}

/** How many points had no value, and the first reason. */
export interface Failures {
  readonly points: number;
  readonly first: Failure | null;
}

/** Counts points without a value. */
export function failuresOf(points: readonly PointValue[]): Failures {
  const failed = points.filter(({ value }) => value === null);
  return { points: failed.length, first: failed.find(({ failure }) => failure !== null)?.failure ?? null };
}
