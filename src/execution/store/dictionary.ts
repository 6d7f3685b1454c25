import type { DuckDBConnection } from '@duckdb/node-api';

/** What is numbered: a text, or several that belong together. */
export type Words = readonly (string | null)[];

/** Numbers for words that come again and again, kept once in a table of their own: a number, then the words. */
export class Dictionary {
  readonly #connection: DuckDBConnection;
  readonly #table: string;
  readonly #numbers = new Map<string, number>();
  /** The highest number: words that were taken in from another store may have several. */
  #highest = 0;
  /** Words with numbers that are not in the table, or not for good. */
  #fresh: Words[] = [];
  /** What was asked for last at each place: lists come in the same order again. */
  readonly #last: { readonly words: Words; readonly number: number }[] = [];

  private constructor(connection: DuckDBConnection, table: string) {
    this.#connection = connection;
    this.#table = table;
  }

  static async open(connection: DuckDBConnection, table: string): Promise<Dictionary> {
    const dictionary = new Dictionary(connection, table);
    const read = await connection.runAndReadAll(`SELECT * FROM ${table}`);
    for (const [number, ...words] of read.getRowsJS()) {
      dictionary.#numbers.set(keyOf(words as Words), Number(number));
      dictionary.#highest = Math.max(dictionary.#highest, Number(number));
    }
    return dictionary;
  }

  /** The number of words that stand at a place of a list. */
  numberAt(place: number, words: Words): number {
    const last = this.#last[place];
    if (last?.words.every((word, at) => word === words[at])) return last.number;
    const number = this.#numberOf(words);
    this.#last[place] = { words, number };
    return number;
  }

  #numberOf(words: Words): number {
    const key = keyOf(words);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = ++this.#highest;
    this.#numbers.set(key, number);
    this.#fresh.push(words);
    return number;
  }

  /** Writes into the table what is new. */
  async save(): Promise<void> {
    for (const words of this.#fresh) {
      const places = words.map((_, at) => `$${at + 2}`);
      const sql = `INSERT INTO ${this.#table} VALUES ($1, ${places.join(', ')})`;
      await this.#connection.run(sql, [this.#numberOf(words), ...words]);
    }
  }

  /** What was written is there for good. */
  settle(): void {
    this.#fresh = [];
  }

  /** What was written is not there. */
  forget(): void {
    for (const words of this.#fresh) this.#numbers.delete(keyOf(words));
    this.#highest -= this.#fresh.length;
    this.#fresh = [];
    this.#last.length = 0;
  }
}

/** One long word is not written anew each time it is looked up. */
function keyOf(words: Words): string {
  const [first] = words;
  return words.length === 1 && typeof first === 'string' ? first : JSON.stringify(words);
}
