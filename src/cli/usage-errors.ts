import { visible } from '../scenario/index.ts';
import type { CliMessages } from './messages.ts';

/** Characters of what was found that are shown. */
const SHOWN = 60;

/** Collects everything wrong with a command line as lines `where:line:column: expected …, found …`. */
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
   * @param occurrence which of several of the same option, from 1
   * @param hint the known word nearest to what was found
   */
  add(where: string, expected: string, found: string, hint: string | null = null, occurrence = 1): void {
    this.lines.push(visible(`${where}:${occurrence}:1: ${this.messages.line(expected, found, hint)}`));
  }

  /** What was found, as a message shows it. */
  found(text: string): string {
    if (text === '') return this.messages.found.nothing;
    return this.messages.found.text(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  }
}
