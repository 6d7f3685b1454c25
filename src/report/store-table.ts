import type { Cell } from './csv.ts';
import { csv } from './csv.ts';
import { type Alignment, table } from './layout.ts';

/** A table that a store of results gave. */
interface StoreTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Digits of a figure that are shown; CSV and JSON have them all. */
const DIGITS = 7;

/** A store's table as a page: figures to the right. */
export function storeTableText({ columns, rows }: StoreTable): string {
  const isFigure = (at: number) => rows.every((row) => row[at] === null || typeof row[at] === 'number');
  const alignments = columns.map((_, at): Alignment => (isFigure(at) ? 'right' : 'left'));
  return `${table([columns, ...rows.map((row) => row.map(shown))], alignments).join('\n')}\n`;
}

/** A store's table as CSV. */
export function storeTableCsv({ columns, rows }: StoreTable): string {
  return csv([columns, ...rows]);
}

function shown(cell: Cell): string {
  if (cell === null) return '–';
  return String(typeof cell === 'number' ? Number(cell.toPrecision(DIGITS)) : cell);
}
