import { RandomStreams } from '../random/index.ts';
import { type FittedLaw, fitLaws } from '../stats/index.ts';
import { HOUR_UNKNOWN, type Quantity, type QuantityId } from './quantities.ts';

/** What a quantity's values look like. */
export interface QuantitySummary {
  readonly id: QuantityId;
  readonly unit: string;
  readonly count: number;
  readonly mean: number;
  readonly sd: number | null;
  readonly quantiles: Readonly<Record<'p05' | 'p50' | 'p95', number>>;
  readonly least: number;
  readonly most: number;
  /** By hour of day at UTC+8: how many began in it, and their mean; null where beginnings are not known. */
  readonly byHour: readonly { readonly count: number; readonly mean: number | null }[] | null;
  readonly toTheMinute: boolean;
  readonly logs: Quantity['logs'];
  /** The best by AIC first; none where the values do not differ, are too few, or are yes and no. */
  readonly laws: readonly FittedLaw[];
}

/** Values that laws are fitted to, at least. */
const FEWEST_FITTED = 10;

/**
 * Sums up a quantity and fits laws to it.
 *
 * @param detailed p values of all laws, not of the best alone
 */
export function summarise(
  { id, unit, values, hours, toTheMinute, logs }: Quantity,
  seed: number,
  detailed = false,
): QuantitySummary {
  const sorted = values.toSorted();
  const count = sorted.length;
  const mean = sum(sorted) / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += ((sorted[i] as number) - mean) * ((sorted[i] as number) - mean);
  const quantile = (share: number) => sorted[Math.min(count - 1, Math.floor(share * count))] as number;
  const [least, most] = [sorted[0] as number, sorted[count - 1] as number];
  const fittable = count >= FEWEST_FITTED && most > least && unit !== '1';
  const stream = new RandomStreams(seed, 0).stream(`history.fit ${id}`);
  return {
    id,
    unit,
    count,
    mean,
    sd: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    quantiles: { p05: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95) },
    least,
    most,
    byHour: byHourOf(values, hours),
    toTheMinute,
    logs,
    laws: fittable ? fitLaws(values, { stream, pValuesOf: detailed ? 'all' : 'best' }) : [],
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total;
}

function byHourOf(values: Float64Array, hours: Uint8Array): QuantitySummary['byHour'] {
  if (hours.includes(HOUR_UNKNOWN)) return null;
  const sums = Array.from({ length: 24 }, () => ({ count: 0, sum: 0 }));
  for (let i = 0; i < hours.length; i++) {
    const hour = sums[hours[i] as number] as { count: number; sum: number };
    hour.count++;
    hour.sum += values[i] as number;
  }
  return sums.map(({ count, sum: total }) => ({ count, mean: count === 0 ? null : total / count }));
}
