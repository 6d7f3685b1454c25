import type { RecordSink, Resource } from '../engine/index.ts';
import { HoursAccount } from './hours.ts';
import type { CargoPart } from './load.ts';
import type { Lot } from './lot.ts';

/** So many kilograms of a lot; null: of none, as the yard's reserve. */
export interface LotShare {
  readonly lot: Lot | null;
  readonly kg: number;
}

/** Some kilograms of one load that were taken from a stack. */
export interface StackedPart {
  readonly load: CargoPart;
  kg: number;
  readonly stackedAt: number;
  /** Of what is taken, that of the first kilogram first; the reserve is of none. */
  readonly lots: Lot[];
}

/** What lies in a stack of one load and one lot. */
interface Layer {
  readonly load: CargoPart;
  readonly stackedAt: number;
  readonly lot: Lot | null;
  kg: number;
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
  readonly #layers: Layer[] = [];
  /** Those before this one are gone. */
  #first = 0;
  #kg = 0;
  #takenKg = 0;
  #watcher: RecordSink | null = null;

  /** All that was ever stacked here after loss, kg. */
  get stackedKg(): number {
    return this.#kg;
  }

  /** All that was ever taken, kg. */
  get takenKg(): number {
    return this.#takenKg;
  }

  /** Tells of what lies in it, kg, whenever that changes. */
  watch(sink: RecordSink): void {
    this.#watcher = sink;
  }

  /** It has so many kilograms when the clock opens. */
  open(kg: number): void {
    this.add({ kg, leftAt: 0, gateAt: 0, hours: HoursAccount.none }, [{ lot: null, kg }], 0);
  }

  /** @param shares by lot, in all the part's kilograms */
  add(load: CargoPart, shares: readonly LotShare[], now: number): void {
    for (const { lot, kg } of shares) this.#layers.push({ load, stackedAt: now, lot, kg });
    this.#kg += load.kg;
    this.#watcher?.(now, this.#kg - this.#takenKg);
  }

  /**
   * Takes kilograms out, oldest first, of those lots only that may be taken.
   *
   * @param byDays where days stored are counted, each day begun whole
   * @returns what is taken, load by load
   * @throws RangeError where there is not so much
   */
  take(kg: number, now: number, byDays: number[], mayTake: (lot: Lot | null) => boolean): StackedPart[] {
    const taken: StackedPart[] = [];
    let left = kg;
    for (let i = this.#first; left > 0; i++) {
      const layer = this.#layers[i];
      if (layer === undefined) throw new RangeError(`the stack lacks ${left} of the ${kg} kg to be taken`);
      if (layer.kg === 0 || !mayTake(layer.lot)) continue;
      const share = Math.min(left, layer.kg);
      layer.kg -= share;
      left -= share;
      const { load, stackedAt, lot } = layer;
      const days = Math.ceil((now - stackedAt) / 24);
      byDays[days] = (byDays[days] ?? 0) + share;
      const last = taken.at(-1);
      if (last?.load !== load) taken.push({ load, kg: share, stackedAt, lots: lot === null ? [] : [lot] });
      else {
        last.kg += share;
        if (lot !== null && last.lots.at(-1) !== lot) last.lots.push(lot);
      }
    }
    this.#takenKg += kg;
    this.#watcher?.(now, this.#kg - this.#takenKg);
    while (this.#layers[this.#first]?.kg === 0) this.#first++;
    return taken;
  }
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
  /** The lot that is being filled, and where in the order it begins. */
  #lot = 0;
  #lotFromKg = 0;

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

  /** Lots are filled one after the other, so that it goes on where it left off. */
  #sharesBetween(fromKg: number, toKg: number): LotShare[] {
    if (this.lots.length === 0) return [{ lot: null, kg: toKg - fromKg }];
    const shares: LotShare[] = [];
    for (let at = fromKg; at < toKg; ) {
      const lot = this.lots[this.#lot];
      if (lot === undefined) break;
      const end = Math.min(this.#lotFromKg + lot.kg, toKg);
      if (end > at) shares.push({ lot, kg: end - at });
      at = Math.max(at, end);
      if (this.#lotFromKg + lot.kg > toKg) break;
      this.#lotFromKg += lot.kg;
      this.#lot++;
    }
    return shares;
  }

  #netOf(grossKg: number): number {
    return grossKg - Math.floor(grossKg * this.#lossFraction);
  }
}
