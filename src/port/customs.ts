import { type ProcessBody, Resource, SimEvent, type Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { LotFacts } from './facts.ts';
import type { CustomsInputs } from './inputs.ts';
import type { World } from './world.ts';

/** A convoy of trucks that customs treats as one. */
export class Lot {
  readonly index: number;
  readonly kg: number;
  /** Happens when its cargo may be loaded. */
  readonly released: SimEvent;
  arrivedAt: number | null = null;
  releasedAt = 0;
  /** The control instruction picked it. */
  inspected = false;
  /** Happens when it is in the supervised area: first truck at the gate, or wholly stacked. */
  readonly present: SimEvent;

  constructor(sim: Simulation, index: number, kg: number) {
    this.index = index;
    this.kg = kg;
    this.released = new SimEvent(sim, `release of lot ${index}`);
    this.present = new SimEvent(sim, `lot ${index} in the supervised area`);
  }

  get facts(): LotFacts {
    return {
      kg: this.kg,
      arrived: this.arrivedAt ?? this.releasedAt,
      released: this.releasedAt,
      inspected: this.inspected,
    };
  }
}

/**
 * Customs: each declaration covers some lots of a call, is reviewed in office hours, and gets one control
 * instruction. On "inspect", one of its lots, picked at random, is held from its arrival until a bay has
 * inspected it; the others go on with the review's release.
 */
export class Customs {
  readonly #sim: Simulation;
  readonly #inputs: CustomsInputs;
  readonly #world: World;
  readonly #bays: Resource;

  constructor(sim: Simulation, inputs: CustomsInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.#bays = new Resource(sim, { name: 'inspection bays', capacity: inputs.inspectionBays });
  }

  /** The lots of a mass, the last one short. @param first number of the first */
  lotsOf(kg: number, first = 0): Lot[] {
    const { lotKg } = this.#inputs;
    const count = Math.ceil(kg / lotKg);
    return Array.from({ length: count }, (_, i) => new Lot(this.#sim, first + i, Math.min(lotKg, kg - i * lotKg)));
  }

  /** A call's lots, declaration by declaration. */
  declarationsOf(lots: readonly Lot[]): Lot[][] {
    const { lotsPerDeclaration } = this.#inputs;
    const declarations: Lot[][] = [];
    for (let i = 0; i < lots.length; i += lotsPerDeclaration) declarations.push(lots.slice(i, i + lotsPerDeclaration));
    return declarations;
  }

  /**
   * Declares ahead: lodged a fixed time before the cargo is planned to arrive, while it lies at the works.
   *
   * @param plannedArrival hour
   */
  *declareAhead(call: Call, declaration: number, lots: readonly Lot[], plannedArrival: number): ProcessBody {
    const lodge = plannedArrival - this.#inputs.aheadHours;
    if (lodge > this.#sim.now) yield* this.#sim.holdUntil(lodge);
    yield* this.#process(call, declaration, lots, 0);
  }

  /** Declares when all lots are in the supervised area; nothing is loaded within the lead the rule asks for. */
  *declareLate(call: Call, declaration: number, lots: readonly Lot[]): ProcessBody {
    for (const lot of lots) yield* lot.present;
    yield* this.#process(call, declaration, lots, this.#sim.now + this.#inputs.lateLeadHours);
  }

  /** Declares when the first truck reaches the gate; the cargo waits there for its release. */
  *declareAtGate(call: Call, declaration: number, lots: readonly Lot[]): ProcessBody {
    const first = lots[0];
    if (first === undefined) return;
    yield* first.present;
    yield* this.#process(call, declaration, lots, 0);
  }

  *#process(call: Call, declaration: number, lots: readonly Lot[], notBefore: number): ProcessBody {
    const { reviewHours, inspectionProbability } = this.#inputs;
    const sim = this.#sim;
    const review = call.draws.draw('customs.review', declaration, reviewHours);
    yield* sim.holdUntil(this.#world.office.finish(sim.now, review));
    const inspect = call.draws.stream('customs.instruction').at(declaration) < inspectionProbability;
    const pick = Math.floor(call.draws.stream('customs.sample').at(declaration) * lots.length);
    for (const [i, lot] of lots.entries()) {
      lot.inspected = inspect && i === pick;
      if (lot.inspected) sim.spawn(`inspection for ${call.name}`, this.#inspect(call, declaration, lot, notBefore));
      else if (notBefore > sim.now) sim.scheduleAt(notBefore, () => this.#release(lot));
      else this.#release(lot);
    }
  }

  *#inspect(call: Call, declaration: number, lot: Lot, notBefore: number): ProcessBody {
    yield* lot.present;
    yield* this.#bays.seize();
    yield* this.#sim.hold(call.draws.draw('customs.inspection', declaration, this.#inputs.inspectionHours));
    this.#bays.release();
    if (notBefore > this.#sim.now) yield* this.#sim.holdUntil(notBefore);
    this.#release(lot);
  }

  #release(lot: Lot): void {
    lot.releasedAt = this.#sim.now;
    lot.released.succeed();
  }
}
