import { isList, type ParameterValue } from './catalogue/parameter.ts';
import { describe, isParameterKey, type ParameterKey } from './catalogue.ts';
import type { Position, Problem } from './problem.ts';
import { ProblemList, shown, textFound } from './problem-list.ts';
import { noteUnknownParameter } from './read-parameters.ts';
import { readValue } from './read-value.ts';
import type { Tree } from './yaml-tree.ts';

/** How problems name the settings; their line is the setting's place in the list. */
export const SETTINGS = '--set';

/** One value to be set over a file's. */
export interface Setting {
  readonly key: ParameterKey;
  readonly value: ParameterValue;
  /** As given, without blanks: `fleet.size=30`. */
  readonly text: string;
  /** Where its value stands. */
  readonly at: Position;
}

/**
 * What is wrong with settings whatever the scenario: their form, their keys, their values, a key set twice. So they
 * can be told of even where the scenario cannot be read.
 *
 * @param settings texts such as `fleet.size=30`
 */
export function checkSettings(settings: readonly string[]): readonly Problem[] {
  const problems = new ProblemList(SETTINGS);
  readSettings(settings, problems);
  return problems.errors;
}

/** Reads settings; a list is written `a,b` or `[a, b]`. */
export function readSettings(settings: readonly string[], problems: ProblemList): Setting[] {
  const firstOf = new Map<string, string>();
  return settings.flatMap((setting, i) => {
    const equals = setting.indexOf('=');
    const start = { line: i + 1, column: 1 };
    const key = setting.slice(0, Math.max(equals, 0)).trim();
    if (equals < 1) problems.error(start, '', { is: 'setting' }, textFound(setting));
    else if (!isParameterKey(key)) noteUnknownParameter(start, key, key, problems);
    else {
      const written = setting.slice(equals + 1).trim();
      const text = `${key}=${written}`;
      const at = { line: i + 1, column: equals + 2 };
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, text);
      else problems.error(start, key, { is: 'keyOnce' }, { is: 'twice', first: shown(first), second: shown(text) });
      const value = readSetting(key, written, at, problems);
      if (value !== null) return [{ key, value, text, at }];
    }
    return [];
  });
}

/** A value, or what is wrong with the text it was to be read from. */
export type ReadOne =
  | { readonly ok: true; readonly value: ParameterValue }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Reads one parameter's value as a setting writes it, `30` or `9 yuan/t`, into the catalogue's unit.
 *
 * @param file how a problem names where the text stands, and the place in it
 */
export function readParameterValue(key: ParameterKey, text: string, file: string, at: Position): ReadOne {
  const problems = new ProblemList(file);
  const value = readSetting(key, text, at, problems);
  return value === null ? { ok: false, problem: problems.errors[0] as Problem } : { ok: true, value };
}

/** What is wrong with a text that should be a parameter's key, with the nearest one. */
export function unknownParameter(text: string, file: string, at: Position): Problem {
  const problems = new ProblemList(file);
  noteUnknownParameter(at, text, text, problems);
  return problems.errors[0] as Problem;
}

function readSetting(key: ParameterKey, text: string, at: Position, problems: ProblemList): ParameterValue | null {
  const known = describe(key);
  return readValue(isList(known) ? listTree(text, at) : { is: 'text', at, text }, key, known, problems);
}

function listTree(text: string, at: Position): Tree {
  const inner = text.replace(/^\[(.*)\]$/su, '$1').trim();
  const items = inner === '' ? [] : inner.split(',').map((item): Tree => ({ is: 'text', at, text: item.trim() }));
  return { is: 'list', at, items };
}
