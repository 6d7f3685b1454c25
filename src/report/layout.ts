import stringWidth from 'fast-string-width';

/** Columns of a terminal that a report fits in. */
export const PAGE_WIDTH = 100;

const GAP = '  ';

/** How a column is set: labels to the left, figures to the right. */
export type Alignment = 'left' | 'right';

/**
 * Rows as lines whose columns stand under each other on a terminal, where a Chinese character takes two columns.
 *
 * @param rows cells by column; a row may have fewer than others
 * @param alignments by column; what is not said is set to the right
 */
export function table(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(0, ...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) => {
    const cells = widths.map((width, at) => aligned(row[at] ?? '', width, alignments[at] ?? 'right'));
    return cells.join(GAP).trimEnd();
  });
}

/**
 * The same with cells that are too wide broken into lines, one row taking as many as its longest cell.
 *
 * @param widest columns that a cell may take; what is not said is never broken
 */
export function wrappedTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  widest: readonly (number | undefined)[],
): string[] {
  const broken = rows.flatMap((row) => {
    const cells = row.map((cell, at) => wrapped(cell, '', widest[at] ?? Number.POSITIVE_INFINITY));
    const height = Math.max(0, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ''));
  });
  return table(broken, alignments);
}

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

function aligned(text: string, width: number, alignment: Alignment): string {
  const padding = ' '.repeat(width - widthOf(text));
  return alignment === 'left' ? text + padding : padding + text;
}

/**
 * A text broken into lines: at blanks, and between Chinese characters, yet with no punctuation that closes at the
 * beginning of a line. What cannot be broken stays whole.
 *
 * @param indent what stands before every line but the first
 */
export function wrapped(text: string, indent = '', width = PAGE_WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line.trim() !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += line === indent ? piece.trimStart() : piece;
  }
  return [...lines, line.trimEnd()];
}

/** Sentences one after another: a blank between them, but none after a Chinese full stop. */
export function sentences(...said: readonly string[]): string {
  return said.reduce((text, next) => `${text}${text.endsWith('。') ? '' : ' '}${next}`);
}

/** A word or a Chinese character, with the punctuation that may not be parted from it and the blanks after it. */
const PIECE = /[（“]*(?:[\u3400-\u9fff]|[^\s\u3400-\u9fff（“，。；：、）”！？]+)?[，。；：、）”！？]*\s*/gu;

/** Pieces between which a line may be broken. */
function pieces(text: string): string[] {
  return (text.match(PIECE) ?? []).filter((piece) => piece !== '');
}
