import { readdirSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  describe as describeParameter,
  PARAMETER_KEYS,
  parseScenario,
  scenarioJsonSchema,
} from '../../src/scenario/index.ts';
import { BASE_UNITS } from '../../src/scenario/unit-table.ts';
import { shippedText, small } from './example.ts';
import { OTHER_VALUES } from './typo.ts';

const ajv = new Ajv({ allErrors: true, strictTypes: false });
const validate = ajv.compile(scenarioJsonSchema('en'));
/** As an editor does it: YAML 1.2 with its numbers and switches. */
const isValid = (text: string) => validate(parse(text, { logLevel: 'silent' }));
const isRead = (text: string) => parseScenario(text, 'x').ok;

const shipped = readdirSync(new URL('../../scenarios/', import.meta.url)).map((file) => file.replace(/\.yaml$/u, ''));

test('the schema in Chinese is the same but for its words', () => {
  expect(ajv.validateSchema(scenarioJsonSchema('zh'))).toBe(true);
  const wordless = (language: 'zh' | 'en') =>
    JSON.stringify(scenarioJsonSchema(language), (name, value) =>
      (name === 'title' || name === 'description') && typeof value === 'string' ? '' : value,
    );
  expect(wordless('zh')).toBe(wordless('en'));
  expect(JSON.stringify(scenarioJsonSchema('zh'))).toContain(
    '单位：辆（trucks）。 默认：40（假定）。 合理范围：20 至 80。',
  );
});

test.each(shipped)('%s is valid', (name) => {
  const valid = isValid(shippedText(name));
  expect(validate.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

describe('what neither the schema nor the reader takes', () => {
  test.each([
    ['an unknown parameter', '  fleet:\n    sise: 40'],
    ['an unknown group', '  fleets:\n    size: 40'],
    ['a unit of another dimension', '  road:\n    distance: 8 t'],
    ['a unit of another dimension in a range', '  road:\n    distance: { value: 8, range: [3 t, 9 t] }'],
    ['a price by the wrong measure', '  handling:\n    secondHaulPrice: 5 yuan/km'],
    ['an unknown unit', '  road:\n    distance: 8 parsec'],
    ['a number out of bounds', '  fleet:\n    size: 0'],
    ['half a truck', '  fleet:\n    size: 4.5'],
    ['a word that is no choice', '  dispatch:\n    policy: pul'],
    ['a list for a number', '  fleet:\n    size: [40]'],
    ['half a range', '  fleet:\n    size: { value: 40, range: [80] }'],
    ['no value', '  fleet:\n    size: { note: x }'],
    ['an unknown standing', '  fleet:\n    size: { value: 40, standing: asumed }'],
    ['eleven months', `  weather:\n    fogMonths: [${Array.from({ length: 11 }, () => 1)}]`],
    ['hour 24', '  road:\n    curfewHours: [24]'],
    ['a law without its spread', '  works:\n    loadingTime: { lognormal: { mean: 7 min } }'],
    ['a law of what does not vary', '  road:\n    distance: { constant: 8 km }'],
  ])('%s', (_, parameters) => {
    expect([isValid(small(parameters)), isRead(small(parameters))]).toEqual([false, false]);
  });

  test.each(['schema', 'name', 'title', 'question', 'period', 'cargoes'])('no %s', (field) => {
    const text = small().replace(new RegExp(`^${field}:.*\\n(?:  - .*\\n)?`, 'mu'), '');
    expect([isValid(text), isRead(text)]).toEqual([false, false]);
  });
});

const quantities = PARAMETER_KEYS.filter((key) => 'unit' in describeParameter(key));
const likeUnit = (unit: string) =>
  fc
    .tuple(
      ...unit.split('/').map((part) => {
        const dimension = BASE_UNITS.get(part)?.[0];
        return fc.constantFrom(...[...BASE_UNITS].filter(([, base]) => base[0] === dimension).map(([word]) => word));
      }),
      fc.constantFrom('/', ' / ', '每', ' per '),
    )
    .map((parts) => parts.slice(0, -1).join(parts.at(-1)));

const written = fc
  .constantFrom(...quantities)
  .chain((key) => {
    const known = describeParameter(key);
    const unit = 'unit' in known ? known.unit : '1';
    return fc.tuple(
      fc.constant(key),
      fc.oneof(fc.constant(String(known.value)), fc.double({ min: 0, max: 1e5, noNaN: true }).map(String)),
      fc.oneof(fc.constant(''), fc.constant(unit), likeUnit(unit), fc.constantFrom('t', 'km', 'x', '%')),
    );
  })
  .map(([key, number, unit]) => {
    const [group, name] = key.split('.');
    return `  ${group}:\n    ${name}: ${`${number} ${unit}`.trim()}`;
  });

property.prop([written], { seed: 1, numRuns: 400 })('whatever quantity the reader takes is valid', (parameters) => {
  const text = small(parameters);
  if (isRead(text)) expect(isValid(text), `${parameters} ${JSON.stringify(validate.errors?.[0])}`).toBe(true);
});

property.prop([fc.constantFrom(...PARAMETER_KEYS), fc.constantFrom(...OTHER_VALUES, 'true', '[]', '[1, 2]', 'abc')], {
  seed: 2,
  numRuns: 400,
})('and so is whatever else it takes', (key, value) => {
  const [group, name] = key.split('.');
  const text = small(`  ${group}:\n    ${name}: ${value}`);
  if (isRead(text)) expect(isValid(text), `${key}: ${value} ${JSON.stringify(validate.errors?.[0])}`).toBe(true);
});
