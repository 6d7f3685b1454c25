import { visible } from '../scenario/problem.ts';
import type { CliMessages } from './messages.ts';

/** Characters of what was found that are shown. */
const SHOWN = 60;

/** Collects everything wrong with a command line as lines `where:line:column: what is wrong`. */
export class UsageErrors {
  readonly lines: string[] = [];
  readonly messages: CliMessages;

  constructor(messages: CliMessages) {
    this.messages = messages;
  }

  /**
   * Notes one.
   *
   * @param where the option or the file
   * @param wrong the sentence that says what was expected and found, from `messages.wrong`
   * @param hint the known word nearest to what was found
   * @param occurrence which of several of the same option, from 1
   * @param column where in the option's text, from 1
   */
  add(where: string, wrong: string, hint: string | null = null, occurrence = 1, column = 1): void {
    const meant = hint === null ? '' : this.messages.hint(hint);
    this.lines.push(visible(`${where}:${occurrence}:${column}: ${wrong}${meant}`));
  }
}

/** What was typed, as a message shows it; null if nothing was. */
export function shown(typed: string | undefined): string | null {
  if (typed === undefined || typed === '') return null;
  return typed.length > SHOWN ? `${typed.slice(0, SHOWN)}…` : typed;
}
