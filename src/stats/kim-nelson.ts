import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { requireSameLength, requireShare } from './finite-values.ts';
import { meanOrNull, varianceOrNull } from './sample-moments.ts';

/** What a selection of the best is to promise. */
export interface KimNelsonPlan {
  /** How many there are to choose from, at least 2. */
  readonly systems: number;
  /** Chance at most of a wrong selection. */
  readonly alpha: number;
  /** Differences below it are not worth detecting, above 0. */
  readonly indifference: number;
  /** Observations of each from which variances are taken, at least 2. */
  readonly firstStage: number;
}

/**
 * The procedure KN (Kim & Nelson, ACM Transactions on Modeling and Computer Simulation 11, 2001) with c = 1, for the
 * least mean: fully sequential, for unequal variances and common random numbers. If observations are normal and the best
 * is better than the others by the indifference or more, it is selected with a chance of at least 1 − alpha. Looking
 * less often than after each observation keeps the promise.
 */
export class KimNelson {
  readonly #plan: KimNelsonPlan;
  readonly #h2: number;

  /** @throws RangeError if the plan is out of range */
  constructor(plan: KimNelsonPlan) {
    const { systems, alpha, indifference, firstStage } = plan;
    requireShare('alpha', alpha);
    for (const [name, value] of Object.entries({ systems, firstStage })) {
      if (!(Number.isInteger(value) && value >= 2))
        throw new RangeError(`${name} must be a whole number from 2, but is ${value}.`);
    }
    if (!(indifference > 0)) throw new RangeError(`indifference must be above 0, but is ${indifference}.`);
    this.#plan = plan;
    const eta = (exp((-2 / (firstStage - 1)) * ln((2 * alpha) / (systems - 1))) - 1) / 2;
    this.#h2 = 2 * Math.max(0, eta) * (firstStage - 1);
  }

  /** Observations of either after which two of this first stage have been told apart, or are left to their means. */
  enough(one: readonly number[], other: readonly number[]): number {
    return Math.floor(this.#reach(one, other)) + 1;
  }

  /**
   * Whether the second is out: as far as as many observations as both have tell, it is not better than the first by the
   * indifference.
   *
   * @param better observations of one, replication by replication
   * @param worse of the other, of the same replications
   */
  eliminates(better: readonly number[], worse: readonly number[]): boolean {
    requireSameLength(better, worse);
    const r = better.length;
    const { indifference } = this.#plan;
    const difference = meanOrNull(worse.map((value, i) => value - better[i]!)) ?? 0;
    const slack = (indifference / (2 * r)) * (this.#reach(better, worse) - r);
    return difference > Math.max(0, slack);
  }

  /** h² S² / δ². */
  #reach(one: readonly number[], other: readonly number[]): number {
    const { firstStage, indifference } = this.#plan;
    const differences = one.slice(0, firstStage).map((value, i) => value - other[i]!);
    return (this.#h2 * (varianceOrNull(differences) ?? 0)) / (indifference * indifference);
  }
}
