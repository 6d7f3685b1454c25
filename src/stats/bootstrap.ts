import type { Stream } from '../random/index.ts';
import { requireShare } from './finite-values.ts';
import { quantile } from './quantile.ts';

/** An interval of a statistic over resamples; nulls where no resample defines it. */
export interface BootstrapInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/** How to resample. */
export interface BootstrapOptions {
  /** Resamples, such as 1000. */
  readonly resamples: number;
  /** Share of intervals that shall cover, such as 0.95. */
  readonly confidence: number;
  readonly stream: Stream;
}

/**
 * Percentile intervals of several statistics of one sample (Efron 1979). Rows are drawn with replacement; the
 * statistics see how often each was drawn.
 *
 * @param rows how many rows the sample has, at least 1
 * @param statistics from the number of times each row counts (their sum is `rows`) to the statistics, null where
 *   undefined; always as many
 * @returns one interval a statistic; resamples that leave it undefined are left out
 * @throws RangeError if there is no row or no resample, or `confidence` is not between 0 and 1
 * @example
 * const stream = new RandomStreams(1, 0).stream('bootstrap');
 * const mean = (times) => [(2 * times[0] + 4 * times[1]) / 2];
 * bootstrap(2, mean, { resamples: 100, confidence: 0.9, stream }); // [{ low: 2, high: 4 }]
 */
export function bootstrap(
  rows: number,
  statistics: (times: Uint32Array) => readonly (number | null)[],
  { resamples, confidence, stream }: BootstrapOptions,
): BootstrapInterval[] {
  requireShare('confidence', confidence);
  for (const [name, value] of Object.entries({ rows, resamples })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      throw new RangeError(`${name} must be a whole number from 1, but is ${value}.`);
    }
  }
  const found: number[][] = [];
  const times = new Uint32Array(rows);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < rows; draw++) times[Math.floor(stream.next() * rows)]!++;
    for (const [i, value] of statistics(times).entries()) {
      found[i] ??= [];
      if (value !== null) found[i].push(value);
    }
  }
  return found.map((values) => intervalOf(values, confidence));
}

function intervalOf(values: readonly number[], confidence: number): BootstrapInterval {
  if (values.length === 0) return { low: null, high: null };
  return { low: quantile(values, (1 - confidence) / 2), high: quantile(values, (1 + confidence) / 2) };
}
