import { MODES } from '../port/index.ts';
import { type Bounds, STANDINGS, within } from './catalogue/parameter.ts';
import { CATALOGUE, describe, PARAMETER_KEYS, type ParameterKey } from './catalogue.ts';
import { lawDefinitions, parameterSchema, valueSchema } from './json-schema-parameters.ts';
import { group, numberOrText, quantityDefinitions, type Schema, text } from './json-schema-parts.ts';
import { SCHEMA_WORDS } from './json-schema-words.ts';
import type { Language } from './problem.ts';
import { SCENARIO_SCHEMA } from './read.ts';
import { CALL_COUNT, CARGO_TONNES, TOTAL_TONNES } from './read-cargoes.ts';
import { READINGS } from './scenario.ts';
import { mayVary } from './varying.ts';

/**
 * The JSON Schema of a scenario file, draft 7, which editors take: keys, types, units by dimension, bounds, words to
 * choose from, defaults and help. Whatever the reader accepts is valid; what it refuses for how values go together, for
 * bounds in another unit than the catalogue's, or for a source that is missing, only the reader tells.
 *
 * @param language of titles and help
 */
export function scenarioJsonSchema(language: Language): Schema {
  const words = SCHEMA_WORDS[language];
  const bilingual = group({ zh: text(), en: text() }, ['zh', 'en']);
  const quantity = ({ unit, bounds: { min, max } }: { readonly unit: string; readonly bounds: Bounds }) =>
    numberOrText(unit, within(min, max));
  const calls = quantity(CALL_COUNT);
  const cargo = group(
    {
      tonnes: quantity(CARGO_TONNES),
      calls,
      laycan: { type: 'string', pattern: String.raw`^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\s*$` },
      mode: { enum: [...MODES] },
    },
    ['tonnes'],
  );
  const bound = { anyOf: [{ type: 'number' }, { type: 'string' }] };
  const fact = group(
    { id: text(), low: bound, high: bound, reading: { enum: [...READINGS] }, source: text(), note: text() },
    ['id', 'reading', 'source'],
  );
  const day = { type: 'string', pattern: String.raw`^\s*\d{4}-\d{2}-\d{2}\s*$` };
  const properties: Record<string, Schema> = {
    schema: { const: SCENARIO_SCHEMA },
    name: { anyOf: [{ type: 'string', pattern: String.raw`^\s*[^\s/\\]{1,80}\s*$` }, { type: 'number' }] },
    title: bilingual,
    question: bilingual,
    period: group({ start: day, end: day }, ['start', 'end']),
    cargoes: { type: 'array', minItems: 1, items: cargo },
    totals: group({ calls, tonnes: quantity(TOTAL_TONNES) }, []),
    published: { type: 'array', items: fact },
    parameters: parametersSchema(language),
  };
  for (const [name, help] of Object.entries(words.fields)) {
    properties[name] = { ...properties[name], description: help };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: words.title,
    ...group(properties, ['schema', 'name', 'title', 'question', 'period', 'cargoes']),
    definitions: {
      standing: { enum: [...STANDINGS], description: words.standing },
      source: { ...text(), description: words.source },
      note: { ...text(), description: words.note },
      ...quantityDefinitions(['1', 't', 'calls', ...PARAMETER_KEYS.flatMap(unitOf)]),
      ...lawDefinitions(PARAMETER_KEYS.filter(mayVary).map((key) => CATALOGUE[key])),
      ...Object.fromEntries(PARAMETER_KEYS.map((key) => [key, valueSchema(key, describe(key))])),
    },
  };
}

function unitOf(key: ParameterKey): string[] {
  const known = describe(key);
  return 'unit' in known ? [known.unit] : [];
}

/** The parameters, group by group. */
function parametersSchema(language: Language): Schema {
  const groups: Record<string, Record<string, Schema>> = {};
  for (const key of PARAMETER_KEYS) {
    const [first = '', second = ''] = key.split('.');
    groups[first] = { ...groups[first], [second]: parameterSchema(key, describe(key), language) };
  }
  const members = Object.entries(groups).map(([name, properties]) => [name, group(properties, [])] as const);
  return group(Object.fromEntries(members), []);
}
