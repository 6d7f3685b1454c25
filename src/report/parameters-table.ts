import {
  describe,
  type Language,
  type ParameterKey,
  type ParameterValue,
  type Scenario,
  STANDINGS,
} from '../scenario/index.ts';
import { NO_FIGURE } from './figures.ts';
import { table } from './layout.ts';
import { type Messages, messagesOf } from './messages.ts';

/** A unit of the catalogue in the reader's words, `yuan/t` as `元/吨`; none for what has none. */
export function unitText(unit: string | null, messages: Messages): string {
  if (unit === null || unit === '1') return '';
  const word = (part: string) => (Object.hasOwn(messages.unitWords, part) ? messages.unitWords[part] : part) || part;
  return unit.split('/').map(word).join('/');
}

/** A parameter's value as it would be written in a file, with its unit. */
export function parameterValue(value: ParameterValue | null, unit: string | null, messages: Messages): string {
  if (value === null) return NO_FIGURE;
  const text = Array.isArray(value) ? value.join(',') : String(value);
  const word = unitText(unit, messages);
  return word === '' ? text : `${text} ${word}`;
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
  return table([['', columns.value, columns.range, columns.key], ...rows], ['left', 'left', 'right', 'left']);
}

function parameterCells({ parameters }: Scenario, key: ParameterKey, language: Language): string[] {
  const { value, unit, range } = parameters[key];
  const plausible = range === null ? NO_FIGURE : `[${range[0]}, ${range[1]}]`;
  return [describe(key)[language][0], parameterValue(value, unit, messagesOf(language)), plausible, key];
}
