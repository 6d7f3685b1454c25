import { SimEvent, type Simulation } from '../engine/index.ts';
import type { Instruction, LotFacts, Outcome } from './facts.ts';

/** A convoy of trucks that customs treats as one. */
export class Lot {
  /** Place among the lots of its call, those that replace refused ones last. */
  readonly index: number;
  readonly kg: number;
  /** Stands for a lot that was refused; it is not refused again. */
  readonly replaces: boolean;
  /** Happens when it is in the supervised area: first truck at the gate, or wholly stacked. */
  readonly present: SimEvent;
  arrivedAt: number | null = null;
  lodgedAt = 0;
  reviewedAt = 0;
  /** A bay is given over to it; null where none was. */
  bayAt: number | null = null;
  inspectedAt: number | null = null;
  settledAt = 0;
  /** What its declaration's control instruction means for it. */
  instruction: Instruction = 'release';
  /** Null until customs has done with it. */
  outcome: Outcome | null = null;
  /** What goes aboard in its stead, once it is refused. */
  replacement: Lot | null = null;
  /** How often its declaration has been lodged. */
  lodgings = 0;
  readonly #sim: Simulation;
  #settled: SimEvent;

  constructor(sim: Simulation, index: number, kg: number, replaces = false) {
    this.#sim = sim;
    this.index = index;
    this.kg = kg;
    this.replaces = replaces;
    this.present = new SimEvent(sim, `lot ${index} in the supervised area`);
    this.#settled = this.#newSettled();
  }

  /** Happens when customs releases or refuses it; another event once its declaration has lapsed. */
  get settled(): SimEvent {
    return this.#settled;
  }

  /** Its cargo may be loaded. */
  get isReleased(): boolean {
    return this.outcome !== null && this.outcome !== 'returned';
  }

  get isRefused(): boolean {
    return this.outcome === 'returned';
  }

  /** The goods themselves are looked at, not papers alone. */
  get isInspected(): boolean {
    return this.instruction === 'machine' || this.instruction === 'physical';
  }

  /** Its declaration is lodged. */
  lodge(now: number): void {
    this.lodgings++;
    this.lodgedAt = now;
  }

  /** Its declaration has lapsed: nothing of it holds any more, and it must be declared anew. */
  lapse(): void {
    this.outcome = null;
    this.instruction = 'release';
    if (this.#settled.triggered) this.#settled = this.#newSettled();
  }

  /** Customs has done with it. */
  settle(outcome: Outcome, now: number): void {
    this.outcome = outcome;
    this.settledAt = now;
    this.#settled.succeed();
  }

  get facts(): LotFacts {
    return {
      kg: this.kg,
      lodged: this.lodgedAt,
      reviewed: this.reviewedAt,
      instruction: this.instruction,
      inspected: this.isInspected,
      arrived: this.arrivedAt ?? this.settledAt,
      inspectionBegan: this.bayAt,
      inspectionEnded: this.inspectedAt,
      outcome: this.outcome ?? 'released',
      released: this.settledAt,
    };
  }

  #newSettled(): SimEvent {
    return new SimEvent(this.#sim, `release of lot ${this.index}`);
  }
}
