import { Container, type EventHandle, type SimEvent, type Simulation, type Wait } from '../engine/index.ts';
import type { Stops } from './stops.ts';

/**
 * What the cranes of one call want from the yard while trucks from the works do not feed them: a crane that could
 * work and has waited its time asks for a load, and goes on asking for the next one with each that it gets from the
 * yard, until one from the works comes again.
 */
export class Appetite {
  readonly #sim: Simulation;
  readonly #afterHours: number;
  readonly #asked: Container;
  #starving = false;

  /** @param afterHours a crane starves that has waited so long */
  constructor(sim: Simulation, call: string, afterHours: number) {
    this.#sim = sim;
    this.#afterHours = afterHours;
    this.#asked = new Container(sim, { name: `loads wanted by ${call}`, capacity: Number.MAX_SAFE_INTEGER });
  }

  /** A crane begins to wait for a load. @returns what to hand back once it has one */
  waits(stops: Stops): EventHandle {
    return this.#sim.scheduleAt(stops.finish(this.#sim.now, this.#afterHours), () => {
      this.#starving = true;
      this.#asked.fill(1);
    });
  }

  /** The crane has a load, or no more will come. @param fromYard where it comes from */
  fed(waiting: EventHandle, fromYard: boolean): void {
    this.#sim.cancel(waiting);
    if (!fromYard) this.#starving = false;
    else if (this.#starving) this.#asked.fill(1);
  }

  /** From now on everything is wanted: nothing more comes straight. */
  wantAll(): void {
    this.#asked.fill(Number.MAX_SAFE_INTEGER);
  }

  /** Waits until a load is wanted. */
  next(): Wait<void> {
    return this.#asked.get(1);
  }

  /** The same as an event, to be waited for among others. */
  request(): SimEvent<void> {
    return this.#asked.requestGet(1);
  }
}
