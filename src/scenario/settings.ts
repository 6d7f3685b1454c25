import { isList, type ParameterValue } from './catalogue/parameter.ts';
import { describe, isParameterKey, type ParameterKey } from './catalogue.ts';
import type { Position, Problem } from './problem.ts';
import { ProblemList, shown, textFound } from './problem-list.ts';
import { noteUnknownParameter, type ReadValue, readValueOrLaw } from './read-parameters.ts';
import { readValue } from './read-value.ts';
import { mayVary } from './varying.ts';
import { parseTree, type Tree } from './yaml-tree.ts';

/** How problems name the settings; their line is the setting's place in the list. */
export const SETTINGS = '--set';

/** One value to be set over a file's. */
export interface Setting extends ReadValue {
  readonly key: ParameterKey;
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
      const read = readSetting(key, written, at, problems);
      if (read !== null) return [{ key, ...read, text, at }];
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
  const value = readValue(settingTree(key, text, at), key, describe(key), problems);
  return value === null ? { ok: false, problem: problems.errors[0] as Problem } : { ok: true, value };
}

/** What is wrong with a text that should be a parameter's key, with the nearest one. */
export function unknownParameter(text: string, file: string, at: Position): Problem {
  const problems = new ProblemList(file);
  noteUnknownParameter(at, text, text, problems);
  return problems.errors[0] as Problem;
}

function readSetting(key: ParameterKey, text: string, at: Position, problems: ProblemList): ReadValue | null {
  const law = mayVary(key) && LAW.test(text) ? lawTree(text, at) : null;
  return readValueOrLaw(law ?? settingTree(key, text, at), key, key, problems);
}

function settingTree(key: ParameterKey, text: string, at: Position): Tree {
  return isList(describe(key)) ? listTree(text, at) : { is: 'text', at, text };
}

/** A law as a setting writes it: `lognormal: {mean: 7 min, cv: 0.3}`, the outer braces given or not. */
const LAW = /^\{?\s*[A-Za-z]+\s*:/u;

/** The tree of a law; all of it stands where the setting's value does. Null if it is not well-formed. */
function lawTree(text: string, at: Position): Tree | null {
  const problems = new ProblemList(SETTINGS);
  const tree = parseTree(text.startsWith('{') ? text : `{ ${text} }`, problems);
  return tree === null || problems.hasErrors ? null : movedTo(tree, at);
}

function movedTo(tree: Tree, at: Position): Tree {
  if (tree.is === 'text') return { ...tree, at };
  if (tree.is === 'list') return { ...tree, at, items: tree.items.map((item) => movedTo(item, at)) };
  const entries = [...tree.entries].map(([name, entry]) => [name, { at, tree: movedTo(entry.tree, at) }] as const);
  return { ...tree, at, entries: new Map(entries) };
}

function listTree(text: string, at: Position): Tree {
  const inner = text.replace(/^\[(.*)\]$/su, '$1').trim();
  const items = inner === '' ? [] : inner.split(',').map((item): Tree => ({ is: 'text', at, text: item.trim() }));
  return { is: 'list', at, items };
}
