import type { HourCause } from './hours.ts';

/** Why cargo does not come: customs holds it, no truck brings it, or there is none. */
export type SupplyCause = Extract<HourCause, 'customs' | 'noTruck' | 'noCargo'>;

/**
 * Why the cranes of one call would stand now if they had no load, as it changes: customs holds a truck; else a truck
 * is under way or wanted; else the next load is lacking, for whatever reason its sender waits.
 */
export class Supply {
  #held = 0;
  #underWay = 0;
  #lacking: SupplyCause = 'noTruck';
  #changing: (was: SupplyCause) => void = () => {};

  get cause(): SupplyCause {
    if (this.#held > 0) return 'customs';
    return this.#underWay > 0 ? 'noTruck' : this.#lacking;
  }

  /** Told just after the cause has become another. */
  onChange(changing: (was: SupplyCause) => void): void {
    this.#changing = changing;
  }

  /** A load is on its way to the ship (+1), or there (−1). */
  underWay(change: 1 | -1): void {
    const was = this.cause;
    this.#underWay += change;
    this.#tell(was);
  }

  /** Customs holds a load (+1), or lets it go (−1). */
  held(change: 1 | -1): void {
    const was = this.cause;
    this.#held += change;
    this.#tell(was);
  }

  /** What the sender of the next load waits for. */
  lacks(cause: SupplyCause): void {
    const was = this.cause;
    this.#lacking = cause;
    this.#tell(was);
  }

  #tell(was: SupplyCause): void {
    if (this.cause !== was) this.#changing(was);
  }
}
