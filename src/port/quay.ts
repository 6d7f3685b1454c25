import type { Simulation } from '../engine/index.ts';
import { Apron } from './apron.ts';
import type { Call } from './call.ts';
import type { QuayInputs } from './inputs.ts';
import type { World } from './world.ts';

/** The quay: berths, each with cranes and an apron. */
export class Quay {
  readonly #sim: Simulation;
  readonly #inputs: QuayInputs;
  readonly #world: World;

  constructor(sim: Simulation, inputs: QuayInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
  }

  /** The ship's side of one call at one berth. */
  openApron(call: Call, berth: number): Apron {
    return new Apron(this.#sim, this.#inputs, this.#world, call, berth);
  }
}
