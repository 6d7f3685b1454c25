import type { HourCause } from './hours.ts';

/** Why cargo does not come, the first before the others: customs holds it, no truck brings it, or there is none. */
export const SUPPLY_CAUSES = ['customs', 'noTruck', 'noCargo'] as const satisfies readonly HourCause[];
export type SupplyCause = (typeof SUPPLY_CAUSES)[number];

/** Where cargo comes from. */
export type SupplySource = 'works' | 'yard';

/**
 * Why the cranes of one call would stand now if they had no load, as it changes: customs holds a truck; else, where
 * all who still send wait for cargo, that (it is promised before a truck is called: those under way bring what little
 * there is); else a truck is under way; else whatever the senders wait for.
 */
export class Supply {
  #held = 0;
  #underWay = 0;
  readonly #lacking: Record<SupplySource, SupplyCause | null> = { works: null, yard: null };
  #changing: (was: SupplyCause) => void = () => {};

  get cause(): SupplyCause {
    if (this.#held > 0) return 'customs';
    const lacking = this.#sendersLack;
    if (this.#underWay > 0 && lacking !== 'noCargo') return 'noTruck';
    return lacking ?? 'noCargo';
  }

  /** What those who still send wait for; null where nobody does. */
  get #sendersLack(): SupplyCause | null {
    const { works, yard } = this.#lacking;
    return SUPPLY_CAUSES.find((cause) => works === cause || yard === cause) ?? null;
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

  /** What a sender waits for; null where it has nothing more to send. */
  lacks(source: SupplySource, cause: SupplyCause | null): void {
    const was = this.cause;
    this.#lacking[source] = cause;
    this.#tell(was);
  }

  #tell(was: SupplyCause): void {
    if (this.cause !== was) this.#changing(was);
  }
}
