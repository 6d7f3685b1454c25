import type { ProcessBody, Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { Drivers } from './drivers.ts';
import type { FleetInputs, PortInputs, RoadInputs } from './inputs.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** A drive between works and port. */
export interface Drive {
  readonly truck: number;
  /** Loaded to the port, empty home or to fetch what customs refused, or back with that. */
  readonly way: 'loaded' | 'empty' | 'back';
  /** Hours at which it set out and arrived. */
  readonly from: number;
  readonly to: number;
  /** At the wheel: neither resting nor broken down. */
  readonly drivenHours: number;
  readonly restHours: number;
}

/** Who uses the road and what befalls it. */
export interface RoadUse {
  readonly drivers: Drivers;
  readonly world: Pick<World, 'road' | 'incidents'>;
  /** Told of each drive as it ends. */
  readonly observer?: ((drive: Drive) => void) | undefined;
}

/**
 * The road between works and port. Nobody sets out in a curfew or while an incident closes it. The travel time goes by
 * distance and speed, a factor for the hour of departure, one drawn for the trip, and one while an incident lasts at the
 * departure; drivers rest when they must. Loaded trucks may break down on the way.
 */
export class Road {
  readonly #sim: Simulation;
  readonly #inputs: RoadInputs;
  readonly #fleet: FleetInputs;
  readonly #use: RoadUse;

  constructor(sim: Simulation, { road, fleet }: Pick<PortInputs, 'road' | 'fleet'>, use: RoadUse) {
    this.#sim = sim;
    this.#inputs = road;
    this.#fleet = fleet;
    this.#use = use;
  }

  /** One way. */
  get km(): number {
    return this.#inputs.distanceKm;
  }

  /** Leaves the works' gate, once it may. */
  *driveLoaded(call: Call, trip: Trip): ProcessBody {
    yield* this.#waitToSetOut(trip, 'worksGate');
    trip.leftAt = this.#sim.now;
    const factor = call.draws.draw('road.loaded', trip.k, this.#inputs.timeFactor);
    trip.journey?.at('roadLoaded');
    yield* this.#drive(trip, 'loaded', this.#hours(this.#inputs.loadedKmPerHour, factor), this.#breakdown(call, trip));
    trip.reachGate(this.#sim.now);
  }

  /** Leaves the port's gate, or the works' to fetch what customs refused, once it may. */
  *driveEmpty(call: Call, trip: Trip, to: 'works' | 'port' = 'works'): ProcessBody {
    yield* this.#waitToSetOut(trip, to === 'works' ? 'portGate' : 'worksGate');
    const factor = call.draws.draw('road.empty', trip.k, this.#inputs.timeFactor);
    trip.journey?.at(to === 'works' ? 'roadEmpty' : 'roadOut');
    yield* this.#drive(trip, 'empty', this.#hours(this.#inputs.emptyKmPerHour, factor), 0);
  }

  /** Home with a load that was refused. */
  *driveBack(call: Call, trip: Trip): ProcessBody {
    yield* this.#waitToSetOut(trip, 'portGate');
    const factor = call.draws.draw('road.back', trip.k, this.#inputs.timeFactor);
    trip.journey?.at('roadBack');
    yield* this.#drive(trip, 'back', this.#hours(this.#inputs.loadedKmPerHour, factor), 0);
  }

  *#waitToSetOut(trip: Trip, place: 'worksGate' | 'portGate'): ProcessBody {
    const { road } = this.#use.world;
    const since = this.#sim.now;
    const opens = road.nextOpen(since);
    if (opens === since) return;
    trip.journey?.at(place);
    yield* this.#sim.holdUntil(opens);
    trip.wait('queue', since, opens, road);
  }

  /** @param hours of driving were there no incident @param lost by a breakdown */
  *#drive(trip: Trip, way: Drive['way'], hours: number, lost: number): ProcessBody {
    const { drivers, observer } = this.#use;
    const from = this.#sim.now;
    const slowed = this.#incident() ? hours * (this.#inputs.incidentFactor - 1) : 0;
    const restHours = drivers.drive(trip.truck, hours + slowed);
    yield* this.#sim.hold(hours + lost + slowed + restHours);
    trip.spend('moving', hours);
    trip.spend('queue', slowed);
    trip.spend('breakdown', lost);
    trip.spend('shift', restHours);
    trip.journey?.stood(from + hours / 2, [
      ['queue', slowed],
      ['breakdown', lost],
      ['shift', restHours],
    ]);
    observer?.({ truck: trip.truck, way, from, to: this.#sim.now, drivenHours: hours + slowed, restHours });
  }

  #hours(kmPerHour: number, factor: number): number {
    const hourOfDay = Math.floor(this.#sim.now) % 24;
    return (this.#inputs.distanceKm / kmPerHour) * factor * (this.#inputs.congestionByHour[hourOfDay] as number);
  }

  /** Whether an incident lasts now. */
  #incident(): boolean {
    return this.#use.world.incidents.nextOpen(this.#sim.now) > this.#sim.now;
  }

  #breakdown(call: Call, trip: Trip): number {
    const { breakdownProbability, repairHours } = this.#fleet;
    if (breakdownProbability === 0) return 0;
    if (call.draws.stream('truck.breakdown').at(trip.k) >= breakdownProbability) return 0;
    return call.draws.draw('truck.repair', trip.k, repairHours);
  }
}
