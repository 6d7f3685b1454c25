/** Counts observations and keeps their mean and spread in constant memory (Welford's recurrence). */
export class Tally {
  #count = 0;
  #mean = 0;
  #squares = 0;
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;

  add(value: number): void {
    this.#count++;
    const delta = value - this.#mean;
    this.#mean += delta / this.#count;
    this.#squares += delta * (value - this.#mean);
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
  }

  get count(): number {
    return this.#count;
  }

  /** Mean; NaN of nothing. */
  get mean(): number {
    return this.#count === 0 ? Number.NaN : this.#mean;
  }

  /** Sample variance (n − 1); NaN under two observations. */
  get variance(): number {
    return this.#count < 2 ? Number.NaN : this.#squares / (this.#count - 1);
  }

  /** Least observation; Infinity of nothing. */
  get least(): number {
    return this.#least;
  }

  /** Greatest observation; −Infinity of nothing. */
  get most(): number {
    return this.#most;
  }
}
