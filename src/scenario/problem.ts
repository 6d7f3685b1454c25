import type { ErrorCode } from 'yaml';
import type { ParameterKey } from './catalogue.ts';
import { english } from './messages.en.ts';
import { chinese } from './messages.zh.ts';

/** Where something stands in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Things that checks compare with and that are no parameter. */
export type Term =
  | 'largestCargo'
  | 'largestLoad'
  | 'periodStart'
  | 'third of fleet.payload'
  | 'wholeDay'
  | 'mostOfAMonth'
  | 'blowsThatMayGrow'
  | 'rest of customs.documentShare'
  | 'rest of customs.returnedShare';

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
  | { readonly is: 'stated'; readonly value: number; readonly unit: string }
  | {
      readonly is: 'relation';
      readonly relation: Relation;
      readonly to: ParameterKey | Term;
      /** Of what it is compared with: a number in the unit, or a date. */
      readonly value: number | string;
      readonly unit: string;
    }
  | { readonly is: 'supply'; readonly perTime: number; readonly unit: string; readonly tonnes: number }
  /** Depth of the channel for a draught at the highest tide that lasts for the passage, all in metres. */
  | { readonly is: 'water'; readonly depth: number; readonly draught: number; readonly tide: number }
  | { readonly is: 'limit'; readonly of: Limit; readonly most: number }
  | { readonly is: Simple };

/** Expectations that need no figures. */
export type Simple =
  | 'switch'
  | 'hours'
  | 'months'
  | 'dates'
  | 'text'
  | 'name'
  | 'identifier'
  | 'group'
  | 'list'
  | 'pair'
  | 'oneLaw'
  | 'noLaw'
  | 'date'
  | 'instant'
  | 'instantInPeriod'
  | 'laycanForAllOrNone'
  | 'liftedCurfew'
  | 'oneCallPerLaycan'
  | 'knownKey'
  | 'keyOnce'
  | 'required'
  | 'noAlias'
  | 'noTag'
  | 'yaml'
  | 'aligned'
  | 'keyAndColon'
  | 'closedQuote'
  | 'closedBracket'
  | 'unicodeText'
  | 'something'
  | 'oneCargo'
  | 'source'
  | 'fittedStanding'
  | 'publishedId'
  | 'lowOrHigh'
  | 'setting'
  | 'notSoMany';

export type Relation = 'atMost' | 'atLeast' | 'below' | 'above';

/** Sizes the program sets a limit to, so that no file exhausts it. */
export type Limit = 'bytes' | 'parts' | 'depth' | 'calls' | 'days' | 'trips' | 'stops' | 'observations';

/** What stood there. */
export type Finding =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'quantity'; readonly value: number; readonly unit: string }
  /** A number in a unit of another dimension than was wanted. */
  | { readonly is: 'otherDimension'; readonly text: string; readonly unit: string }
  /** A number with something after it that is no unit. */
  | { readonly is: 'unknownUnit'; readonly text: string; readonly part: string }
  | { readonly is: 'yamlError'; readonly code: ErrorCode; readonly message: string }
  /** A key that was set by two settings. */
  | { readonly is: 'twice'; readonly first: string; readonly second: string }
  /** The id of a fact that the file does not publish; it may publish none at all. */
  | { readonly is: 'unpublished'; readonly text: string; readonly none: boolean }
  | { readonly is: 'nothing' | 'group' | 'list' | 'binary' | 'deep' | 'more' };

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

/** What one language says. */
export interface Messages {
  readonly sentence: (expected: Expectation, found: Finding) => string;
  readonly hint: (word: string) => string;
  readonly warning: string;
}

const LANGUAGES: Readonly<Record<Language, Messages>> = { en: english, zh: chinese };

/**
 * A problem as one line: `file:line:column: key: expected …, found …; did you mean …?`
 *
 * @example formatProblem(problem, 'en') // 'a.yaml:3:7: parameters.fleet.sise: expected a known key, found …'
 */
export function formatProblem(problem: Problem, language: Language): string {
  const words = LANGUAGES[language];
  const where = `${problem.file}:${problem.line}:${problem.column}`;
  const warning = problem.severity === 'warning' ? words.warning : '';
  const key = problem.key === '' ? '' : `${problem.key}: `;
  const hint = problem.hint === null ? '' : words.hint(problem.hint);
  return visible(`${where}: ${warning}${key}${words.sentence(problem.expected, problem.found)}${hint}`);
}

/** Control, direction and line-breaking characters shown as escapes, so that no input reaches the terminal raw. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
