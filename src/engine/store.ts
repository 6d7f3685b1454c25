import { SimulationError } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { Wait } from './wait.ts';
import { type Waitable, WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY } from './waiters.ts';

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
  readonly #queue: WaitQueue;
  #items: T[] = [];
  #first = 0;

  constructor(sim: Simulation, name: string) {
    this.name = name;
    this.#sim = sim;
    this.#queue = new WaitQueue(sim.waiters);
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
    const id = this.#queue.head;
    if (id === NOBODY) {
      this.#items.push(item);
      return;
    }
    this.#queue.leave(id);
    this.#sim.grant(id, item);
  }

  /** Waits for a thing and takes the one that has lain longest. */
  get(): Wait<T> {
    if (this.size > 0) {
      const wait = this.#sim.ready(this.#items[this.#first] as T);
      this.take();
      return wait;
    }
    this.#queue.enter(this.#sim.beginWait(this));
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

  withdraw(id: number, given?: unknown): void {
    if ((this.#sim.waiters.marks[id]! & IN_LINE) !== 0) this.#queue.leave(id);
    else this.#returnToFront(given as T);
  }

  #returnToFront(item: T): void {
    if (this.#queue.head !== NOBODY) {
      this.put(item);
      return;
    }
    this.#items = [item, ...this.#items.slice(this.#first)];
    this.#first = 0;
  }
}
