import type { HourCause } from './hours.ts';

/** Why cargo does not come: customs holds it, no truck brings it, or there is none. */
export type SupplyCause = Extract<HourCause, 'customs' | 'noTruck' | 'noCargo'>;

/** Where cargo comes from. */
export type SupplySource = 'works' | 'yard';

/**
 * Why the cranes of one call would stand now if they had no load, as it changes: customs holds a truck; else a truck
 * is under way; else whatever the senders of the next loads wait for, customs before trucks before cargo.
 */
export class Supply {
  #held = 0;
  #underWay = 0;
  readonly #lacking: Record<SupplySource, SupplyCause> = { works: 'noCargo', yard: 'noCargo' };
  #changing: (was: SupplyCause) => void = () => {};

  get cause(): SupplyCause {
    if (this.#held > 0) return 'customs';
    if (this.#underWay > 0) return 'noTruck';
    const { works, yard } = this.#lacking;
    if (works === 'customs' || yard === 'customs') return 'customs';
    return works === 'noTruck' || yard === 'noTruck' ? 'noTruck' : 'noCargo';
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

  /** What a sender waits for; `noCargo` also where it has nothing more to send. */
  lacks(source: SupplySource, cause: SupplyCause): void {
    const was = this.cause;
    this.#lacking[source] = cause;
    this.#tell(was);
  }

  #tell(was: SupplyCause): void {
    if (this.cause !== was) this.#changing(was);
  }
}
