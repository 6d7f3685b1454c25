import type { Mode } from '../study/index.ts';
import type { Messages } from './messages.ts';

/** An alternative's name in the reader's words: `direct#2` as `抵港直装#2`, `big:direct` as `big（抵港直装）`. */
export function modeLabel(name: string, { modes, variants }: Messages): string {
  const colon = name.indexOf(':');
  const [mode = '', number] = name.slice(colon + 1).split('#');
  const label = Object.hasOwn(modes, mode) ? modes[mode as Mode] : mode;
  const numbered = number === undefined ? label : `${label}#${number}`;
  return colon < 0 ? numbered : variants.of(name.slice(0, colon), numbered);
}
