import { SimulationError } from './errors.ts';
import { Holders } from './holders.ts';
import type { Process } from './process.ts';
import { SimEvent } from './sim-event.ts';
import type { Part, Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import { type Waitable, WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY, REQUEST } from './waiters.ts';

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
  /**
   * Who may release: only the `holder` (the default), so that a wrong release is found and messages can name who is in
   * the way; or `anyone`, for units that one process takes and another gives back.
   */
  readonly releasedBy?: 'holder' | 'anyone';
}

/** How to ask for units. */
export interface ClaimOptions {
  /** 1 when absent. */
  readonly units?: number;
  /** Lower goes first; 0 when absent. */
  readonly priority?: number;
  /** Hours after which the line is left without units. */
  readonly patience?: number;
  /** The line is not entered when so many stand in it. */
  readonly balkAt?: number;
}

/** What became of a claim. */
export type Claimed = 'served' | 'reneged' | 'balked';

/**
 * Servers of one kind, such as cranes or gate lanes: seized for a while, then released.
 *
 * @example
 * const berth = new Resource(sim, { name: 'berth', capacity: 1 });
 * // in a process:
 * yield* berth.seize();
 * try { yield* sim.hold(20); } finally { berth.release(); }
 */
export class Resource implements Waitable, Part {
  readonly name: string;
  /** Units in use over time. */
  readonly usage: TimeWeighted;
  /** Length of the line over time. */
  readonly line: TimeWeighted;
  /** Units there are over time. */
  readonly capacityOverTime: TimeWeighted;
  readonly #sim: Simulation;
  readonly #firstFit: boolean;
  readonly #queue: WaitQueue;
  readonly #holders: Holders | null;
  readonly #capacityAtFirst: number;
  /** The largest capacity so far: no request may be larger. */
  #largest: number;
  #capacity: number;
  #inUse = 0;

  constructor(sim: Simulation, options: ResourceOptions) {
    const { name, capacity, discipline = 'strict', releasedBy = 'holder' } = options;
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new SimulationError(`resource "${name}": capacity must be a whole number of at least 1, not ${capacity}`);
    }
    this.name = name;
    this.usage = new TimeWeighted(0, sim.now);
    this.line = new TimeWeighted(0, sim.now);
    this.capacityOverTime = new TimeWeighted(capacity, sim.now);
    this.#sim = sim;
    this.#firstFit = discipline === 'first-fit';
    this.#queue = new WaitQueue(sim.waiters);
    this.#holders = releasedBy === 'holder' ? new Holders(sim.waiters) : null;
    this.#capacityAtFirst = capacity;
    this.#largest = capacity;
    this.#capacity = capacity;
    sim.add(this);
  }

  get description(): string {
    return `resource "${this.name}"`;
  }

  /** Units there are just now. */
  get capacity(): number {
    return this.#capacity;
  }

  get inUse(): number {
    return this.#inUse;
  }

  /** Units that can be seized; none while more are in use than there are. */
  get free(): number {
    return Math.max(0, this.#capacity - this.#inUse);
  }

  get queueLength(): number {
    return this.#queue.length;
  }

  /** Share of the units there were that were in use, from the start or the last reset to now; NaN over no time. */
  get utilisation(): number {
    const { now } = this.#sim;
    return this.usage.area(now) / this.capacityOverTime.area(now);
  }

  /**
   * Waits until `units` are free and takes them.
   *
   * @param priority lower goes first
   * @throws {SimulationError} on more units than the capacity
   */
  seize(units = 1, priority = 0): Wait<void> {
    this.#checkUnits(units);
    const sim = this.#sim;
    if (this.#queue.length === 0 && units <= this.#capacity - this.#inUse) {
      const wait = sim.ready<void>(undefined);
      this.#take(sim.currentId, units);
      return wait;
    }
    this.#join(units, priority);
    return sim.suspend<void>();
  }

  /**
   * Waits for units as {@link seize} does, but turns away from a long line and leaves it when patience ends.
   *
   * @returns `served` with the units, `balked` or `reneged` without
   */
  claim(options: ClaimOptions = {}): Wait<Claimed> {
    const { units = 1, priority = 0, patience = Number.POSITIVE_INFINITY, balkAt = Number.POSITIVE_INFINITY } = options;
    this.#checkUnits(units);
    const sim = this.#sim;
    if (this.#queue.length === 0 && units <= this.#capacity - this.#inUse) {
      const wait = sim.ready<Claimed>('served');
      this.#take(sim.currentId, units);
      return wait;
    }
    if (this.#queue.length >= balkAt) return sim.ready<Claimed>('balked');
    const id = this.#join(units, priority);
    sim.waiters.processOf(id).wakeValue = 'served';
    if (patience !== Number.POSITIVE_INFINITY) sim.limitWait(id, patience);
    return sim.suspend<Claimed>();
  }

  /** The same as an event, for conditions; a loser of `anyOf` is taken out of the line, or gives back what it got. */
  request(units = 1, priority = 0): SimEvent<void> {
    this.#checkUnits(units);
    const sim = this.#sim;
    const requester = sim.currentId;
    const event = new SimEvent<void>(sim, `request for ${this.description}`, () => {
      if (event.triggered) this.#giveBack(requester, units);
      else this.withdraw(id);
      return true;
    });
    const id = sim.beginRequest(event as SimEvent<unknown>, requester);
    this.#enqueue(id, units, priority);
    return event;
  }

  /** Takes the units if they are free now and nobody waits. */
  trySeize(units = 1): boolean {
    this.#checkUnits(units);
    if (this.#queue.length > 0 || units > this.#capacity - this.#inUse) return false;
    this.#take(this.#sim.currentId, units);
    return true;
  }

  /** Gives units back. @throws {SimulationError} on more than are in use, or than the process holds */
  release(units = 1): void {
    if (!Number.isInteger(units) || units < 1 || units > this.#inUse) {
      throw this.#sim.error(`${units} units of ${this.description} released, ${this.#inUse} in use`);
    }
    this.#giveBack(this.#sim.currentId, units);
  }

  /**
   * Changes how many units there are. Units in use beyond it stay in use until they are released, and are not given
   * out again; requests for more than there are wait for better days.
   *
   * @param capacity a whole number of at least 0
   */
  setCapacity(capacity: number): void {
    if (!Number.isInteger(capacity) || capacity < 0) {
      throw this.#sim.error(`the capacity of ${this.description} cannot be ${capacity}`);
    }
    this.#capacity = capacity;
    this.#largest = Math.max(this.#largest, capacity);
    this.capacityOverTime.set(capacity, this.#sim.now);
    this.#serve();
  }

  reset(): void {
    const { now } = this.#sim;
    this.#queue.clear();
    this.#holders?.clear();
    this.#inUse = 0;
    this.#capacity = this.#capacityAtFirst;
    this.#largest = this.#capacity;
    this.usage.restart(0, now);
    this.line.restart(0, now);
    this.capacityOverTime.restart(this.#capacity, now);
  }

  resetStatistics(now: number): void {
    this.usage.reset(now);
    this.line.reset(now);
    this.capacityOverTime.reset(now);
  }

  withdraw(id: number): void {
    const { marks, amounts } = this.#sim.waiters;
    if ((marks[id]! & IN_LINE) === 0) {
      this.#giveBack(id, amounts[id]!);
      return;
    }
    this.#queue.leave(id);
    this.line.set(this.#queue.length, this.#sim.now);
    if ((marks[id]! & REQUEST) !== 0) this.#sim.waiters.leave(id);
    this.#serve();
  }

  renege(id: number): Claimed {
    this.withdraw(id);
    return 'reneged';
  }

  freedBy(): readonly Process[] {
    return this.#holders?.processes ?? [];
  }

  #join(units: number, priority: number): number {
    const id = this.#sim.beginWait(this);
    this.#enqueue(id, units, priority);
    if (this.#holders?.mayAllBeStuck) this.#sim.checkCycle(id);
    return id;
  }

  #enqueue(id: number, units: number, priority: number): void {
    this.#queue.enter(id, units, priority);
    this.line.set(this.#queue.length, this.#sim.now);
    if (this.#capacity > this.#inUse) this.#serve();
  }

  #serve(): void {
    const { amounts, marks } = this.#sim.waiters;
    let id = this.#queue.head;
    while (id !== NOBODY) {
      const next = this.#queue.after(id);
      if (amounts[id]! <= this.#capacity - this.#inUse) this.#grant(id);
      else if (!this.#firstFit) return;
      // A grant can withdraw others from this line, such as the losers of an `anyOf`: then from the head again.
      id = next !== NOBODY && (marks[next]! & IN_LINE) === 0 ? this.#queue.head : next;
    }
  }

  #grant(id: number): void {
    const { waiters } = this.#sim;
    const requester = (waiters.marks[id]! & REQUEST) === 0 ? id : waiters.pending[id]!;
    this.#queue.leave(id);
    this.line.set(this.#queue.length, this.#sim.now);
    this.#take(requester, waiters.amounts[id]!);
    this.#sim.grant(id, undefined);
  }

  #take(id: number, units: number): void {
    this.#inUse += units;
    this.usage.set(this.#inUse, this.#sim.now);
    this.#holders?.add(id, units);
    if (this.#sim.trace !== null) this.#sim.note('seize', this.name, units);
  }

  #giveBack(id: number, units: number): void {
    if (this.#holders !== null && !this.#holders.remove(id, units)) {
      throw this.#sim.error(
        `${units} units of ${this.description} released by another than holds them; ` +
          `if that is meant, make it with releasedBy: 'anyone'`,
      );
    }
    this.#inUse -= units;
    if (this.#queue.length > 0) this.#serve();
    this.usage.set(this.#inUse, this.#sim.now);
    if (this.#sim.trace !== null) this.#sim.note('release', this.name, units);
  }

  #checkUnits(units: number): void {
    if (!Number.isInteger(units) || units < 1 || units > this.#largest) {
      throw this.#sim.error(`${units} units of ${this.description} asked for, its capacity is ${this.#largest}`);
    }
  }
}
