import { SimulationError } from './errors.ts';
import { Holders } from './holders.ts';
import type { Process } from './process.ts';
import type { Claimed, ClaimOptions, RankedRequest, ResourceOptions } from './resource-options.ts';
import { SimEvent } from './sim-event.ts';
import type { Part, Simulation } from './simulation.ts';
import { Tally } from './tally.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import { type Waitable, WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY, REQUEST } from './waiters.ts';

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
  /** Hours that each request waited for its units; 0 of those served at once. */
  readonly waits: Tally;
  /** Units there are over time. */
  readonly capacityOverTime: TimeWeighted;
  readonly #sim: Simulation;
  readonly #firstFit: boolean;
  readonly #traced: boolean;
  readonly #rank: ((request: RankedRequest) => number) | null;
  readonly #queue: WaitQueue;
  readonly #holders: Holders | null;
  readonly #capacityAtFirst: number;
  /** The largest capacity so far: no request may be larger. */
  #largest = 0;
  #capacity = 0;
  #inUse = 0;

  constructor(sim: Simulation, options: ResourceOptions) {
    const { name, capacity, discipline = 'strict', releasedBy = 'holder' } = options;
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new SimulationError(`resource "${name}": capacity must be a whole number of at least 1, not ${capacity}`);
    }
    this.name = name;
    this.waits = new Tally({ quantiles: options.quantiles ?? true });
    this.usage = new TimeWeighted(0, sim.now);
    this.line = new TimeWeighted(0, sim.now);
    this.capacityOverTime = new TimeWeighted(capacity, sim.now);
    this.#sim = sim;
    this.#traced = sim.trace !== null;
    this.#firstFit = discipline === 'first-fit';
    this.#rank = options.rank ?? null;
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
      this.waits.add(0);
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
      this.waits.add(0);
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
    this.waits.add(0);
    this.#take(this.#sim.currentId, units);
    return true;
  }

  /** Gives units back. @throws {SimulationError} on more than are in use, or than the process holds */
  release(units = 1): void {
    if (!Number.isInteger(units) || units < 1 || units > this.#inUse) throw this.#badRelease(units);
    this.#giveBack(this.#sim.currentId, units);
  }

  /**
   * Gives a process that waits in line another priority; it stands behind those who have the same.
   *
   * @throws {SimulationError} when it does not wait for this resource
   */
  changePriority(process: Process, priority: number): void {
    const { marks, amounts } = this.#sim.waiters;
    const { id } = process;
    if (process.waitingFor !== this || (marks[id]! & IN_LINE) === 0) {
      throw this.#sim.error(`${process.description} does not stand in line for ${this.description}`);
    }
    this.#queue.leave(id);
    this.#queue.enter(id, amounts[id]!, priority);
    this.#serve();
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
    this.waits.reset();
    this.usage.restart(0, now);
    this.line.restart(0, now);
    this.capacityOverTime.restart(this.#capacity, now);
  }

  resetStatistics(now: number): void {
    this.waits.reset();
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
    if (this.#rank !== null) {
      this.#serveByRank(this.#rank);
      return;
    }
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

  #serveByRank(rank: (request: RankedRequest) => number): void {
    const { amounts } = this.#sim.waiters;
    for (;;) {
      let best = NOBODY;
      let lowest = Number.POSITIVE_INFINITY;
      for (let id = this.#queue.head; id !== NOBODY; id = this.#queue.after(id)) {
        if (this.#firstFit && amounts[id]! > this.#capacity - this.#inUse) continue;
        const ranked = rank(this.#requestOf(id));
        if (best !== NOBODY && !(ranked < lowest)) continue;
        best = id;
        lowest = ranked;
      }
      if (best === NOBODY || amounts[best]! > this.#capacity - this.#inUse) return;
      this.#grant(best);
    }
  }

  #requestOf(id: number): RankedRequest {
    const { waiters } = this.#sim;
    const requester = (waiters.marks[id]! & REQUEST) === 0 ? id : waiters.pending[id]!;
    const process = requester === NOBODY ? null : waiters.processOf(requester);
    return { process, units: waiters.amounts[id]!, priority: waiters.priorities[id]!, since: waiters.since[id]! };
  }

  #grant(id: number): void {
    const { waiters } = this.#sim;
    const requester = (waiters.marks[id]! & REQUEST) === 0 ? id : waiters.pending[id]!;
    this.#queue.leave(id);
    this.line.set(this.#queue.length, this.#sim.now);
    this.waits.add(this.#sim.now - waiters.since[id]!);
    this.#take(requester, waiters.amounts[id]!);
    this.#sim.grant(id, undefined);
  }

  #take(id: number, units: number): void {
    this.#inUse += units;
    this.usage.set(this.#inUse, this.#sim.now);
    this.#holders?.add(id, units);
    if (this.#traced) this.#sim.note('seize', this.name, units);
  }

  #giveBack(id: number, units: number): void {
    if (this.#holders !== null && !this.#holders.remove(id, units)) throw this.#notHeld(units);
    this.#inUse -= units;
    if (this.#queue.length > 0) this.#serve();
    this.usage.set(this.#inUse, this.#sim.now);
    if (this.#traced) this.#sim.note('release', this.name, units);
  }

  #checkUnits(units: number): void {
    if (!Number.isInteger(units) || units < 1 || units > this.#largest) throw this.#badRequest(units);
  }

  // Errors are made apart from the hot paths: beside them, V8 makes strings that nobody reads.
  #badRequest(units: number): SimulationError {
    return this.#sim.error(`${units} units of ${this.description} asked for, its capacity is ${this.#largest}`);
  }

  #badRelease(units: number): SimulationError {
    return this.#sim.error(`${units} units of ${this.description} released, ${this.#inUse} in use`);
  }

  #notHeld(units: number): SimulationError {
    return this.#sim.error(
      `${units} units of ${this.description} released by another than holds them; ` +
        `if that is meant, make it with releasedBy: 'anyone'`,
    );
  }
}
