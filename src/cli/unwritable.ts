import type { Language } from '../scenario/index.ts';
import { messagesOf } from './messages.ts';

/** Codes of a system's error that mean no room: the device is full, or one's share of it. */
const NO_SPACE: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT'];

/** The line that says why something could not be written. @param error what the system said when it was to be written */
export function unwritableLine(error: NodeJS.ErrnoException, language: Language): string {
  const { unwritable } = messagesOf(language);
  return `${unwritable(NO_SPACE.includes(error.code) ? 'noSpace' : 'other', error.code ?? error.message)}\n`;
}
