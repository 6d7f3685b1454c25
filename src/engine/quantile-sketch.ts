import { BucketWindow } from './bucket-window.ts';
import { SimulationError } from './errors.ts';
import type { Resettable } from './resettable.ts';

// One double, and the same eight bytes as two words; which of them is the high one is the machine's affair.
const double = new Float64Array([1]);
const words = new Uint32Array(double.buffer);
const HIGH = words[0] === 0 ? 1 : 0;
const LOW = 1 - HIGH;

/** Bits of a double's mantissa in its high word. */
const MANTISSA_BITS = 20;
/** High word of Infinity; those of NaN are higher. */
const INFINITE = 0x7ff00000;
/** The high word but for the sign. */
const MAGNITUDE = 0x7fffffff;
/** 2¹³ buckets an octave, 4 MB at most a sign. */
const MOST_BUCKET_BITS = 13;

/**
 * Quantiles of any number of values in constant memory, each within a relative accuracy α of the exact one: a DDSketch
 * (Masson, Rim and Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", PVLDB
 * 12(12), 2019). Values are counted in buckets that are the wider the larger the values.
 *
 * The bucket is read off the bits of the double, without a logarithm: its exponent and the top m bits of its
 * mantissa, which is their linearly interpolated mapping with 2^m buckets an octave. So no rounding can move a value
 * into another bucket, and a bucket [l, u) with l = 2^e (1 + j/2^m) and u = 2^e (1 + (j + 1)/2^m) has
 * (u − l)/(u + l) = 1/(2 (2^m + j) + 1) ≤ 1/(2^(m+1) + 1). Told as y = 2lu/(l + u), no x in it is missed by more than
 * that and a rounding of 2⁻⁵²: |y − x|/x is greatest at both ends, (y − l)/l = (u − y)/u = (u − l)/(u + l). The counts
 * are exact, so the bucket found is that of the quantile itself. m is the least with 1/(2^(m+1) + 1) ≤ α: at 1 %, 64
 * buckets an octave keep 0.78 %.
 *
 * Two exceptions, both far below what a double can tell beside the largest value. Of values of one sign, those 2⁶³
 * times smaller than the largest or more count as about that small (the paper's collapsing of the lowest buckets),
 * which leaves 64 octaves: 32 kB for each sign at 1 %. What lies within ±2.23e-308 counts as 0.
 *
 * @example
 * const waits = new QuantileSketch();
 * for (let wait = 1; wait <= 1000; wait++) waits.add(wait);
 * Math.abs(waits.quantile(0.9) / 900 - 1) < 0.01; // true
 */
export class QuantileSketch implements Resettable {
  /** The α asked for. */
  readonly relativeAccuracy: number;
  /** Low bits of a high word that do not tell buckets apart. */
  private readonly _shift: number;
  private readonly _perOctave: number;
  private readonly _above: BucketWindow;
  /** By magnitude. */
  private readonly _below: BucketWindow;
  private _zeros = 0;

  /**
   * @param relativeAccuracy α, from 0.0001 to 0.3
   * @throws {SimulationError} if it is out of range
   */
  constructor(relativeAccuracy = 0.01) {
    if (!(relativeAccuracy >= 0.0001 && relativeAccuracy <= 0.3)) {
      throw new SimulationError(`a relative accuracy must lie from 0.0001 to 0.3, not at ${relativeAccuracy}`);
    }
    let bits = 1;
    while (bits < MOST_BUCKET_BITS && 1 / ((2 << bits) + 1) > relativeAccuracy) bits++;
    this.relativeAccuracy = relativeAccuracy;
    this._shift = MANTISSA_BITS - bits;
    this._perOctave = 1 << bits;
    this._above = new BucketWindow(this._perOctave);
    this._below = new BucketWindow(this._perOctave);
  }

  /**
   * Counts a value.
   *
   * @param weight how much it counts, such as the hours a level held; 0 adds nothing
   * @throws {SimulationError} on a value or a weight that is NaN or infinite, or a weight below 0
   */
  add(value: number, weight = 1): void {
    double[0] = value;
    const index = (words[HIGH] as number) >>> this._shift;
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) this._checkWeight(weight);
    // Most values are above 0 and near others; the sign bit and NaN's exponent put all else outside the window.
    else if (!this._above.addWithin(index, weight)) this._addOutside(value, index, weight);
  }

  /** Sum of the weights: the number of values if none was given a weight. Summed up at each call. */
  get count(): number {
    return this._below.total() + this._zeros + this._above.total();
  }

  /** How many buckets it keeps, with the empty ones between; 128 octaves of them at most. */
  get size(): number {
    return this._below.size + this._above.size;
  }

  /**
   * The p-quantile by rank: the least value x such that a share of at least p of the weight lies at or below x. Of n
   * values it is the ⌈p n⌉th (p n as a double rounds it), the first at p = 0: Hyndman and Fan's type 1, which never
   * lies between two values. Within α of it; NaN of nothing.
   *
   * @param p the share below, 0 ≤ p ≤ 1
   * @throws {SimulationError} if `p` is out of range
   */
  quantile(p: number): number {
    if (!(p >= 0 && p <= 1)) throw new SimulationError(`the p of a quantile must lie from 0 to 1, not at ${p}`);
    const below = this._below.total();
    const above = this._above.total();
    const notAbove = below + this._zeros;
    if (notAbove + above === 0) return Number.NaN;
    const target = p * (notAbove + above);
    // Sums of fractional weights may miss the whole by their rounding: whoever is last takes what is left.
    if (below > 0 && (target <= below || notAbove + above === below)) {
      return -this._middle(this._below.indexFromHighest(target));
    }
    if (this._zeros > 0 && (target <= notAbove || above === 0)) return 0;
    return this._middle(this._above.indexFromLowest(target - notAbove));
  }

  /**
   * Adds all that another sketch has counted; the outcome is the one of adding everything to this.
   *
   * @throws {SimulationError} if the two tell different buckets apart
   */
  merge(other: QuantileSketch): void {
    if (other._shift !== this._shift) {
      throw new SimulationError(
        `a sketch of relative accuracy ${other.relativeAccuracy} cannot be merged into one of ${this.relativeAccuracy}`,
      );
    }
    this._above.merge(other._above);
    this._below.merge(other._below);
    this._zeros += other._zeros;
  }

  /** Forgets all values. */
  reset(): void {
    this._above.clear();
    this._below.clear();
    this._zeros = 0;
  }

  private _addOutside(value: number, index: number, weight: number): void {
    const magnitude = index & (MAGNITUDE >>> this._shift);
    if (magnitude >= INFINITE >>> this._shift) refuse(value);
    if (magnitude < this._perOctave) this._zeros += weight;
    else if (magnitude === index) this._above.add(magnitude, weight);
    else this._below.add(magnitude, weight);
  }

  private _checkWeight(weight: number): void {
    if (weight !== 0) throw new SimulationError(`a weight must be finite and at least 0, not ${weight}`);
  }

  /** 2lu/(l + u) of a bucket [l, u), which is l + l/(2 (2^m + j) + 1). */
  private _middle(index: number): number {
    words[HIGH] = index << this._shift;
    words[LOW] = 0;
    const least = double[0] as number;
    const step = this._perOctave + (index & (this._perOctave - 1));
    return least + least / (2 * step + 1);
  }
}

// Apart from the hot loop: beside it, V8 makes a string of every value.
function refuse(value: number): never {
  throw new SimulationError(`a value must be finite to have a quantile, not ${value}`);
}
