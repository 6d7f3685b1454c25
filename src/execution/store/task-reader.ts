import type { DuckDBBlobValue, DuckDBConnection } from '@duckdb/node-api';
import type { ModeOutcome, TaskOutcome } from '../../study/index.ts';
import { unflatten } from './flat-outcome.ts';

/** Reads outcomes by their keys. */
export class TaskReader {
  readonly #connection: DuckDBConnection;
  readonly #study: number;

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
      `SELECT DISTINCT ON (key) key, failure, text, numbers FROM wanted JOIN task USING (key)
       LEFT JOIN outcome USING (task) LEFT JOIN shape USING (shape)`,
    );
    return new Map(
      found
        .getRows()
        .map(([key, failure, shape, numbers]) => [
          String(key),
          failure === null
            ? { ok: true, outcome: outcomeOf(String(shape), numbers as DuckDBBlobValue) }
            : { ok: false, failure: JSON.parse(String(failure)) },
        ]),
    );
  }
}

function outcomeOf(shape: string, { bytes }: DuckDBBlobValue): ModeOutcome {
  // A copy begins where numbers may begin.
  const numbers = new Float64Array(Uint8Array.from(bytes).buffer);
  return unflatten({ shape, numbers });
}
