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
  private _count = 0;
  private _sum = 0;
  private _mean = 0;
  /** Sum of (value − mean)². */
  private _squares = 0;
  private _least = Number.POSITIVE_INFINITY;
  private _most = Number.NEGATIVE_INFINITY;
  private readonly _sketch: QuantileSketch | null;
  private readonly _record: TallyOptions['record'] | null;

  constructor(options: TallyOptions = {}) {
    this._sketch = options.quantiles === false ? null : new QuantileSketch();
    this._record = options.record ?? null;
  }

  /**
   * Counts an observation.
   *
   * @throws {SimulationError} if it is NaN or infinite
   */
  add(value: number): void {
    if (value - value !== 0) refuse(value);
    this._count++;
    this._sum += value;
    const delta = value - this._mean;
    this._mean += delta / this._count;
    this._squares += delta * (value - this._mean);
    if (value < this._least) this._least = value;
    if (value > this._most) this._most = value;
    if (this._sketch !== null) this._sketch.add(value);
    if (this._record !== null) this._tell(value);
  }

  /** How many observations. */
  get count(): number {
    return this._count;
  }

  /** Sum; 0 of nothing. */
  get sum(): number {
    return this._sum;
  }

  /** Mean; NaN of nothing. */
  get mean(): number {
    return this.count === 0 ? Number.NaN : this._mean;
  }

  /** Sample variance (n − 1); NaN under two observations. */
  get variance(): number {
    return this.count < 2 ? Number.NaN : this._squares / (this.count - 1);
  }

  /** Root of the sample variance, in the unit of the observations; NaN under two observations. */
  get standardDeviation(): number {
    return Math.sqrt(this.variance);
  }

  /** Least observation; Infinity of nothing. */
  get least(): number {
    return this._least;
  }

  /** Greatest observation; −Infinity of nothing. */
  get most(): number {
    return this._most;
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
    if (this._sketch === null)
      throw new SimulationError('this tally keeps no quantiles: it was made with { quantiles: false }');
    const near = this._sketch.quantile(p);
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
    this._mergeSketch(other);
    const count = this._count + other._count;
    const share = other._count / count;
    const delta = other._mean - this._mean;
    this._squares += other._squares + delta * (this._count * share) * delta;
    this._mean += delta * share;
    this._sum += other._sum;
    this._count = count;
    this._least = Math.min(this._least, other._least);
    this._most = Math.max(this._most, other._most);
  }

  /** Forgets all observations; what the record took stays with it. */
  reset(): void {
    this._count = 0;
    this._sum = 0;
    this._mean = 0;
    this._squares = 0;
    this._least = Number.POSITIVE_INFINITY;
    this._most = Number.NEGATIVE_INFINITY;
    this._sketch?.reset();
  }

  private _mergeSketch(other: Tally): void {
    if (this._sketch === null) return;
    if (other._sketch === null) {
      throw new SimulationError('a tally without quantiles cannot be merged into one that keeps them');
    }
    this._sketch.merge(other._sketch);
  }

  private _tell(value: number): void {
    this._record?.sink(this._record.clock.now, value);
  }
}

// Apart from the hot loop: beside it, V8 makes a string of every observation.
function refuse(value: number): never {
  throw new SimulationError(`an observation must be finite, not ${value}`);
}
