import { languageOf } from './language.ts';
import { messagesOf } from './messages.ts';

/** Codes of a system's error that mean no room: the device is full, or one's share of it. */
const NO_SPACE: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT'];

/**
 * The line that says why the answer could not be written, in the user's language.
 *
 * @param args what stands after the program's name
 * @param error what the system said when it was to be written
 */
export function unwritableLine(
  error: NodeJS.ErrnoException,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string {
  const { unwritable } = messagesOf(languageOf(args, env));
  return `${unwritable(NO_SPACE.includes(error.code) ? 'noSpace' : 'other', error.code ?? error.message)}\n`;
}
