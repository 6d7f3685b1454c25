/** Separators that cells may have between them. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Told of each row with its line, or its row in a sheet, from 1. */
export type OnRow = (cells: readonly string[], line: number) => void;

/** Lines and characters that a cell in quotation marks may go over; more, and its first mark is a character. */
const [MOST_LINES, MOST_CHARACTERS] = [20, 20_000];
/** Characters of a line; what is longer is cut off there. */
const LONGEST_LINE = 1_000_000;

/**
 * Splits text with separators into rows, piece by piece (RFC 4180, with what is usually wrong with it allowed): cells in
 * quotation marks may hold separators, line ends and doubled marks; marks elsewhere are characters; a cell whose mark
 * never ends spoils its own row and no other. Own code: with csv-parse, asked for line numbers, an import of a million rows takes 7.1 s of processor time, with this 2.9
 * (docs/decisions/0017-import.md).
 */
export class CsvRows {
  readonly #separator: Separator;
  readonly #end: '\n' | '\r';
  readonly #onRow: OnRow;
  /** Begun and not ended by a line end yet. */
  #rest = '';
  #line = 0;
  /** Lines of a row with an open mark, the first of them at `#openLine`. */
  #open: string[] = [];
  #openLine = 0;

  /** @param end what lines end with; `\r` only where no line ends with `\n` */
  constructor(separator: Separator, end: '\n' | '\r', onRow: OnRow) {
    this.#separator = separator;
    this.#end = end;
    this.#onRow = onRow;
  }

  /** Reads on. */
  write(text: string): void {
    let from = 0;
    for (let to = text.indexOf(this.#end); to >= 0; to = text.indexOf(this.#end, from)) {
      this.#next(this.#rest + text.slice(from, to));
      this.#rest = '';
      from = to + 1;
    }
    if (this.#rest.length < LONGEST_LINE) this.#rest += text.slice(from, from + LONGEST_LINE);
  }

  /** The last line may have no end. */
  close(): void {
    if (this.#rest !== '') this.#next(this.#rest);
    this.#rest = '';
    while (this.#open.length > 0) this.#giveUp();
  }

  #next(line: string): void {
    this.#line++;
    this.#take(line.endsWith('\r') ? line.slice(0, -1) : line, this.#line);
  }

  #take(line: string, at: number): void {
    if (this.#open.length === 0) {
      if (!line.includes('"')) {
        this.#onRow(line.split(this.#separator), at);
        return;
      }
      this.#openLine = at;
    }
    this.#open.push(line);
    const whole = this.#open.length === 1 ? line : this.#open.join('\n');
    const cells = quotedCells(whole, this.#separator);
    if (cells !== null) {
      this.#open = [];
      this.#onRow(cells, this.#openLine);
    } else if (this.#open.length >= MOST_LINES || whole.length > MOST_CHARACTERS) this.#giveUp();
  }

  /** The mark does not end: its line is split as if it were a character, and the lines after it are read anew. */
  #giveUp(): void {
    const [line = '', ...others] = this.#open;
    const at = this.#openLine;
    this.#open = [];
    this.#onRow(line.split(this.#separator), at);
    for (const [i, other] of others.entries()) this.#take(other, at + 1 + i);
  }
}

/** The cells of a row that has quotation marks; null if one does not end. */
function quotedCells(row: string, separator: Separator): string[] | null {
  const cells: string[] = [];
  for (let at = 0; at <= row.length; ) {
    if (row[at] !== '"') {
      const found = row.indexOf(separator, at);
      const to = found < 0 ? row.length : found;
      cells.push(row.slice(at, to));
      at = to + 1;
      continue;
    }
    const close = closingMark(row, at + 1);
    if (close < 0) return null;
    const found = row.indexOf(separator, close);
    const to = found < 0 ? row.length : found;
    cells.push(row.slice(at + 1, close).replaceAll('""', '"') + row.slice(close + 1, to));
    at = to + 1;
  }
  return cells;
}

/** Where the mark that ends a cell stands, doubled ones passed over; −1 if there is none. */
function closingMark(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2)) {
    if (row[at + 1] !== '"') return at;
  }
  return -1;
}

/** How the rows of a text stand: by its first lines. */
export function rowsIn(text: string): { readonly separator: Separator; readonly end: '\n' | '\r' } {
  const end = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const lines = text
    .split(end)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
    .map((line) => line.replaceAll(/"[^"]*"/gu, ''));
  const points = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1).toSorted((a, b) => a - b);
    return counts[Math.floor(counts.length / 2)] ?? 0;
  });
  return { separator: SEPARATORS[points.indexOf(Math.max(...points))] ?? ',', end };
}
