import { parseDay } from './calendar.ts';
import type { NumberParameter, Parameter, ParameterValue } from './catalogue/parameter.ts';
import { found } from './fields.ts';
import type { Expectation, Position, Simple } from './problem.ts';
import { type ProblemList, shown, textFound } from './problem-list.ts';
import { HOUR_OF_DAY } from './unit-words.ts';
import { convert, parseQuantity, unknownPart } from './units.ts';
import type { Tree } from './yaml-tree.ts';

/**
 * Reads a parameter's value of whatever type, in the catalogue's unit.
 *
 * @returns null if it is wrong, which is then noted under `path`
 */
export function readValue(
  tree: Tree,
  path: string,
  parameter: Parameter,
  problems: ProblemList,
): ParameterValue | null {
  switch (parameter.type) {
    case 'quantity':
    case 'count':
    case 'share':
      return readNumber(tree, path, parameter, problems);
    case 'choice':
      return readChoice(tree, path, parameter.choices, problems);
    case 'choices':
      return readChoices(tree, path, parameter.choices, problems);
    case 'switch':
      return readSwitch(tree, path, problems);
    case 'hours':
      return readHours(tree, path, problems);
    case 'months':
      return readMonths(tree, path, problems);
    case 'dates':
      return readDates(tree, path, problems);
  }
}

/** Reads a number with or without a unit, and holds it to the parameter's hard bounds. */
export function readNumber(
  tree: Tree,
  path: string,
  parameter: Pick<NumberParameter, 'unit' | 'bounds' | 'whole' | 'hourOfDay'> & {
    readonly range: NumberParameter['range'] | null;
  },
  problems: ProblemList,
): number | null {
  const { unit, bounds, whole, range } = parameter;
  const aboveMin = bounds.aboveMin === true;
  const shown = parameter.hourOfDay ? HOUR_OF_DAY : unit;
  const expected: Expectation = { is: 'number', unit: shown, min: bounds.min, max: bounds.max, aboveMin, whole, range };
  const value = readQuantity(tree, path, unit, expected, problems);
  if (value === null) return null;
  const low = aboveMin ? value > bounds.min : value >= bounds.min;
  if (low && value <= bounds.max && (!whole || Number.isInteger(value))) return value;
  problems.error(tree.at, path, expected, found(tree));
  return null;
}

function readQuantity(
  tree: Tree,
  path: string,
  unit: string,
  expected: Expectation,
  problems: ProblemList,
): number | null {
  const written = tree.is === 'text' ? parseQuantity(tree.text) : null;
  if (written === null) {
    problems.error(tree.at, path, expected, found(tree));
    return null;
  }
  if (written.unit === null) return written.value;
  const converted = convert(written.value, written.unit, unit);
  if (converted.ok) return converted.value;
  noteUnit(tree, path, { is: 'unit', unit }, written.unit, problems);
  return null;
}

/** Notes a number whose unit is unknown, with the nearest one, or of another dimension, with both. */
export function noteUnit(tree: Tree, path: string, expected: Expectation, unit: string, problems: ProblemList): void {
  const text = tree.is === 'text' ? shown(tree.text.trim()) : '';
  const unknown = unknownPart(unit);
  if (unknown === null) problems.error(tree.at, path, expected, { is: 'otherDimension', text, unit });
  else {
    const hint = withoutSeparators(text) ?? unknown.hint;
    problems.error(tree.at, path, expected, { is: 'unknownUnit', text, part: shown(unknown.part) }, hint);
  }
}

/** 8,000 as it should be written. */
function withoutSeparators(text: string): string | null {
  const grouped = /^[+-]?\d{1,3}(?:[,，']\d{3})+(?![\d,])/u.test(text);
  return grouped ? text.replaceAll(/(?<=\d)[,，'](?=\d{3})/gu, '') : null;
}

/** One of a few words; null if it is none of them, which is noted. */
export function readChoice(tree: Tree, path: string, words: readonly string[], problems: ProblemList): string | null {
  const text = tree.is === 'text' ? tree.text.trim() : null;
  if (text !== null && words.includes(text)) return text;
  noteWord(tree, path, words, false, problems);
  return null;
}

function readChoices(tree: Tree, path: string, words: readonly string[], problems: ProblemList): string[] | null {
  if (tree.is !== 'list') {
    noteWord(tree, path, words, true, problems);
    return null;
  }
  const chosen = tree.items.map((item) => readChoice(item, path, words, problems));
  if (chosen.includes(null)) return null;
  if (new Set(chosen).size < chosen.length) {
    problems.error(tree.at, path, { is: 'keyOnce' }, { is: 'list' });
    return null;
  }
  return words.filter((word) => chosen.includes(word));
}

function noteWord(tree: Tree, path: string, words: readonly string[], several: boolean, problems: ProblemList): void {
  const expected: Expectation = { is: 'words', words, several };
  if (tree.is === 'text') problems.unknown(tree.at, path, expected, tree.text, several ? [] : words);
  else problems.error(tree.at, path, expected, found(tree));
}

function readSwitch(tree: Tree, path: string, problems: ProblemList): boolean | null {
  const text = tree.is === 'text' ? tree.text.trim() : null;
  if (text === 'true' || text === 'false') return text === 'true';
  problems.error(tree.at, path, { is: 'switch' }, found(tree));
  return null;
}

function readHours(tree: Tree, path: string, problems: ProblemList): number[] | null {
  return readList(tree, path, 'hours', problems, (texts) => {
    const values = texts.map((text) => (/^\d{1,2}$/u.test(text) ? Number(text) : Number.NaN));
    const fine = values.every((value, i) => value >= 0 && value <= 23 && (i === 0 || value > (values[i - 1] ?? 24)));
    return fine ? values : null;
  });
}

function readMonths(tree: Tree, path: string, problems: ProblemList): number[] | null {
  return readList(tree, path, 'months', problems, (texts) => {
    const written = texts.map(parseQuantity);
    const values = written.map((one) => (one === null || one.unit !== null ? Number.NaN : one.value));
    const fine = values.length === 12 && values.every((value) => value >= 0 && value <= MOST_OF_A_MONTH);
    return fine && values.some((value) => value > 0) ? values : null;
  });
}

/** Months are compared; what is larger by more than this is a slip of the pen. */
const MOST_OF_A_MONTH = 1e6;

function readDates(tree: Tree, path: string, problems: ProblemList): string[] | null {
  return readList(tree, path, 'dates', problems, (texts) => {
    const days = texts.map((text) => parseDay(text) ?? Number.NaN);
    const fine = days.every((day, i) => (i === 0 ? !Number.isNaN(day) : day > (days[i - 1] as number)));
    return fine ? [...texts] : null;
  });
}

/** Reads a list of texts. @param valuesOf what the texts mean, or null if they are wrong */
function readList<T>(
  tree: Tree,
  path: string,
  expected: Simple,
  problems: ProblemList,
  valuesOf: (texts: readonly string[]) => T[] | null,
): T[] | null {
  const texts = tree.is === 'list' ? tree.items.map((item) => (item.is === 'text' ? item.text.trim() : '')) : null;
  const values = texts === null ? null : valuesOf(texts);
  if (values !== null) return values;
  problems.error(tree.at, path, { is: expected }, texts === null ? found(tree) : textFound(`[${texts.join(', ')}]`));
  return null;
}

/** Notes a value that the model can run but that lies outside its own plausible range. */
export function warnIfImplausible(
  at: Position,
  path: string,
  value: ParameterValue,
  known: Parameter,
  range: readonly [number, number] | null,
  problems: ProblemList,
): void {
  if (range === null || !('unit' in known) || typeof value !== 'number') return;
  if (value >= range[0] && value <= range[1]) return;
  const unit = known.hourOfDay ? HOUR_OF_DAY : known.unit;
  problems.warn(at, path, { is: 'plausible', unit, range }, { is: 'quantity', value, unit });
}
