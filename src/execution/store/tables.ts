/** Goes up when the tables change. */
export const STORE_FORMAT = 1;

/**
 * The tables of a store, tidy: a row of `task` for each season simulated, of `measure` and `ledger` for each figure of it.
 * `outcome` holds the whole of it as numbers, from which studies are taken up again to the last bit; SQL has no need of it.
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
CREATE TABLE outcome (task INTEGER NOT NULL, shape INTEGER NOT NULL, numbers BLOB NOT NULL);
CREATE TABLE study_task (study INTEGER NOT NULL, task INTEGER NOT NULL);
CREATE TABLE measure (task INTEGER NOT NULL, measure VARCHAR NOT NULL, value DOUBLE);
CREATE TABLE ledger (
  task INTEGER NOT NULL,
  item VARCHAR NOT NULL,
  payer VARCHAR NOT NULL,
  payee VARCHAR,
  kind VARCHAR NOT NULL,
  yuan_per_tonne DOUBLE NOT NULL
);
`;
