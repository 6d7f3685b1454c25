import type { DuckDBConnection } from '@duckdb/node-api';

/** Goes up when the tables change. */
export const STORE_FORMAT = 3;

/** What names figures stands once; a figure has its number. What is asked in SQL are the views. */
const FIGURES = `
CREATE TABLE measure_name (name INTEGER NOT NULL, measure VARCHAR NOT NULL);
CREATE TABLE measure_value (task INTEGER NOT NULL, name INTEGER NOT NULL, value DOUBLE);
CREATE VIEW measure AS SELECT task, measure, value FROM measure_value JOIN measure_name USING (name);
CREATE TABLE ledger_line (
  line INTEGER NOT NULL,
  item VARCHAR NOT NULL,
  payer VARCHAR NOT NULL,
  payee VARCHAR,
  kind VARCHAR NOT NULL
);
CREATE TABLE ledger_value (task INTEGER NOT NULL, line INTEGER NOT NULL, yuan_per_tonne DOUBLE NOT NULL);
CREATE VIEW ledger AS
  SELECT task, item, payer, payee, kind, yuan_per_tonne FROM ledger_value JOIN ledger_line USING (line);
`;

/** What was seen of seasons that were looked at closely, packed; SQL has no need of it. */
const CLOSE_UPS = 'CREATE TABLE close_up (task INTEGER NOT NULL, bytes BLOB NOT NULL);';

/**
 * The tables of a store, tidy: a row of `task` for each season simulated, of `measure` and `ledger` for each figure of it.
 * `outcome` holds the whole of it as numbers, from which studies are taken up again to the last bit; SQL has no need of it.
 * Doubles that hardly repeat are not worth the time of packing them.
 */
export const TABLES = `
CREATE TABLE format (version INTEGER NOT NULL);
CREATE TABLE study (
  study INTEGER NOT NULL,
  command VARCHAR NOT NULL,
  scenario VARCHAR NOT NULL,
  scenario_hash VARCHAR NOT NULL,
  overrides VARCHAR NOT NULL,
  seed VARCHAR NOT NULL,
  program VARCHAR NOT NULL,
  result_version VARCHAR NOT NULL
);
CREATE TABLE provenance (study INTEGER NOT NULL, name VARCHAR NOT NULL, value VARCHAR NOT NULL);
CREATE TABLE task (
  task INTEGER NOT NULL,
  key VARCHAR NOT NULL,
  scenario_hash VARCHAR NOT NULL,
  settings VARCHAR NOT NULL,
  mode VARCHAR NOT NULL,
  seed VARCHAR NOT NULL,
  replication INTEGER NOT NULL,
  result_version VARCHAR NOT NULL,
  failure VARCHAR
);
CREATE TABLE shape (shape INTEGER NOT NULL, text VARCHAR NOT NULL);
CREATE TABLE outcome (
  task INTEGER NOT NULL,
  shape INTEGER NOT NULL,
  numbers BLOB NOT NULL USING COMPRESSION uncompressed
);
CREATE TABLE study_task (study INTEGER NOT NULL, task INTEGER NOT NULL);
${FIGURES}
${CLOSE_UPS}
`;

/** Format 1 had `measure` and `ledger` as tables with all words in every row; else it is format 2. */
const FROM_1 = `
ALTER TABLE measure RENAME TO measure_1;
ALTER TABLE ledger RENAME TO ledger_1;
${FIGURES}
INSERT INTO measure_name SELECT row_number() OVER (), measure FROM (SELECT DISTINCT measure FROM measure_1);
INSERT INTO measure_value SELECT task, name, value FROM measure_1 JOIN measure_name USING (measure);
INSERT INTO ledger_line SELECT row_number() OVER (), *
  FROM (SELECT DISTINCT item, payer, payee, kind FROM ledger_1);
INSERT INTO ledger_value SELECT l.task, n.line, l.yuan_per_tonne FROM ledger_1 l JOIN ledger_line n
  ON l.item = n.item AND l.payer = n.payer AND l.payee IS NOT DISTINCT FROM n.payee AND l.kind = n.kind;
DROP TABLE measure_1;
DROP TABLE ledger_1;
`;

/** What brings a store to the format after its own, by its own. */
const STEPS: readonly (readonly [from: number, sql: string])[] = [
  [1, FROM_1],
  [2, CLOSE_UPS],
];

/** Formats that can be read as they are, and are brought to the present one before anything is written. */
export const READABLE: readonly number[] = [...STEPS.map(([from]) => from), STORE_FORMAT];

/** Brings a store to the present format, whole or not at all. @param format one of {@link READABLE} */
export async function migrate(connection: DuckDBConnection, format: number): Promise<void> {
  if (format === STORE_FORMAT) return;
  const steps = STEPS.flatMap(([from, sql]) => (from < format ? [] : sql));
  await connection.run(`BEGIN; ${steps.join('\n')} UPDATE format SET version = ${STORE_FORMAT}; COMMIT;`);
}
