import type { Precision } from '../stats/index.ts';
import { defaultMeasure, type PrecisionAsk, precisionNames, precisionUnit } from './precision.ts';

/** Why a part of a text asks for no precision; `at` is its first character, from 1. */
export type PrecisionFault = { readonly at: number; readonly found: string } & (
  | { readonly is: 'measure' | 'twice' | 'size' }
  | { readonly is: 'unit'; readonly unit: string }
);

const SIZE = /^(\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})\s*(.*)$/u;

/** Shares above this ask for nothing. */
const MOST_SHARE = 1;

/**
 * Reads what precision is asked: `5%` of the default measure, `saving.perTonne=0.1`, `direct:vessel.portHours=2%`,
 * several with commas between. A size with a percent sign is relative to |mean|; others are in the measure's unit,
 * which may follow.
 *
 * @param sides names of the study's sides, base first
 */
export function readPrecision(
  text: string,
  sides: readonly string[],
): { readonly asks: readonly PrecisionAsk[]; readonly faults: readonly PrecisionFault[] } {
  const asks: PrecisionAsk[] = [];
  const faults: PrecisionFault[] = [];
  let at = 1;
  for (const part of text.split(',')) {
    const read = readPart(part, sides, at + part.length - part.trimStart().length);
    if ('is' in read) faults.push(read);
    else if (asks.some(({ measure }) => measure === read.measure))
      faults.push({ is: 'twice', at, found: read.measure });
    else asks.push(read);
    at += part.length + 1;
  }
  return { asks, faults };
}

function readPart(part: string, sides: readonly string[], at: number): PrecisionAsk | PrecisionFault {
  const equals = part.lastIndexOf('=');
  const measure = equals < 0 ? defaultMeasure(sides) : part.slice(0, equals).trim();
  const size = part.slice(equals + 1).trim();
  if (!precisionNames(sides).includes(measure)) return { is: 'measure', at, found: measure };
  const [, number = '', unit = ''] = SIZE.exec(size) ?? [];
  const value = Number(number);
  if (number === '' || value === 0) return { is: 'size', at, found: size };
  if (unit === '%')
    return value / 100 > MOST_SHARE ? { is: 'size', at, found: size } : ask(measure, 'relative', value / 100);
  const own = precisionUnit(measure);
  if (unit !== '' && unit !== own) return { is: 'unit', at, found: size, unit: own };
  return ask(measure, 'absolute', value);
}

function ask(measure: string, kind: Precision['kind'], size: number): PrecisionAsk {
  return { measure, precision: { kind, size } };
}
