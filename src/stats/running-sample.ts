import { requireFiniteValues } from './finite-values.ts';
import { type PairMoments, pairMomentsOf, togetherInPairs } from './pair-moments.ts';
import { type Moments, momentsOf, together } from './sample-moments.ts';

/**
 * Values that are held at a time. Up to so many, moments are what they are of a list, to the last bit; beyond, parts of
 * so many are put together, and no more is held however many there are.
 */
const HELD = 4096;

/** Takes values one by one, in replication order, and tells their moments. */
export class RunningSample {
  #before: Moments = momentsOf([]);
  #held: number[] = [];

  /** @throws RangeError if the value is not finite */
  add(value: number): void {
    requireFiniteValues('values', [value]);
    if (this.#held.length === HELD) {
      this.#before = this.moments;
      this.#held = [];
    }
    this.#held.push(value);
  }

  get moments(): Moments {
    return together(this.#before, momentsOf(this.#held));
  }
}

/** Takes two measures of the same replications, one by one in replication order, and tells their moments. */
export class RunningPairs {
  #before: PairMoments | null = null;
  #x: number[] = [];
  #y: number[] = [];

  /** @throws RangeError if a value is not finite */
  add(x: number, y: number): void {
    requireFiniteValues('pair', [x, y]);
    if (this.#x.length === HELD) {
      this.#before = this.moments;
      [this.#x, this.#y] = [[], []];
    }
    this.#x.push(x);
    this.#y.push(y);
  }

  get moments(): PairMoments {
    const held = pairMomentsOf(this.#x, this.#y);
    return this.#before === null ? held : togetherInPairs(this.#before, held);
  }
}
