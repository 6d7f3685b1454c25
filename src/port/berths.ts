import { type Simulation, Store, type Wait } from '../engine/index.ts';
import type { HarbourShip } from './draught.ts';
import type { BerthInputs, QuayInputs } from './inputs.ts';

/** Whose ship it is: one of the season's calls, or other traffic. */
export type Trade = 'slag' | 'other';

/**
 * The berths, numbered from 0, the small ones first. Who waits longest is served first, or the trade that has
 * priority; a ship takes a berth only when she fits it, and a small one where she can, so that large ones stay free.
 */
export class Berths {
  readonly #inputs: BerthInputs;
  readonly #free: Store<number>;

  constructor(sim: Simulation, { berths }: Pick<QuayInputs, 'berths'>, inputs: BerthInputs) {
    this.#inputs = inputs;
    this.#free = new Store<number>(sim, 'berth');
    for (let berth = 0; berth < berths; berth++) this.#free.add(berth);
  }

  /** Waits for a berth that fits and takes it. */
  take({ deadweight }: HarbourShip, trade: Trade): Wait<number> {
    const { first, small, smallTonnes } = this.#inputs;
    const priority = first === null || first === trade ? 0 : 1;
    if (small === 0) return this.#free.get(undefined, priority);
    const isSmall = (berth: number) => berth < small;
    if (deadweight > smallTonnes) return this.#free.get((berth) => !isSmall(berth), priority);
    return this.#free.get(this.#free.list().some(isSmall) ? isSmall : undefined, priority);
  }

  /** A ship has left. */
  giveBack(berth: number): void {
    this.#free.add(berth);
  }
}
