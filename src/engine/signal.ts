import type { Simulation } from './simulation.ts';
import type { Wait } from './wait.ts';
import { type Waitable, WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY } from './waiters.ts';

/**
 * Tells whoever waits just now, again and again: `fire` wakes them all, and those who come later wait for the
 * next time. Use a {@link SimEvent} for what happens once.
 */
export class Signal<T = void> implements Waitable {
  readonly name: string;
  readonly #sim: Simulation;
  readonly #queue: WaitQueue;

  constructor(sim: Simulation, name: string) {
    this.name = name;
    this.#sim = sim;
    this.#queue = new WaitQueue(sim.waiters);
  }

  get description(): string {
    return `signal "${this.name}"`;
  }

  /** Waits for the next time it fires. */
  wait(): Wait<T> {
    this.#queue.enter(this.#sim.beginWait(this));
    return this.#sim.suspend<T>();
  }

  /** Wakes everyone who waits, in order of arrival. */
  fire(value: T): void {
    for (let id = this.#queue.head; id !== NOBODY; id = this.#queue.head) {
      this.#queue.leave(id);
      this.#sim.wake(id, value);
    }
  }

  withdraw(id: number): void {
    if ((this.#sim.waiters.marks[id]! & IN_LINE) !== 0) this.#queue.leave(id);
  }
}
