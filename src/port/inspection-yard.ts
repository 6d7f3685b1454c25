import { allOf, anyOf, type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { CustomsInputs } from './inputs.ts';
import type { Lot } from './lot.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/**
 * Where trucks stand whose cargo customs holds: the trucks of the lots concerned, nobody else's. It may be bounded;
 * who finds no place stands in his gate lane, which is blocked meanwhile.
 */
export class InspectionYard {
  readonly #sim: Simulation;
  readonly #world: World;
  /** Null: there is room for all. */
  readonly #places: Resource | null;
  readonly #parked = new Set<Trip>();

  constructor(sim: Simulation, inputs: CustomsInputs, world: World) {
    this.#sim = sim;
    this.#world = world;
    const { inspectionPlaces } = inputs;
    this.#places =
      inspectionPlaces === Number.POSITIVE_INFINITY
        ? null
        : new Resource(sim, { name: 'inspection yard', capacity: inspectionPlaces });
  }

  /** A truck that has been served in its lane waits there until there is a place, or it needs none. */
  *enter(call: Call, trip: Trip, lots: readonly Lot[]): ProcessBody {
    if (this.#places === null) return;
    const held = this.#arrive(trip, lots);
    if (held.length === 0) return;
    const since = this.#sim.now;
    trip.journey?.at('gateHeld');
    call.supply.held(1);
    const first = yield* anyOf([this.#places.request(), allOf(held.map((lot) => lot.settled))]);
    if (first === 0) this.#parked.add(trip);
    call.supply.held(-1);
    trip.wait('customs', since, this.#sim.now, this.#world.quay);
  }

  /** A truck stands until customs has done with every lot that it carries some of. */
  *wait(call: Call, trip: Trip, lots: readonly Lot[]): ProcessBody {
    const held = this.#arrive(trip, lots);
    if (held.length > 0) {
      const since = this.#sim.now;
      trip.journey?.at('inspectionYard');
      call.supply.held(1);
      for (const lot of held) if (lot.outcome === null) yield* lot.settled;
      call.supply.held(-1);
      trip.wait('customs', since, this.#sim.now, this.#world.quay);
    }
    if (this.#parked.delete(trip)) this.#places?.release();
  }

  /** Its lots are in the supervised area. @returns those that customs has not done with */
  #arrive(trip: Trip, lots: readonly Lot[]): Lot[] {
    for (const lot of lots) {
      if (lot.arrivedAt !== null) continue;
      lot.arrivedAt = trip.gateAt;
      lot.present.succeed();
    }
    return lots.filter((lot) => lot.outcome === null);
  }
}
