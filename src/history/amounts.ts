const NUMBER = /^'?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)\s*(\p{L}*)$/u;

const PLAIN = /^\d{1,15}(?:\.\d{1,15})?$/u;

/** Kilograms in a unit of mass. */
const MASS_UNITS: Readonly<Record<string, number>> = {
  kg: 1,
  kgs: 1,
  公斤: 1,
  千克: 1,
  t: 1000,
  mt: 1000,
  吨: 1000,
  万吨: 1e7,
};

/** From so much on, a truck's mass without a unit is in kilograms, below in tonnes: no truck weighs 200 t or 200 kg. */
const KILOGRAMS_FROM = 200;

/** A number as spreadsheets write it, thousands apart or not; NaN if it is none, or has a unit. */
export function readNumber(cell: string): number {
  const read = partsOf(cell);
  return read === null || read.unit !== '' ? Number.NaN : read.value;
}

/**
 * A mass in kilograms, NaN if it is none.
 *
 * @param kilograms what 1 stands for if the cell has no unit; null: of a truck, told from its size
 */
export function readMass(cell: string, kilograms: number | null): number {
  const read = partsOf(cell);
  if (read === null) return Number.NaN;
  const { value, unit } = read;
  if (unit !== '') return Object.hasOwn(MASS_UNITS, unit) ? value * (MASS_UNITS[unit] as number) : Number.NaN;
  return value * (kilograms ?? (Math.abs(value) < KILOGRAMS_FROM ? 1000 : 1));
}

function partsOf(cell: string): { readonly value: number; readonly unit: string } | null {
  // What is all digits needs no more.
  if (PLAIN.test(cell)) return { value: Number(cell), unit: '' };
  const [, digits = '', unit = ''] = NUMBER.exec(cell.normalize('NFKC').trim()) ?? [];
  if (!/\d/u.test(digits)) return null;
  const value = Number(digits.replaceAll(',', ''));
  return Number.isFinite(value) ? { value, unit: unit.toLowerCase() } : null;
}

const [YES, NO] = [
  ['是', '有', '查', '查验', '已查验', 'y', 'yes', 'true', '1', 'inspected', '布控'],
  ['否', '无', '未', '未查验', '不查', 'n', 'no', 'false', '0', 'released', '放行', ''],
];

/** 1 for yes, 0 for no, NaN for neither. */
export function readFlag(cell: string): number {
  const plain = cell.trim().toLowerCase();
  return YES?.includes(plain) ? 1 : NO?.includes(plain) ? 0 : Number.NaN;
}
