/** One figure of many rows. */
type Column = Uint8Array | Int32Array | Float64Array;

type ColumnKind = new (length: number) => Column;

/** Rows there is room for at first. */
const ROOM = 1024;

/**
 * Rows of figures that come one by one, nobody knows how many: typed arrays, a column each, that grow by doubling. An
 * object for each row of a recording would outlive the season, and moving it about took as long as simulating.
 *
 * @example
 * const log = new ColumnLog({ from: Float64Array, crane: Uint8Array });
 * const row = log.add();
 * log.columns.from[row] = 2.5;
 */
export class ColumnLog<C extends Readonly<Record<string, Column>>> {
  #columns: C;
  #count = 0;
  #room = ROOM;

  /** @param kinds of the columns, by name */
  constructor(kinds: { readonly [name in keyof C]: new (length: number) => C[name] }) {
    const columns = Object.entries<ColumnKind>(kinds).map(([name, Kind]) => [name, new Kind(ROOM)]);
    this.#columns = Object.fromEntries(columns);
  }

  get count(): number {
    return this.#count;
  }

  /** As they are now: with room for more rows, and others as soon as one is added. */
  get columns(): C {
    return this.#columns;
  }

  /** Adds a row of zeros. @returns its place */
  add(): number {
    if (this.#count === this.#room) this.#grow();
    return this.#count++;
  }

  /** The columns of all rows. */
  all(): C {
    return mapped<C>(this.#columns, (column) => column.slice(0, this.#count));
  }

  /** Some columns of some rows, in their order. */
  some<K extends keyof C & string>(rows: Int32Array, names: readonly K[]): Pick<C, K> {
    const columns = Object.fromEntries(names.map((name) => [name, this.#columns[name]])) as Pick<C, K>;
    return mapped<Pick<C, K>>(columns, (column) => {
      const picked = blank(column, rows.length);
      for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i] as number] as number;
      return picked;
    });
  }

  #grow(): void {
    this.#room *= 2;
    this.#columns = mapped<C>(this.#columns, (column) => {
      const larger = blank(column, this.#room);
      larger.set(column);
      return larger;
    });
  }
}

function blank(column: Column, length: number): Column {
  return new (column.constructor as ColumnKind)(length);
}

function mapped<C extends Readonly<Record<string, Column>>>(columns: C, make: (column: Column) => Column): C {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, make(column)])) as C;
}

/** Rows grouped by a number that each has, the order within a group kept. */
interface Grouped {
  /** First row of each group among the rows, and the row after the last. */
  readonly first: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Groups rows.
 *
 * @param group of each row, below `groups`; below 0 of a row that is none
 * @param count of the rows
 */
export function grouped(group: Int32Array, count: number, groups: number): Grouped {
  const first = new Int32Array(groups + 1);
  for (let row = 0; row < count; row++) {
    const after = (group[row] as number) + 1;
    if (after > 0) first[after] = (first[after] as number) + 1;
  }
  for (let at = 1; at <= groups; at++) first[at] = (first[at] as number) + (first[at - 1] as number);
  const rows = new Int32Array(first[groups] as number);
  const next = first.slice();
  for (let row = 0; row < count; row++) {
    const own = group[row] as number;
    if (own < 0) continue;
    const place = next[own] as number;
    rows[place] = row;
    next[own] = place + 1;
  }
  return { first, rows };
}
