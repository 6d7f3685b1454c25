import { type Simulation, Store } from '../engine/index.ts';
import { Apron } from './apron.ts';
import type { Call } from './call.ts';
import type { QuayInputs } from './inputs.ts';
import type { World } from './world.ts';

/** The quay: berths, each with cranes and an apron. */
export class Quay {
  /** Free berths by number. */
  readonly berths: Store<number>;
  readonly #sim: Simulation;
  readonly #inputs: QuayInputs;
  readonly #world: World;

  constructor(sim: Simulation, inputs: QuayInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.berths = new Store<number>(sim, 'berth');
    for (let berth = 0; berth < inputs.berths; berth++) this.berths.add(berth);
  }

  /** The ship's side of one call at one berth. */
  openApron(call: Call, berth: number): Apron {
    return new Apron(this.#sim, this.#inputs, this.#world, call, berth);
  }
}
