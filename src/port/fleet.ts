import { type ProcessBody, type Simulation, Store } from '../engine/index.ts';
import type { FleetInputs } from './inputs.ts';

/** The trucks, each with its number: the base fleet, and those hired for a call and dismissed after it. */
export class Fleet {
  readonly #sim: Simulation;
  readonly #free: Store<number>;
  readonly #hiredAt = new Map<number, number>();
  readonly #dismissed = new Set<number>();
  #numbers: number;

  constructor(sim: Simulation, inputs: FleetInputs) {
    this.#sim = sim;
    this.#free = new Store<number>(sim, 'fleet');
    for (let truck = 0; truck < inputs.trucks; truck++) this.#free.add(truck);
    this.#numbers = inputs.trucks;
  }

  /** Waits for a truck. */
  *take(): ProcessBody<number> {
    for (;;) {
      const truck = yield* this.#free.get();
      if (!this.#dismissed.delete(truck)) return truck;
    }
  }

  /** The truck is back at the works. */
  giveBack(truck: number): void {
    if (!this.#dismissed.delete(truck)) this.#free.add(truck);
  }

  /** Adds trucks by the hour. @returns their numbers */
  hire(trucks: number): number[] {
    const numbers = Array.from({ length: trucks }, () => this.#numbers++);
    for (const truck of numbers) {
      this.#hiredAt.set(truck, this.#sim.now);
      this.#free.add(truck);
    }
    return numbers;
  }

  /** Ends the hire of these trucks. @returns hours on hire, summed */
  dismiss(trucks: readonly number[]): number {
    let hours = 0;
    for (const truck of trucks) {
      hours += this.#sim.now - (this.#hiredAt.get(truck) as number);
      this.#hiredAt.delete(truck);
      this.#dismissed.add(truck);
    }
    return hours;
  }
}
