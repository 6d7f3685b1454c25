import type { QuantitySummary } from '../history/index.ts';
import { figure, NO_FIGURE } from './figures.ts';

/** Hours that are short are shown in minutes or seconds, kilograms in tonnes. */
export function shownUnit({ unit, mean, quantiles }: Pick<QuantitySummary, 'unit' | 'mean' | 'quantiles'>): {
  readonly unit: string;
  readonly factor: number;
} {
  if (unit === 'kg') return { unit: 't', factor: 1e-3 };
  if (unit === 'kg/h') return { unit: 't/h', factor: 1e-3 };
  if (unit === '1') return { unit: '%', factor: 100 };
  const size = Math.max(Math.abs(mean), Math.abs(quantiles.p50));
  if (unit !== 'h' || size >= 2) return { unit, factor: 1 };
  return size < 2 / 60 ? { unit: 's', factor: 3600 } : { unit: 'min', factor: 60 };
}

/** A figure to about four digits. */
export function digits(value: number | null): string {
  if (value === null) return NO_FIGURE;
  const size = Math.abs(value);
  return figure(value, {
    from: 0,
    factor: 1,
    unit: '',
    decimals: size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3,
  });
}
