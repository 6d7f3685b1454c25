import type { Resource } from '../engine/index.ts';
import { HoursAccount } from './hours.ts';
import type { CargoPart } from './load.ts';

/** A part of the cargo in a stack. */
export interface StackedPart extends CargoPart {
  readonly stackedAt: number;
  /** What was stacked before it, kg. */
  readonly startKg: number;
}

/** The stack of one call, on as many pads as it holds, taken oldest first. */
export class Stack {
  /** Of the cargo, what room is booked for. */
  bookedKg = 0;
  /** Pads ever booked, and those of them given back. */
  pads = 0;
  padsFreed = 0;
  /** Room for loaders at its face, where that is short. */
  face: Resource | null = null;
  readonly #lossFraction: number;
  readonly #parts: StackedPart[] = [];
  #first = 0;
  #takenOfFirstKg = 0;
  #broughtKg = 0;
  #lostKg = 0;
  #kg = 0;
  #takenKg = 0;

  /** @param lossFraction lost of what is brought, booked in whole kilograms, the remainder carried on */
  constructor(lossFraction: number) {
    this.#lossFraction = lossFraction;
  }

  /** All that was ever stacked here after loss, kg. */
  get stackedKg(): number {
    return this.#kg;
  }

  /** All that has ever left it, kg. */
  get takenKg(): number {
    return this.#takenKg;
  }

  /** It has so many kilograms when the clock opens. */
  open(kg: number): void {
    this.add({ kg, leftAt: 0, gateAt: 0, hours: HoursAccount.none }, 0);
  }

  /** What more must be brought so that just `kg` more are stacked after loss. */
  grossFor(kg: number): number {
    const net = (gross: number) => gross - (this.#lossUpTo(this.#broughtKg + gross) - this.#lostKg);
    let gross = Math.ceil(kg / (1 - this.#lossFraction));
    while (gross > 0 && net(gross - 1) >= kg) gross--;
    while (net(gross) < kg) gross++;
    return gross;
  }

  /** Books the next `kg` brought. @returns what is lost of them, kg */
  bring(kg: number): number {
    this.#broughtKg += kg;
    const lost = this.#lossUpTo(this.#broughtKg) - this.#lostKg;
    this.#lostKg += lost;
    return lost;
  }

  #lossUpTo(broughtKg: number): number {
    return Math.floor(broughtKg * this.#lossFraction);
  }

  add(part: CargoPart, now: number): void {
    this.#parts.push({ ...part, stackedAt: now, startKg: this.#kg });
    this.#kg += part.kg;
  }

  /** Sets kilograms apart for whoever has come for them, oldest first. */
  take(kg: number): StackedPart[] {
    const taken: StackedPart[] = [];
    for (let left = kg; left > 0; ) {
      const part = this.#parts[this.#first];
      if (part === undefined) throw new RangeError(`the stack lacks ${left} of the ${kg} kg to be taken`);
      const share = Math.min(left, part.kg - this.#takenOfFirstKg);
      taken.push({ ...part, kg: share });
      left -= share;
      this.#takenOfFirstKg += share;
      if (this.#takenOfFirstKg === part.kg) {
        this.#first++;
        this.#takenOfFirstKg = 0;
      }
    }
    return taken;
  }

  /** They are gone. @param byDays where days stored are counted, each day begun whole */
  leave(parts: readonly StackedPart[], now: number, byDays: number[]): void {
    for (const { kg, stackedAt } of parts) {
      const days = Math.ceil((now - stackedAt) / 24);
      byDays[days] = (byDays[days] ?? 0) + kg;
      this.#takenKg += kg;
    }
  }
}
