import type { Bounds } from './catalogue/parameter.ts';
import { BASE_UNITS } from './unit-table.ts';
import { dimensionOf } from './units.ts';

/** A JSON Schema, or part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A group with these keys and no others. */
export function group(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  const needed = required.length === 0 ? {} : { required };
  return { type: 'object', additionalProperties: false, properties, ...needed };
}

/** A text; an editor's YAML takes some texts for numbers, days or switches. */
export function text(): Schema {
  return { type: ['string', 'number', 'boolean'] };
}

/** A bare number in the unit within bounds, or a text of a number with a unit of the same dimension. */
export function numberOrText(unit: string, bounds: Bounds, whole = false): Schema {
  const { min, max, aboveMin } = bounds;
  const least = aboveMin === true ? { exclusiveMinimum: min } : { minimum: min };
  return {
    anyOf: [
      { type: whole ? 'integer' : 'number', ...least, maximum: max },
      { $ref: `#/definitions/${quantityName(unit)}` },
    ],
  };
}

/** How the definition of texts in a unit is called; a slash would part the pointer to it. */
function quantityName(unit: string): string {
  return unit === '1' ? 'plain' : `in-${unit.replaceAll('/', '-per-')}`;
}

/** The definitions of texts that are numbers in units, for those that are referred to. */
export function quantityDefinitions(units: Iterable<string>): Record<string, Schema> {
  const entries = [...new Set(units)].map((unit): [string, Schema] => [
    quantityName(unit),
    { type: 'string', pattern: quantityPattern(unit) },
  ]);
  return Object.fromEntries(entries);
}

const NUMBER = String.raw`[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?`;
/** What stands between the parts of a unit. */
const PER = String.raw`\s*(/|每|·|\s+per\s+)\s*`;

/**
 * The pattern of a number with a unit of the same dimension, part by part: whatever the reader reads by it matches, but
 * for units that are put together in another order.
 */
function quantityPattern(unit: string): string {
  const [first = '1', ...others] = unit.split('/');
  const under = others.map((part) => {
    const counted = BASE_UNITS.get(part)?.[0] === 'count';
    const one = `${PER}${wordsLike(part)}`;
    return counted ? `(${one})?` : one;
  });
  const over = wordsLike(first);
  const plain = Object.keys(dimensionOf(unit) ?? {}).length === 0 ? '%|1|' : '';
  const whole = `${plain}${over}${under.join('')}`;
  return String.raw`^\s*${NUMBER}\s*(${whole})?\s*$`;
}

/** All words for units of one dimension. */
function wordsLike(part: string): string {
  const dimension = BASE_UNITS.get(part)?.[0] ?? '';
  const words = [...BASE_UNITS].filter(([, base]) => base[0] === dimension).map(([word]) => word);
  return `(${words.map((word) => word.replaceAll(/[$.*+?()[\]{}|\\^]/gu, String.raw`\$&`)).join('|')})`;
}
