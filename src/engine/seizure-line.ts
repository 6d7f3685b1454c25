import type { Seizure } from './seizures.ts';
import type { Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import { WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY } from './waiters.ts';

/** Who waits for units, and for how many: the most urgent first, then in order of arrival. */
export class SeizureLine {
  /** Its length over time. */
  readonly overTime: TimeWeighted;
  private readonly _sim: Simulation;
  private readonly _queue: WaitQueue;
  /** What each waiter asked for last, by its number. */
  private readonly _asked = new Map<number, Seizure>();

  constructor(sim: Simulation) {
    this.overTime = new TimeWeighted(0, sim.now);
    this._sim = sim;
    this._queue = new WaitQueue(sim);
  }

  get length(): number {
    return this._queue.length;
  }

  /** Who stands first, {@link NOBODY} when it is empty. */
  get first(): number {
    return this._queue.head;
  }

  /** Who stands behind. */
  after(id: number): number {
    return this._queue.after(id);
  }

  /** Whether a waiter stands in it, or in any other: it can stand in one only. */
  has(id: number): boolean {
    return (this._sim.marks[id]! & IN_LINE) !== 0;
  }

  /** What a waiter asks for, or asked for last. */
  askedBy(id: number): Seizure | undefined {
    return this._asked.get(id);
  }

  /** Whether who enters now would stand first. */
  letsFirst(wanted: Seizure, ahead: boolean): boolean {
    if (this.first === NOBODY) return true;
    const least = this._sim.priorities[this.first]!;
    return wanted.priority < least || (ahead && wanted.priority === least);
  }

  /** @param ahead before others of its priority, not behind them */
  enter(id: number, wanted: Seizure, ahead: boolean): void {
    const { priority, units } = wanted;
    this._asked.set(id, wanted);
    this._queue.enter(id, units, ahead ? this._priorityBefore(priority) : priority);
    this._sim.priorities[id] = priority;
  }

  leave(id: number): void {
    this._queue.leave(id);
    this.count();
  }

  /** Keeps its length; {@link enter} leaves that to its caller. */
  count(): void {
    this.overTime.set(this._queue.length, this._sim.now);
  }

  /** Nobody stands in it, as if just made. */
  restart(now: number): void {
    this._queue.clear();
    this._asked.clear();
    this.overTime.restart(0, now);
  }

  /** The priority of the last one who goes before all of a priority. */
  private _priorityBefore(priority: number): number {
    const { priorities } = this._sim;
    let before = Number.NEGATIVE_INFINITY;
    for (let id = this.first; id !== NOBODY && priorities[id]! < priority; id = this.after(id)) {
      before = priorities[id]!;
    }
    return before;
  }
}
