import { anyOf, type ProcessBody, type Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { CustomsInputs } from './inputs.ts';
import { Inspection } from './inspection.ts';
import { Lot } from './lot.ts';
import type { World } from './world.ts';

/** When a declaration is lodged: before its cargo comes, when all of it lies there, or with its first truck. */
type Lodging = 'ahead' | 'late' | 'atGate';

/** Some lots of a call that are declared together. */
interface Declaration {
  /** Within its call, from 0; one for a refused lot comes after all first ones. Its draws go by it. */
  readonly number: number;
  readonly lots: readonly Lot[];
  readonly lodging: Lodging;
}

/**
 * Customs: each declaration covers some lots of a call, is reviewed in office hours, and gets one control
 * instruction. On an inspection one of its lots, picked at random, is held from its arrival until a bay has
 * inspected it; the others go on with the review's release. A check of documents holds all of them. A lot that is
 * refused is replaced by as much other slag, with a declaration of its own.
 */
export class Customs {
  readonly #sim: Simulation;
  readonly #inputs: CustomsInputs;
  readonly #world: World;
  readonly #inspection: Inspection;

  constructor(sim: Simulation, inputs: CustomsInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.#inspection = new Inspection(sim, inputs);
  }

  /** The lots of a mass, the last one short. @param first number of the first */
  lotsOf(kg: number, first = 0): Lot[] {
    const { lotKg } = this.#inputs;
    const count = Math.ceil(kg / lotKg);
    return Array.from({ length: count }, (_, i) => new Lot(this.#sim, first + i, Math.min(lotKg, kg - i * lotKg)));
  }

  /** Lots, declaration by declaration; 0 lots a declaration puts all of them into one. */
  declarationsOf(lots: readonly Lot[]): Lot[][] {
    const perDeclaration = this.#inputs.lotsPerDeclaration || lots.length;
    const declarations: Lot[][] = [];
    for (let i = 0; i < lots.length; i += perDeclaration) declarations.push(lots.slice(i, i + perDeclaration));
    return declarations;
  }

  /**
   * Declares ahead: lodged a fixed time before the cargo is planned to arrive, while it lies at the works.
   *
   * @param plannedArrival hour
   */
  *declareAhead(call: Call, number: number, lots: readonly Lot[], plannedArrival: number): ProcessBody {
    const lodge = plannedArrival - this.#inputs.aheadHours;
    if (lodge > this.#sim.now) yield* this.#sim.holdUntil(lodge);
    yield* this.#lodge(call, { number, lots, lodging: 'ahead' });
  }

  /** Declares when all lots are in the supervised area; nothing is loaded within the lead the rule asks for. */
  *declareLate(call: Call, number: number, lots: readonly Lot[]): ProcessBody {
    yield* this.#lodge(call, { number, lots, lodging: 'late' });
  }

  /** Declares when the first truck reaches the gate; the cargo waits there for its release. */
  *declareAtGate(call: Call, number: number, lots: readonly Lot[]): ProcessBody {
    yield* this.#lodge(call, { number, lots, lodging: 'atGate' });
  }

  /** Lodges when the cargo is where it must be; ahead, again and again for as long as it lapses. */
  *#lodge(call: Call, declaration: Declaration): ProcessBody {
    const { lots, lodging } = declaration;
    const sim = this.#sim;
    if (lodging === 'late') for (const lot of lots) yield* lot.present;
    if (lodging === 'atGate') yield* anyOf(lots.map((lot) => lot.present));
    const validHours = lodging === 'ahead' ? this.#inputs.validHours : Number.POSITIVE_INFINITY;
    for (let renewals = 0; ; renewals++) {
      const lodgedAt = sim.now;
      yield* this.#clear(call, declaration, renewals);
      if (validHours === Number.POSITIVE_INFINITY) return;
      yield* sim.holdUntil(Math.max(sim.now, lodgedAt + validHours));
      if (lots.some((lot) => lot.arrivedAt !== null)) return;
      for (const lot of lots) lot.lapse();
      call.declarations++;
      call.lapses++;
    }
  }

  /** Reviews a declaration just lodged, and releases its lots or has them inspected. */
  *#clear(call: Call, declaration: Declaration, renewals: number): ProcessBody {
    const { number, lots, lodging } = declaration;
    const { reviewHours, documentHours, lateLeadHours } = this.#inputs;
    const { office } = this.#world;
    const sim = this.#sim;
    const notBefore = lodging === 'late' ? sim.now + lateLeadHours : 0;
    for (const lot of lots) lot.lodge(sim.now);
    const cause = renewals === 0 ? 'customs.review' : `customs.review.${renewals}`;
    yield* sim.holdUntil(office.finish(sim.now, call.draws.draw(cause, number, reviewHours)));
    const instruction = this.#inspection.instructionTo(call, number);
    for (const lot of lots) lot.reviewedAt = sim.now;
    if (instruction === 'documents') {
      for (const lot of lots) lot.instruction = instruction;
      yield* sim.holdUntil(office.finish(sim.now, call.draws.draw('customs.documents', number, documentHours)));
    }
    const goods = instruction === 'machine' || instruction === 'physical';
    const picked = goods ? this.#inspection.pick(call, number, lots) : null;
    for (const lot of lots) {
      if (lot === picked) {
        lot.instruction = instruction;
        sim.spawn(`inspection for ${call.name}`, this.#inspect(call, declaration, lot, notBefore));
      } else if (notBefore > sim.now) sim.scheduleAt(notBefore, () => lot.settle('released', sim.now));
      else lot.settle('released', sim.now);
    }
  }

  *#inspect(call: Call, declaration: Declaration, lot: Lot, notBefore: number): ProcessBody {
    const { lodgings } = lot;
    yield* lot.present;
    // Lapsed meanwhile: the one lodged in its stead has it inspected.
    if (lot.lodgings !== lodgings) return;
    const outcome = yield* this.#inspection.inspect(call, declaration.number, lot);
    if (outcome === 'returned') this.#replace(call, declaration, lot);
    else if (notBefore > this.#sim.now) yield* this.#sim.holdUntil(notBefore);
    lot.settle(outcome, this.#sim.now);
  }

  /** As much other slag takes a refused lot's place; it is declared the same way, ahead at once. */
  #replace(call: Call, declaration: Declaration, lot: Lot): void {
    const { lodging } = declaration;
    const replacement = new Lot(this.#sim, call.lots.length, lot.kg, true);
    const number = declaration.number + call.firstDeclarations;
    call.replace(lot, replacement);
    call.declarations++;
    const name = `declaration ${number + 1} of ${call.name}`;
    this.#sim.spawn(name, this.#lodge(call, { number, lots: [replacement], lodging }));
  }
}
