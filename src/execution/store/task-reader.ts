import type { DuckDBBlobVector, DuckDBConnection, DuckDBDataChunk, DuckDBIntegerVector } from '@duckdb/node-api';
import type { OutcomeParts, Part, TaskOutcome } from '../../study/index.ts';
import { type Found, NOTHING_FOUND } from './found.ts';
import { type OutcomeReader, outcomeReader } from './outcome-reader.ts';

/** Reads outcomes by their keys. */
export class TaskReader {
  readonly #connection: DuckDBConnection;
  readonly #study: number;
  /** What puts outcomes together, by the number of their shape. */
  readonly #shapes = new Map<number, OutcomeReader>();
  /** Of each task that was there before the study: 1 once it is the study's own. */
  readonly #own: Uint8Array;

  /** @param next the number of the first task that the study will keep, which is its own by that */
  constructor(connection: DuckDBConnection, study: number, next: number) {
    this.#connection = connection;
    this.#study = study;
    this.#own = new Uint8Array(next);
  }

  /** Outcomes of the tasks that are known, as much of each as is asked; they become the study's own. */
  async find<P extends Part>(keys: readonly string[], part?: P): Promise<Found<OutcomeParts[P]>> {
    const { tasks, failures } = await this.#lookUp(keys);
    if (tasks.size === 0) return NOTHING_FOUND;
    const known = new Set(tasks.values());
    await this.#makeOwn(known);
    await this.#readShapes();
    const outcomes = await this.#readOutcomes(known, part ?? 'whole');
    const read = (numbers: Numbers) => this.#outcomeOf(numbers, part);
    const outcome = (place: number): TaskOutcome<OutcomeParts[P]> | null => {
      const task = tasks.get(place);
      if (task === undefined) return null;
      const failure = failures.get(task);
      if (failure !== undefined) return { ok: false, failure: JSON.parse(failure) };
      // Put together when it is asked for: most of what is looked up is soon forgotten.
      return { ok: true, outcome: read(outcomes.get(task) as Numbers) };
    };
    return { known: tasks.size, outcome };
  }

  /** Makes the table `wanted` of the keys. @returns tasks by the places of their keys, failures by task */
  async #lookUp(keys: readonly string[]) {
    const connection = this.#connection;
    await connection.run('CREATE OR REPLACE TEMP TABLE wanted (place INTEGER, key VARCHAR)');
    const wanted = await connection.createAppender('wanted', 'main', 'temp');
    for (const [place, key] of keys.entries()) {
      wanted.appendInteger(place);
      wanted.appendVarchar(key);
      wanted.endRow();
    }
    wanted.closeSync();
    const [tasks, failures] = [new Map<number, number>(), new Map<number, string>()];
    const found = await connection.stream('SELECT place, task, failure FROM wanted JOIN task USING (key)');
    for await (const chunk of found) {
      const [places, numbers, failure] = [integers(chunk, 0), integers(chunk, 1), chunk.getColumnVector(2)];
      for (let row = 0; row < chunk.rowCount; row++) {
        tasks.set(places(row), numbers(row));
        const why = failure.getItem(row);
        if (why !== null) failures.set(numbers(row), String(why));
      }
    }
    return { tasks, failures };
  }

  /** Tasks become the study’s own, each once however often it is asked for. */
  async #makeOwn(tasks: Iterable<number>): Promise<void> {
    const links = await this.#connection.createAppender('study_task');
    for (const task of tasks) {
      if (this.#own[task] !== 0) continue;
      this.#own[task] = 1;
      links.appendInteger(this.#study);
      links.appendInteger(task);
      links.endRow();
    }
    links.closeSync();
  }

  async #readOutcomes(tasks: ReadonlySet<number>, part: Part): Promise<Map<number, Numbers>> {
    const [first, last] = boundsOf(tasks);
    // The bounds spare DuckDB the numbers of all other tasks; where most of what is between them is asked for, that is enough.
    const isDense = last - first < 2 * tasks.size;
    const read = await this.#connection.stream(
      `SELECT task, shape, ${this.#numbersFor(part)} FROM outcome WHERE task BETWEEN ${first} AND ${last}
         ${isDense ? '' : 'AND task IN (SELECT task FROM wanted JOIN task USING (key))'}`,
    );
    const outcomes = new Map<number, Numbers>();
    for await (const chunk of read) {
      const [ids, shapes, numbers] = [integers(chunk, 0), integers(chunk, 1), chunk.getColumnVector(2)];
      for (let row = 0; row < chunk.rowCount; row++) {
        const task = ids(row);
        if (!tasks.has(task)) continue;
        const bytes = (numbers as DuckDBBlobVector).getItemBytes(row);
        if (bytes !== null) outcomes.set(task, { shape: shapes(row), bytes });
      }
    }
    return outcomes;
  }

  /** The numbers of an outcome that a part takes, as SQL has them: the first ones, or all where its shape is read whole. */
  #numbersFor(part: Part): string {
    let count = 0;
    const readWhole: number[] = [];
    for (const [shape, reader] of this.#shapes) {
      if (reader[part] === reader.whole) readWhole.push(shape);
      else count = Math.max(count, reader[part].count);
    }
    if (readWhole.length === this.#shapes.size) return 'numbers';
    const first = `numbers[1:${count * Float64Array.BYTES_PER_ELEMENT}]`;
    return readWhole.length === 0 ? first : `CASE WHEN shape IN (${readWhole.join()}) THEN numbers ELSE ${first} END`;
  }

  /** Reads those that are not known yet. */
  async #readShapes(): Promise<void> {
    const read = await this.#connection.runAndReadAll('SELECT shape, text FROM shape WHERE shape > $1', [
      Math.max(0, ...this.#shapes.keys()),
    ]);
    for (const [shape, text] of read.getRows()) this.#shapes.set(Number(shape), outcomeReader(String(text)));
  }

  #outcomeOf<P extends Part>({ shape, bytes }: Numbers, part?: P): OutcomeParts[P] {
    const reader = this.#shapes.get(shape);
    if (reader === undefined) throw new Error(`The store has no shape ${shape}.`);
    const numbers = numbersIn(bytes);
    return part === undefined ? reader.whole.make(numbers) : reader[part].make(numbers);
  }
}

/** Numbers of an outcome as they are kept. */
interface Numbers {
  readonly shape: number;
  readonly bytes: Uint8Array;
}

/** A column of whole numbers without nulls, by row. */
function integers(chunk: DuckDBDataChunk, column: number): (row: number) => number {
  const vector = chunk.getColumnVector(column) as DuckDBIntegerVector;
  return (row) => vector.getItem(row) as number;
}

function boundsOf(tasks: Iterable<number>): readonly [first: number, last: number] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const task of tasks) [first, last] = [Math.min(first, task), Math.max(last, task)];
  return [first, last];
}

/** Bytes that do not begin where numbers may begin are copied. */
function numbersIn({ buffer, byteOffset, byteLength }: Uint8Array): Float64Array {
  const { BYTES_PER_ELEMENT } = Float64Array;
  if (byteOffset % BYTES_PER_ELEMENT === 0) {
    return new Float64Array(buffer, byteOffset, byteLength / BYTES_PER_ELEMENT);
  }
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
