import { visible } from '../scenario/index.ts';

/** A word as a shell reads it as one. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${visible(word).replaceAll("'", String.raw`'\''`)}'`;
}
