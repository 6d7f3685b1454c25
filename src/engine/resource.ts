import { SimulationError } from './errors.ts';
import { Holders } from './holders.ts';
import type { Process } from './process.ts';
import { requestEvent } from './request-event.ts';
import type { Claimed, ClaimOptions, RankedRequest, ResourceOptions } from './resource-options.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import { Tally } from './tally.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { IN_LINE, NOBODY, REQUEST } from './waiters.ts';

/**
 * Servers of one kind, such as cranes or gate lanes: seized for a while, then released.
 *
 * One class, though long: each way to ask, to give back and to change the capacity ends at the same line, and parts of
 * their own would need its counts at every step.
 *
 * @example
 * const sim = new Simulation();
 * const berth = new Resource(sim, { name: 'berth', capacity: 1 });
 * const ship = function* () {
 *   yield* berth.seize();
 *   try {
 *     yield* sim.hold(20);
 *   } finally {
 *     berth.release();
 *   }
 * };
 * sim.spawn('first', ship());
 * sim.spawn('second', ship());
 * sim.run(30);
 * [berth.inUse, berth.line.mean(30), berth.utilisation]; // [1, 20 / 30, 1]
 */
export class Resource extends Holders implements Waitable, Part {
  readonly name: string;
  /** Units in use over time. */
  readonly usage: TimeWeighted;
  /** Length of the line over time. */
  readonly line: TimeWeighted;
  /** Hours that each request waited for its units; 0 of those served at once. */
  readonly waits: Tally;
  /** Units there are over time. */
  readonly capacityOverTime: TimeWeighted;
  private readonly _sim: Simulation;
  private readonly _firstFit: boolean;
  private readonly _traced: boolean;
  private readonly _rank: ((request: RankedRequest) => number) | null;
  private readonly _capacityAtFirst: number;
  /** The largest capacity so far: no request may be larger. */
  private _largest = 0;
  private _capacity = 0;
  private _inUse = 0;

  constructor(sim: Simulation, options: ResourceOptions) {
    const { name, capacity, discipline = 'strict', releasedBy = 'holder' } = options;
    super(sim, releasedBy === 'holder');
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new SimulationError(`resource "${name}": capacity must be a whole number of at least 1, not ${capacity}`);
    }
    this.name = name;
    this.waits = new Tally({ quantiles: options.quantiles ?? true });
    this.usage = new TimeWeighted(0, sim.now);
    this.line = new TimeWeighted(0, sim.now);
    this.capacityOverTime = new TimeWeighted(capacity, sim.now);
    this._sim = sim;
    this._traced = sim.trace !== null;
    this._firstFit = discipline === 'first-fit';
    this._rank = options.rank ?? null;
    this._capacityAtFirst = capacity;
    this._largest = capacity;
    this._capacity = capacity;
    sim.add(this);
  }

  get description(): string {
    return `resource "${this.name}"`;
  }

  /** Units there are just now. */
  get capacity(): number {
    return this._capacity;
  }

  get inUse(): number {
    return this._inUse;
  }

  /** Units that can be seized; none while more are in use than there are. */
  get free(): number {
    return Math.max(0, this._capacity - this._inUse);
  }

  get queueLength(): number {
    return this.length;
  }

  /** Share of the units there were that were in use, from the start or the last reset to now; NaN over no time. */
  get utilisation(): number {
    const { now } = this._sim;
    return this.usage.area(now) / this.capacityOverTime.area(now);
  }

  /**
   * Waits until `units` are free and takes them.
   *
   * @param priority lower goes first
   * @throws {SimulationError} on more units than the capacity
   */
  seize(units = 1, priority = 0): Wait<void> {
    this._checkUnits(units);
    const sim = this._sim;
    if (this._goesAtOnce(units, priority)) {
      const wait = sim.ready<void>(undefined);
      this.waits.add(0);
      this._take(sim.currentId, units);
      return wait;
    }
    this._checkCycle(this._join(units, priority));
    return sim.suspend<void>();
  }

  /**
   * Waits for units as {@link seize} does, but turns away from a long line and leaves it when patience ends.
   *
   * @returns `served` with the units, `balked` or `reneged` without
   * @throws {SimulationError} on more units than the capacity, or a patience that is negative or no number
   */
  claim(options: ClaimOptions = {}): Wait<Claimed> {
    const { units = 1, priority = 0, patience = Number.POSITIVE_INFINITY, balkAt = Number.POSITIVE_INFINITY } = options;
    this._checkUnits(units);
    if (Number.isNaN(priority) || !(patience >= 0 && balkAt >= 0)) throw this._badTerms(options);
    const sim = this._sim;
    if (this._goesAtOnce(units, priority)) {
      const wait = sim.ready<Claimed>('served');
      this.waits.add(0);
      this._take(sim.currentId, units);
      return wait;
    }
    if (this.length >= balkAt) return sim.ready<Claimed>('balked');
    const id = this._join(units, priority);
    // Who was served on entering is on his way already; patience must be known before circles are looked for.
    if (patience !== Number.POSITIVE_INFINITY && (sim.marks[id]! & IN_LINE) !== 0) sim.limitWait(id, patience);
    this._checkCycle(id);
    sim.processOf(id).wakeValue = 'served';
    return sim.suspend<Claimed>();
  }

  /** The same as an event, for conditions; a loser of `anyOf` is taken out of the line, or gives back what it got. */
  request(units = 1, priority = 0): SimEvent<void> {
    this._checkUnits(units);
    const sim = this._sim;
    this._checkPriority(priority);
    const requester = sim.currentId;
    const leave = () => this.withdraw(id);
    const event = requestEvent<void>(sim, this.description, leave, () => this._giveBack(requester, units));
    const id = sim.beginRequest(event as SimEvent<unknown>, requester);
    this._enqueue(id, units, priority);
    return event;
  }

  /** Takes the units if they are free now and nobody waits. */
  trySeize(units = 1): boolean {
    this._checkUnits(units);
    if (this.length > 0 || units > this._capacity - this._inUse) return false;
    this.waits.add(0);
    this._take(this._sim.currentId, units);
    return true;
  }

  /** Gives units back. @throws {SimulationError} on more than are in use, or than the process holds */
  release(units = 1): void {
    if (!Number.isInteger(units) || units < 1 || units > this._inUse) throw this._badRelease(units);
    this._giveBack(this._sim.currentId, units);
  }

  /**
   * Gives a process that waits in line another priority; it stands behind those who have the same.
   *
   * @throws {SimulationError} when it does not wait for this resource
   */
  changePriority(process: Process, priority: number): void {
    const { marks, amounts } = this._sim;
    const { id } = process;
    this._checkPriority(priority);
    if (process.waitingFor !== this || (marks[id]! & IN_LINE) === 0) {
      throw this._sim.error(`${process.description} does not stand in line for ${this.description}`);
    }
    this.leave(id);
    this.enter(id, amounts[id]!, priority);
    this._serve();
  }

  /**
   * Changes how many units there are. Units in use beyond it stay in use until they are released, and are not given
   * out again; requests for more than there are wait for better days.
   *
   * @param capacity a whole number of at least 0
   */
  setCapacity(capacity: number): void {
    if (!Number.isInteger(capacity) || capacity < 0) {
      throw this._sim.error(`the capacity of ${this.description} cannot be ${capacity}`);
    }
    this._capacity = capacity;
    this._largest = Math.max(this._largest, capacity);
    this.capacityOverTime.set(capacity, this._sim.now);
    this._serve();
  }

  reset(): void {
    const { now } = this._sim;
    this.clear();
    this._clearHolders();
    this._inUse = 0;
    this._capacity = this._capacityAtFirst;
    this._largest = this._capacity;
    this.waits.reset();
    this.usage.restart(0, now);
    this.line.restart(0, now);
    this.capacityOverTime.restart(this._capacity, now);
  }

  resetStatistics(now: number): void {
    this.waits.reset();
    this.usage.reset(now);
    this.line.reset(now);
    this.capacityOverTime.reset(now);
  }

  withdraw(id: number): void {
    const { marks, amounts } = this._sim;
    if ((marks[id]! & IN_LINE) === 0) {
      this._giveBack(id, amounts[id]!);
      return;
    }
    this.leave(id);
    this.line.set(this.length, this._sim.now);
    if ((marks[id]! & REQUEST) !== 0) this._sim.leaveWaiter(id);
    this._sim.departures.follow(() => this._serve());
  }

  renege(id: number): Claimed {
    this.withdraw(id);
    return 'reneged';
  }

  freedBy(): readonly Process[] {
    return this._knowsHolders ? this._holders : [];
  }

  /** Units are there and only the line keeps them, or some that were taken out of service may come back. */
  hasWayOut(id: number): boolean {
    return this._sim.amounts[id]! <= this._capacity - this._inUse || this._capacity < this._largest;
  }

  /** A newcomer who fits and overtakes nobody, or only those he may: nobody who waits could go just now. */
  private _goesAtOnce(units: number, priority: number): boolean {
    if (units > this._capacity - this._inUse) return false;
    return this.head === NOBODY || this._mayOvertake(priority);
  }

  private _mayOvertake(priority: number): boolean {
    return this._rank === null && (this._firstFit || priority < this._sim.priorities[this.head]!);
  }

  private _join(units: number, priority: number): number {
    this._checkPriority(priority);
    const id = this._sim.beginWait(this);
    this._enqueue(id, units, priority);
    return id;
  }

  /** @throws {DeadlockError} when a process that has just joined the line closes a circle of waiting */
  private _checkCycle(id: number): void {
    if (this._knowsHolders && this._mayAllBeStuck) this._sim.checkCycle(id);
  }

  private _enqueue(id: number, units: number, priority: number): void {
    this.enter(id, units, priority);
    if (this._capacity > this._inUse) this._serve();
    // Only now: who is served on entering has not stood in line.
    this.line.set(this.length, this._sim.now);
  }

  private _serve(): void {
    if (this._rank !== null) {
      this._serveByRank(this._rank);
      return;
    }
    let id = this.head;
    while (id !== NOBODY) {
      if (this._sim.amounts[id]! <= this._capacity - this._inUse) {
        this._grant(id);
        // A grant can change the line, such as by the losers of an `anyOf`: then from the head again.
        id = this.head;
      } else if (this._firstFit) {
        id = this.after(id);
      } else {
        return;
      }
    }
  }

  private _serveByRank(rank: (request: RankedRequest) => number): void {
    for (;;) {
      // A grant may bring new waiters, and their arrays then others: they are never kept across one.
      const { amounts } = this._sim;
      let best = NOBODY;
      let lowest = Number.POSITIVE_INFINITY;
      for (let id = this.head; id !== NOBODY; id = this.after(id)) {
        if (this._firstFit && amounts[id]! > this._capacity - this._inUse) continue;
        const ranked = rank(this._requestOf(id));
        if (best !== NOBODY && !(ranked < lowest)) continue;
        best = id;
        lowest = ranked;
      }
      if (best === NOBODY || amounts[best]! > this._capacity - this._inUse) return;
      this._grant(best);
    }
  }

  private _requestOf(id: number): RankedRequest {
    const sim = this._sim;
    const requester = (sim.marks[id]! & REQUEST) === 0 ? id : sim.pending[id]!;
    const process = requester === NOBODY ? null : sim.processOf(requester);
    return { process, units: sim.amounts[id]!, priority: sim.priorities[id]!, since: sim.since[id]! };
  }

  private _grant(id: number): void {
    const sim = this._sim;
    const requester = (sim.marks[id]! & REQUEST) === 0 ? id : sim.pending[id]!;
    this.leave(id);
    this.line.set(this.length, sim.now);
    this.waits.add(sim.now - sim.since[id]!);
    this._take(requester, sim.amounts[id]!);
    sim.grant(id, undefined);
  }

  private _take(id: number, units: number): void {
    this._inUse += units;
    this.usage.set(this._inUse, this._sim.now);
    if (this._knowsHolders) this._addHolder(id, units);
    if (this._traced) this._note(id, 'seize', units);
  }

  private _giveBack(id: number, units: number): void {
    if (this._knowsHolders && !this._removeHolder(id, units)) throw this._notHeld(units);
    this._inUse -= units;
    if (this._traced) this._note(id, 'release', units);
    if (this.head !== NOBODY) this._serve();
    this.usage.set(this._inUse, this._sim.now);
  }

  private _checkUnits(units: number): void {
    if (!Number.isInteger(units) || units < 1 || units > this._largest) throw this._badRequest(units);
  }

  private _checkPriority(priority: number): void {
    if (Number.isNaN(priority)) throw this._badPriority();
  }

  private _note(id: number, what: string, units: number): void {
    this._sim.noteOf(id, what, this.name, units);
  }

  // Errors are made apart from the hot paths: beside them, V8 makes strings that nobody reads.
  private _badRequest(units: number): SimulationError {
    return this._sim.error(`${units} units of ${this.description} asked for, its capacity is ${this._largest}`);
  }

  private _badPriority(): SimulationError {
    return this._sim.error(`a priority for ${this.description} must be a number`);
  }

  private _badTerms({ priority = 0, patience, balkAt }: ClaimOptions): SimulationError {
    return this._sim.error(
      `terms of priority ${priority}, patience ${patience}, balkAt ${balkAt} for ${this.description} make no sense`,
    );
  }

  private _badRelease(units: number): SimulationError {
    return this._sim.error(`${units} units of ${this.description} released, ${this._inUse} in use`);
  }

  private _notHeld(units: number): SimulationError {
    return this._sim.error(
      `${units} units of ${this.description} released by another than holds them; ` +
        `if that is meant, make it with releasedBy: 'anyone'`,
    );
  }
}
