import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { opened, quotedText } from './queries.ts';

/**
 * Takes in what another store has; tasks that are there already stay as they are. The file is made where there is none.
 *
 * @param from a folder with the files of {@link exportParquet}, or a store's file, which nobody may be writing in
 * @returns how many tasks were new
 * @throws StoreError
 */
export async function importResults(path: string, from: string): Promise<number> {
  const isFolder = statSync(from, { throwIfNoEntry: false })?.isDirectory() === true;
  // Another store is looked at before it is taken in: it may be none.
  if (!isFolder) await opened(from, 'read', async () => {});
  return opened(path, 'write', async (connection) => {
    if (isFolder) return importTables(connection, (table) => `read_parquet(${quotedText(`${from}/${table}.parquet`)})`);
    await connection.run(`ATTACH ${quotedText(from)} AS other (READ_ONLY)`);
    try {
      return await importTables(connection, (table) => `other.${table}`);
    } finally {
      await connection.run('DETACH other');
    }
  });
}

/** @param file how a query names a table that comes in */
async function importTables(connection: DuckDBConnection, file: (table: string) => string): Promise<number> {
  await connection.run('BEGIN');
  try {
    const count = await takeIn(connection, file);
    await connection.run('COMMIT');
    return count;
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    for (const table of TEMPORARY) await connection.run(`DROP TABLE IF EXISTS temp.${table}`);
  }
}

const TEMPORARY = ['last', 'lastshape', 'laststudy', 'fresh', 'known'] as const;

async function takeIn(connection: DuckDBConnection, file: (table: string) => string): Promise<number> {
  await connection.run('CREATE TEMP TABLE last AS SELECT coalesce(max(task), 0) AS task FROM main.task');
  await connection.run('CREATE TEMP TABLE lastshape AS SELECT coalesce(max(shape), 0) AS shape FROM main.shape');
  await connection.run('CREATE TEMP TABLE laststudy AS SELECT coalesce(max(study), 0) AS study FROM main.study');
  // Numbers are this store's own: what comes in is numbered on from the last.
  await connection.run(
    `CREATE TEMP TABLE fresh AS SELECT t.* FROM ${file('task')} t WHERE t.key NOT IN (SELECT key FROM main.task)`,
  );
  await connection.run(
    `CREATE TEMP TABLE known AS SELECT f.task AS old, t.task AS new FROM ${file('task')} f JOIN main.task t USING (key)
       UNION ALL SELECT fresh.task, fresh.task + last.task FROM fresh, last`,
  );
  await connection.run(
    'INSERT INTO main.task SELECT fresh.* REPLACE (fresh.task + last.task AS task) FROM fresh, last',
  );
  await connection.run(
    `INSERT INTO main.shape SELECT s.shape + lastshape.shape, s.text FROM ${file('shape')} s, lastshape`,
  );
  await connection.run(
    `INSERT INTO main.outcome SELECT known.new, o.shape + lastshape.shape, o.numbers
       FROM ${file('outcome')} o JOIN fresh USING (task) JOIN known ON known.old = o.task, lastshape`,
  );
  await connection.run(
    `INSERT INTO main.measure_name SELECT row_number() OVER () + (SELECT count(*) FROM main.measure_name), measure
       FROM (SELECT DISTINCT measure FROM ${file('measure')} EXCEPT SELECT measure FROM main.measure_name)`,
  );
  await connection.run(
    `INSERT INTO main.measure_value SELECT known.new, name, m.value FROM ${file('measure')} m
       JOIN main.measure_name USING (measure) JOIN fresh USING (task) JOIN known ON known.old = m.task`,
  );
  await connection.run(
    `INSERT INTO main.ledger_line SELECT row_number() OVER () + (SELECT count(*) FROM main.ledger_line), item, payer, payee, kind
       FROM (SELECT DISTINCT item, payer, payee, kind FROM ${file('ledger')}
         EXCEPT SELECT item, payer, payee, kind FROM main.ledger_line)`,
  );
  await connection.run(
    `INSERT INTO main.ledger_value SELECT known.new, n.line, l.yuan_per_tonne FROM ${file('ledger')} l
       JOIN main.ledger_line n ON l.item = n.item AND l.payer = n.payer AND l.kind = n.kind
         AND l.payee IS NOT DISTINCT FROM n.payee
       JOIN fresh USING (task) JOIN known ON known.old = l.task`,
  );
  await connection.run(
    `INSERT INTO main.study SELECT s.* REPLACE (s.study + laststudy.study AS study) FROM ${file('study')} s, laststudy`,
  );
  await connection.run(
    `INSERT INTO main.provenance SELECT p.study + laststudy.study, p.name, p.value FROM ${file('provenance')} p, laststudy`,
  );
  await connection.run(
    `INSERT INTO main.study_task SELECT st.study + laststudy.study, known.new
       FROM ${file('study_task')} st JOIN known ON known.old = st.task, laststudy`,
  );
  const count = await connection.runAndReadAll('SELECT count(*) FROM fresh');
  return Number(count.value(0, 0));
}
