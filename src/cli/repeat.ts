import { type Commands, typedCommand } from '../report/index.ts';
import type { Asked } from './command.ts';

/**
 * What a reader would type to get the same answer, and to look at the scenario.
 *
 * @param name of the command
 * @param options its options with their values, each a word
 */
export function commandsOf({ path, settings }: Asked, name: string, options: readonly string[]): Commands {
  return {
    repeat: typedCommand(name, path, options, settings),
    validate: typedCommand('validate', path, [], settings),
  };
}
