import { stringify } from 'csv-stringify/sync';

/** What a cell of a table may hold. */
export type Cell = string | number | boolean | null;

/**
 * Rows as CSV: a byte order mark, by which spreadsheets know Chinese, commas, and lines that end as RFC 4180 says.
 * A text that a spreadsheet would run as a formula has an apostrophe before it; numbers stand as they are.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => String(value), number: (value) => String(value) },
  });
}
