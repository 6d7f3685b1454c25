import type { Mode } from '../study/index.ts';

/**
 * The one colour of each mode, in the report and on the page: ochre, deep teal and violet differ for every kind of
 * colour blindness, and each can be read as text on white (contrast above 4.5).
 */
export const MODE_COLOURS: Readonly<Record<Mode, string>> = {
  staged: '#a85b00',
  direct: '#0b5f79',
  hybrid: '#6d4c9f',
};
