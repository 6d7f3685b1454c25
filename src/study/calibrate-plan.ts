import { type NumberKey, numberOf, type ParameterKey, type Scenario } from '../scenario/index.ts';
import { type FactorValue, factorAt, type RangeFactor, settingOf } from './factor.ts';
import type { Target } from './targets.ts';

/** How parameters are searched for. */
export const CALIBRATE_METHODS = ['nelder-mead', 'cma-es', 'abc-smc', 'history-matching'] as const;
export type CalibrateMethod = (typeof CALIBRATE_METHODS)[number];

/** What a fit is asked for. */
export interface CalibratePlan {
  readonly factors: readonly RangeFactor[];
  readonly targets: readonly Target[];
  readonly method: CalibrateMethod;
  /** Points that the search may look at. */
  readonly budget: number;
  readonly seed: number;
  /** Seasons that a point's means are of, the same for all points; at least 2. */
  readonly replications: number;
  /** Share of intervals that shall cover; 0.95 unless said otherwise. */
  readonly confidence?: number;
}

/** Points a search may look at unless it is told, by how many parameters it fits. */
export function budgetFor(method: CalibrateMethod, parameters: number): number {
  return { 'nelder-mead': 80, 'cma-es': 200, 'abc-smc': 1500, 'history-matching': 40 }[method] * parameters;
}

/** Points of a wave of history matching, by how many parameters it fits (Loeppky, Sacks and Welch 2009). */
export function waveSize(parameters: number): number {
  return 10 * parameters;
}

/** Particles of a generation of ABC-SMC. */
export const PARTICLES = 100;

/** The least budget with which a method can say anything. */
export function leastBudget(method: CalibrateMethod, parameters: number): number {
  if (method === 'abc-smc') return PARTICLES;
  return method === 'history-matching' ? waveSize(parameters) : parameters + 2;
}

/** A parameter's value before any fitting. */
export function priorValue(scenario: Pick<Scenario, 'parameters'>, key: ParameterKey): number {
  const { standing, prior } = scenario.parameters[key];
  return standing === 'fitted' && typeof prior === 'number' ? prior : numberOf(scenario, key as NumberKey);
}

/** Where a value lies on the way through its range, 0 to 1; beyond its ends, at them. */
export function shareOf({ low, high, whole }: RangeFactor, value: number): number {
  const share = whole ? (value - low + 0.5) / (high - low + 1) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}

/** The values at a point of the unit cube. */
export function valuesAt(factors: readonly RangeFactor[], point: readonly number[]): number[] {
  return factors.map((factor, d) => factorAt(factor, point[d] as number) as number);
}

/** The texts that set factors to values. */
export function settingsOf(factors: readonly RangeFactor[], values: readonly FactorValue[]): string[] {
  return factors.map((factor, d) => settingOf(factor, values[d] as FactorValue));
}

/** Digits that a fitted value is given with: more would be nobody's. */
const DIGITS = 4;

/** A value rounded to what is worth writing down, still in its range. */
export function roundedValue({ low, high, whole }: RangeFactor, value: number): number {
  if (whole) return value;
  return Math.min(high, Math.max(low, Number(value.toPrecision(DIGITS))));
}
