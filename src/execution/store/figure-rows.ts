import type {
  DuckDBAppender,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBIntegerVector,
  DuckDBVector,
} from '@duckdb/node-api';

/** Rows that DuckDB takes at a time: the size of its vectors. */
const MOST = 2048;

/** Appends figures to a table of a task's number, the number of what a figure is, and its value; as many rows at a time as go. */
export class FigureRows {
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #columns: readonly [DuckDBIntegerVector, DuckDBIntegerVector, DuckDBDoubleVector];
  #rows = 0;

  private constructor(appender: DuckDBAppender, chunk: DuckDBDataChunk) {
    this.#appender = appender;
    this.#chunk = chunk;
    const column = <T extends DuckDBVector>(at: number) => chunk.getColumnVector(at) as T;
    this.#columns = [column<DuckDBIntegerVector>(0), column<DuckDBIntegerVector>(1), column<DuckDBDoubleVector>(2)];
  }

  static async open(appender: DuckDBAppender): Promise<FigureRows> {
    const { DuckDBDataChunk, DOUBLE, INTEGER } = await import('@duckdb/node-api');
    return new FigureRows(appender, DuckDBDataChunk.create([INTEGER, INTEGER, DOUBLE], MOST));
  }

  add(task: number, what: number, value: number | null): void {
    const [tasks, whats, values] = this.#columns;
    tasks.setItem(this.#rows, task);
    whats.setItem(this.#rows, what);
    values.setItem(this.#rows, value);
    if (++this.#rows === MOST) this.#append();
  }

  /** Appends what is left, and ends. */
  close(): void {
    if (this.#rows > 0) this.#append();
    this.#appender.closeSync();
  }

  #append(): void {
    for (const column of this.#columns) column.flush();
    this.#chunk.rowCount = this.#rows;
    this.#appender.appendDataChunk(this.#chunk);
    this.#rows = 0;
  }
}
