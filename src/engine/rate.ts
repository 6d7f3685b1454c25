import { SimulationError } from './errors.ts';
import type { Resettable } from './resettable.ts';

/**
 * Counts events over time, such as ships that left or tonnes loaded: their total, their rate and the mean time from
 * one to the next.
 *
 * @example
 * const moves = new Rate(8);
 * moves.count(9);
 * moves.count(12, 2);
 * moves.total; // 3
 * moves.perHour(20); // 0.25
 * moves.meanGapHours; // 3
 */
export class Rate implements Resettable {
  // Each starts as a number: V8 would box every number stored in a field that started as undefined.
  #start = 0;
  #first = Number.NaN;
  #last = 0;
  #events = 0;
  #total = 0;

  /**
   * @param now the hour at the start
   * @throws {SimulationError} if it is NaN or infinite
   */
  constructor(now = 0) {
    this.#start = now;
    this.#last = now;
    if (!Number.isFinite(now)) this.#refuse(now, 0);
  }

  /**
   * Something happens.
   *
   * @param now the hour, not before the last one given
   * @param amount how much of it at once, such as tonnes; at least 0
   * @throws {SimulationError} if time runs back, or if a number is NaN, infinite or an amount below 0
   */
  count(now: number, amount = 1): void {
    if (!(now >= this.#last && now < Number.POSITIVE_INFINITY && amount >= 0 && amount < Number.POSITIVE_INFINITY)) {
      this.#refuse(now, amount);
    }
    if (this.#events === 0) this.#first = now;
    this.#last = now;
    this.#events++;
    this.#total += amount;
  }

  /** How often something happened. */
  get events(): number {
    return this.#events;
  }

  /** Sum of the amounts. */
  get total(): number {
    return this.#total;
  }

  /** Mean hours from one event to the next, (last − first)/(events − 1); NaN under two events. */
  get meanGapHours(): number {
    return this.#events < 2 ? Number.NaN : (this.#last - this.#first) / (this.#events - 1);
  }

  /**
   * Total over the hours from the start to `now`; NaN over no time.
   *
   * @throws {SimulationError} if `now` lies before the last event
   */
  perHour(now: number): number {
    if (!(now >= this.#last && now < Number.POSITIVE_INFINITY)) this.#refuse(now, 0);
    const hours = now - this.#start;
    return hours > 0 ? this.#total / hours : Number.NaN;
  }

  /**
   * Counting starts at `now`, as after a warm-up.
   *
   * @throws {SimulationError} if `now` lies before the last event
   */
  reset(now: number): void {
    if (!(now >= this.#last && now < Number.POSITIVE_INFINITY)) this.#refuse(now, 0);
    this.#start = now;
    this.#last = now;
    this.#first = Number.NaN;
    this.#events = 0;
    this.#total = 0;
  }

  #refuse(now: number, amount: number): never {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) {
      throw new SimulationError(`hour ${now}: an amount must be finite and at least 0, not ${amount}`);
    }
    if (!Number.isFinite(now)) throw new SimulationError(`the hour of a count must be finite, not ${now}`);
    throw new SimulationError(`time runs back for a count: hour ${now} comes after hour ${this.#last}`);
  }
}
