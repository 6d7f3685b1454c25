import { existsSync, readdirSync, statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CLOSE_UP, EXPORTED, hasTable, opened, quotedText } from './queries.ts';
import { StoreError } from './store-error.ts';

/**
 * Takes in what another store has; tasks that are there already stay as they are. The file is made where there is none.
 *
 * @param from a folder with the files of {@link exportParquet}, a folder of such folders, or a store's file, which nobody
 *   may be writing in
 * @returns how many tasks were new
 * @throws StoreError
 */
export async function importResults(path: string, from: string): Promise<number> {
  // What is taken in is looked at before: it may be no results at all.
  if (statSync(from, { throwIfNoEntry: false })?.isDirectory() !== true) {
    await opened(from, 'read', async () => {});
    return opened(path, 'write', (connection) => importStore(connection, from));
  }
  const parts = partsOf(from);
  for (const part of parts) requireTables(part);
  return opened(path, 'write', async (connection) => {
    let count = 0;
    for (const part of parts) {
      const file = (table: string) => `read_parquet(${quotedText(`${part}/${table}.parquet`)})`;
      const hasCloseUps = existsSync(`${part}/${CLOSE_UP}.parquet`);
      count += await importTables(connection, file, hasCloseUps).catch((error: unknown) => {
        throw readingError(error, part);
      });
    }
    return count;
  });
}

async function importStore(connection: DuckDBConnection, from: string): Promise<number> {
  await connection.run(`ATTACH ${quotedText(from)} AS other (READ_ONLY)`);
  try {
    const hasCloseUps = await hasTable(connection, "'other'", CLOSE_UP);
    return await importTables(connection, (table) => `other.${table}`, hasCloseUps);
  } finally {
    await connection.run('DETACH other');
  }
}

/** Folders of tables: the folder itself, or those in it that have any, each written by a machine of its own. */
function partsOf(folder: string): string[] {
  const hasTables = (one: string) => existsSync(`${one}/task.parquet`);
  if (hasTables(folder)) return [folder];
  const within = readdirSync(folder)
    .toSorted()
    .map((name) => `${folder}/${name}`);
  const parts = within.filter(hasTables);
  return parts.length > 0 ? parts : [folder];
}

/** @throws StoreError if a folder has not the file of each table */
function requireTables(folder: string): void {
  const missing = EXPORTED.find((table) => !existsSync(`${folder}/${table}.parquet`));
  if (missing !== undefined) throw new StoreError('foreign', folder, `${missing}.parquet`);
}

/** What DuckDB says of files that are no Parquet, or of other tables, is about those files; the rest is the store's. */
function readingError(error: unknown, folder: string): unknown {
  const said = error instanceof Error ? error.message : '';
  const isOfFiles = /^(?:Binder|Constraint|Conversion|Invalid Input) Error|parquet/iu.test(said);
  return isOfFiles ? new StoreError('foreign', folder, said.split('\n')[0] ?? '') : error;
}

/**
 * @param file how a query names a table that comes in
 * @param hasCloseUps whether there are any among them
 */
async function importTables(
  connection: DuckDBConnection,
  file: (table: string) => string,
  hasCloseUps: boolean,
): Promise<number> {
  await connection.run('BEGIN');
  try {
    const count = await takeIn(connection, file);
    if (hasCloseUps) await takeInCloseUps(connection, file(CLOSE_UP));
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

/** Those of tasks that were known without, too. */
async function takeInCloseUps(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run(
    `INSERT INTO main.close_up SELECT known.new, c.bytes FROM ${file} c JOIN known ON known.old = c.task
       WHERE known.new NOT IN (SELECT task FROM main.close_up)`,
  );
}
