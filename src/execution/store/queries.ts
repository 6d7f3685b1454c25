import type { DuckDBConnection, JS } from '@duckdb/node-api';
import { openFile } from './results-store.ts';
import { storeError } from './store-error.ts';

/** A table that was read. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a cell holds; whole numbers that no number holds exactly, times and lists are texts. */
export type Cell = string | number | boolean | null;

/** Studies of a store, the last first. */
const STUDIES = `
SELECT s.study, s.command, s.scenario, s.scenario_hash, s.seed, count(t.task) AS tasks,
  count(t.task) FILTER (t.failure IS NOT NULL) AS failed, s.program, s.result_version
FROM study s LEFT JOIN study_task USING (study) LEFT JOIN task t USING (task)
GROUP BY ALL ORDER BY s.study DESC`;

/** Measures of a study, by mode, settings and measure. */
const MEASURES = `
SELECT t.mode, t.settings, m.measure, count(m.value) AS n, avg(m.value) AS mean, stddev_samp(m.value) AS sd,
  quantile_cont(m.value, 0.05) AS q05, median(m.value) AS median, quantile_cont(m.value, 0.95) AS q95
FROM study_task JOIN task t USING (task) JOIN measure m USING (task) WHERE study = $1
GROUP BY ALL ORDER BY t.settings, t.mode, m.measure`;

/** Two studies' means, side by side, and their paired difference where they have seed and replication in common. */
const COMPARED = `
WITH figures AS (
  SELECT study, t.mode, t.settings, t.seed, t.replication, m.measure, m.value
  FROM study_task JOIN task t USING (task) JOIN measure m USING (task) WHERE study IN ($1, $2) AND m.value IS NOT NULL
)
SELECT a.mode, a.settings, b.settings AS other_settings, a.measure, count(*) AS pairs, avg(a.value) AS mean,
  avg(b.value) AS other_mean, avg(a.value - b.value) AS difference, stddev_samp(a.value - b.value) AS sd
FROM figures a JOIN figures b USING (mode, seed, replication, measure)
WHERE a.study = $1 AND b.study = $2
GROUP BY ALL ORDER BY a.mode, a.settings, b.settings, a.measure`;

/** Lists a store's studies. @throws StoreError */
export function listStudies(path: string): Promise<Table> {
  return opened(path, 'read', (connection) => tableOf(connection, STUDIES));
}

/** What a study found, over its tasks. @throws StoreError @throws UnknownStudyError */
export function showStudy(path: string, study: number): Promise<Table> {
  return ofStudies(path, MEASURES, [study]);
}

/** Two studies of one store held against each other. @throws StoreError @throws UnknownStudyError */
export function compareStudies(path: string, study: number, other: number): Promise<Table> {
  return ofStudies(path, COMPARED, [study, other]);
}

/** A store has no study of this number. */
export class UnknownStudyError extends Error {
  override readonly name = 'UnknownStudyError';
  readonly study: number;

  constructor(study: number) {
    super(`the store has no study ${study}`);
    this.study = study;
  }
}

/** A query about some studies, each of which must be there. */
function ofStudies(path: string, sql: string, studies: number[]): Promise<Table> {
  return opened(path, 'read', async (connection) => {
    for (const study of studies) {
      const { rows } = await tableOf(connection, 'SELECT study FROM study WHERE study = $1', [study]);
      if (rows.length === 0) throw new UnknownStudyError(study);
    }
    return tableOf(connection, sql, studies);
  });
}

/** A query of the user's own was refused, or can't be understood. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/**
 * Answers a query of the user's own. It can only read, and only this store: files, networks and extensions are out of
 * reach, and that can't be undone from within the query.
 *
 * @throws StoreError
 * @throws QueryError with what the database said
 */
export function answerSql(path: string, sql: string): Promise<Table> {
  return opened(path, 'read', async (connection) => {
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    try {
      return await tableOf(connection, sql);
    } catch (error) {
      throw new QueryError(error instanceof Error ? error.message : String(error));
    }
  });
}

/** Tables that are exported and imported, those that others point to first. */
export const EXPORTED = ['study', 'provenance', 'task', 'study_task', 'measure', 'ledger', 'shape', 'outcome'] as const;

/** One more, that stores of older formats and what they exported have not. */
export const CLOSE_UP = 'close_up';
const NO_CLOSE_UPS = "(SELECT 0 AS task, ''::BLOB AS bytes WHERE false)";

/** Writes each table as one Parquet file into a folder that is there. @throws StoreError */
export function exportParquet(path: string, folder: string): Promise<void> {
  return opened(path, 'read', async (connection) => {
    const copy = (what: string, table: string) =>
      connection.run(`COPY ${what} TO ${quotedText(`${folder}/${table}.parquet`)} (FORMAT parquet)`);
    for (const table of EXPORTED) await copy(table, table);
    // Even where there are none: those of an earlier export into the folder are of other tasks.
    await copy((await hasTable(connection, 'current_database()', CLOSE_UP)) ? CLOSE_UP : NO_CLOSE_UPS, CLOSE_UP);
  });
}

/**
 * Removes tasks that no study of the last `kept` has, and the studies before those.
 *
 * @returns how many tasks were removed
 * @throws StoreError
 */
export function prune(path: string, kept: number): Promise<number> {
  return opened(path, 'write', async (connection) => {
    await connection.run('BEGIN');
    await connection.run('CREATE TEMP TABLE kept AS SELECT study FROM study ORDER BY study DESC LIMIT $1', [kept]);
    for (const table of ['study_task', 'provenance', 'study']) {
      await connection.run(`DELETE FROM ${table} WHERE study NOT IN (SELECT study FROM kept)`);
    }
    const gone = await connection.runAndReadAll(
      'DELETE FROM task WHERE task NOT IN (SELECT task FROM study_task) RETURNING task',
    );
    for (const table of ['outcome', 'measure_value', 'ledger_value', 'close_up']) {
      await connection.run(`DELETE FROM ${table} WHERE task NOT IN (SELECT task FROM task)`);
    }
    await connection.run('COMMIT');
    await connection.run('CHECKPOINT');
    return gone.currentRowCount;
  });
}

/** Opens a store, does some work on it, and closes it. */
export async function opened<T>(
  path: string,
  way: 'read' | 'write',
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { connection, close } = await openFile(path, way);
  try {
    return await work(connection);
  } catch (error) {
    if (error instanceof QueryError || error instanceof UnknownStudyError) throw error;
    throw storeError(error, path);
  } finally {
    close();
  }
}

async function tableOf(connection: DuckDBConnection, sql: string, values: number[] = []): Promise<Table> {
  const read = await connection.runAndReadAll(sql, values);
  return { columns: read.columnNames(), rows: read.getRowsJS().map((row) => row.map(cellOf)) };
}

function cellOf(value: JS): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}

/** Whether a database has a table. @param database its name, as SQL writes it */
export async function hasTable(connection: DuckDBConnection, database: string, table: string): Promise<boolean> {
  const read = await connection.runAndReadAll(
    `SELECT count(*) FROM duckdb_tables() WHERE database_name = ${database} AND table_name = ${quotedText(table)}`,
  );
  return Number(read.value(0, 0)) > 0;
}

/** A text as SQL writes it. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
