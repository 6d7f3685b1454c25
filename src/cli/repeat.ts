import type { Commands } from '../report/index.ts';
import type { Asked } from './command.ts';
import { quoted } from './quoted.ts';

/**
 * What a reader would type to get the same answer, and to look at the scenario.
 *
 * @param name of the command
 * @param options its options with their values, each a word
 */
export function commandsOf({ path, settings }: Asked, name: string, options: readonly string[]): Commands {
  const set = settings.flatMap((setting) => ['--set', setting]);
  const typed = (command: string, more: readonly string[]) =>
    ['npx zhizhuang', command, ...[path, ...more, ...set].map(quoted)].join(' ');
  return { repeat: typed(name, options), validate: typed('validate', []) };
}
