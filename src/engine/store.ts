import { SimulationError } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { Wait } from './wait.ts';
import { type Waitable, type Waiter, WaitQueue } from './wait-queue.ts';

/**
 * Things with identity that are left and fetched, first come first served, such as loads on an apron or
 * numbered trucks.
 *
 * @example
 * const apron = new Store<Load>(sim, 'apron');
 * apron.put(load);
 * const next = yield* apron.get();
 */
export class Store<T> implements Waitable {
  readonly name: string;
  readonly #sim: Simulation;
  readonly #queue = new WaitQueue();
  #items: T[] = [];
  #first = 0;

  constructor(sim: Simulation, name: string) {
    this.name = name;
    this.#sim = sim;
  }

  get description(): string {
    return `store "${this.name}"`;
  }

  /** How many things lie in it. */
  get size(): number {
    return this.#items.length - this.#first;
  }

  /** How many wait for a thing. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Leaves a thing; whoever has waited longest gets it. */
  put(item: T): void {
    const waiter = this.#queue.head;
    if (waiter === null) {
      this.#items.push(item);
      return;
    }
    this.#queue.leave(waiter);
    waiter.granted = true;
    waiter.item = item;
    if (waiter.process !== null) this.#sim.wake(waiter.process, item);
  }

  /** Waits for a thing and takes the one that has lain longest. */
  get(): Wait<T> {
    if (this.size > 0) {
      const wait = this.#sim.ready(this.#items[this.#first] as T);
      this.take();
      return wait;
    }
    const waiter = this.#sim.beginWait(this).waiter;
    waiter.priority = 0;
    this.#queue.enter(waiter);
    return this.#sim.suspend<T>();
  }

  /** Takes the thing that has lain longest. @throws {SimulationError} when there is none */
  take(): T {
    if (this.size === 0) throw new SimulationError(`${this.description} is empty at hour ${this.#sim.now}`);
    const item = this.#items[this.#first] as T;
    this.#items[this.#first++] = undefined as T;
    if (this.#first > 32 && this.#first * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }

  withdraw(waiter: Waiter): void {
    if (waiter.queue !== null) {
      this.#queue.leave(waiter);
    } else if (waiter.granted) {
      waiter.granted = false;
      this.#returnToFront(waiter.item as T);
    }
  }

  #returnToFront(item: T): void {
    const waiter = this.#queue.head;
    if (waiter !== null) this.put(item);
    else this.#items = [item, ...this.#items.slice(this.#first)];
    if (waiter === null) this.#first = 0;
  }
}
