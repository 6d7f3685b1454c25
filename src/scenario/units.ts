/** What a unit measures: exponents by base dimension. Things counted are a dimension of their own. */
type Dimension = Readonly<Record<string, number>>;

/** A parsed unit: its size in base units as a ratio of whole numbers, and its dimension. */
interface Unit {
  readonly numerator: number;
  readonly denominator: number;
  readonly dimension: Dimension;
}

type BaseUnit = readonly [dimension: string, numerator: number, denominator: number];

const COUNT_WORDS = [
  'truck trucks machine machines hatch hatches lane lanes crane cranes berth berths call calls lot lots bay bays slot slots',
  'load loads declaration declarations inspection inspections move moves ship ships pad pads pilot pilots tug tugs 辆 台 个 道 条 位 批 次 艘 车',
]
  .join(' ')
  .split(' ');

const BASE_UNITS: ReadonlyMap<string, BaseUnit> = new Map<string, BaseUnit>([
  ['1', ['', 1, 1]],
  ['%', ['', 1, 100]],
  ['kg', ['mass', 1, 1]],
  ['千克', ['mass', 1, 1]],
  ['t', ['mass', 1000, 1]],
  ['吨', ['mass', 1000, 1]],
  ['kt', ['mass', 1_000_000, 1]],
  ['万吨', ['mass', 10_000_000, 1]],
  ['m', ['length', 1, 1]],
  ['米', ['length', 1, 1]],
  ['km', ['length', 1000, 1]],
  ['公里', ['length', 1000, 1]],
  ['100km', ['length', 100_000, 1]],
  ['s', ['time', 1, 1]],
  ['秒', ['time', 1, 1]],
  ['min', ['time', 60, 1]],
  ['分钟', ['time', 60, 1]],
  ['h', ['time', 3600, 1]],
  ['小时', ['time', 3600, 1]],
  ['d', ['time', 86_400, 1]],
  ['天', ['time', 86_400, 1]],
  ['yr', ['time', 31_536_000, 1]],
  ['年', ['time', 31_536_000, 1]],
  ['kWh', ['energy', 1, 1]],
  ['千瓦时', ['energy', 1, 1]],
  ['L', ['volume', 1, 1]],
  ['升', ['volume', 1, 1]],
  ['yuan', ['yuan', 1, 1]],
  ['元', ['yuan', 1, 1]],
  ['万元', ['yuan', 10_000, 1]],
  ['USD', ['dollar', 1, 1]],
  ['美元', ['dollar', 1, 1]],
  ['NT', ['net tonnage', 1, 1]],
  ['净吨', ['net tonnage', 1, 1]],
  ...COUNT_WORDS.map((word): readonly [string, BaseUnit] => [word, ['count', 1, 1]]),
]);

/** Longest unit text looked at; what is longer is no unit. */
const LONGEST_UNIT = 40;

/**
 * Reads a unit: base units joined by `/` (and, rarely, `*`), such as `t/h`, `yuan/t/d` or `L/100km`.
 *
 * @returns null if any part is unknown
 */
function parseUnit(text: string): Unit | null {
  if (text.length > LONGEST_UNIT) return null;
  const dimension = new Map<string, number>();
  let numerator = 1;
  let denominator = 1;
  let sign = 1;
  for (const part of text.split(/\s*([/*])\s*/u)) {
    if (part === '/' || part === '*') {
      sign = part === '/' ? -1 : 1;
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

/** Words for things counted only explain a compound: `min/truck` is a time. Alone they are a count. */
function withoutIdleCounts(dimension: Map<string, number>): Dimension {
  if (dimension.size > 1) dimension.delete('count');
  return Object.fromEntries([...dimension].filter(([, power]) => power !== 0));
}

function sameDimension(a: Dimension, b: Dimension): boolean {
  const names = Object.keys(a);
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
  const match = WRITTEN.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]);
  if (match === null || !Number.isFinite(value)) return null;
  return { value: value === 0 ? 0 : value, unit: match[2] ?? match[3] ?? null };
}
