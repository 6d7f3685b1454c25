import { Losses } from './losses.ts';
import type { PreemptiveResource, PreemptiveResourceOptions } from './preemptive-resource.ts';
import type { Process } from './process.ts';
import type { Claimed } from './resource-options.ts';
import { SeizureLine } from './seizure-line.ts';
import { type Seizure, Seizures, unitsIn } from './seizures.ts';
import type { Simulation } from './simulation.ts';
import { Tally } from './tally.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Waitable } from './wait-queue.ts';
import { NOBODY, REQUEST } from './waiters.ts';

const NO_VICTIMS: readonly Seizure[] = [];

/**
 * Who holds the units of a {@link PreemptiveResource}, who stands in line for them, and how they pass from hand to
 * hand; the rules stand there.
 */
export class Allocation implements Waitable {
  readonly usage: TimeWeighted;
  readonly waits: Tally;
  readonly line: SeizureLine;
  readonly held = new Seizures();
  readonly losses: Losses;
  private readonly _sim: Simulation;
  private readonly _resource: PreemptiveResource;
  private readonly _firstFit: boolean;
  private _capacity: number;
  private _largest: number;
  private _inUse = 0;
  private _turn = 0;
  private _serving = false;
  private _serveAgain = false;

  constructor(resource: PreemptiveResource, { capacity, discipline, quantiles }: PreemptiveResourceOptions) {
    const { sim } = resource;
    this.usage = new TimeWeighted(0, sim.now);
    this.waits = new Tally({ quantiles: quantiles ?? true });
    this.line = new SeizureLine(sim);
    this.losses = new Losses(resource);
    this._sim = sim;
    this._resource = resource;
    this._capacity = capacity;
    this._largest = capacity;
    this._firstFit = discipline === 'first-fit';
  }

  get description(): string {
    return this._resource.description;
  }

  get inUse(): number {
    return this._inUse;
  }

  get capacity(): number {
    return this._capacity;
  }

  setCapacity(capacity: number, preempts: boolean): void {
    this._capacity = capacity;
    this._largest = Math.max(this._largest, capacity);
    if (preempts) this._shrink();
    this._serve();
  }

  /**
   * Whom a request breaks off to be served without standing in line.
   *
   * @param ahead whether it goes before others of its priority
   * @returns nobody when enough is free, null when it must stand in line
   */
  victimsAtOnce(wanted: Seizure, ahead: boolean): readonly Seizure[] | null {
    return this._firstFit || this.line.letsFirst(wanted, ahead) ? this._victims(wanted) : null;
  }

  takeAtOnce(wanted: Seizure, victims: readonly Seizure[]): void {
    this._take(wanted, victims, 0);
    this._tell(victims, wanted.holder);
  }

  /** The process that runs stands in line. @returns its number */
  join(wanted: Seizure, ahead: boolean): number {
    const id = this._sim.beginWait(this);
    this.enter(id, wanted, ahead);
    if (this.line.has(id) && this.held.mayAllBeStuck) this._sim.checkCycle(id);
    return id;
  }

  /** A waiter stands in line. */
  enter(id: number, wanted: Seizure, ahead: boolean): void {
    this.line.enter(id, wanted, ahead);
    this._serve();
    // Only now: who is served on entering has not stood in line.
    this.line.count();
    if (wanted.deadline !== Number.POSITIVE_INFINITY && this.line.has(id)) {
      this._sim.limitWait(id, wanted.deadline - this._sim.now);
    }
  }

  /** Units go back that somebody holds. */
  giveBack(holder: Process | null, units: number): void {
    this.held.release(holder, units);
    this._free(holder, units);
  }

  /** What was granted goes back, if it is held still. */
  drop(seizure: Seizure): void {
    if (this.held.remove(seizure)) this._free(seizure.holder, seizure.units);
  }

  withdraw(id: number): void {
    const sim = this._sim;
    if (!this.line.has(id)) {
      this.drop(this.line.askedBy(id)!);
      return;
    }
    this.line.leave(id);
    if ((sim.marks[id]! & REQUEST) !== 0) sim.leaveWaiter(id);
    this._sim.departures.follow(() => this._serve());
  }

  renege(id: number): Claimed {
    this.withdraw(id);
    return 'reneged';
  }

  freedBy(): readonly Process[] {
    return this.held.processes;
  }

  /** Units are there and only the line keeps them, or some that were taken out of service may come back. */
  hasWayOut(id: number): boolean {
    return this.line.askedBy(id)!.units <= this._capacity - this._inUse || this._capacity < this._largest;
  }

  restart(capacity: number, now: number): void {
    this._capacity = capacity;
    this._largest = capacity;
    this._inUse = 0;
    this.losses.resetStatistics();
    this.held.clear();
    this.line.restart(now);
    this.waits.reset();
    this.usage.restart(0, now);
  }

  resetStatistics(now: number): void {
    this.losses.resetStatistics();
    this.waits.reset();
    this.usage.reset(now);
    this.line.overTime.reset(now);
  }

  /** Serves whoever can be served. What happens meanwhile at this resource is seen to afterwards. */
  private _serve(): void {
    this._serveAgain = true;
    if (this._serving || this._sim.ended) return;
    this._serving = true;
    try {
      while (this._serveAgain) this._serveAgain = this._serveFirst();
    } finally {
      this._serving = false;
    }
  }

  private _serveFirst(): boolean {
    for (let id = this.line.first; id !== NOBODY; id = this.line.after(id)) {
      const wanted = this.line.askedBy(id)!;
      const victims = this._victims(wanted);
      if (victims !== null) {
        this.line.leave(id);
        this._take(wanted, victims, this._sim.now - this._sim.since[id]!);
        this._sim.grant(id, undefined);
        this._tell(victims, wanted.holder);
        return true;
      }
      if (!this._firstFit) return false;
    }
    return false;
  }

  /** Whom a request breaks off to be served now; nobody when enough is free, null when it must wait. */
  private _victims(wanted: Seizure): readonly Seizure[] | null {
    const needed = wanted.units - (this._capacity - this._inUse);
    if (needed <= 0) return NO_VICTIMS;
    if (!wanted.preempts) return null;
    const victims = this.held.leastUrgent(needed, wanted.priority, (one) => one.holder !== wanted.holder);
    if (unitsIn(victims) < needed) return null;
    if (victims.every((one) => one.holder !== this._sim.current)) return victims;
    this._onceItWaits(() => this._serve());
    return null;
  }

  /** As many as are too many lose their units, as far as they can be told. */
  private _shrink(): void {
    const over = this._inUse - this._capacity;
    if (over <= 0) return;
    const all = this.held.leastUrgent(over, Number.NEGATIVE_INFINITY, () => true);
    const victims = all.filter((one) => one.holder !== this._sim.current);
    if (victims.length < all.length) this._onceItWaits(() => this._shrink());
    for (const victim of victims) this._breakOff(victim);
    this.usage.set(this._inUse, this._sim.now);
    this._tell(victims, null);
  }

  private _onceItWaits(action: () => void): void {
    if (!this._sim.ended) this._sim.schedule(0, action);
  }

  private _take(wanted: Seizure, victims: readonly Seizure[], waited: number): void {
    const { now, trace } = this._sim;
    for (const victim of victims) this._breakOff(victim);
    wanted.since = now;
    wanted.turn = this._turn++;
    this.held.add(wanted);
    this._inUse += wanted.units;
    this.usage.set(this._inUse, now);
    this.waits.add(waited);
    this.losses.forget(wanted.holder);
    if (trace !== null) this._sim.noteOf(wanted.holder?.id ?? NOBODY, 'seize', this._resource.name, wanted.units);
  }

  private _breakOff(victim: Seizure): void {
    this.held.remove(victim);
    this._inUse -= victim.units;
  }

  private _free(holder: Process | null, units: number): void {
    this._inUse -= units;
    if (this._sim.trace !== null) this._sim.noteOf(holder?.id ?? NOBODY, 'release', this._resource.name, units);
    this._serve();
    this.usage.set(this._inUse, this._sim.now);
  }

  /** Those broken off hear of it; what they held beyond what was needed goes to whoever waits. */
  private _tell(victims: readonly Seizure[], by: Process | null): void {
    for (const victim of victims) {
      if (this._isUntaken(victim)) this._putBack(victim);
      else this.losses.tell(victim.holder!, victim, by);
    }
    if (victims.length > 0) this._serve();
  }

  /** Granted to a process in line that has not gone on since. */
  private _isUntaken(seizure: Seizure): boolean {
    const { holder } = seizure;
    return holder?.waitingFor === this && !this.line.has(holder.id) && this.line.askedBy(holder.id) === seizure;
  }

  private _putBack(seizure: Seizure): void {
    const holder = seizure.holder!;
    const { wakeValue } = holder;
    holder.waitingFor = null;
    this._sim.breakOff(holder);
    holder.waitingFor = this;
    holder.wakeValue = wakeValue;
    this.enter(holder.id, seizure, true);
  }
}
