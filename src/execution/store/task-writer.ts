import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { ModeOutcome } from '../../study/index.ts';
import { flattener } from './flat-outcome.ts';
import type { KeptTask } from './results-store.ts';

/** Tables that a batch appends to. */
const APPENDED = ['task', 'outcome', 'study_task', 'measure', 'ledger'] as const;
type Appenders = Readonly<Record<(typeof APPENDED)[number], DuckDBAppender>>;

/** Writes outcomes of one study, batch by batch. */
export class TaskWriter {
  readonly #connection: DuckDBConnection;
  readonly #study: number;
  readonly #resultVersion: string;
  readonly #shapes: Map<string, number>;
  readonly #flatten = flattener();
  #next: number;

  private constructor(
    connection: DuckDBConnection,
    study: number,
    resultVersion: string,
    shapes: Map<string, number>,
    next: number,
  ) {
    this.#connection = connection;
    this.#study = study;
    this.#resultVersion = resultVersion;
    this.#shapes = shapes;
    this.#next = next;
  }

  static async open(connection: DuckDBConnection, study: number, resultVersion: string): Promise<TaskWriter> {
    const shapes = await connection.runAndReadAll('SELECT text, shape FROM shape');
    const last = await connection.runAndReadAll('SELECT coalesce(max(task), 0) FROM task');
    const known = new Map(shapes.getRows().map(([text, shape]) => [String(text), Number(shape)]));
    return new TaskWriter(connection, study, resultVersion, known, Number(last.value(0, 0)) + 1);
  }

  /** All in one transaction: a batch is there whole or not at all. */
  async keep(done: readonly KeptTask[]): Promise<void> {
    const connection = this.#connection;
    await connection.run('BEGIN');
    const first = this.#next;
    const shapes = new Set(this.#shapes.keys());
    try {
      await this.#append(done);
      await connection.run('COMMIT');
    } catch (error) {
      this.#next = first;
      for (const shape of this.#shapes.keys()) if (!shapes.has(shape)) this.#shapes.delete(shape);
      await connection.run('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  async #append(done: readonly KeptTask[]): Promise<void> {
    const outcomes = done.map(({ outcome }) => (outcome.ok ? this.#flatten(outcome.outcome) : null));
    for (const flat of outcomes) if (flat !== null) await this.#shapeOf(flat.shape);
    const appenders = await this.#appenders();
    for (const [at, kept] of done.entries()) {
      const { outcome } = kept;
      const id = this.#next++;
      this.#appendTask(appenders, id, kept);
      const flat = outcomes[at];
      if (outcome.ok && flat != null) {
        const { numbers, shape } = flat;
        appenders.outcome.appendInteger(id);
        appenders.outcome.appendInteger(this.#shapes.get(shape) as number);
        appenders.outcome.appendBlob(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
        appenders.outcome.endRow();
        appendFigures(appenders, id, outcome.outcome);
      }
    }
    for (const table of APPENDED) appenders[table].closeSync();
  }

  async #appenders(): Promise<Appenders> {
    const made = await Promise.all(
      APPENDED.map(async (table) => [table, await this.#connection.createAppender(table)] as const),
    );
    return Object.fromEntries(made) as Appenders;
  }

  async #shapeOf(text: string): Promise<void> {
    if (this.#shapes.has(text)) return;
    const shape = this.#shapes.size + 1;
    await this.#connection.run('INSERT INTO shape VALUES ($1, $2)', [shape, text]);
    this.#shapes.set(text, shape);
  }

  #appendTask({ task: row, study_task: link }: Appenders, id: number, kept: KeptTask): void {
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
}

function appendFigures({ measure, ledger }: Appenders, id: number, outcome: ModeOutcome): void {
  for (const [name, value] of Object.entries(outcome.measures)) {
    measure.appendInteger(id);
    measure.appendVarchar(name);
    if (value === null) measure.appendNull();
    else measure.appendDouble(value);
    measure.endRow();
  }
  for (const { item, payer, payee, kind, yuanPerTonne } of outcome.ledger) {
    ledger.appendInteger(id);
    ledger.appendVarchar(item);
    ledger.appendVarchar(payer);
    if (payee === null) ledger.appendNull();
    else ledger.appendVarchar(payee);
    ledger.appendVarchar(kind);
    ledger.appendDouble(yuanPerTonne);
    ledger.endRow();
  }
}
