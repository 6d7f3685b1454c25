import stringWidth from 'fast-string-width';
import type { PrecisionNow } from '../execution/index.ts';
import type { CliMessages } from './messages.ts';

/** Ways to tell progress: a line, one JSON object a line, nothing. */
export const PROGRESS_KINDS = ['line', 'json', 'none'] as const;
export type ProgressKind = (typeof PROGRESS_KINDS)[number];

/** Least time between two tellings, ms: on a terminal, as JSON, and as lines in a log. */
const PAUSES = { terminal: 100, json: 1000, log: 10_000 } as const;

/** A terminal that a line can be rewritten on. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What a line of JSON progress holds. */
export interface ProgressJson {
  readonly done: number;
  readonly expected: number;
  /** Since the start; null before anything is done. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
  /** Of a study that goes on until it is precise enough. */
  readonly precision: PrecisionNow | null;
}

/**
 * Replications done, their rate, the time left, and how precise the study is: on one line of a terminal that is rewritten
 * and in the end cleared, as lines of a log, or as JSON, one object a line.
 */
export class Progress {
  readonly #terminal: Terminal;
  readonly #kind: ProgressKind;
  #count: number;
  readonly #messages: CliMessages;
  readonly #now: () => number;
  readonly #start: number;
  readonly #pause: number;
  #shownAt = Number.NEGATIVE_INFINITY;
  #isOnScreen = false;
  #done = 0;
  #told = -1;
  #precision: PrecisionNow | undefined;

  /**
   * @param count replications to do
   * @param now the machine's clock, ms
   */
  constructor(terminal: Terminal, kind: ProgressKind, count: number, messages: CliMessages, now: () => number) {
    this.#terminal = terminal;
    this.#kind = kind;
    this.#count = count;
    this.#messages = messages;
    this.#now = now;
    this.#start = now();
    this.#pause = kind === 'json' ? PAUSES.json : terminal.isTTY === true ? PAUSES.terminal : PAUSES.log;
    // A log needs no line at once; a program and a person do.
    if (kind === 'line' && terminal.isTTY !== true) this.#shownAt = this.#start;
  }

  /** Replications done so far, and to do in all. */
  get state(): { readonly done: number; readonly count: number } {
    return { done: this.#done, count: this.#count };
  }

  /** Told that so many replications are done; `count` where more or fewer are to do than was thought. */
  update(done: number, count = this.#count, precision?: PrecisionNow): void {
    this.#done = done;
    this.#count = count;
    this.#precision = precision ?? this.#precision;
    if (this.#now() - this.#shownAt >= this.#pause) this.#show();
  }

  /** Takes the line away, as before another one is written. */
  clear(): void {
    if (this.#isOnScreen) this.#terminal.write('\r\u001b[K');
    this.#isOnScreen = false;
  }

  /** Tells the last state to programs, and takes the line away. */
  end(): void {
    if (this.#kind === 'json' && this.#done !== this.#told) this.#show();
    this.clear();
  }

  #show(): void {
    if (this.#kind === 'none') return;
    this.#shownAt = this.#now();
    this.#told = this.#done;
    if (this.#kind === 'json') {
      this.#terminal.write(`${JSON.stringify(this.#json())}\n`);
      return;
    }
    const line = this.#line();
    if (this.#terminal.isTTY !== true) this.#terminal.write(`${line}\n`);
    else {
      this.#terminal.write(`\r\u001b[K${cut(line, (this.#terminal.columns || 80) - 1)}`);
      this.#isOnScreen = true;
    }
  }

  #json(): ProgressJson {
    const perSecond = this.#perSecond();
    const left = this.#count - this.#done;
    return {
      done: this.#done,
      expected: this.#count,
      perSecond: this.#done > 0 ? perSecond : null,
      secondsLeft: this.#done > 0 ? left / perSecond : null,
      precision: this.#precision ?? null,
    };
  }

  #line(): string {
    const perSecond = this.#perSecond();
    const left = timeLeft(this.#count - this.#done, perSecond);
    const line = this.#messages.progress(Math.floor(this.#done), this.#count, perSecond.toFixed(1), left);
    if (this.#precision?.halfWidth == null || this.#precision.allowed == null) return line;
    const { measure, halfWidth, allowed } = this.#precision;
    const said = this.#messages.where.precision(measure, halfWidth.toPrecision(3), allowed.toPrecision(3));
    return `${line}${this.#messages.where.separator}${said}`;
  }

  #perSecond(): number {
    return (1000 * this.#done) / Math.max(1, this.#now() - this.#start);
  }
}

/** As much of a text as stands in so many columns. */
function cut(text: string, columns: number): string {
  let shown = text;
  while (stringWidth(shown) > columns) shown = shown.slice(0, -1);
  return shown;
}

/** Time left, as minutes and seconds, and hours where there are any. */
function timeLeft(count: number, perSecond: number): string {
  const seconds = perSecond > 0 ? Math.round(count / perSecond) : 0;
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
