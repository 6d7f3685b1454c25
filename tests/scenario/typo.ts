/** A text with one slip of the pen, and where it was made. */
export interface Typo {
  readonly text: string;
  /** Lines that were touched, from 1. */
  readonly lines: readonly number[];
}

export const TYPO_KINDS = ['changed', 'dropped', 'doubled', 'swapped', 'indented', 'replaced'] as const;
type TypoKind = (typeof TYPO_KINDS)[number];

/** What a typist may hit instead, and what a value may be replaced by. */
const STRAY = [...'x7 :-#"\'[{,}]&*!|>%@`\t港？'];
export const OTHER_VALUES = [
  '',
  '~',
  '[]',
  '{}',
  'yes',
  '-1',
  '1e999',
  '3 parsec',
  'x: y',
  '"',
  "it's",
  '- 1',
  '港口',
  '.nan',
];

/**
 * One slip in a text.
 *
 * @param at which line, a share of all; @param where which character of it, a share
 * @param what which stray character or value, a share
 */
export function typo(text: string, kind: TypoKind, at: number, where: number, what: number): Typo | null {
  const lines = text.split('\n');
  const index = Math.floor(at * lines.length);
  const line = lines[index] ?? '';
  const column = Math.floor(where * line.length);
  const changed = slip(line, kind, column, what);
  if (changed === null || changed === line) return null;
  lines[index] = changed;
  return { text: lines.join('\n'), lines: [index + 1] };
}

function slip(line: string, kind: TypoKind, column: number, what: number): string | null {
  const [before, after] = [line.slice(0, column), line.slice(column)];
  if (line === '' && kind !== 'changed') return null;
  switch (kind) {
    case 'changed':
      return before + (STRAY[Math.floor(what * STRAY.length)] ?? '') + after.slice(1);
    case 'dropped':
      return before + after.slice(1);
    case 'doubled':
      return before + after.slice(0, 1) + after;
    case 'swapped':
      return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
    case 'indented': {
      const shift = [-2, -1, 1, 2, 4][Math.floor(what * 5)] ?? 1;
      return shift > 0 ? ' '.repeat(shift) + line : line.startsWith(' '.repeat(-shift)) ? line.slice(-shift) : null;
    }
    case 'replaced': {
      const match = /^(\s*(?:- )?[\w.]+: )(.+)$/u.exec(line);
      return match === null ? null : `${match[1]}${OTHER_VALUES[Math.floor(what * OTHER_VALUES.length)] ?? ''}`;
    }
  }
}

/** The lines that a slip may be told at: those touched, and those of the keys that they stand under. */
export function tellingLines(text: string, lines: readonly number[]): Set<number> {
  const all = text.split('\n');
  const telling = new Set(lines);
  for (const line of lines) {
    let indent = indentOf(all[line - 1] ?? '');
    for (let above = line - 1; above >= 1; above--) {
      const one = all[above - 1] ?? '';
      if (one.trim() === '' || one.trim().startsWith('#') || indentOf(one) >= indent) continue;
      telling.add(above);
      indent = indentOf(one);
    }
  }
  return telling;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
