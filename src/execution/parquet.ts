import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBAppender } from '@duckdb/node-api';
import { quotedText } from './store/queries.ts';

/** What a column holds; any of its cells may be null. */
export type ParquetType = 'VARCHAR' | 'DOUBLE' | 'TIMESTAMP WITH TIME ZONE';

/** A column's name, made of letters and underscores, and what it holds. */
export type ParquetColumn = readonly [name: string, type: ParquetType];

/** Rows appended between two flushes. */
const BATCH = 20_000;

/** Rows as one Parquet file, by DuckDB; they are taken one by one. Instants are given in ISO 8601. */
export async function parquet(
  columns: readonly ParquetColumn[],
  rows: Iterable<readonly (string | number | boolean | null)[]>,
): Promise<Uint8Array> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-parquet-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const held = columns.map(([name, type]) => `"${name}" ${type === 'DOUBLE' ? 'DOUBLE' : 'VARCHAR'}`);
    await connection.run(`CREATE TABLE held (${held.join(', ')})`);
    appendAll(await connection.createAppender('held'), columns, rows);
    const told = columns.map(([name, type]) => `CAST("${name}" AS ${type}) AS "${name}"`);
    const path = join(folder, 'held.parquet');
    await connection.run(`COPY (SELECT ${told.join(', ')} FROM held) TO ${quotedText(path)} (FORMAT parquet)`);
    return readFileSync(path);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

function appendAll(
  appender: DuckDBAppender,
  columns: readonly ParquetColumn[],
  rows: Iterable<readonly (string | number | boolean | null)[]>,
): void {
  let count = 0;
  for (const row of rows) {
    for (const [at, [, type]] of columns.entries()) {
      const cell = row[at] ?? null;
      if (cell === null) appender.appendNull();
      else if (type === 'DOUBLE') appender.appendDouble(Number(cell));
      else appender.appendVarchar(String(cell));
    }
    appender.endRow();
    if (++count % BATCH === 0) appender.flushSync();
  }
  appender.closeSync();
}
