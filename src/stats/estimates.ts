import type { Stream } from '../random/index.ts';
import { type BootstrapInterval, bootstrap } from './bootstrap.ts';

/** A statistic of a sample with its bootstrap interval; null where undefined. */
export interface Estimate extends BootstrapInterval {
  readonly value: number | null;
}

/** Resamples of these intervals. */
const RESAMPLES = 1000;

/**
 * Statistics of rows of numbers, with percentile intervals over resampled rows.
 *
 * @param columns lists of one length, read together
 * @param statistics from the mean of any function of a row to the statistics; always as many
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @example
 * const stream = new RandomStreams(1, 0).stream('bootstrap');
 * estimates([[1, 2, 3]], (mean) => [mean(([x]) => x)], 0.9, stream)[0].value; // 2
 */
export function estimates(
  columns: readonly (readonly number[])[],
  statistics: (mean: MeanOf) => readonly (number | null)[],
  confidence: number,
  stream: Stream,
): Estimate[] {
  const rows = columns[0]?.length ?? 0;
  const table = Array.from({ length: rows }, (_, at) => columns.map((column) => column[at] as number));
  const of = (times: Uint32Array | null) =>
    statistics((value) => {
      let sum = 0;
      for (const [at, row] of table.entries()) {
        const weight = times === null ? 1 : (times[at] as number);
        if (weight > 0) sum += weight * value(row);
      }
      return sum / rows;
    });
  const intervals = bootstrap(rows, of, { resamples: RESAMPLES, confidence, stream });
  return of(null).map((value, at) => ({ value, ...(intervals[at] as BootstrapInterval) }));
}

/** The mean of a function of a row over the rows. */
export type MeanOf = (value: (row: readonly number[]) => number) => number;

/** The variance of a function of a row, over n. */
export function varianceOf(mean: MeanOf, value: (row: readonly number[]) => number): number {
  const centre = mean(value);
  return mean((row) => {
    const from = value(row) - centre;
    return from * from;
  });
}

/** A ratio; null where the divisor is 0. */
export function quotient(dividend: number, divisor: number): number | null {
  return divisor === 0 ? null : dividend / divisor;
}
