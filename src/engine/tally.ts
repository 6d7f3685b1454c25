import { SimulationError } from './errors.ts';
import { QuantileSketch } from './quantile-sketch.ts';
import type { Clock, RecordSink } from './record-sink.ts';
import type { Resettable } from './resettable.ts';

/** What a tally keeps beyond count, sums and bounds. */
export interface TallyOptions {
  /** Quantiles, within 1 % (the default), or none: adding then takes about a third of the time. */
  readonly quantiles?: boolean;
  /** Takes the full record: each observation with the hour that the clock, usually the simulation, then shows. */
  readonly record?: { readonly clock: Clock; readonly sink: RecordSink };
}

/**
 * Counts observations, such as waiting times, and keeps their sum, mean, spread, bounds and quantiles in constant
 * memory. Mean and squares follow Welford's recurrence ("Note on a method for calculating corrected sums of squares
 * and products", Technometrics 4(3), 1962), which keeps the spread of small differences on a high mean, and makes it
 * exactly 0 of equal values; quantiles come from a {@link QuantileSketch}.
 *
 * @example
 * const waits = new Tally();
 * for (const hours of [2, 4, 4, 6]) waits.add(hours);
 * waits.mean; // 4
 * waits.standardDeviation; // 1.632993161855452
 * Math.abs(waits.median - 4) < 0.04; // true
 */
export class Tally implements Resettable {
  #count = 0;
  #sum = 0;
  #mean = 0;
  /** Sum of (value − mean)². */
  #squares = 0;
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;
  readonly #sketch: QuantileSketch | null;
  readonly #record: TallyOptions['record'] | null;

  constructor(options: TallyOptions = {}) {
    this.#sketch = options.quantiles === false ? null : new QuantileSketch();
    this.#record = options.record ?? null;
  }

  /**
   * Counts an observation.
   *
   * @throws {SimulationError} if it is NaN or infinite
   */
  add(value: number): void {
    if (value - value !== 0) refuse(value);
    this.#count++;
    this.#sum += value;
    const delta = value - this.#mean;
    this.#mean += delta / this.#count;
    this.#squares += delta * (value - this.#mean);
    if (value < this.#least) this.#least = value;
    if (value > this.#most) this.#most = value;
    if (this.#sketch !== null) this.#sketch.add(value);
    if (this.#record !== null) this.#tell(value);
  }

  /** How many observations. */
  get count(): number {
    return this.#count;
  }

  /** Sum; 0 of nothing. */
  get sum(): number {
    return this.#sum;
  }

  /** Mean; NaN of nothing. */
  get mean(): number {
    return this.count === 0 ? Number.NaN : this.#mean;
  }

  /** Sample variance (n − 1); NaN under two observations. */
  get variance(): number {
    return this.count < 2 ? Number.NaN : this.#squares / (this.count - 1);
  }

  /** Root of the sample variance, in the unit of the observations; NaN under two observations. */
  get standardDeviation(): number {
    return Math.sqrt(this.variance);
  }

  /** Least observation; Infinity of nothing. */
  get least(): number {
    return this.#least;
  }

  /** Greatest observation; −Infinity of nothing. */
  get most(): number {
    return this.#most;
  }

  /** The 0.5-quantile, within 1 %; NaN of nothing. @throws {SimulationError} if the tally keeps no quantiles */
  get median(): number {
    return this.quantile(0.5);
  }

  /**
   * The ⌈p n⌉th of the n observations from the least up (see {@link QuantileSketch.quantile}): within 1 %, the least
   * and the greatest exactly. NaN of nothing.
   *
   * @param p the share below, 0 ≤ p ≤ 1
   * @throws {SimulationError} if `p` is out of range or the tally keeps no quantiles
   */
  quantile(p: number): number {
    if (this.#sketch === null)
      throw new SimulationError('this tally keeps no quantiles: it was made with { quantiles: false }');
    const near = this.#sketch.quantile(p);
    const rank = p * this.count;
    if (this.count === 0) return Number.NaN;
    if (rank <= 1) return this.least;
    if (rank > this.count - 1) return this.most;
    return Math.min(Math.max(near, this.least), this.most);
  }

  /**
   * Adds all that another tally has counted, as if it had been added to this, but for the record, which hears
   * nothing. Pairwise formula of Chan, Golub and LeVeque ("Updating formulae and a pairwise algorithm for computing
   * sample variances", COMPSTAT 1982): with d the difference of the means, squares = S₁ + S₂ + d² n₁n₂/n.
   *
   * @throws {SimulationError} if this keeps quantiles and the other, which is not empty, does not
   */
  merge(other: Tally): void {
    if (other.count === 0) return;
    this.#mergeSketch(other);
    const count = this.#count + other.#count;
    const share = other.#count / count;
    const delta = other.#mean - this.#mean;
    this.#squares += other.#squares + delta * (this.#count * share) * delta;
    this.#mean += delta * share;
    this.#sum += other.#sum;
    this.#count = count;
    this.#least = Math.min(this.#least, other.#least);
    this.#most = Math.max(this.#most, other.#most);
  }

  /** Forgets all observations; what the record took stays with it. */
  reset(): void {
    this.#count = 0;
    this.#sum = 0;
    this.#mean = 0;
    this.#squares = 0;
    this.#least = Number.POSITIVE_INFINITY;
    this.#most = Number.NEGATIVE_INFINITY;
    this.#sketch?.reset();
  }

  #mergeSketch(other: Tally): void {
    if (this.#sketch === null) return;
    if (other.#sketch === null) {
      throw new SimulationError('a tally without quantiles cannot be merged into one that keeps them');
    }
    this.#sketch.merge(other.#sketch);
  }

  #tell(value: number): void {
    this.#record?.sink(this.#record.clock.now, value);
  }
}

// Apart from the hot loop: beside it, V8 makes a string of every observation.
function refuse(value: number): never {
  throw new SimulationError(`an observation must be finite, not ${value}`);
}
