import type { Mode } from '../study/index.ts';
import type { Messages } from './messages.ts';

/** A variant's name in the reader's words, `direct#2` as `抵港直装#2`. */
export function modeLabel(name: string, { modes }: Messages): string {
  const [mode = '', number] = name.split('#');
  const label = Object.hasOwn(modes, mode) ? modes[mode as Mode] : mode;
  return number === undefined ? label : `${label}#${number}`;
}
