import type { DuckDBBlobValue, DuckDBConnection } from '@duckdb/node-api';
import type { ModeOutcome, TaskOutcome } from '../../study/index.ts';
import { outcomeReader } from './lazy-outcome.ts';

/** Reads outcomes by their keys. */
export class TaskReader {
  readonly #connection: DuckDBConnection;
  readonly #study: number;
  /** What puts outcomes together, by the number of their shape. */
  readonly #shapes = new Map<number, (numbers: Float64Array) => ModeOutcome>();

  constructor(connection: DuckDBConnection, study: number) {
    this.#connection = connection;
    this.#study = study;
  }

  /** Outcomes of the tasks that are known, by key; they become the study's own. */
  async find(keys: readonly string[]): Promise<Map<string, TaskOutcome>> {
    const connection = this.#connection;
    await connection.run('CREATE OR REPLACE TEMP TABLE wanted (key VARCHAR)');
    const wanted = await connection.createAppender('wanted', 'main', 'temp');
    for (const key of keys) {
      wanted.appendVarchar(key);
      wanted.endRow();
    }
    wanted.closeSync();
    await connection.run('INSERT INTO study_task SELECT DISTINCT $1::INTEGER, task FROM wanted JOIN task USING (key)', [
      this.#study,
    ]);
    const found = await connection.runAndReadAll(
      `SELECT key, failure, shape, numbers FROM wanted JOIN task USING (key) LEFT JOIN outcome USING (task)`,
    );
    const rows = found.getRows();
    await this.#readShapes(rows.flatMap(([, , shape]) => (shape == null ? [] : [Number(shape)])));
    return new Map(
      rows.map(([key, failure, shape, numbers]) => [
        String(key),
        failure === null
          ? { ok: true, outcome: this.#outcome(Number(shape), numbers as DuckDBBlobValue) }
          : { ok: false, failure: JSON.parse(String(failure)) },
      ]),
    );
  }

  async #readShapes(shapes: readonly number[]): Promise<void> {
    if (shapes.every((shape) => this.#shapes.has(shape))) return;
    const read = await this.#connection.runAndReadAll('SELECT shape, text FROM shape');
    for (const [shape, text] of read.getRows()) this.#shapes.set(Number(shape), outcomeReader(String(text)));
  }

  #outcome(shape: number, { bytes }: DuckDBBlobValue): ModeOutcome {
    const putTogether = this.#shapes.get(shape);
    if (putTogether === undefined) throw new Error(`The store has no shape ${shape}.`);
    // A copy begins where numbers may begin.
    return putTogether(new Float64Array(new Uint8Array(bytes).buffer));
  }
}
