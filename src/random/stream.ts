import tychei from 'seedrandom/lib/tychei.js';

/**
 * A sequence of uniforms that belongs to one cause: the k-th is the same whoever asks for it, and when.
 *
 * @example
 * const stream = new RandomStreams(1, 0).stream('truck.trip', 7);
 * const tenth = stream.at(9);
 * const first = stream.next();
 * first === stream.at(0); // true
 * tenth === stream.at(9); // true
 */
export interface Stream {
  /**
   * The next uniform in order: the n-th call of `next` is `at(n − 1)`, whatever `at` was asked for in between.
   *
   * @returns a uniform, 0 < u < 1
   */
  next(): number;
  /**
   * The k-th uniform of the stream. It is drawn, with all before it, when first asked for, and then remembered.
   *
   * @param k a whole number from 0
   * @returns a uniform, 0 < u < 1
   * @throws RangeError if `k` is no whole number from 0
   */
  at(k: number): number;
}

const FIRST_CAPACITY = 8;

/**
 * A stream on seedrandom's Tyche-i (Neves and Araujo 2011), read by `.double()`: (top + bottom) / 2^21 with top a
 * whole number below 2^21 and bottom one below 2^32 over 2^32. That needs 53 bits, so nothing is rounded and the
 * largest value is 1 − 2^−53; a zero is drawn again by seedrandom. Hence 0 < u < 1, exactly.
 *
 * The generator is made at the first draw, so that a stream nobody reads costs next to nothing.
 */
export class TycheiStream implements Stream {
  readonly #seedText: () => string;
  readonly #antithetic: boolean;
  #draw: (() => number) | undefined;
  #drawn = new Float64Array(FIRST_CAPACITY);
  #count = 0;
  #cursor = 0;

  /**
   * @param seedText gives the generator's seed; called once, at the first draw
   * @param antithetic give 1 − u for each u: exact, as u is a multiple of 2^−53
   */
  constructor(seedText: () => string, antithetic = false) {
    this.#seedText = seedText;
    this.#antithetic = antithetic;
  }

  next(): number {
    return this.at(this.#cursor++);
  }

  /** Uniforms drawn so far. */
  get drawn(): number {
    return this.#count;
  }

  at(k: number): number {
    // A uniform is never 0, so 0 marks a place not drawn yet; `undefined` is a place beyond the array.
    return this.#drawn[k] || this.#drawUpTo(k);
  }

  #drawUpTo(k: number): number {
    if (!Number.isSafeInteger(k) || k < 0) {
      throw new RangeError(`A stream's uniforms are numbered 0, 1, 2, …; number ${k} was asked for.`);
    }
    if (k >= this.#drawn.length) this.#grow(k + 1);
    this.#draw ??= tychei(this.#seedText()).double;
    let uniform = 0;
    while (this.#count <= k) {
      uniform = this.#antithetic ? 1 - this.#draw() : this.#draw();
      this.#drawn[this.#count++] = uniform;
    }
    return uniform;
  }

  #grow(least: number): void {
    const grown = new Float64Array(Math.max(least, 2 * this.#drawn.length));
    grown.set(this.#drawn);
    this.#drawn = grown;
  }
}
