import { type Language, type ParameterKey, quantityInWords, type Scenario } from '../../scenario/index.ts';
import { whole } from '../figures.ts';
import { type Messages, messagesOf } from '../messages.ts';
import { parameterValue } from '../parameters-table.ts';
import { code, plain } from './item.ts';
import type { StressJson } from './stress-json.ts';
import { type StressWords, stressWordsOf } from './words.ts';

/** What every item is told from. */
export interface Told {
  readonly json: StressJson;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly messages: Messages;
  readonly words: StressWords;
}

export function toldIn(json: StressJson, scenario: Scenario, language: Language): Told {
  return { json, scenario, language, messages: messagesOf(language), words: stressWordsOf(language) };
}

/** A parameter's value in the scenario, as Markdown. */
export function shownValue({ scenario, language }: Told, key: ParameterKey): string {
  return plain(parameterValue(key, scenario.parameters[key].value, language));
}

/** Keys as names of the program's, one after another. */
export function keysOf({ words }: Told, keys: readonly string[]): string {
  return words.list(keys.map(code));
}

/** A whole number of a unit that is no measure's. */
export function quantity({ language }: Told, value: number, unit: string): string {
  return quantityInWords(whole(value), unit, language);
}
