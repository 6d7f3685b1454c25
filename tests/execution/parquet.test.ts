import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { type ParquetColumn, parquet } from '../../src/execution/index.ts';
import { ownFolder } from '../cli/command.ts';

const { path: folder } = ownFolder();

const COLUMNS: readonly ParquetColumn[] = [
  ['name', 'VARCHAR'],
  ['kg', 'DOUBLE'],
  ['instant', 'TIMESTAMP WITH TIME ZONE'],
];

test('rows come back as they were, nulls and instants too', async () => {
  const path = join(folder, "it's.parquet");
  const rows = [
    ["'; DROP TABLE held; --", 1.5, '2024-03-05T09:30:00.250+08:00'],
    [null, null, null],
    ['货', -2, '2024-03-05T01:30:00.250Z'],
  ];
  writeFileSync(path, await parquet(COLUMNS, rows));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const told = await connection.runAndReadAll(
    `SELECT name, kg, CAST(epoch_ms(instant) AS DOUBLE) FROM '${path.replaceAll("'", "''")}'`,
  );
  const instant = Date.parse('2024-03-05T01:30:00.250Z');
  expect(told.getRowsJS()).toEqual([
    ["'; DROP TABLE held; --", 1.5, instant],
    [null, null, null],
    ['货', -2, instant],
  ]);
  connection.closeSync();
});

test('is a table of no rows where there are none', async () => {
  const bytes = await parquet(COLUMNS, []);
  expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('PAR1');
});
