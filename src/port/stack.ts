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
  /** Refused by customs and hauled back, kg; what replaces it needs its room again. */
  takenBackKg = 0;
  /** Room for loaders at its face, where that is short. */
  face: Resource | null = null;
  readonly #parts: StackedPart[] = [];
  #first = 0;
  #takenOfFirstKg = 0;
  #kg = 0;
  #takenKg = 0;

  /** All that was ever stacked here after loss, kg. */
  get stackedKg(): number {
    return this.#kg;
  }

  /** All that was ever taken, kg. */
  get takenKg(): number {
    return this.#takenKg;
  }

  /** It has so many kilograms when the clock opens. */
  open(kg: number): void {
    this.add({ kg, leftAt: 0, gateAt: 0, hours: HoursAccount.none }, 0);
  }

  add(part: CargoPart, now: number): void {
    this.#parts.push({ ...part, stackedAt: now, startKg: this.#kg });
    this.#kg += part.kg;
  }

  /** Takes kilograms out, oldest first. @param byDays where days stored are counted, each day begun whole */
  take(kg: number, now: number, byDays: number[]): StackedPart[] {
    const taken: StackedPart[] = [];
    for (let left = kg; left > 0; ) {
      const part = this.#parts[this.#first];
      if (part === undefined) throw new RangeError(`the stack lacks ${left} of the ${kg} kg to be taken`);
      const share = Math.min(left, part.kg - this.#takenOfFirstKg);
      taken.push({ ...part, kg: share });
      const days = Math.ceil((now - part.stackedAt) / 24);
      byDays[days] = (byDays[days] ?? 0) + share;
      this.#takenKg += share;
      left -= share;
      this.#takenOfFirstKg += share;
      if (this.#takenOfFirstKg === part.kg) {
        this.#first++;
        this.#takenOfFirstKg = 0;
      }
    }
    return taken;
  }
}

/** What is brought to a stack in one go: the whole of a cargo, what replaces a refused lot, what fills up the reserve. */
export class StackOrder {
  /** What must be brought so that just what was ordered stays. */
  readonly grossKg: number;
  readonly #lossFraction: number;
  #broughtKg = 0;
  #lostKg = 0;

  /**
   * @param kg after loss
   * @param lossFraction lost of what is brought, booked in whole kilograms, the remainder carried on
   */
  constructor(kg: number, lossFraction: number) {
    this.#lossFraction = lossFraction;
    let gross = Math.ceil(kg / (1 - lossFraction));
    while (gross > 0 && this.#netOf(gross - 1) >= kg) gross--;
    while (this.#netOf(gross) < kg) gross++;
    this.grossKg = gross;
  }

  /** Stacked so far, after loss, kg. */
  get stackedKg(): number {
    return this.#broughtKg - this.#lostKg;
  }

  /** Books the next `kg` brought. @returns what is lost of them, kg */
  bring(kg: number): number {
    this.#broughtKg += kg;
    const lost = this.#broughtKg - this.#netOf(this.#broughtKg) - this.#lostKg;
    this.#lostKg += lost;
    return lost;
  }

  #netOf(grossKg: number): number {
    return grossKg - Math.floor(grossKg * this.#lossFraction);
  }
}
