import { requireFiniteValues, requireShare } from './finite-values.ts';
import { type Moments, momentsOf } from './sample-moments.ts';
import { tQuantile } from './t-quantile.ts';

/** How narrow the interval of a mean shall be: half its width at most so much, or at most such a share of |mean|. */
export interface Precision {
  readonly kind: 'absolute' | 'relative';
  /** In the measure's unit, or a share such as 0.05; above 0. */
  readonly size: number;
}

/** How precise a mean is beside what was asked. */
export interface Attained {
  /** Values that are defined. */
  readonly n: number;
  /** Null of no value. */
  readonly mean: number | null;
  /** Half the interval's width; null of fewer than two values. */
  readonly halfWidth: number | null;
  /** The half-width that the precision allows at this mean; null of no value. */
  readonly allowed: number | null;
  readonly reached: boolean;
  /**
   * Values that the precision takes at this mean and deviation, an estimate; null where that is not known or no number
   * would do, as for a relative precision of a mean of 0.
   */
  readonly needed: number | null;
}

/** Values that a stop is watched for, where there are few and as a share of those there are. */
const [LEAST_LOOK_AHEAD, LOOK_AHEAD_SHARE] = [5, 0.05];

/**
 * For how many further replications a precision has to hold before it is believed: 5, beyond 100 replications 5 % of
 * them (Hoad, Robinson and Davies 2010, kLimit 5). A deviation that is low by luck ends a study too early, and then
 * intervals cover less than they say; such luck seldom lasts.
 */
export function lookAhead(n: number): number {
  return Math.max(LEAST_LOOK_AHEAD, Math.ceil(n * LOOK_AHEAD_SHARE));
}

/**
 * How precise the mean of some values is.
 *
 * @param values one number per replication
 * @param confidence the share of intervals that shall cover, such as 0.95
 * @throws RangeError if a value is not finite or `confidence` is not between 0 and 1
 * @example
 * precisionOf([4, 6, 4, 6], { kind: 'absolute', size: 4 }, 0.95).reached; // true
 * precisionOf([4, 6, 4, 6], { kind: 'relative', size: 0.1 }, 0.95).reached; // false
 */
export function precisionOf(values: readonly number[], asked: Precision, confidence: number): Attained {
  requireFiniteValues('values', values);
  return attainedBy(momentsOf(values), asked, confidence);
}

/** The same of values that are known by their moments. @throws RangeError if `confidence` is not between 0 and 1 */
export function attainedBy({ n, mean, variance }: Moments, { kind, size }: Precision, confidence: number): Attained {
  requireShare('confidence', confidence);
  if (mean === null) return { n, mean, halfWidth: null, allowed: null, reached: false, needed: null };
  const allowed = kind === 'absolute' ? size : size * Math.abs(mean);
  if (variance === null) return { n, mean, halfWidth: null, allowed, reached: false, needed: null };
  const halfWidth = tQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { n, mean, halfWidth, allowed, reached: halfWidth <= allowed, needed: neededOf(n, halfWidth, allowed) };
}

/** The half-width goes with 1/√n. */
function neededOf(n: number, halfWidth: number, allowed: number): number | null {
  const ratio = halfWidth === 0 ? 0 : halfWidth / allowed;
  const estimate = Math.max(2, Math.ceil(n * ratio * ratio));
  return Number.isSafeInteger(estimate) ? estimate : null;
}

/**
 * A sequential rule for several measures at once: fed replication by replication, it says when to stop. It stops when
 * every measure has its precision at some n not below the minimum and keeps it for {@link lookAhead} further
 * replications. So the number of replications depends on the values alone, in their order, not on how many were
 * simulated at a time.
 *
 * Intervals after a sequential stop cover somewhat less than they say (Chow and Robbins 1965 prove coverage only as
 * the precision goes to 0; Law and Kelton 1982 measure it); the minimum and the look-ahead keep that small.
 */
export class SequentialRule {
  readonly #asked: readonly Precision[];
  readonly #confidence: number;
  readonly #minimum: number;
  readonly #moments: readonly WelfordMoments[];
  #n = 0;
  #since: number | null = null;

  /**
   * @param asked the precision of each measure
   * @param minimum replications before which it never stops, at least 2
   * @throws RangeError if `confidence` is not between 0 and 1 or the minimum no whole number from 2
   */
  constructor(asked: readonly Precision[], confidence: number, minimum: number) {
    requireShare('confidence', confidence);
    if (!(Number.isSafeInteger(minimum) && minimum >= 2)) {
      throw new RangeError(`minimum must be a whole number from 2, but is ${minimum}.`);
    }
    this.#asked = asked;
    this.#confidence = confidence;
    this.#minimum = minimum;
    this.#moments = asked.map(() => new WelfordMoments());
  }

  /** Replications fed. */
  get n(): number {
    return this.#n;
  }

  /**
   * Feeds the next replication.
   *
   * @param values measure by measure; null where one does not apply
   * @returns whether to stop with it
   */
  add(values: readonly (number | null)[]): boolean {
    this.#n++;
    for (const [at, value] of values.entries()) if (value !== null) this.#moments[at]?.add(value);
    if (this.#n < this.#minimum) return false;
    if (!this.#attained().every(({ reached }) => reached)) {
      this.#since = null;
      return false;
    }
    this.#since ??= this.#n;
    return this.#n >= this.#since + lookAhead(this.#since);
  }

  /**
   * Replications that are likely to be needed in all, an estimate from those fed; null if none is possible. What
   * simulates several at a time can go by it: too many are only wasted, and change nothing.
   */
  get expected(): number | null {
    if (this.#since !== null) return this.#since + lookAhead(this.#since);
    let most = this.#minimum;
    for (const { n, needed } of this.#attained()) {
      // Where a measure applies in some replications only, as many more of all are needed.
      if (needed === null) return null;
      most = Math.max(most, Math.ceil((needed * this.#n) / n));
    }
    return most + lookAhead(most);
  }

  /** How precise each measure is now. */
  get attained(): readonly Attained[] {
    return this.#attained();
  }

  #attained(): Attained[] {
    return this.#asked.map((asked, at) => attainedBy(this.#moments[at] as Moments, asked, this.#confidence));
  }
}

/** Mean and variance of values that come one by one (Welford 1962). */
class WelfordMoments implements Moments {
  n = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.n++;
    const before = value - this.#mean;
    this.#mean += before / this.n;
    this.#squares += before * (value - this.#mean);
  }

  get mean(): number | null {
    return this.n === 0 ? null : this.#mean;
  }

  get variance(): number | null {
    return this.n < 2 ? null : this.#squares / (this.n - 1);
  }
}
