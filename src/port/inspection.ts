import { type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { Instruction, Outcome } from './facts.ts';
import type { CustomsInputs } from './inputs.ts';
import type { Lot } from './lot.ts';

/**
 * What control instructions ask for, and what comes of it. Every chance is one uniform per declaration, held against
 * its share, so that what is inspected, sampled or refused at one share is so at every larger one.
 */
export class Inspection {
  readonly #sim: Simulation;
  readonly #inputs: CustomsInputs;
  readonly #bays: Resource;

  constructor(sim: Simulation, inputs: CustomsInputs) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#bays = new Resource(sim, { name: 'inspection bays', capacity: inputs.inspectionBays });
  }

  /** The control instruction to a declaration, the same however often it is lodged. */
  instructionTo(call: Call, declaration: number): Instruction {
    const { inspectionProbability, documentShare, machineShare } = this.#inputs;
    if (call.draws.stream('customs.instruction').at(declaration) >= inspectionProbability) return 'release';
    const kind = call.draws.stream('customs.kind').at(declaration);
    if (kind < documentShare) return 'documents';
    return kind < documentShare + machineShare ? 'machine' : 'physical';
  }

  /** Which lot of a declaration is inspected. */
  pick(call: Call, declaration: number, lots: readonly Lot[]): Lot {
    const place = Math.floor(call.draws.stream('customs.sample').at(declaration) * lots.length);
    return lots[place] as Lot;
  }

  /**
   * Inspects a lot that is in the supervised area: a bay by machine or by hand, and for a sample the time to take
   * it; the laboratory's time too where the cargo must wait for it.
   *
   * @returns what comes of it
   */
  *inspect(call: Call, declaration: number, lot: Lot): ProcessBody<Outcome> {
    const { inspectionHours, machineHours, samplingHours, laboratoryHours, laboratoryHolds } = this.#inputs;
    const sim = this.#sim;
    const outcome = this.#outcomeOf(call, declaration, lot);
    yield* this.#bays.seize();
    lot.bayAt = sim.now;
    const [cause, law] =
      lot.instruction === 'machine'
        ? (['customs.machine', machineHours] as const)
        : (['customs.inspection', inspectionHours] as const);
    yield* sim.hold(call.draws.draw(cause, declaration, law));
    if (outcome === 'sampled') yield* sim.hold(call.draws.draw('customs.sampling', declaration, samplingHours));
    this.#bays.release();
    lot.inspectedAt = sim.now;
    if (outcome === 'sampled' && laboratoryHolds) {
      yield* sim.hold(call.draws.draw('customs.laboratory', declaration, laboratoryHours));
    }
    return outcome;
  }

  #outcomeOf(call: Call, declaration: number, lot: Lot): Outcome {
    const { returnedShare, sampledShare } = this.#inputs;
    const uniform = call.draws.stream('customs.outcome').at(declaration);
    if (uniform < returnedShare) return lot.replaces ? 'released' : 'returned';
    // Counted from the other end, so that a larger share of either takes nothing from the other.
    return uniform >= 1 - sampledShare ? 'sampled' : 'released';
  }
}
