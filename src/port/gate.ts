import { type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import type { Distribution } from '../random/index.ts';
import type { Call } from './call.ts';
import type { GateInputs } from './inputs.ts';
import type { InspectionYard } from './inspection-yard.ts';
import type { Lot } from './lot.ts';
import type { Stops } from './stops.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** Gear besides the lanes in: whose draw it is, and where the truck is. */
const WEIGHING = { cause: 'gate.weighing', line: 'gateWeighLine', place: 'gateWeigh' } as const;
const LEAVING = { cause: 'gate.out', line: 'gateOutLine', place: 'gateOut' } as const;

/**
 * The port's gate: lanes that weigh each truck and, with sorting on, read its customs instruction automatically.
 * Where there are manned lanes besides, trucks whose instruction cannot be read go to those. Weighbridges inside and
 * lanes out of the port are there where their number is given.
 */
export class Gate {
  readonly #sim: Simulation;
  readonly #inputs: GateInputs;
  readonly #automatic: Resource;
  /** What trucks in line for an automatic lane stand for, if not for those ahead of them. */
  readonly #laneStops: Stops;
  /** Null: the automatic lanes serve everyone. */
  readonly #manned: Resource | null;
  /** Null: weighed in the lane. */
  readonly #weighbridges: Resource | null;
  /** Null: the way out takes no time. */
  readonly #out: Resource | null;
  #hour = -1;
  #arrivalsInHour = 0;
  #peakPerHour = 0;

  constructor(sim: Simulation, inputs: GateInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#automatic = new Resource(sim, { name: 'gate lanes', capacity: inputs.lanes });
    const lanes = world.machines('gateLane', inputs.lanes);
    lanes.govern(sim, this.#automatic);
    this.#laneStops = lanes.allDown;
    this.#manned = someOf(sim, 'manned gate lanes', inputs.mannedLanes);
    this.#weighbridges = someOf(sim, 'gate weighbridges', inputs.weighbridges);
    this.#out = someOf(sim, 'lanes out', inputs.outLanes);
  }

  /** Most trucks to arrive within one clock hour. */
  get peakPerHour(): number {
    return this.#peakPerHour;
  }

  /**
   * In through a lane.
   *
   * @param lots what the truck carries some of
   * @param yard where it goes next if customs holds it; null where it is not held at the gate
   */
  *pass(call: Call, trip: Trip, lots: readonly Lot[], yard: InspectionYard | null): ProcessBody {
    this.#count(this.#sim.now);
    const lane = this.#laneFor(call, lots);
    const arrived = this.#sim.now;
    trip.journey?.at('gateLine');
    yield* lane.seize();
    trip.wait('queue', arrived, this.#sim.now, lane === this.#automatic ? this.#laneStops : null);
    trip.journey?.at('gate');
    const service = this.#serviceHours(call, trip, lots, lane);
    yield* this.#sim.hold(service);
    trip.spend('service', service);
    if (yard !== null) yield* yard.enter(call, trip, lots);
    lane.release();
    yield* this.#useOf(this.#weighbridges, call, trip, WEIGHING, this.#inputs.weighingHours);
  }

  /** Out through a lane, loaded or not. */
  *leave(call: Call, trip: Trip): ProcessBody {
    yield* this.#useOf(this.#out, call, trip, LEAVING, this.#inputs.outHours);
  }

  *#useOf(
    gear: Resource | null,
    call: Call,
    trip: Trip,
    use: typeof WEIGHING | typeof LEAVING,
    law: Distribution,
  ): ProcessBody {
    if (gear === null) return;
    const arrived = this.#sim.now;
    trip.journey?.at(use.line);
    yield* gear.seize();
    trip.wait('queue', arrived, this.#sim.now);
    trip.journey?.at(use.place);
    const hours = call.draws.draw(use.cause, trip.k, law);
    yield* this.#sim.hold(hours);
    trip.spend('service', hours);
    gear.release();
  }

  /** Whether the lane can read that the truck may go on. */
  #isReadable({ mechanisms }: Call, lots: readonly Lot[]): boolean {
    return mechanisms.sorting && lots.every((lot) => lot.isReleased);
  }

  #laneFor(call: Call, lots: readonly Lot[]): Resource {
    const [automatic, manned] = [this.#automatic, this.#manned];
    if (manned === null) return automatic;
    if (!this.#isReadable(call, lots)) return manned;
    const overflows = this.#inputs.mannedServeAll && automatic.free === 0 && manned.free > 0;
    return overflows ? manned : automatic;
  }

  #serviceHours(call: Call, trip: Trip, lots: readonly Lot[], lane: Resource): number {
    const { serviceHours, mannedServiceHours, manualCheckHours } = this.#inputs;
    const inManned = lane === this.#manned;
    const service = inManned
      ? call.draws.draw('gate.manned', trip.k, mannedServiceHours)
      : call.draws.draw('gate.service', trip.k, serviceHours);
    // In a lane of its own kind it is checked unless the clerk reads the release; in the only lanes as sorting says.
    const checked = inManned ? !this.#isReadable(call, lots) : !call.mechanisms.sorting;
    return checked ? service + call.draws.draw('gate.check', trip.k, manualCheckHours) : service;
  }

  #count(now: number): void {
    const hour = Math.floor(now);
    this.#arrivalsInHour = hour === this.#hour ? this.#arrivalsInHour + 1 : 1;
    this.#hour = hour;
    this.#peakPerHour = Math.max(this.#peakPerHour, this.#arrivalsInHour);
  }
}

/** Gear of which there may be none. */
function someOf(sim: Simulation, name: string, capacity: number): Resource | null {
  return capacity === 0 ? null : new Resource(sim, { name, capacity });
}
