import { MODE_COLOURS } from '../colours.ts';

/**
 * Colours of the report: the modes' own, as on the page. Teal also stands for what speaks for direct loading, ochre for
 * what speaks against it; which side of 0 a bar lies on, or which of a pair it is, tells it in black and white too.
 */
export const COLOURS = {
  staged: MODE_COLOURS.staged,
  direct: MODE_COLOURS.direct,
  ink: '#1c2430',
  quiet: '#5b6675',
  rule: '#d5dae1',
  paper: '#ffffff',
  weather: '#dfe3e8',
  tide: '#9aa7b5',
} as const;

/** Lighter tones of the modes' colours. */
export const TINTS = { staged: '#f6e0c2', direct: '#c4dbe3' } as const;

/** The colour of what is gained or lost by direct loading. */
export function sideColour(value: number): string {
  return value < 0 ? COLOURS.staged : COLOURS.direct;
}
