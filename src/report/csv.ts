import { stringify } from 'csv-stringify/sync';

/** What a cell of a table may hold. */
export type Cell = string | number | boolean | null;

/**
 * Rows as CSV: a byte order mark, by which spreadsheets know Chinese, commas, and lines that end as RFC 4180 says.
 * A text that a spreadsheet would run as a formula has an apostrophe before it; numbers stand as they are.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return written(rows, true);
}

/** The same piece by piece, so that a long table is never whole in memory. */
export function* csvPieces(rows: Iterable<readonly Cell[]>): Generator<string> {
  let isFirst = true;
  for (const some of batches(rows)) {
    yield written(some, isFirst);
    isFirst = false;
  }
}

/** Rows in one piece. */
const BATCH = 1000;

function* batches<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function written(rows: readonly (readonly Cell[])[], bom: boolean): string {
  return stringify(rows as Cell[][], {
    bom,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => String(value), number: (value) => String(value) },
  });
}
