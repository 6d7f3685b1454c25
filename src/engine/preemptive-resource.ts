import { Allocation } from './allocation.ts';
import { SimulationError } from './errors.ts';
import { type PreemptiveClaimOptions, wantedOf } from './preemptive-claim.ts';
import type { Process } from './process.ts';
import { requestEvent } from './request-event.ts';
import type { Claimed, ResourceOptions } from './resource-options.ts';
import type { Seizure } from './seizures.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import type { Tally } from './tally.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';

/** What a preemptive resource is made of; only a holder can release. */
export type PreemptiveResourceOptions = Pick<ResourceOptions, 'name' | 'capacity' | 'discipline' | 'quantiles'>;

/** What becomes of units in use when there are fewer: their users finish, or the least urgent lose them at once. */
export type InUse = 'finish' | 'preempt';

/**
 * Servers that are taken from who is less urgent: a {@link Resource} whose line is by priority, lower first, and which
 * breaks off the seizure of the lowest urgency, the latest among equals, for a request that is more urgent. A seizure
 * is lost whole, with all its units, and only if what is asked for can be had by that; nobody is broken off in vain.
 *
 * Who loses units catches a {@link Preempted} at its wait at this instant, whatever it waits for there: the clock,
 * another resource, an event. What it had been given but had not taken yet goes back, as with any interrupt. Moreover:
 * - what `seize` or `claim` granted at this instant, before its process went on, goes back unnoticed: the process stands
 *   in line again, first of its priority, so that a `seize` never throws for the units it asks for;
 * - who runs just now loses nothing until it waits, still at this instant; from itself nobody takes anything;
 * - an error on its way to a process is not overtaken: it loses its units and catches that error;
 * - a process that has ended with units loses them, and nobody is told; units seized outside any process stay.
 *
 * Lost units are not released: `finally { machine.releaseIfHeld(); }` is right in every case. Preempted or interrupted
 * otherwise, {@link heldBy} tells whether units are still held. To go on later, {@link seizeAgain}; see also `work`.
 *
 * @example
 * const sim = new Simulation();
 * const machine = new PreemptiveResource(sim, { name: 'machine', capacity: 1 });
 * const log: string[] = [];
 * function* job(name: string, priority: number, hours: number) {
 *   yield* machine.seize(1, priority);
 *   try {
 *     yield* sim.hold(hours);
 *     log.push(`${name} done at ${sim.now}`);
 *   } catch (error) {
 *     if (!(error instanceof Preempted)) throw error;
 *     log.push(`${name} gave way to ${error.by?.name} at ${sim.now}`);
 *   } finally {
 *     machine.releaseIfHeld();
 *   }
 * }
 * sim.spawn('odd job', job('odd job', 2, 10));
 * sim.spawn('repair', job('repair', 1, 3), { delay: 4 });
 * sim.run();
 * log; // ['odd job gave way to repair at 4', 'repair done at 7']
 */
export class PreemptiveResource implements Part {
  readonly sim: Simulation;
  readonly name: string;
  /** Units in use over time. */
  readonly usage: TimeWeighted;
  /** Length of the line over time. */
  readonly line: TimeWeighted;
  /** Hours that each request waited for its units; 0 of those served at once. */
  readonly waits: Tally;
  /** Units there are over time. */
  readonly capacityOverTime: TimeWeighted;
  private readonly _allocation: Allocation;
  private readonly _capacityAtFirst: number;
  /** The largest capacity so far: no request may be larger. */
  private _largest: number;

  constructor(sim: Simulation, options: PreemptiveResourceOptions) {
    const { name, capacity } = options;
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new SimulationError(`resource "${name}": capacity must be a whole number of at least 1, not ${capacity}`);
    }
    this.sim = sim;
    this.name = name;
    this._allocation = new Allocation(this, options);
    this.usage = this._allocation.usage;
    this.line = this._allocation.line.overTime;
    this.waits = this._allocation.waits;
    this.capacityOverTime = new TimeWeighted(capacity, sim.now);
    this._capacityAtFirst = capacity;
    this._largest = capacity;
    sim.add(this);
  }

  get description(): string {
    return `resource "${this.name}"`;
  }

  /** Units there are just now. */
  get capacity(): number {
    return this._allocation.capacity;
  }

  get inUse(): number {
    return this._allocation.inUse;
  }

  /** Units that nobody holds; none while more are in use than there are. */
  get free(): number {
    return Math.max(0, this.capacity - this.inUse);
  }

  get queueLength(): number {
    return this._allocation.line.length;
  }

  /** How many seizures were broken off, from the start or the last reset of statistics. */
  get preemptions(): number {
    return this._allocation.losses.count;
  }

  /** Share of the units there were that were in use, from the start or the last reset to now; NaN over no time. */
  get utilisation(): number {
    const { now } = this.sim;
    return this.usage.area(now) / this.capacityOverTime.area(now);
  }

  /** Units that a process holds just now; 0 after it lost them. */
  heldBy(process: Process): number {
    return this._allocation.held.unitsOf(process);
  }

  /**
   * Waits until `units` can be had, free or from who is less urgent, and takes them.
   *
   * @param priority any number, lower is more urgent and goes first
   * @throws {SimulationError} on more units than the capacity, or a priority that is not finite
   */
  seize(units = 1, priority = 0): Wait<void> {
    return this._seize(units, priority, false);
  }

  /** The same for who had units before and lost them: it goes before others of its priority. */
  seizeAgain(units = 1, priority = 0): Wait<void> {
    return this._seize(units, priority, true);
  }

  /**
   * Waits for units as {@link seize} does, but turns away from a long line and leaves it when patience ends.
   *
   * @returns `served` with the units, `balked` or `reneged` without
   */
  claim(options: PreemptiveClaimOptions = {}): Wait<Claimed> {
    const wanted = wantedOf(this, this._largest, options);
    const wait = this._atOnce<Claimed>(wanted, false, 'served');
    if (wait !== null) return wait;
    if (this.queueLength >= (options.balkAt ?? Number.POSITIVE_INFINITY)) return this.sim.ready<Claimed>('balked');
    const id = this._allocation.join(wanted, false);
    this.sim.processOf(id).wakeValue = 'served';
    return this.sim.suspend<Claimed>();
  }

  /** The same as an event, for conditions; a loser of `anyOf` is taken out of the line, or gives back what it got. */
  request(units = 1, priority = 0): SimEvent<void> {
    const { sim } = this;
    const wanted = wantedOf(this, this._largest, { units, priority });
    const leave = () => this._allocation.withdraw(id);
    const event = requestEvent<void>(sim, this.description, leave, () => this._allocation.drop(wanted));
    const id = sim.beginRequest(event as SimEvent<unknown>, sim.currentId);
    this._allocation.enter(id, wanted, false);
    return event;
  }

  /** Takes the units if they can be had now, free or from who is less urgent, and nobody in line goes first. */
  trySeize(units = 1, priority = 0): boolean {
    const wanted = wantedOf(this, this._largest, { units, priority });
    const victims = this._allocation.victimsAtOnce(wanted, false);
    if (victims !== null) this._allocation.takeAtOnce(wanted, victims);
    return victims !== null;
  }

  /**
   * Gives units back, of what the process seized last first; what was seized outside any process, there only.
   *
   * @throws {SimulationError} on more than it holds; the message says so if it lost them
   */
  release(units = 1): void {
    if (!this.releaseIfHeld(units)) throw this._notHeld(units);
  }

  /** Gives units back if the process still holds so many. @returns whether it did */
  releaseIfHeld(units = 1): boolean {
    if (!Number.isInteger(units) || units < 1) throw this._notHeld(units);
    const { current } = this.sim;
    if (this._allocation.held.unitsOf(current) < units) return false;
    this._allocation.giveBack(current, units);
    return true;
  }

  /**
   * Changes how many units there are; requests for more than there are wait for better days.
   *
   * @param capacity a whole number of at least 0
   * @param inUse whether units in use beyond it stay so until they are released, or are taken from the least urgent;
   *   those seized outside any process are not
   */
  setCapacity(capacity: number, inUse: InUse = 'finish'): void {
    if (!Number.isInteger(capacity) || capacity < 0) {
      throw this.sim.error(`the capacity of ${this.description} cannot be ${capacity}`);
    }
    this._largest = Math.max(this._largest, capacity);
    this.capacityOverTime.set(capacity, this.sim.now);
    this._allocation.setCapacity(capacity, inUse === 'preempt');
  }

  reset(): void {
    this._largest = this._capacityAtFirst;
    this._allocation.restart(this._largest, this.sim.now);
    this.capacityOverTime.restart(this._largest, this.sim.now);
  }

  resetStatistics(now: number): void {
    this._allocation.resetStatistics(now);
    this.capacityOverTime.reset(now);
  }

  private _seize(units: number, priority: number, ahead: boolean): Wait<void> {
    const wanted = wantedOf(this, this._largest, { units, priority });
    const wait = this._atOnce<void>(wanted, ahead, undefined);
    if (wait !== null) return wait;
    this._allocation.join(wanted, ahead);
    return this.sim.suspend<void>();
  }

  private _atOnce<T>(wanted: Seizure, ahead: boolean, value: T): Wait<T> | null {
    const victims = this._allocation.victimsAtOnce(wanted, ahead);
    if (victims === null) return null;
    const wait = this.sim.ready(value);
    this._allocation.takeAtOnce(wanted, victims);
    return wait;
  }

  private _notHeld(units: number): SimulationError {
    const { held, losses } = this._allocation;
    const { current } = this.sim;
    const loss = losses.lastOf(current);
    const lost = loss === undefined ? '' : `; ${loss.reason}: use releaseIfHeld`;
    return this.sim.error(`${units} units of ${this.description} released, ${held.unitsOf(current)} held${lost}`);
  }
}
