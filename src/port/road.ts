import type { ProcessBody, Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { FleetInputs, RoadInputs } from './inputs.ts';
import type { Trip } from './trip.ts';

/**
 * The road between works and port: travel time by distance and speed, a factor for the hour of departure and
 * one drawn for the trip. Loaded trucks may break down on the way.
 */
export class Road {
  readonly #sim: Simulation;
  readonly #inputs: RoadInputs;
  readonly #fleet: FleetInputs;

  constructor(sim: Simulation, inputs: RoadInputs, fleet: FleetInputs) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#fleet = fleet;
  }

  /** One way. */
  get km(): number {
    return this.#inputs.distanceKm;
  }

  *driveLoaded(call: Call, trip: Trip): ProcessBody {
    const hours = this.#hours(
      this.#inputs.loadedKmPerHour,
      call.draws.draw('road.loaded', trip.k, this.#inputs.timeFactor),
    );
    const lost = this.#breakdown(call, trip);
    yield* this.#sim.hold(hours + lost);
    trip.spend('moving', hours);
    trip.spend('breakdown', lost);
    trip.reachGate(this.#sim.now);
  }

  *driveEmpty(call: Call, trip: Trip): ProcessBody {
    const factor = call.draws.draw('road.empty', trip.k, this.#inputs.timeFactor);
    const hours = this.#hours(this.#inputs.emptyKmPerHour, factor);
    yield* this.#sim.hold(hours);
    trip.spend('moving', hours);
  }

  #hours(kmPerHour: number, factor: number): number {
    const hourOfDay = Math.floor(this.#sim.now) % 24;
    return (this.#inputs.distanceKm / kmPerHour) * factor * (this.#inputs.congestionByHour[hourOfDay] as number);
  }

  #breakdown(call: Call, trip: Trip): number {
    const { breakdownProbability, repairHours } = this.#fleet;
    if (breakdownProbability === 0) return 0;
    if (call.draws.stream('truck.breakdown').at(trip.k) >= breakdownProbability) return 0;
    return call.draws.draw('truck.repair', trip.k, repairHours);
  }
}
