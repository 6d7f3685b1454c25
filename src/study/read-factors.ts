import {
  describe,
  isParameterKey,
  PARAMETER_KEYS,
  type ParameterKey,
  type Problem,
  readParameterValue,
  type Scenario,
  unknownParameter,
} from '../scenario/index.ts';
import { type Factor, type FactorValue, ownFactor } from './factor.ts';

/** Why a text names no factor. */
export type FactorFault =
  /** Its key or one of its values is wrong, as any setting's may be. */
  | { readonly is: 'problem'; readonly problem: Problem }
  /** Subsets of words and lists of hours have no values in between. */
  | { readonly is: 'notVariable'; readonly key: string }
  /** The scenario gives it no range with room in it. */
  | { readonly is: 'noRange'; readonly key: string }
  | { readonly is: 'emptyRange'; readonly key: string; readonly low: number; readonly high: number }
  | { readonly is: 'notARange'; readonly key: string; readonly found: string }
  | { readonly is: 'oneValue'; readonly key: string }
  | { readonly is: 'twice'; readonly key: string }
  | { readonly is: 'levels'; readonly key: string; readonly found: string }
  | { readonly is: 'noneOfGroup'; readonly key: string };

/** Factors read, and which texts (from 1) could not be. */
export interface ReadFactors {
  readonly factors: readonly Factor[];
  readonly faults: readonly { readonly text: number; readonly fault: FactorFault }[];
}

const MOST_LEVELS = 1000;

/**
 * Reads what a design varies: `fleet.size` (its own range in the scenario), `fleet.size=20..60`, `fleet.size=20..60:5`
 * (five levels), `fleet.size=20,30,45`, `dispatch.policy=pull,headway`, `fleet.*` (every number of the group that has
 * a range).
 *
 * @param option how problems name the texts
 */
export function readFactors(scenario: Scenario, texts: readonly string[], option: string): ReadFactors {
  const factors: Factor[] = [];
  const faults: ReadFactors['faults'][number][] = [];
  for (const [at, text] of texts.entries()) {
    const read = readText(scenario, text.trim(), { file: option, line: at + 1 });
    for (const one of Array.isArray(read) ? read : [read]) {
      const isFault = 'is' in one;
      const twice = !isFault && factors.some(({ key }) => key === one.key);
      if (isFault) faults.push({ text: at + 1, fault: one });
      else if (!twice) factors.push(one);
      else if (!text.endsWith('.*')) faults.push({ text: at + 1, fault: { is: 'twice', key: one.key } });
    }
  }
  return { factors, faults };
}

/** Every number of the scenario that has a range. */
export function rangedFactors(scenario: Scenario, prefix = ''): Factor[] {
  const keys = PARAMETER_KEYS.filter((key) => key.startsWith(prefix) && 'range' in describe(key));
  return keys.flatMap((key) => ownFactor(scenario, key) ?? []);
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function readText(scenario: Scenario, text: string, place: Place): Factor | FactorFault | Factor[] {
  const equals = text.indexOf('=');
  const key = (equals < 0 ? text : text.slice(0, equals)).trim();
  if (equals < 0 && key.endsWith('.*')) {
    const members = rangedFactors(scenario, key.slice(0, -1));
    return members.length > 0 ? members : { is: 'noneOfGroup', key };
  }
  if (!isParameterKey(key)) {
    return { is: 'problem', problem: unknownParameter(key, place.file, { line: place.line, column: 1 }) };
  }
  const { type } = describe(key);
  if (type === 'choices' || type === 'hours') return { is: 'notVariable', key };
  if (equals < 0) return ownFactor(scenario, key) ?? { is: 'noRange', key };
  return readValues(key, text.slice(equals + 1).trim(), { ...place, column: equals + 2 });
}

function readValues(key: ParameterKey, text: string, place: Place & { column: number }): Factor | FactorFault {
  const [first = '', rest] = splitOnce(text, '..');
  if (rest !== undefined) return readRange(key, first.trim(), rest.trim(), place);
  const values: FactorValue[] = [];
  for (const word of text.split(',')) {
    const read = readParameterValue(key, word.trim(), place.file, place);
    if (!read.ok) return { is: 'problem', problem: read.problem };
    if (values.includes(read.value as FactorValue)) return { is: 'twice', key: `${key}=${read.value}` };
    values.push(read.value as FactorValue);
  }
  return values.length < 2 ? { is: 'oneValue', key } : { kind: 'list', key, values };
}

function readRange(
  key: ParameterKey,
  lowText: string,
  rest: string,
  place: Place & { column: number },
): Factor | FactorFault {
  const known = describe(key);
  if (!('whole' in known)) return { is: 'notARange', key, found: `${lowText}..${rest}` };
  const [highText = '', levelsText] = splitOnce(rest, ':');
  const unit = /[^\d.eE+-].*$/u.exec(highText)?.[0] ?? '';
  const ends: number[] = [];
  for (const text of [/^[\d.eE+-]+$/u.test(lowText) ? `${lowText}${unit}` : lowText, highText.trim()]) {
    const read = readParameterValue(key, text, place.file, place);
    if (!read.ok) return { is: 'problem', problem: read.problem };
    ends.push(read.value as number);
  }
  const [low = 0, high = 0] = ends;
  if (low >= high) return { is: 'emptyRange', key, low, high };
  const levels = levelsText === undefined ? null : levelsIn(levelsText.trim());
  if (Number.isNaN(levels)) return { is: 'levels', key, found: levelsText ?? '' };
  return { kind: 'range', key, low, high, whole: known.whole, levels };
}

function levelsIn(text: string): number {
  const levels = /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
  return levels >= 2 && levels <= MOST_LEVELS ? levels : Number.NaN;
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
