import type { Messages } from './problem.ts';
import { type ExpectationWords, expectationIn, type FindingWords, findingIn } from './problem-words.ts';
import { dimensionInWords, HOUR_OF_DAY, quantityInWords, unitInWords } from './unit-words.ts';
import { dimensionOf } from './units.ts';

const RELATIONS = { atMost: 'at most', atLeast: 'at least', below: 'below', above: 'above' } as const;

const TERMS: Readonly<Record<string, string>> = {
  largestCargo: 'the largest cargo with its loss',
  largestLoad: 'the largest truck load',
  periodStart: 'the first day',
  'third of fleet.payload': 'a third of fleet.payload',
  wholeDay: 'a whole day (changeovers, meals and closed hours together)',
  mostOfAMonth: 'the most of any month that one kind of weather may take',
  blowsThatMayGrow: 'weather.wind7Part of weather.wind6Share',
  'rest of customs.documentShare': 'what customs.documentShare leaves of 1',
  'rest of customs.returnedShare': 'what customs.returnedShare leaves of 1',
};

const LIMITS = {
  bytes: 'bytes',
  parts: 'parts of YAML',
  depth: 'levels of nesting',
  calls: 'calls',
  days: 'days',
  trips: 'truck trips',
  stops: 'stops of machines',
  observations: 'observations and at least one',
} as const;

const quantity = (value: number | string, unit: string): string => quantityInWords(value, unit, 'en');

/** What a unit measures. */
const measured = (unit: string): string => dimensionInWords(dimensionOf(unit) ?? {}, 'en');

const rangeText = ([low, high]: readonly [number, number]) => (low === high ? String(low) : `${low} to ${high}`);

const EXPECTED: ExpectationWords = {
  number: ({ unit, min, max, aboveMin, whole, range }) => {
    const number = whole ? 'a whole number' : 'a number';
    const inUnit = unit === '1' ? number : `${number} in ${unitInWords(unit, 'en')}`;
    const kind = unit === HOUR_OF_DAY ? 'a whole hour of the day' : inUnit;
    const bounds = `${aboveMin ? `above ${min}` : `at least ${min}`} and at most ${max}`;
    const plausible = range === null ? '' : ` (plausible ${rangeText(range)})`;
    return `${kind} ${bounds}${plausible}`;
  },
  unit: ({ unit }) => (unit === '1' ? 'a number without unit or in %' : `a unit like ${unit} (${measured(unit)})`),
  plausible: ({ unit, range }) => `a value in its own range, ${quantity(rangeText(range), unit)}`,
  ordered: () => 'low before high',
  words: ({ words, several }) => `${several ? 'a list of' : 'one of'} ${words.join(', ')}`,
  exactly: ({ text }) => text,
  stated: ({ value, unit }) => quantity(value, unit),
  relation: ({ relation, to, value, unit }) => `${RELATIONS[relation]} ${TERMS[to] ?? to}, ${quantity(value, unit)}`,
  supply: ({ perTime, unit, tonnes }) =>
    `at least ${quantity(perTime, unit)}, so that all cargo, ${quantity(tonnes, 't')}, is there before the clock closes`,
  water: ({ depth, draught, tide }) =>
    `at least ${quantity(depth, 'm')}, so that the deepest ship, drawing ${quantity(draught, 'm')}, ever passes with ` +
    `her under-keel clearance: the tide lasts for the passage at ${quantity(tide, 'm')} at the most`,
  limit: ({ of, most }) => `at most ${most} ${LIMITS[of]}`,
  switch: () => 'true or false',
  hours: () => 'a list of distinct whole hours from 0 to 23, in order',
  months: () => 'a list of twelve numbers of at least 0, January first, not all 0',
  dates: () => 'a list of distinct dates such as 2024-01-31, in order',
  text: () => 'a text',
  name: () => 'a name of letters, digits, hyphens, at most 80',
  identifier: () => 'an identifier such as saving.perTonne',
  group: () => 'a group of keys',
  list: () => 'a list',
  pair: () => 'a list of two numbers, [low, high]',
  oneLaw: () => 'one law, such as lognormal: { mean: 7 min, cv: 0.3 }',
  noLaw: () => 'one value: this is no time that varies by a law',
  date: () => 'a date such as 2024-01-31',
  instant: () => 'a date and time such as 2024-03-05T08:00',
  instantInPeriod: () => 'a date and time within the period',
  laycanForAllOrNone: () => 'a laycan for every cargo or for none',
  liftedCurfew: () => 'at least one hour of the day without a curfew',
  oneCallPerLaycan: () => 'one call where a laycan is given',
  knownKey: () => 'a known key',
  keyOnce: () => 'each key once',
  required: () => 'this key to be given',
  noAlias: () => 'no anchors and aliases',
  noTag: () => 'no tags',
  yaml: () => 'well-formed YAML',
  aligned: () => 'the lines of one group to begin in one column',
  keyAndColon: () => 'a key with a colon and a blank after it, or # before a remark',
  closedQuote: () => 'the quotation mark to be closed on this line',
  closedBracket: () => 'the bracket to be closed on this line',
  unicodeText: () => 'a text file in UTF-8',
  something: () => 'a scenario',
  oneCargo: () => 'at least one cargo',
  source: () => 'a source for a value that is given, sourced or measured',
  fittedStanding: () => 'standing fitted together with prior and fittedTo',
  publishedId: () => 'the id of a published fact in this file, or scenario/id for one of another',
  lowOrHigh: () => 'low, high or both, in the same unit',
  setting: () => 'path=value',
  notSoMany: () => 'fewer errors',
};

const FOUND: FindingWords = {
  text: ({ text }) => `"${text}"`,
  quantity: ({ value, unit }) => quantity(value, unit),
  yamlError: ({ message }) => message,
  twice: ({ first, second }) => `"${first}" and "${second}"`,
  unpublished: ({ text, none }) =>
    `"${text}", ${none ? 'but this file has nothing under published' : 'which is not under published'}: ` +
    'list the fact there, or take prior and fittedTo out and say standing: assumed',
  nothing: () => 'nothing',
  group: () => 'a group of keys',
  list: () => 'a list',
  binary: () => 'binary data',
  otherDimension: ({ text, unit }) => `"${text}" (${measured(unit)})`,
  unknownUnit: ({ text, part }) => `"${text}", where "${part}" is no unit`,
  deep: () => 'more',
  more: () => 'more than can be shown; mend these first',
};

/** What the scenario layer says in English. */
export const english: Messages = {
  sentence: (expected, found) =>
    `expected ${expectationIn(EXPECTED, expected, found)}, found ${findingIn(FOUND, found)}`,
  hint: (word) => `; did you mean ${word}?`,
  warning: 'warning: ',
};
