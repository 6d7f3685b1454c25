import { nearest } from '../../scenario/nearest.ts';
import type { PlainCommand } from '../command.ts';
import { COMPLETED_SHELLS, completionsOf, type Shell } from '../completion.ts';
import { SHELL_SCRIPTS } from '../shell-scripts.ts';
import { shown } from '../usage-errors.ts';

/** Prints what a shell reads to complete our words; the script asks with `words` what the last one may become. */
export const completionCommand: PlainCommand = {
  name: 'completion',
  operands: () => 'bash | zsh',
  options: () => ({}),
  readPlain({ positionals: [, what, ...typed] }, _asked, errors) {
    const { messages } = errors;
    if (what === 'words') {
      const text = async () => (await completionsOf(typed, messages)).map((word) => `${word}\n`).join('');
      return { count: 0, run: async () => ({ text: await text() }) };
    }
    const shell = COMPLETED_SHELLS.find((one) => one === what);
    if (shell === undefined) {
      const wrong = messages.wrong.oneOf(COMPLETED_SHELLS, shown(what));
      errors.add('completion', wrong, what === undefined ? null : nearest(what, COMPLETED_SHELLS), 1);
    }
    for (const word of typed) errors.add('completion', messages.results.wrong.more(shown(word) ?? ''), null, 2);
    return { count: 0, run: async () => ({ text: SHELL_SCRIPTS[shell as Shell] }) };
  },
};
