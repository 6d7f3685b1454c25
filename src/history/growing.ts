const FIRST = 1024;

/** A list of numbers that grows, eight bytes each. */
export class Growing {
  #values = new Float64Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** What was pushed so far; later pushes may not show in it. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
