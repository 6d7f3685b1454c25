import type { ParameterKey } from './catalogue.ts';
import { english } from './messages.en.ts';
import { chinese } from './messages.zh.ts';

/** Where something stands in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Things that checks compare with and that are no parameter. */
export type Term = 'largestCargo' | 'largestLoad' | 'allCargo' | 'periodStart' | 'third of fleet.payload';

/** What should have stood there. */
export type Expectation =
  | {
      readonly is: 'number';
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly aboveMin: boolean;
      readonly whole: boolean;
      readonly range: readonly [number, number] | null;
    }
  | { readonly is: 'unit'; readonly unit: string }
  | { readonly is: 'plausible'; readonly unit: string; readonly range: readonly [number, number] }
  | { readonly is: 'ordered' }
  | { readonly is: 'words'; readonly words: readonly string[]; readonly several: boolean }
  | { readonly is: 'exactly'; readonly text: string }
  | { readonly is: 'relation'; readonly relation: Relation; readonly to: ParameterKey | Term; readonly value: string }
  | { readonly is: 'limit'; readonly of: Limit; readonly most: number }
  | { readonly is: Simple };

/** Expectations that need no figures. */
export type Simple =
  | 'switch'
  | 'hours'
  | 'text'
  | 'name'
  | 'identifier'
  | 'group'
  | 'list'
  | 'pair'
  | 'date'
  | 'instant'
  | 'instantInPeriod'
  | 'laycanForAllOrNone'
  | 'oneCallPerLaycan'
  | 'knownKey'
  | 'keyOnce'
  | 'required'
  | 'noAlias'
  | 'noTag'
  | 'yaml'
  | 'unicodeText'
  | 'something'
  | 'source'
  | 'fittedStanding'
  | 'publishedId'
  | 'lowOrHigh'
  | 'setting'
  | 'notSoMany';

export type Relation = 'atMost' | 'atLeast' | 'below' | 'above';

/** Sizes the program sets a limit to, so that no file exhausts it. */
export type Limit = 'bytes' | 'parts' | 'depth' | 'calls' | 'days' | 'trips' | 'stops';

/** What stood there. */
export type Finding =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'quantity'; readonly value: number; readonly unit: string }
  | { readonly is: 'yamlError'; readonly message: string }
  | { readonly is: 'nothing' | 'group' | 'list' | 'binary' | 'unknownUnit' | 'deep' | 'more' };

/** One thing wrong with an input, as data; `formatProblem` makes a sentence of it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Key in full, such as `parameters.fleet.size`; empty if the whole file is meant. */
  readonly key: string;
  readonly expected: Expectation;
  readonly found: Finding;
  /** The known word nearest to what was found. */
  readonly hint: string | null;
}

export type Language = 'en' | 'zh';

/** What one language says; a kind without its words does not compile. */
export interface Messages {
  readonly line: (parts: { readonly expected: string; readonly found: string; readonly hint: string | null }) => string;
  readonly warning: string;
  readonly expected: { readonly [K in Expectation['is']]: (e: Extract<Expectation, { is: K }>) => string };
  readonly found: { readonly [K in Finding['is']]: (f: Extract<Finding, { is: K }>) => string };
}

const LANGUAGES: Readonly<Record<Language, Messages>> = { en: english, zh: chinese };

/**
 * A problem as one line: `file:line:column: key: expected …, found …; did you mean …?`
 *
 * @example formatProblem(problem, 'en') // 'a.yaml:3:7: parameters.fleet.sise: expected a known key, found …'
 */
export function formatProblem(problem: Problem, language: Language): string {
  const words = LANGUAGES[language];
  const expected = words.expected[problem.expected.is] as (e: Expectation) => string;
  const found = words.found[problem.found.is] as (f: Finding) => string;
  const sentence = words.line({
    expected: expected(problem.expected),
    found: found(problem.found),
    hint: problem.hint,
  });
  const where = `${problem.file}:${problem.line}:${problem.column}`;
  const warning = problem.severity === 'warning' ? words.warning : '';
  const key = problem.key === '' ? '' : `${problem.key}: `;
  return visible(`${where}: ${warning}${key}${sentence}`);
}

/** Control, direction and line-breaking characters shown as escapes, so that no input reaches the terminal raw. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
