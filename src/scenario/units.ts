import { nearest } from './nearest.ts';
import { BASE_UNITS, type BaseDimension } from './unit-table.ts';

/** What a unit measures: exponents by base dimension. Things counted are a dimension of their own. */
export type Dimension = Readonly<Partial<Record<BaseDimension, number>>>;

/** A parsed unit: its size in base units as a ratio of whole numbers, and its dimension. */
interface Unit {
  readonly numerator: number;
  readonly denominator: number;
  readonly dimension: Dimension;
}

/** Longest unit text looked at; what is longer is no unit. */
const LONGEST_UNIT = 40;

/**
 * Reads a unit: base units joined by `/` (or 每, or ` per `), `*` and `·`, such as `t/h`, `yuan/t/d`, `L/100km` or 元/吨·天.
 * What a `·` joins stays below the line, as reports write it: 元/吨·天 is 元/(吨·天).
 *
 * @returns null if any part is unknown
 */
function parseUnit(text: string): Unit | null {
  if (text.length > LONGEST_UNIT) return null;
  const dimension = new Map<BaseDimension, number>();
  let numerator = 1;
  let denominator = 1;
  let sign = 1;
  for (const part of partsOf(text)) {
    if (MARKS.has(part)) {
      if (part !== '·') sign = part === '/' ? -1 : 1;
      continue;
    }
    const base = BASE_UNITS.get(part);
    if (base === undefined) return null;
    numerator *= sign > 0 ? base[1] : base[2];
    denominator *= sign > 0 ? base[2] : base[1];
    if (base[0] !== '') dimension.set(base[0], (dimension.get(base[0]) ?? 0) + sign);
  }
  return { numerator, denominator, dimension: withoutIdleCounts(dimension) };
}

const MARKS: ReadonlySet<string> = new Set(['/', '*', '·']);

/** Base units and the marks between them. */
function partsOf(text: string): string[] {
  return text
    .replace(/\/\s*\(([^()/]*)\)$/u, (_, under: string) => `/${under.replaceAll('*', '·')}`)
    .replaceAll(/\s*每\s*|\s+per\s+/gu, '/')
    .split(/\s*([/*·])\s*/u);
}

/** The part of a unit that is none, and the known one nearest to it; null if all are known. */
export function unknownPart(text: string): { readonly part: string; readonly hint: string | null } | null {
  if (text.length > LONGEST_UNIT) return { part: text, hint: null };
  const part = partsOf(text).find((one) => !MARKS.has(one) && !BASE_UNITS.has(one));
  return part === undefined ? null : { part, hint: nearest(part, [...BASE_UNITS.keys()]) };
}

/** What a unit measures; null if it is none. */
export function dimensionOf(text: string): Dimension | null {
  return parseUnit(text)?.dimension ?? null;
}

/** Words for things counted only explain a compound: `min/truck` is a time. Alone they are a count. */
function withoutIdleCounts(dimension: Map<BaseDimension, number>): Dimension {
  if (dimension.size > 1) dimension.delete('count');
  return Object.fromEntries([...dimension].filter(([, power]) => power !== 0));
}

function sameDimension(a: Dimension, b: Dimension): boolean {
  const names = Object.keys(a) as BaseDimension[];
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Whether a text is a unit the scenario files know. */
export function isUnit(text: string): boolean {
  return parseUnit(text) !== null;
}

/** The value, the unknown unit, or the unit of another dimension. */
export type Conversion =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'unknownUnit' | 'otherDimension' };

/**
 * A value in another unit of the same dimension. Sizes are whole-number ratios, reduced, so that the result is
 * one multiplication and one division away from the value, and the value itself where the units are equal.
 *
 * @example convert(450, 't/h', 'kg/h') // { ok: true, value: 450000 }
 * @example convert(2, '%', '1') // { ok: true, value: 0.02 }
 */
export function convert(value: number, from: string, to: string): Conversion {
  const source = parseUnit(from);
  const target = parseUnit(to);
  if (source === null || target === null) return { ok: false, why: 'unknownUnit' };
  if (!sameDimension(source.dimension, target.dimension)) return { ok: false, why: 'otherDimension' };
  const up = source.numerator * target.denominator;
  const down = source.denominator * target.numerator;
  const common = greatestCommonDivisor(up, down);
  return { ok: true, value: (value * (up / common)) / (down / common) };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A number as written, and the unit written after it, if any. */
export interface Written {
  readonly value: number;
  readonly unit: string | null;
}

const WRITTEN = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?)(?:\s*([^\s\d].*)|\s+(\S.*))?$/u;

/** Longest text looked at as a number with a unit. */
const LONGEST_QUANTITY = 400;

/**
 * Splits a text such as `0.3 yuan/t/d` into number and unit, in decimal notation only.
 *
 * @returns null if the text does not begin with a finite decimal number
 */
export function parseQuantity(text: string): Written | null {
  if (text.length > LONGEST_QUANTITY) return null;
  // An input method for Chinese writes ８　公里／小时 and ２％ with wide characters.
  const match = WRITTEN.exec(text.normalize('NFKC').trim());
  const value = match === null ? Number.NaN : Number(match[1]);
  if (match === null || !Number.isFinite(value)) return null;
  return { value: value === 0 ? 0 : value, unit: match[2] ?? match[3] ?? null };
}
