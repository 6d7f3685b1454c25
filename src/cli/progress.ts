import stringWidth from 'string-width';
import type { CliMessages } from './messages.ts';

/** Least time between two rewritings of the line, ms. */
const PAUSE = 100;

/** A terminal that a line can be rewritten on. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Replications done, their rate and the time left, on one line of a terminal that is rewritten and in the end cleared. */
export class Progress {
  readonly #terminal: Terminal;
  #count: number;
  readonly #messages: CliMessages;
  readonly #now: () => number;
  readonly #start: number;
  #shownAt = Number.NEGATIVE_INFINITY;

  /**
   * @param count replications to do
   * @param now the machine's clock, ms
   */
  constructor(terminal: Terminal, count: number, messages: CliMessages, now: () => number) {
    this.#terminal = terminal;
    this.#count = count;
    this.#messages = messages;
    this.#now = now;
    this.#start = now();
  }

  /** Shows that so many replications are done; `count` where more or fewer are to do than was thought. */
  update(done: number, count = this.#count): void {
    this.#count = count;
    const now = this.#now();
    if (now - this.#shownAt < PAUSE) return;
    this.#shownAt = now;
    const perSecond = (1000 * done) / Math.max(1, now - this.#start);
    const line = this.#messages.progress(done, this.#count, perSecond.toFixed(1), left(this.#count - done, perSecond));
    this.#terminal.write(`\r\u001b[K${cut(line, (this.#terminal.columns || 80) - 1)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shownAt > Number.NEGATIVE_INFINITY) this.#terminal.write('\r\u001b[K');
  }
}

/** As much of a text as stands in so many columns. */
function cut(text: string, columns: number): string {
  let shown = text;
  while (stringWidth(shown) > columns) shown = shown.slice(0, -1);
  return shown;
}

/** Time left, as minutes and seconds. */
function left(count: number, perSecond: number): string {
  const seconds = perSecond > 0 ? Math.round(count / perSecond) : 0;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
