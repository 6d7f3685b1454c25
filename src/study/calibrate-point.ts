import type { Finding } from '../stats/index.ts';
import type { CalibratePlan } from './calibrate-plan.ts';
import type { Probed } from './probe.ts';
import { type Summary, summarise } from './summary.ts';
import type { Target } from './targets.ts';
import type { Failure } from './task.ts';

/** What was found at one point of a fit. */
export interface CalibrationPoint {
  /** By the factors. */
  readonly values: readonly number[];
  /** By the targets; null where the measure does not apply or the point failed. */
  readonly found: readonly (Summary | null)[];
  /** −2 ln likelihood but for a constant; 0: every target hit in the middle. Null: no value. */
  readonly loss: number | null;
  /** Of each target over its standard deviation, and the variance of that by the simulator's noise. */
  readonly misses: readonly number[];
  readonly noise: readonly number[];
  readonly failure: Failure | null;
}

/**
 * A point's figures over its replications, and what they lose.
 *
 * @param common the noise to reckon with at every point; null: this one's own. Points share their luck, and one that was
 *   judged by its own noise would look good for having little of it, or much
 */
export function pointOf(
  { targets, confidence = 0.95 }: CalibratePlan,
  values: readonly number[],
  probed: readonly Probed[],
  common: readonly number[] | null,
): CalibrationPoint {
  const failed = probed.find((one) => !one.ok);
  const none = { values, found: targets.map(() => null), loss: null, misses: [], noise: [] };
  if (failed !== undefined) return { ...none, failure: failed.failure };
  const found = targets.map((_, k) => {
    const each = probed.map((one) => (one.ok ? (one.values[k] ?? null) : null));
    return each.includes(null) ? null : summarise(each, confidence);
  });
  if (found.includes(null)) return { ...none, found, failure: null };
  const misses = targets.map((target, k) => missOf(target, found[k]?.mean as number));
  const noise = common ?? targets.map((target, k) => noiseOf(target, found[k]?.sd ?? 0, probed.length));
  return { values, found, loss: likelihoodLoss(misses, noise), misses, noise, failure: null };
}

/** A target's standard deviation: that of a value even over its band. */
function spreadOf({ low, high }: Target): number {
  return (high - low) / 2 / Math.sqrt(3);
}

function missOf(target: Target, mean: number): number {
  return (mean - (target.low + target.high) / 2) / spreadOf(target);
}

function noiseOf(target: Target, sd: number, replications: number): number {
  const spread = spreadOf(target);
  return (sd * sd) / replications / (spread * spread);
}

/** −2 ln of a normal likelihood with the target's variance and the noise's together, but for a constant. */
function likelihoodLoss(misses: readonly number[], noise: readonly number[]): number {
  return misses.reduce((sum, miss, k) => sum + (miss * miss) / (1 + (noise[k] as number)), 0);
}

/** Where the edge of a band lies, in its standard deviations: what ABC-SMC accepts at last. */
export const EDGE = Math.sqrt(3);

/** The largest miss over its standard deviation, noise included; up to {@link EDGE}, every target is in its band. */
export function largestMiss({ loss, misses, noise }: CalibrationPoint): number | null {
  if (loss === null) return null;
  return Math.max(...misses.map((miss, k) => Math.abs(miss) / Math.sqrt(1 + (noise[k] as number))));
}

/** What a search is told of a point. */
export function findingOf(point: CalibrationPoint, { method }: CalibratePlan): Finding {
  const { misses, noise } = point;
  return { loss: method === 'abc-smc' ? largestMiss(point) : point.loss, misses, noise };
}

/** How far a mean lies outside a band, in its unit; 0 in it. */
export function outside({ low, high }: Pick<Target, 'low' | 'high'>, mean: number): number {
  return mean < low ? mean - low : mean > high ? mean - high : 0;
}
