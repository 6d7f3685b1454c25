import { SimulationError } from './errors.ts';
import { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import { type Waitable, Waiter, WaitQueue } from './wait-queue.ts';

/** What a resource is made of. */
export interface ResourceOptions {
  /** For messages and statistics. */
  readonly name: string;
  /** Units, a whole number of at least 1. */
  readonly capacity: number;
  /**
   * Who goes first when the head of the line needs more than is free: `strict` (the default) lets nobody
   * overtake, `first-fit` serves whoever fits.
   */
  readonly discipline?: 'strict' | 'first-fit';
}

/**
 * Servers of one kind, such as cranes or gate lanes: seized for a while, then released.
 *
 * @example
 * const berth = new Resource(sim, { name: 'berth', capacity: 1 });
 * // in a process:
 * yield* berth.seize();
 * try { yield* sim.hold(20); } finally { berth.release(); }
 */
export class Resource implements Waitable {
  readonly name: string;
  readonly capacity: number;
  /** Units in use over time. */
  readonly usage: TimeWeighted;
  /** Length of the line over time. */
  readonly line: TimeWeighted;
  readonly #sim: Simulation;
  readonly #firstFit: boolean;
  readonly #queue = new WaitQueue();
  #free: number;

  constructor(sim: Simulation, options: ResourceOptions) {
    const { name, capacity, discipline = 'strict' } = options;
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new SimulationError(`resource "${name}": capacity must be a whole number of at least 1, not ${capacity}`);
    }
    this.name = name;
    this.capacity = capacity;
    this.usage = new TimeWeighted(0, sim.now);
    this.line = new TimeWeighted(0, sim.now);
    this.#sim = sim;
    this.#firstFit = discipline === 'first-fit';
    this.#free = capacity;
  }

  get description(): string {
    return `resource "${this.name}"`;
  }

  get inUse(): number {
    return this.capacity - this.#free;
  }

  get queueLength(): number {
    return this.#queue.length;
  }

  /**
   * Waits until `units` are free and takes them.
   *
   * @param priority lower goes first
   * @throws {SimulationError} on more units than the capacity
   */
  seize(units = 1, priority = 0): Wait<void> {
    this.#checkUnits(units);
    if (this.#queue.length === 0 && units <= this.#free) {
      const wait = this.#sim.ready<void>(undefined);
      this.#take(units);
      return wait;
    }
    const waiter = this.#sim.beginWait(this).waiter;
    this.#enqueue(waiter, units, priority);
    return this.#sim.suspend<void>();
  }

  /** The same as an event, for conditions; a loser of `anyOf` is taken out of the line, or gives back what it got. */
  request(units = 1, priority = 0): SimEvent<void> {
    this.#checkUnits(units);
    const event = new SimEvent<void>(this.#sim, `request for ${this.description}`, () => {
      this.withdraw(waiter);
      return true;
    });
    const waiter = new Waiter(null, event as SimEvent<unknown>);
    this.#enqueue(waiter, units, priority);
    return event;
  }

  /** Takes the units if they are free now and nobody waits. */
  trySeize(units = 1): boolean {
    this.#checkUnits(units);
    if (this.#queue.length > 0 || units > this.#free) return false;
    this.#take(units);
    return true;
  }

  /** Gives units back. @throws {SimulationError} on more than are in use */
  release(units = 1): void {
    if (!Number.isInteger(units) || units < 1 || units > this.inUse) {
      throw new SimulationError(
        `${this.description}, hour ${this.#sim.now}: ${units} units released, ${this.inUse} in use`,
      );
    }
    this.#free += units;
    this.#serve();
    this.usage.set(this.inUse, this.#sim.now);
  }

  withdraw(waiter: Waiter): void {
    if (waiter.queue !== null) {
      this.#queue.leave(waiter);
      this.line.set(this.#queue.length, this.#sim.now);
      this.#serve();
    } else if (waiter.granted) {
      waiter.granted = false;
      this.release(waiter.amount);
    }
  }

  #enqueue(waiter: Waiter, units: number, priority: number): void {
    waiter.amount = units;
    waiter.priority = priority;
    this.#queue.enter(waiter);
    this.line.set(this.#queue.length, this.#sim.now);
    this.#serve();
  }

  #serve(): void {
    let waiter = this.#queue.head;
    while (waiter !== null) {
      const next: Waiter | null = waiter.next;
      if (waiter.amount <= this.#free) this.#grant(waiter);
      else if (!this.#firstFit) return;
      // A grant can withdraw others from this line, such as the losers of an `anyOf`: then from the head again.
      waiter = next?.queue === null ? this.#queue.head : next;
    }
  }

  #grant(waiter: Waiter): void {
    this.#queue.leave(waiter);
    this.line.set(this.#queue.length, this.#sim.now);
    this.#take(waiter.amount);
    waiter.granted = true;
    if (waiter.process !== null) this.#sim.wake(waiter.process, undefined);
    else (waiter.event as SimEvent<unknown>).succeed(undefined);
  }

  #take(units: number): void {
    this.#free -= units;
    this.usage.set(this.inUse, this.#sim.now);
  }

  #checkUnits(units: number): void {
    if (!Number.isInteger(units) || units < 1 || units > this.capacity) {
      throw new SimulationError(
        `${this.description}, hour ${this.#sim.now}: ${units} units asked for, its capacity is ${this.capacity}`,
      );
    }
  }
}
