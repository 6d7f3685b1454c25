import { type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { GateInputs } from './inputs.ts';
import type { Trip } from './trip.ts';

/** The port's gate: lanes that weigh each truck and, with sorting on, read its customs instruction automatically. */
export class Gate {
  readonly #sim: Simulation;
  readonly #inputs: GateInputs;
  readonly #lanes: Resource;
  #hour = -1;
  #arrivalsInHour = 0;
  #peakPerHour = 0;

  constructor(sim: Simulation, inputs: GateInputs) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#lanes = new Resource(sim, { name: 'gate lanes', capacity: inputs.lanes });
  }

  /** Most trucks to arrive within one clock hour. */
  get peakPerHour(): number {
    return this.#peakPerHour;
  }

  /** With sorting off the truck is checked by hand in its lane. */
  *pass(call: Call, trip: Trip): ProcessBody {
    const sim = this.#sim;
    const arrived = sim.now;
    this.#count(arrived);
    yield* this.#lanes.seize();
    let service = call.draws.draw('gate.service', trip.k, this.#inputs.serviceHours);
    if (!call.mechanisms.sorting) service += call.draws.draw('gate.check', trip.k, this.#inputs.manualCheckHours);
    trip.wait('queue', arrived, sim.now);
    yield* sim.hold(service);
    trip.spend('service', service);
    this.#lanes.release();
  }

  #count(now: number): void {
    const hour = Math.floor(now);
    this.#arrivalsInHour = hour === this.#hour ? this.#arrivalsInHour + 1 : 1;
    this.#hour = hour;
    this.#peakPerHour = Math.max(this.#peakPerHour, this.#arrivalsInHour);
  }
}
