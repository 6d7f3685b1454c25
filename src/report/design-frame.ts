import { describe, formatProblem, isParameterKey, type Language, type Scenario } from '../scenario/index.ts';
import { DUMMY, type FactorValue, type Failure, type MeasureId, outputNamed } from '../study/index.ts';
import { whole } from './figures.ts';
import { wrapped } from './layout.ts';
import { type Messages, messagesOf } from './messages.ts';
import { parameterValue } from './parameters-table.ts';
import { unfinishedText } from './unfinished.ts';

/** An output in the reader's words. */
export function outputLabel(name: string, messages: Messages): string {
  const output = outputNamed(name);
  if (output === null) return name;
  const label = messages.measures[output.id as MeasureId];
  return output.side === 'saving' ? label : messages.design.ofSide(messages.design.sides[output.side], label);
}

/** A parameter, group or the dummy by name: keys as they are in English, which they are made of, labels in Chinese. */
export function factorLabel(name: string, language: Language): string {
  if (name === DUMMY) return messagesOf(language).design.dummy;
  if (language === 'en' || !isParameterKey(name)) return name;
  return describe(name)[language][0];
}

/** A factor's value with its unit; `null` is the dummy's. */
export function factorValue(name: string, value: FactorValue | null, language: Language): string {
  if (value === null) return messagesOf(language).design.otherNumbers;
  const shown = typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  return isParameterKey(name) ? parameterValue(name, shown, language) : String(shown);
}

/** How many points have no value, and why the first has none; no lines if all have. */
export function failureLines(points: number, first: Failure | null, scenario: Scenario, language: Language): string[] {
  if (points === 0) return [];
  const { failures } = messagesOf(language).design;
  const why = first === null ? '-' : failureText(first, scenario, language);
  return [...wrapped(failures.points(whole(points))), ...wrapped(why, '  ')];
}

/** Why a point or a variant has no value. */
export function failureText(failure: Failure, scenario: Scenario, language: Language): string {
  const { failures } = messagesOf(language).design;
  return failure.why === 'refused'
    ? failures.refused(failure.problems.map((problem) => withoutPlace(formatProblem(problem, language))).join(' '))
    : failures.unfinished(unfinishedText(failure.season, scenario, language));
}

/** Settings of a design were never typed: where they stand says nothing. */
function withoutPlace(line: string): string {
  return line.replace(/^--set:\d+:\d+: /u, '');
}
