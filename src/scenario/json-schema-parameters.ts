import { type NumberParameter, type Parameter, within } from './catalogue/parameter.ts';
import type { ParameterKey } from './catalogue.ts';
import { group, numberOrText, type Schema, text } from './json-schema-parts.ts';
import { SCHEMA_WORDS } from './json-schema-words.ts';
import { LAW_FIELDS, type LawField, STRETCHED_TO } from './law.ts';
import type { Language } from './problem.ts';
import { MOST_OBSERVATIONS } from './read-law.ts';
import { HOUR_OF_DAY, unitInWords } from './unit-words.ts';
import { mayVary } from './varying.ts';

/** A parameter: its value alone, or a group with what is known of it; the value is defined under the key. */
export function parameterSchema(key: ParameterKey, known: Parameter, language: Language): Schema {
  const value = { $ref: `#/definitions/${key}` };
  const range = 'range' in known ? { range: pairOf(known) } : {};
  const whole = group(
    {
      value,
      ...range,
      standing: { $ref: '#/definitions/standing' },
      source: { $ref: '#/definitions/source' },
      note: { $ref: '#/definitions/note' },
      prior: value,
      fittedTo: text(),
      fittedBy: text(),
    },
    ['value'],
  );
  const [label] = known[language];
  return { title: label, description: helpOf(known, language), default: known.value, anyOf: [value, whole] };
}

/** What the value of a parameter may be. */
export function valueSchema(key: ParameterKey, known: Parameter): Schema {
  switch (known.type) {
    case 'quantity':
    case 'count':
    case 'share': {
      const number = numberOrText(known.unit, known.bounds, known.whole);
      return mayVary(key) ? { anyOf: [number, { $ref: `#/definitions/${lawName(known)}` }] } : number;
    }
    case 'choice':
      return { enum: [...known.choices] };
    case 'choices':
      return { type: 'array', uniqueItems: true, items: { enum: [...known.choices] } };
    case 'switch':
      return { enum: [true, false, 'true', 'false'] };
    case 'hours':
      return { type: 'array', uniqueItems: true, items: numberOrDigits(0, 23) };
    case 'months':
      return { type: 'array', minItems: 12, maxItems: 12, items: numberOrText('1', within(0, 1e6)) };
    case 'dates':
      return { type: 'array', uniqueItems: true, items: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` } };
  }
}

function numberOrDigits(minimum: number, maximum: number): Schema {
  return {
    anyOf: [
      { type: 'integer', minimum, maximum },
      { type: 'string', pattern: String.raw`^\d{1,2}$` },
    ],
  };
}

function pairOf({ unit, bounds, whole }: NumberParameter): Schema {
  return { type: 'array', minItems: 2, maxItems: 2, items: numberOrText(unit, bounds, whole) };
}

/** How the definition of the laws of a time is called: parameters of one unit and one largest value share it. */
function lawName({ unit, bounds }: NumberParameter): string {
  return `law-in-${unit.replaceAll('/', '-per-')}-to-${bounds.max}`;
}

/** The definitions of the laws that parameters may have. */
export function lawDefinitions(parameters: readonly NumberParameter[]): Record<string, Schema> {
  return Object.fromEntries(parameters.map((known) => [lawName(known), { anyOf: lawSchemas(known) }]));
}

function lawSchemas({ unit, bounds }: NumberParameter): Schema[] {
  const time = numberOrText(unit, within(0, bounds.max));
  const lawOf = (name: string, law: Schema) => group({ [name]: law, [STRETCHED_TO]: time }, [name]);
  const field = (kind: LawField) => (kind === 'time' ? time : numberOrText('1', kind.bounds, kind.whole));
  const grouped = Object.entries(LAW_FIELDS).map(([name, fields]) => {
    const parts = Object.entries<LawField>(fields).map(([one, kind]) => [one, field(kind)] as const);
    const law = group(
      Object.fromEntries(parts),
      parts.map(([one]) => one),
    );
    return lawOf(name, law);
  });
  const empirical = { type: 'array', minItems: 1, maxItems: MOST_OBSERVATIONS, items: time };
  return [lawOf('constant', time), ...grouped, lawOf('empirical', empirical)];
}

/** What the parameter is, its unit, default and plausible range, and how well the default is known. */
function helpOf(known: Parameter, language: Language): string {
  const words = SCHEMA_WORDS[language];
  const [, help] = known[language];
  if (!('unit' in known)) return `${help} ${words.base(String(known.value), known.standing)}`.trim();
  const unit = known.hourOfDay === true ? '' : unitInWords(known.unit, language);
  const written = known.unit === '1' || known.unit === unit || known.hourOfDay === true ? '' : known.unit;
  const measured = known.unit === '1' || known.unit === HOUR_OF_DAY ? '' : words.unit(unit, written);
  const [low, high] = known.range;
  return [help, measured, words.base(String(known.value), known.standing), words.range(low, high)]
    .filter((part) => part !== '')
    .join(' ');
}
