import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { CloseUp, OutcomeParts, Part, Task, TaskOutcome } from '../../study/index.ts';
import { InterruptedError } from '../executor.ts';
import { findCloseUps, keepCloseUps } from './close-up-shelf.ts';
import type { Found } from './found.ts';
import { StoreError, storeError } from './store-error.ts';
import { migrate, READABLE, STORE_FORMAT, TABLES } from './tables.ts';
import { TaskReader } from './task-reader.ts';
import { TaskWriter } from './task-writer.ts';

/** A task that is done, with what it is known by. */
export interface KeptTask {
  /** From `taskKey`: the same for the same numbers, in any study. */
  readonly key: string;
  /** Hash of the scenario that the task's settings go over. */
  readonly scenarioHash: string;
  readonly task: Task;
  readonly outcome: TaskOutcome;
}

/** What a study is, as its row in the store tells it. */
export interface StudyRow {
  readonly command: string;
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly program: string;
  readonly resultVersion: string;
  /** What tells where and how it ran, and determines no number: machine, times, threads, the command line. */
  readonly provenance: Readonly<Record<string, string>>;
}

/** Results of seasons that were simulated, in a file of their own that one process writes at a time. */
export interface ResultsStore {
  /** Looks up tasks by their keys, as much of each as is asked; those that are known become the study's own. */
  find<P extends Part = 'whole'>(keys: readonly string[], part?: P): Promise<Found<OutcomeParts[P]>>;
  /** Keeps outcomes of tasks that were not known, in one transaction: all or none. */
  keep(done: readonly KeptTask[]): Promise<void>;
  /** What was seen of tasks that were looked at closely, by their keys, as far as it is known. */
  findCloseUps(keys: readonly string[]): Promise<ReadonlyMap<string, CloseUp>>;
  /** Keeps what was seen of tasks that are kept and of which it was not known: all or none. */
  keepCloseUps(closeUps: ReadonlyMap<string, CloseUp>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a store for a study to write in, and makes it where there is none.
 *
 * @throws StoreError if the file is no store, or another process has it open; the file is then as it was
 */
export async function openStore(path: string, study: StudyRow): Promise<ResultsStore> {
  const { connection, close } = await openFile(path, 'write');
  try {
    const id = await insertStudy(connection, study);
    const writer = await TaskWriter.open(connection, id, study.resultVersion);
    const reader = new TaskReader(connection, id, writer.next);
    let closed = false;
    let under: Promise<unknown> = Promise.resolve();
    // One after the other: what is closed while DuckDB is at work on it takes the process down.
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      if (closed) return Promise.reject(new InterruptedError('closed'));
      const turn = under.then(() => told(path, work));
      under = turn.catch(() => {});
      return turn;
    };
    return {
      find: (keys, part) => inTurn(() => reader.find(keys, part)),
      keep: (done) => inTurn(() => writer.keep(done)),
      findCloseUps: (keys) => inTurn(() => findCloseUps(connection, keys)),
      keepCloseUps: (closeUps) => inTurn(() => keepCloseUps(connection, closeUps)),
      async close() {
        closed = true;
        await under;
        // Without this a study was killed, or its disk was full.
        const finished = 'INSERT INTO provenance VALUES ($1, $2, $3)';
        await connection.run(finished, [id, 'finished', new Date().toISOString()]).catch(() => {});
        close();
      },
    };
  } catch (error) {
    close();
    throw storeError(error, path);
  }
}

async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error, path);
  }
}

/** What DuckDB is told: nothing is fetched, and no more memory or threads are taken than results need. */
const OPTIONS = {
  threads: '2',
  memory_limit: '1GB',
  checkpoint_threshold: '128MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
} as const;

/**
 * Opens a store's file.
 *
 * @param way to write, which makes it where there is none, or to read, when others may read too
 * @throws StoreError
 */
export async function openFile(
  path: string,
  way: 'read' | 'write',
): Promise<{ readonly connection: DuckDBConnection; readonly close: () => void }> {
  const fresh = !existsSync(path);
  if (fresh && way === 'read') throw new StoreError('noFile', path, path);
  if (!fresh) requireDatabase(path);
  // Loaded here, so that who needs no store does not wait for it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const access = way === 'read' ? 'READ_ONLY' : 'READ_WRITE';
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(path, { ...OPTIONS, access_mode: access });
  } catch (error) {
    throw storeError(error, path);
  }
  try {
    const connection = await instance.connect();
    if (fresh) await connection.run(`BEGIN; ${TABLES} INSERT INTO format VALUES (${STORE_FORMAT}); COMMIT;`);
    else {
      const format = await requireFormat(connection, path);
      if (way === 'write') await migrate(connection, format);
    }
    const close = () => {
      connection.closeSync();
      instance.closeSync();
    };
    return { connection, close };
  } catch (error) {
    instance.closeSync();
    throw storeError(error, path);
  }
}

/** DuckDB's own sign, eight bytes into its files. */
const SIGN = 'DUCK';

/** Looked at before DuckDB opens the file: a file that is none of its own is left untouched. */
function requireDatabase(path: string): void {
  const bytes = Buffer.alloc(12);
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      length = readSync(file, bytes, 0, bytes.length, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new StoreError('unwritable', path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (length < bytes.length || bytes.toString('latin1', 8) !== SIGN) throw new StoreError('foreign', path, path);
}

async function requireFormat(connection: DuckDBConnection, path: string): Promise<number> {
  const found = await connection.runAndReadAll(
    "SELECT count(*) FROM information_schema.tables WHERE table_name IN ('format', 'study', 'task', 'measure')",
  );
  if (Number(found.value(0, 0)) !== 4) throw new StoreError('foreign', path, path);
  const format = await connection.runAndReadAll('SELECT max(version) FROM format');
  const version = Number(format.value(0, 0));
  if (!READABLE.includes(version)) throw new StoreError('otherFormat', path, String(version));
  return version;
}

async function insertStudy(connection: DuckDBConnection, study: StudyRow): Promise<number> {
  const { command, scenario, seed, program, resultVersion, provenance } = study;
  const row = await connection.runAndReadAll(
    `INSERT INTO study SELECT coalesce(max(study), 0) + 1, $1, $2, $3, $4, $5, $6, $7 FROM study
     RETURNING study`,
    [command, scenario.name, scenario.hash, JSON.stringify(scenario.overrides), String(seed), program, resultVersion],
  );
  const id = Number(row.value(0, 0));
  for (const [name, value] of Object.entries(provenance)) {
    await connection.run('INSERT INTO provenance VALUES ($1, $2, $3)', [id, name, value]);
  }
  return id;
}
