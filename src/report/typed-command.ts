import { visible } from '../scenario/problem.ts';

/** A word as a shell reads it as one. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${visible(word).replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A command about a scenario as it would be typed.
 *
 * @param options the command's options with their values, each a word
 * @param settings what is set over the file, such as `fleet.size=30`
 */
export function typedCommand(
  name: string,
  path: string,
  options: readonly string[],
  settings: readonly string[],
): string {
  const set = settings.flatMap((setting) => ['--set', setting]);
  return ['npx zhizhuang', name, ...[path, ...options, ...set].map(quoted)].join(' ');
}
