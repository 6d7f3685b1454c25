import type { MeasureUnit, Messages, Scale } from './messages.ts';

/** What stands where a figure is undefined. */
export const NO_FIGURE = '-';

/**
 * How figures that are read together are written, chosen by the largest of them.
 *
 * @param unit of the figures; one that no measure has is written after the number as it is
 * @example scaleFor(messagesOf('zh'), 'yuan', [2_702_165]).unit // '万元'
 */
export function scaleFor(messages: Messages, unit: string, figures: readonly (number | null | undefined)[]): Scale {
  const scales = Object.hasOwn(messages.scales, unit) ? messages.scales[unit as MeasureUnit] : [];
  const largest = Math.max(0, ...figures.map((figure) => Math.abs(figure ?? 0)));
  return scales.find(({ from }) => largest >= from) ?? { from: 0, factor: 1, decimals: 2, unit };
}

/** A figure without its unit; with `signed`, one above 0 has its plus. */
export function figure(value: number | null | undefined, { factor, decimals }: Scale, signed = false): string {
  if (value === null || value === undefined) return NO_FIGURE;
  const text = grouped((value * factor).toFixed(decimals));
  const zero = !/[1-9]/.test(text);
  if (zero) return text.replace('-', '');
  return signed && value > 0 ? `+${text}` : text;
}

/** A figure with its unit: `3.68 yuan/t`, `9.1%`. */
export function figureWithUnit(messages: Messages, unit: string, value: number | null | undefined): string {
  const scale = scaleFor(messages, unit, [value]);
  return withUnit(figure(value, scale), scale.unit);
}

/** An interval without its unit, `[2.99, 4.37]`. */
export function interval({ low, high }: { low: number | null; high: number | null }, scale: Scale): string {
  if (low === null || high === null) return NO_FIGURE;
  return `[${figure(low, scale)}, ${figure(high, scale)}]`;
}

/** A text and its unit. */
export function withUnit(text: string, unit: string): string {
  if (unit === '' || text === NO_FIGURE) return text;
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}

/** A whole number with its thousands apart. */
export function whole(value: number): string {
  return grouped(value.toFixed(0));
}

/** A share as a percentage in whole numbers, or with decimals where it is no whole one: `95%`, `99.5%`. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

function grouped(digits: string): string {
  const [before = '', after] = digits.split('.');
  const apart = before.replace(/\B(?=(\d{3})+$)/g, ',');
  return after === undefined ? apart : `${apart}.${after}`;
}
