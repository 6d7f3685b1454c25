import { normalQuantile } from '../random/index.ts';
import { requireFiniteValues, requireShare } from './finite-values.ts';
import { batched } from './mser5.ts';
import { meanOrNull } from './sample-moments.ts';
import { type TInterval, tInterval } from './t-interval.ts';

/** The mean of a series of dependent observations, and how sure it is. */
export interface BatchMeans extends TInterval {
  /** Batches that the interval is made of; `n` is the same number. */
  readonly batches: number;
  /** Observations in each. */
  readonly batchSize: number;
  /** Of the batches: 0 if they are independent; null if they do not vary. */
  readonly lag1: number | null;
  /**
   * Whether the batches pass for independent by von Neumann's test. If not, the series is too short and the interval
   * too narrow.
   */
  readonly independent: boolean;
}

/** Batches a test needs to say anything, and those an interval is made of at most. */
const [LEAST_TESTED, MOST_BATCHES] = [32, 30];

/** Batches of an interval that stands on no passed test. */
const FEW_BATCHES = 10;

/** A test is passed where independent batches would fail it with this chance. */
const SIGNIFICANCE = 0.1;

/**
 * Non-overlapping batch means. The batch size is doubled from 1 until von Neumann's ratio no longer finds neighbours
 * alike (Fishman 1978), at this size and the next, while at least 32 batches are left to test; then the series is cut
 * into at most 30 batches, none smaller than that: more would give little more and risk dependence (Schmeiser 1982).
 * Observations that fill no batch are left out at the beginning.
 *
 * @param series observations in the order of time, warm-up left out, at least 20
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @throws RangeError if there are fewer than 20 values, one is not finite or `confidence` is not between 0 and 1
 * @example
 * const { mean, batches, batchSize } = batchMeans(Array.from({ length: 60 }, (_, i) => i % 2), 0.95);
 * [mean, batches, batchSize]; // [0.5, 30, 2]
 */
export function batchMeans(series: readonly number[], confidence: number): BatchMeans {
  requireShare('confidence', confidence);
  requireFiniteValues('series', series);
  const least = 2 * FEW_BATCHES;
  if (series.length < least)
    throw new RangeError(`Batch means need at least ${least} observations; there are ${series.length}.`);
  const passing = passingSize(series);
  const size =
    passing === null
      ? Math.floor(series.length / FEW_BATCHES)
      : Math.max(passing, Math.ceil(series.length / MOST_BATCHES));
  const means = batched(series.slice(series.length % size), size);
  return {
    ...tInterval(means, confidence),
    batches: means.length,
    batchSize: size,
    lag1: lag1(means),
    independent: passing !== null,
  };
}

/** The smallest power of two that, with the next one if that can be tested, makes batches pass; null if none does. */
function passingSize(series: readonly number[]): number | null {
  let before: number | null = null;
  for (let size = 1; series.length >= size * LEAST_TESTED; size *= 2) {
    const passes = looksIndependent(batched(series.slice(series.length % size), size));
    if (passes && before !== null) return before;
    before = passes ? size : null;
  }
  return before;
}

/**
 * Von Neumann's ratio test against neighbours that are alike: 1 − Σ(zᵢ − zᵢ₊₁)²/(2 Σ(zᵢ − z̄)²) of k independent
 * values is near normal about 0 with variance (k − 2)/(k² − 1) (von Neumann 1941).
 */
function looksIndependent(values: readonly number[]): boolean {
  const ratio = likeness(values);
  if (ratio === null) return true;
  const k = values.length;
  return ratio * Math.sqrt((k * k - 1) / (k - 2)) <= normalQuantile(1 - SIGNIFICANCE);
}

function likeness(values: readonly number[]): number | null {
  const mean = meanOrNull(values) as number;
  let [squares, steps] = [0, 0];
  for (const [at, value] of values.entries()) {
    squares += (value - mean) * (value - mean);
    if (at > 0) steps += (value - (values[at - 1] as number)) * (value - (values[at - 1] as number));
  }
  return squares === 0 ? null : 1 - steps / (2 * squares);
}

/** The correlation of each value with the next; null if they do not vary. */
export function lag1(values: readonly number[]): number | null {
  const mean = meanOrNull(values);
  if (mean === null) return null;
  let [squares, products] = [0, 0];
  for (const [at, value] of values.entries()) {
    squares += (value - mean) * (value - mean);
    if (at > 0) products += (value - mean) * ((values[at - 1] as number) - mean);
  }
  return squares === 0 ? null : products / squares;
}
