import {
  headersKnown,
  type Layout,
  type LayoutFault,
  type Log,
  type LogKind,
  LogReader,
  layoutOf,
  type NamedColumn,
  type Seen,
  type Separator,
} from '../history/index.ts';
import { readTable, TableError, type TableFault, type TableFormat } from './log-tables.ts';
import type { Encoding } from './log-text.ts';

/** How a log is to be read; null: as it looks. */
export interface LogOptions {
  readonly kind: LogKind | null;
  readonly named: readonly NamedColumn[];
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  /** Hours that its clock is ahead of UTC. */
  readonly zone: number;
  /** Rows of logs before it, which are not read again: exports overlap. */
  readonly seen?: Seen;
}

/** A log with how it was read, or why it could not be. */
export type LogRead =
  | {
      readonly ok: true;
      readonly log: Log;
      readonly format: TableFormat;
      readonly headerLine: number;
      readonly unread: readonly string[];
    }
  | { readonly ok: false; readonly fault: TableFault }
  | { readonly ok: false; readonly fault: 'layout'; readonly layout: readonly LayoutFault[] };

/** Rows in which headers are looked for: titles may stand above them. */
const FIRST_ROWS = 15;

/**
 * Reads a log from a file, row by row.
 *
 * @param name how the log is named to the reader
 */
export async function readLog(path: string, name: string, options: LogOptions): Promise<LogRead> {
  try {
    const reader = new HeadedReader(name, options);
    const format = await readTable(path, options, (cells, line) => reader.row(cells, line));
    const { headerLine, layout, log, unread } = reader.close();
    if (layout?.ok !== true || log === null)
      return { ok: false, fault: 'layout', layout: layout?.ok === false ? layout.faults : [] };
    return { ok: true, log, format, headerLine, unread };
  } catch (error) {
    if (error instanceof TableError) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Finds the row of headers among the first, and reads what stands under it. */
class HeadedReader {
  readonly #name: string;
  readonly #options: LogOptions;
  #first: { readonly cells: readonly string[]; readonly line: number }[] | null = [];
  #layout: Layout | null = null;
  #headerLine = 0;
  #headers: readonly string[] = [];
  #reader: LogReader | null = null;

  constructor(name: string, options: LogOptions) {
    this.#name = name;
    this.#options = options;
  }

  row(cells: readonly string[], line: number): void {
    this.#reader?.row(cells, line);
    this.#first?.push({ cells: [...cells], line });
    if (this.#first?.length === FIRST_ROWS) this.#begin();
  }

  close() {
    if (this.#first !== null) this.#begin();
    const { columns } = this.#layout?.ok ? this.#layout : { columns: [] };
    const unread = this.#headers.filter((header, at) => header !== '' && !columns.some((column) => column.at === at));
    return { headerLine: this.#headerLine, layout: this.#layout, log: this.#reader?.close() ?? null, unread };
  }

  /** The row that knows most headers is the one; the first of equals. */
  #begin(): void {
    const { kind, named, zone, seen } = this.#options;
    const first = this.#first ?? [];
    this.#first = null;
    const known = first.map(({ cells }) => headersKnown(cells, kind));
    const at = known.indexOf(Math.max(...known, 0));
    const head = first[at];
    if (head === undefined) return;
    this.#layout = layoutOf(head.cells, kind, named);
    this.#headerLine = head.line;
    this.#headers = head.cells.map((header) => header.trim());
    if (!this.#layout.ok) return;
    this.#reader = new LogReader(this.#name, this.#layout.kind, this.#layout.columns, zone, seen);
    for (const { cells, line } of first.slice(at + 1)) this.#reader.row(cells, line);
  }
}
