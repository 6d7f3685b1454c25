import type { Simulation } from './simulation.ts';
import type { Wait } from './wait.ts';
import { type Waitable, type Waiter, WaitQueue } from './wait-queue.ts';

/**
 * Tells whoever waits just now, again and again: `fire` wakes them all, and those who come later wait for the
 * next time. Use a {@link SimEvent} for what happens once.
 */
export class Signal<T = void> implements Waitable {
  readonly name: string;
  readonly #sim: Simulation;
  readonly #queue = new WaitQueue();

  constructor(sim: Simulation, name: string) {
    this.name = name;
    this.#sim = sim;
  }

  get description(): string {
    return `signal "${this.name}"`;
  }

  /** Waits for the next time it fires. */
  wait(): Wait<T> {
    const waiter = this.#sim.beginWait(this).waiter;
    waiter.priority = 0;
    this.#queue.enter(waiter);
    return this.#sim.suspend<T>();
  }

  /** Wakes everyone who waits, in order of arrival. */
  fire(value: T): void {
    for (let waiter = this.#queue.head; waiter !== null; waiter = this.#queue.head) {
      this.#queue.leave(waiter);
      if (waiter.process !== null) this.#sim.wake(waiter.process, value);
    }
  }

  withdraw(waiter: Waiter): void {
    if (waiter.queue !== null) this.#queue.leave(waiter);
  }
}
