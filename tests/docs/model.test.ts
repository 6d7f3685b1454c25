/** What docs/background/model.md says in numbers and names is what the catalogue and the code have. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convert, describe, isParameterKey, isUnit, type Parameter } from '../../src/scenario/index.ts';

const root = new URL('../../', import.meta.url);
const model = readFileSync(new URL('docs/background/model.md', root), 'utf8');

/** Each `key` = value, with the text that follows the equals sign on one line. */
const named = [...model.matchAll(/`([a-z]+\.\w+)` = ([^`]{1,40})/gu)].flatMap(([, key, text]) => {
  return key !== undefined && text !== undefined && isParameterKey(key)
    ? [{ key, text: text.replace(/\s+/gu, ' ') }]
    : [];
});

test('the values it names are the base values of the catalogue', () => {
  expect(named.filter(({ key, text }) => !says(text, describe(key)))).toEqual([]);
  expect(named.length).toBeGreaterThan(60);
});

/** Whether a text begins with a parameter's value, a number in its unit or one that converts to it. */
function says(text: string, parameter: Parameter): boolean {
  if (!('unit' in parameter)) return text.startsWith(inWords(parameter));
  const [, number, unit] = /^(-?[\d,]*\.?\d+)(?: ([A-Za-z]+(?:\/[A-Za-z]+)?))?/u.exec(text) ?? [];
  const value = Number((number ?? '').replaceAll(',', ''));
  if (unit === undefined || !isUnit(unit)) return value === parameter.value && isUnitless(parameter.unit);
  const converted = convert(value, unit, parameter.unit);
  return converted.ok && Math.abs(converted.value - parameter.value) <= 1e-12 * Math.abs(parameter.value);
}

function inWords({ value }: Parameter): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') || 'none' : String(value);
}

/** A count, a share or a ratio may be named without its unit. */
function isUnitless(unit: string): boolean {
  return convert(1, unit, '1').ok || !/^(h|d|min|s|t|km|m|yuan|USD)\b/u.test(unit);
}

test('it names every random stream that the port draws from', () => {
  const port = new URL('src/port/', root);
  const streams = readdirSync(port).flatMap((file) => {
    const code = readFileSync(new URL(file, port), 'utf8');
    return [...code.matchAll(/'((?:[a-z]\w*\.)+[A-Za-z]\w*)'/gu)].flatMap(([, name]) => name ?? []);
  });
  expect(streams.length).toBeGreaterThan(40);
  expect([...new Set(streams)].filter((name) => !model.includes(`\`${name}\``))).toEqual([]);
});
