import { nearest } from './nearest.ts';
import type { Expectation, Finding, Position, Problem } from './problem.ts';

/** Problems kept; a file with more is told so. */
const MOST_KEPT = 200;

/** Characters of a found text that are shown. */
const SHOWN = 60;

/** Collects everything wrong with one input, so that all of it is told at once. */
export class ProblemList {
  readonly #file: string;
  readonly #problems: Problem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Everything noted so far, in order of place, errors and warnings. */
  get all(): readonly Problem[] {
    return this.#problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  /** The errors among them. */
  get errors(): readonly Problem[] {
    return this.all.filter((problem) => problem.severity === 'error');
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.severity === 'error');
  }

  /** Whether further problems are only counted as "more". */
  get full(): boolean {
    return this.#problems.length >= MOST_KEPT;
  }

  /** Notes an error. */
  error(at: Position, key: string, expected: Expectation, found: Finding, hint: string | null = null): void {
    this.#note('error', at, key, expected, found, hint);
  }

  /** Notes something doubtful that does not keep the scenario from running. */
  warn(at: Position, key: string, expected: Expectation, found: Finding): void {
    this.#note('warning', at, key, expected, found, null);
  }

  /** Notes a word that is none of the known ones, with the nearest of them. */
  unknown(at: Position, key: string, expected: Expectation, word: string, known: readonly string[]): void {
    this.error(at, key, expected, textFound(word), this.full ? null : nearest(word, known));
  }

  #note(
    severity: Problem['severity'],
    at: Position,
    key: string,
    expected: Expectation,
    found: Finding,
    hint: string | null,
  ) {
    const room = MOST_KEPT - this.#problems.length;
    const place = { severity, file: this.#file, line: at.line, column: at.column };
    if (room > 1) this.#problems.push({ ...place, key: key.slice(0, 200), expected, found, hint });
    else if (room === 1) {
      this.#problems.push({
        ...place,
        severity: 'error',
        key: '',
        expected: { is: 'notSoMany' },
        found: { is: 'more' },
        hint: null,
      });
    }
  }
}

/** A found text, cut to what fits a line. */
export function textFound(text: string): Finding {
  return text === '' ? { is: 'nothing' } : { is: 'text', text: shown(text) };
}

/** As much of a text as is shown. */
export function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
