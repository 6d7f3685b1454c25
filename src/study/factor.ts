import { describe, type ParameterKey, type Scenario } from '../scenario/index.ts';

/** A value that a parameter may be given in a design. */
export type FactorValue = number | string | boolean;

/** A parameter that a design varies. */
export type Factor = RangeFactor | ListFactor;

/** A number between two others, both included. */
export interface RangeFactor {
  readonly kind: 'range';
  readonly key: ParameterKey;
  readonly low: number;
  readonly high: number;
  /** Whole numbers only. */
  readonly whole: boolean;
  /** Levels of a grid, if they were asked for. */
  readonly levels: number | null;
}

/** A few values in their order. */
export interface ListFactor {
  readonly kind: 'list';
  readonly key: ParameterKey;
  readonly values: readonly FactorValue[];
}

/** Digits that drawn values are cut to, so that they read well; the last bits of a range are nobody's. */
const DIGITS = 12;

/** The values a parameter can be varied over by itself: its own range in the scenario, all its words, on and off. */
export function ownFactor({ parameters }: Pick<Scenario, 'parameters'>, key: ParameterKey): Factor | null {
  const known = describe(key);
  if (known.type === 'choice') return { kind: 'list', key, values: known.choices };
  if (known.type === 'switch') return { kind: 'list', key, values: [false, true] };
  const { range } = parameters[key];
  if (range === null || !('whole' in known) || range[0] >= range[1]) return null;
  return { kind: 'range', key, low: range[0], high: range[1], whole: known.whole, levels: null };
}

/**
 * The value at a share of the way: equal shares for each of a list or of whole numbers, a straight line otherwise.
 *
 * @param u from 0 to 1, both included
 * @example factorAt({ kind: 'range', key: 'fleet.size', low: 20, high: 60, whole: true, levels: null }, 0.5) // 40
 */
export function factorAt(factor: Factor, u: number): FactorValue {
  if (factor.kind === 'list') return factor.values[cell(u, factor.values.length)] as FactorValue;
  const { low, high, whole } = factor;
  if (whole) return low + cell(u, high - low + 1);
  return valueNear(factor, low + u * (high - low));
}

/** The value of a range nearest to a number, as it is set: whole where it must be, cut to digits that read well. */
export function valueNear({ low, high, whole }: RangeFactor, value: number): number {
  return Math.min(high, Math.max(low, whole ? Math.round(value) : Number(value.toPrecision(DIGITS))));
}

/** The values of a factor in a grid; whole numbers that fall together are taken once. */
export function gridValues(factor: Factor, levels: number): FactorValue[] {
  if (factor.kind === 'list') return [...factor.values];
  const { low, high, whole } = factor;
  const count = factor.levels ?? levels;
  const values = Array.from({ length: count }, (_, i) => low + ((high - low) * i) / Math.max(1, count - 1));
  const read = values.map((value) => (whole ? Math.round(value) : Number(value.toPrecision(DIGITS))));
  return [...new Set(read.map((value) => Math.min(high, value)))];
}

/** The text that sets a factor to a value. */
export function settingOf({ key }: Factor, value: FactorValue): string {
  return `${key}=${value}`;
}

function cell(u: number, count: number): number {
  return Math.min(count - 1, Math.floor(u * count));
}
