import {
  choiceInChinese,
  describe,
  HOUR_OF_DAY,
  type Language,
  lawInWords,
  type ParameterKey,
  type ParameterValue,
  quantityInWords,
  type Scenario,
  type ScenarioParameter,
  STANDINGS,
} from '../scenario/index.ts';
import { NO_FIGURE } from './figures.ts';
import { wrappedTable } from './layout.ts';
import { messagesOf } from './messages.ts';

/** Columns of a label and of a value, so that ranges and the longest key fit on a page beside them. */
const [LABEL_WIDTH, VALUE_WIDTH] = [26, 18];

/** A list of nothing. */
const NONE: Readonly<Record<Language, string>> = { en: 'none', zh: '无' };

/** A parameter's value in the reader's words, with its unit. */
export function parameterValue(key: ParameterKey, value: ParameterValue, language: Language): string {
  const known = describe(key);
  if ('unit' in known) return quantityInWords(String(value), known.hourOfDay ? HOUR_OF_DAY : known.unit, language);
  if (Array.isArray(value) && value.length === 0) return NONE[language];
  if (known.type === 'dates') return datesInWords(value as readonly string[], language);
  if (language === 'en') return Array.isArray(value) ? value.join(', ') : String(value);
  if (known.type === 'months') return (value as readonly number[]).join('、');
  if (known.type === 'hours') return quantityInWords((value as readonly number[]).join('、'), HOUR_OF_DAY, language);
  if (known.type === 'switch') return value === true ? '是' : '否';
  if (known.type === 'choices') return (value as readonly string[]).map(choiceInChinese).join('、');
  const word = choiceInChinese(String(value));
  return word === value ? word : `${word}（${value}）`;
}

/** The same with the law of a time that was given one. */
export function valueWithLaw(
  key: ParameterKey,
  { value, law, unit }: Pick<ScenarioParameter, 'value' | 'law' | 'unit'>,
  language: Language,
): string {
  const shown = parameterValue(key, value, language);
  if (law === null) return shown;
  return `${shown}${language === 'zh' ? '，' : ', '}${lawInWords(law, unit ?? '1', language, value as number)}`;
}

/** How many days, and between which. */
function datesInWords(dates: readonly string[], language: Language): string {
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  if (dates.length === 1) return first;
  return language === 'zh' ? `${dates.length} 天（${first} 至 ${last}）` : `${dates.length} days, ${first} to ${last}`;
}

/** Parameters with their labels, values and ranges, those of one standing together. */
export function parametersTable(scenario: Scenario, keys: readonly ParameterKey[], language: Language): string[] {
  const messages = messagesOf(language);
  const { columns, standings } = messages;
  const rows = STANDINGS.flatMap((standing) => {
    const ofStanding = keys.filter((key) => scenario.parameters[key].standing === standing);
    const cells = ofStanding.map((key) => parameterCells(scenario, key, language));
    return cells.length === 0 ? [] : [[standings[standing]], ...cells];
  });
  const head = ['', columns.value, columns.range, columns.key];
  return wrappedTable([head, ...rows], ['left', 'left', 'right', 'left'], [LABEL_WIDTH, VALUE_WIDTH]);
}

function parameterCells({ parameters }: Scenario, key: ParameterKey, language: Language): string[] {
  const { range } = parameters[key];
  const plausible = range === null ? NO_FIGURE : `[${range[0]}, ${range[1]}]`;
  return [describe(key)[language][0], valueWithLaw(key, parameters[key], language), plausible, key];
}
