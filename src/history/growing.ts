const FIRST = 1024;

/** A list of numbers that grows: eight bytes each, or one for small whole ones. */
export class Growing<List extends Float64Array | Uint8Array> {
  readonly #List: new (
    length: number,
  ) => List;
  #values: List;
  #length = 0;

  constructor(list: new (length: number) => List) {
    this.#List = list;
    this.#values = new list(FIRST);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new this.#List(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** What was pushed so far; later pushes may not show in it. */
  get values(): List {
    return this.#values.subarray(0, this.#length) as List;
  }
}
