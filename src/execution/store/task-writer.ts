import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { ModeOutcome } from '../../study/index.ts';
import { Dictionary } from './dictionary.ts';
import { FigureRows } from './figure-rows.ts';
import { flattener } from './flat-outcome.ts';
import type { KeptTask } from './results-store.ts';

/** What a batch is appended to. */
interface Appended {
  readonly task: DuckDBAppender;
  readonly study_task: DuckDBAppender;
  readonly outcome: DuckDBAppender;
  readonly measures: FigureRows;
  readonly ledger: FigureRows;
}

/** What outcomes have in common. */
interface Dictionaries {
  readonly shapes: Dictionary;
  readonly names: Dictionary;
  readonly lines: Dictionary;
}

/** Writes outcomes of one study, batch by batch. */
export class TaskWriter {
  readonly #connection: DuckDBConnection;
  readonly #study: number;
  readonly #resultVersion: string;
  readonly #dictionaries: Dictionaries;
  readonly #flatten = flattener();
  #next: number;

  private constructor(
    connection: DuckDBConnection,
    study: number,
    resultVersion: string,
    dictionaries: Dictionaries,
    next: number,
  ) {
    this.#connection = connection;
    this.#study = study;
    this.#resultVersion = resultVersion;
    this.#dictionaries = dictionaries;
    this.#next = next;
  }

  static async open(connection: DuckDBConnection, study: number, resultVersion: string): Promise<TaskWriter> {
    const dictionaries = {
      shapes: await Dictionary.open(connection, 'shape'),
      names: await Dictionary.open(connection, 'measure_name'),
      lines: await Dictionary.open(connection, 'ledger_line'),
    };
    const last = await connection.runAndReadAll('SELECT coalesce(max(task), 0) FROM task');
    return new TaskWriter(connection, study, resultVersion, dictionaries, Number(last.value(0, 0)) + 1);
  }

  /** The number of the next task that is kept. */
  get next(): number {
    return this.#next;
  }

  /** All in one transaction: a batch is there whole or not at all. */
  async keep(done: readonly KeptTask[]): Promise<void> {
    const connection = this.#connection;
    const dictionaries = Object.values(this.#dictionaries);
    await connection.run('BEGIN');
    const first = this.#next;
    try {
      await this.#append(done);
      for (const dictionary of dictionaries) await dictionary.save();
      await connection.run('COMMIT');
      for (const dictionary of dictionaries) dictionary.settle();
    } catch (error) {
      this.#next = first;
      for (const dictionary of dictionaries) dictionary.forget();
      await connection.run('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  async #append(done: readonly KeptTask[]): Promise<void> {
    const to = await this.#appended();
    for (const kept of done) {
      const id = this.#next++;
      this.#appendTask(to, id, kept);
      if (kept.outcome.ok) this.#appendOutcome(to, id, kept.outcome.outcome);
    }
    to.task.closeSync();
    to.study_task.closeSync();
    to.outcome.closeSync();
    to.measures.close();
    to.ledger.close();
  }

  async #appended(): Promise<Appended> {
    const connection = this.#connection;
    return {
      task: await connection.createAppender('task'),
      study_task: await connection.createAppender('study_task'),
      outcome: await connection.createAppender('outcome'),
      measures: await FigureRows.open(await connection.createAppender('measure_value')),
      ledger: await FigureRows.open(await connection.createAppender('ledger_value')),
    };
  }

  #appendTask({ task: row, study_task: link }: Appended, id: number, kept: KeptTask): void {
    const { key, scenarioHash, task, outcome } = kept;
    row.appendInteger(id);
    row.appendVarchar(key);
    row.appendVarchar(scenarioHash);
    row.appendVarchar(JSON.stringify(task.settings));
    row.appendVarchar(task.mode);
    row.appendVarchar(String(task.seed));
    row.appendInteger(task.replication);
    row.appendVarchar(this.#resultVersion);
    if (outcome.ok) row.appendNull();
    else row.appendVarchar(JSON.stringify(outcome.failure));
    row.endRow();
    link.appendInteger(this.#study);
    link.appendInteger(id);
    link.endRow();
  }

  #appendOutcome({ outcome: row, measures, ledger }: Appended, id: number, outcome: ModeOutcome): void {
    const { shapes, names, lines } = this.#dictionaries;
    const { shape, numbers } = this.#flatten(outcome);
    row.appendInteger(id);
    row.appendInteger(shapes.numberAt(0, [shape]));
    row.appendBlob(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    row.endRow();
    for (const [at, [name, value]] of Object.entries(outcome.measures).entries()) {
      measures.add(id, names.numberAt(at, [name]), value);
    }
    for (const [at, { item, payer, payee, kind, yuanPerTonne }] of outcome.ledger.entries()) {
      ledger.add(id, lines.numberAt(at, [item, payer, payee, kind]), yuanPerTonne);
    }
  }
}
