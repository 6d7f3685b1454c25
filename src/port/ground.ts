import { type ProcessBody, Resource, type Simulation, Store } from '../engine/index.ts';
import type { Landing, Load } from './load.ts';

/** The apron's ground: so many places for loads, from which any crane grabs the one that has lain longest. */
export class Ground implements Landing {
  readonly common = true;
  readonly #cranes: number;
  readonly #places: Resource;
  readonly #loads: Store<Load | null>;

  /** @param of whose it is, for messages */
  constructor(sim: Simulation, of: string, cranes: number, loadsPerCrane: number) {
    this.#cranes = cranes;
    this.#places = new Resource(sim, {
      name: `apron of ${of}`,
      capacity: cranes * loadsPerCrane,
      // A truck takes the place, the crane that loads what lies there frees it.
      releasedBy: 'anyone',
      quantiles: false,
    });
    this.#loads = new Store<Load | null>(sim, `loads for ${of}`);
  }

  get lying(): number {
    return this.#loads.size;
  }

  *enter(): ProcessBody<number> {
    yield* this.#places.seize();
    return 0;
  }

  lay(_: number, load: Load): void {
    this.#loads.add(load);
  }

  loadsFor(): Store<Load | null> {
    return this.#loads;
  }

  drawing(): void {}

  gone(): void {
    this.#places.release();
  }

  close(): void {
    for (let crane = 0; crane < this.#cranes; crane++) this.#loads.add(null);
  }
}
