import type { Resource } from '../engine/index.ts';
import { HoursAccount } from './hours.ts';
import type { CargoPart } from './load.ts';
import type { Lot } from './lot.ts';

/** So many kilograms of a lot; null: of none, as the yard's reserve. */
export interface LotShare {
  readonly lot: Lot | null;
  readonly kg: number;
}

/** A part of the cargo taken from a stack. */
export interface StackedPart extends CargoPart {
  readonly stackedAt: number;
  /** Of what is taken, the lot of the first kilogram. */
  readonly lot: Lot | null;
}

/** A load as it lies in a stack. */
interface StackedLoad {
  readonly part: CargoPart;
  readonly stackedAt: number;
  /** What of it still lies there. */
  readonly left: { readonly lot: Lot | null; kg: number }[];
}

/** The stack of one call, on as many pads as it holds, each load of it with the lots that it carries some of. */
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
  readonly #loads: StackedLoad[] = [];
  /** Those before this one are gone. */
  #first = 0;
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
    this.add({ kg, leftAt: 0, gateAt: 0, hours: HoursAccount.none }, [{ lot: null, kg }], 0);
  }

  /** @param shares by lot, in all the part's kilograms */
  add(part: CargoPart, shares: readonly LotShare[], now: number): void {
    this.#loads.push({ part, stackedAt: now, left: shares.map((share) => ({ ...share })) });
    this.#kg += part.kg;
  }

  /**
   * Takes kilograms out, oldest first, of those lots only that may be taken.
   *
   * @param byDays where days stored are counted, each day begun whole
   * @throws RangeError where there is not so much
   */
  take(kg: number, now: number, byDays: number[], mayTake: (lot: Lot | null) => boolean): StackedPart[] {
    const taken: StackedPart[] = [];
    let left = kg;
    for (let i = this.#first; left > 0; i++) {
      const load = this.#loads[i];
      if (load === undefined) throw new RangeError(`the stack lacks ${left} of the ${kg} kg to be taken`);
      const { part, stackedAt } = load;
      const [share, lot] = takeFrom(load, left, mayTake);
      if (share === 0) continue;
      taken.push({ ...part, kg: share, stackedAt, lot });
      const days = Math.ceil((now - stackedAt) / 24);
      byDays[days] = (byDays[days] ?? 0) + share;
      left -= share;
    }
    this.#takenKg += kg;
    while (this.#loads[this.#first]?.left.every((one) => one.kg === 0)) this.#first++;
    return taken;
  }
}

/** Takes at most so much of one load. @returns what is taken of it, and the lot of its first kilogram */
function takeFrom({ left }: StackedLoad, mostKg: number, mayTake: (lot: Lot | null) => boolean) {
  const open = left.filter(({ lot, kg }) => kg > 0 && mayTake(lot));
  let takenKg = 0;
  for (const one of open) {
    const kg = Math.min(mostKg - takenKg, one.kg);
    one.kg -= kg;
    takenKg += kg;
  }
  return [takenKg, open[0]?.lot ?? null] as const;
}

/** What is brought to a stack in one go: the whole of a cargo, what replaces a refused lot, what fills up the reserve. */
export class StackOrder {
  /** What must be brought so that just what was ordered stays. */
  readonly grossKg: number;
  /** What it is made of, filled one after the other; the reserve is of no lots. */
  readonly lots: readonly Lot[];
  readonly #lossFraction: number;
  #broughtKg = 0;
  #lostKg = 0;

  /**
   * @param kg after loss
   * @param lossFraction lost of what is brought, booked in whole kilograms, the remainder carried on
   */
  constructor(kg: number, lossFraction: number, lots: readonly Lot[]) {
    this.lots = lots;
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

  /** Books the next `kg` brought. @returns what is lost of them, kg, and whose lots the rest is */
  bring(kg: number): { readonly lostKg: number; readonly shares: readonly LotShare[] } {
    const fromKg = this.stackedKg;
    this.#broughtKg += kg;
    const lostKg = this.#broughtKg - this.#netOf(this.#broughtKg) - this.#lostKg;
    this.#lostKg += lostKg;
    return { lostKg, shares: this.#sharesBetween(fromKg, this.stackedKg) };
  }

  #sharesBetween(fromKg: number, toKg: number): LotShare[] {
    if (this.lots.length === 0) return [{ lot: null, kg: toKg - fromKg }];
    let endKg = 0;
    return this.lots.flatMap((lot) => {
      const startKg = endKg;
      endKg += lot.kg;
      const kg = Math.min(endKg, toKg) - Math.max(startKg, fromKg);
      return kg > 0 ? [{ lot, kg }] : [];
    });
  }

  #netOf(grossKg: number): number {
    return grossKg - Math.floor(grossKg * this.#lossFraction);
  }
}
