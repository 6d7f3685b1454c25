import type { Messages } from './problem.ts';

const RELATIONS = { atMost: 'at most', atLeast: 'at least', below: 'below', above: 'above' } as const;

const TERMS: Readonly<Record<string, string>> = {
  largestCargo: 'the largest cargo with its loss',
  largestLoad: 'the largest truck load',
  allCargo: 'all cargo',
  periodStart: 'the first day',
  'third of fleet.payload': 'a third of fleet.payload',
};

const LIMITS = {
  bytes: 'bytes',
  parts: 'parts of YAML',
  depth: 'levels of nesting',
  calls: 'calls',
  days: 'days',
  trips: 'truck trips',
  stops: 'stops of cranes',
} as const;

const withUnit = (text: string, unit: string): string => (unit === '1' ? text : `${text} ${unit}`);

/** What the scenario layer says in English. */
export const english: Messages = {
  line: ({ expected, found, hint }) =>
    `expected ${expected}, found ${found}${hint === null ? '' : `; did you mean ${hint}?`}`,
  warning: 'warning: ',
  expected: {
    number: ({ unit, min, max, aboveMin, whole, range }) => {
      const kind = whole ? 'a whole number' : 'a number';
      const bounds = `${aboveMin ? `above ${min}` : `at least ${min}`} and at most ${max}`;
      const plausible = range === null ? '' : ` (plausible ${range[0]} to ${range[1]})`;
      return `${kind}${unit === '1' ? '' : ` in ${unit}`} ${bounds}${plausible}`;
    },
    unit: ({ unit }) => (unit === '1' ? 'a number without unit or in %' : `a unit like ${unit}`),
    plausible: ({ unit, range }) => `a value in its own range, ${withUnit(`${range[0]} to ${range[1]}`, unit)}`,
    ordered: () => 'low before high',
    words: ({ words, several }) => `${several ? 'a list of' : 'one of'} ${words.join(', ')}`,
    exactly: ({ text }) => text,
    relation: ({ relation, to, value }) => `${RELATIONS[relation]} ${TERMS[to] ?? to}, ${value}`,
    limit: ({ of, most }) => `at most ${most} ${LIMITS[of]}`,
    switch: () => 'true or false',
    hours: () => 'a list of distinct whole hours from 0 to 23, in order',
    text: () => 'a text',
    name: () => 'a name of letters, digits, hyphens, at most 80',
    identifier: () => 'an identifier such as saving.perTonne',
    group: () => 'a group of keys',
    list: () => 'a list',
    pair: () => 'a list of two numbers, [low, high]',
    date: () => 'a date such as 2024-01-31',
    instant: () => 'a date and time such as 2024-03-05T08:00',
    instantInPeriod: () => 'a date and time within the period',
    laycanForAllOrNone: () => 'a laycan for every cargo or for none',
    oneCallPerLaycan: () => 'one call where a laycan is given',
    knownKey: () => 'a known key',
    keyOnce: () => 'each key once',
    required: () => 'this key to be given',
    noAlias: () => 'no anchors and aliases',
    noTag: () => 'no tags',
    yaml: () => 'well-formed YAML',
    unicodeText: () => 'a text file in UTF-8',
    something: () => 'a scenario',
    source: () => 'a source for a value that is given or sourced',
    fittedStanding: () => 'standing fitted together with prior and fittedTo',
    publishedId: () => 'the id of a published fact in this file, or scenario/id for one of another',
    lowOrHigh: () => 'low, high or both, in the same unit',
    setting: () => 'path=value',
    notSoMany: () => 'fewer errors',
  },
  found: {
    text: ({ text }) => `"${text}"`,
    quantity: ({ value, unit }) => withUnit(String(value), unit),
    yamlError: ({ message }) => message,
    nothing: () => 'nothing',
    group: () => 'a group of keys',
    list: () => 'a list',
    binary: () => 'binary data',
    unknownUnit: () => 'an unknown unit',
    deep: () => 'more',
    more: () => 'more than can be shown; mend these first',
  },
};
