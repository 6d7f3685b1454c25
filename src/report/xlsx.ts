import type { Cell } from './csv.ts';
import { timeless } from './timeless-zip.ts';

/** A sheet of a workbook, its first row the head. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Of the columns, characters. */
  readonly widths: readonly number[];
}

/**
 * Sheets as an Excel workbook. A text is written as a text, whatever it looks like: none is run as a formula. What is
 * no number is an empty cell. The same sheets give the same bytes.
 */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const written = sheets.map(({ name, rows: [head = [], ...rows], widths }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: [
      head.map((value) => ({ value: String(value), fontWeight: 'bold' as const, wrap: true })),
      ...rows.map(cells),
    ],
  }));
  return timeless(await writeExcelFile(written).toBuffer());
}

function cells(row: readonly Cell[]) {
  return row.map((value) => (value === null || Number.isNaN(value) ? null : { value }));
}

/** Rows as a workbook of one sheet, see {@link workbook}. */
export function xlsx(name: string, rows: Sheet['rows'], widths: readonly number[]): Promise<Uint8Array> {
  return workbook([{ name, rows, widths }]);
}
