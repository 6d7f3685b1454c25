import type { SimulationError } from './errors.ts';
import { requestEvent } from './request-event.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import { type Waitable, WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY, REQUEST } from './waiters.ts';

/** On which terms somebody stands in a line. */
export interface ClaimTerms {
  /** Lower goes first; 0 when absent. */
  readonly priority?: number;
  /** Hours after which the line is left with nothing; for ever when absent. */
  readonly patience?: number;
  /** The line is not entered when so many stand in it; always entered when absent. */
  readonly balkAt?: number;
}

/** What a line leads to. */
export interface LineKeeper {
  /** Somebody left the line who may have stood in the way of others. */
  left(): void;
  /** Takes back what a process was granted but did not take, since it was interrupted. */
  takeBack(id: number, granted: unknown): void;
}

/** Before everybody. */
const FIRST = Number.NEGATIVE_INFINITY;

/**
 * One side's line: those who take, or those who bring. Processes and requests stand in it by priority and then in
 * order of arrival, each with an amount and, if need be, something of its own such as the thing it brings.
 *
 * @typeParam P what each may have of its own
 */
export class Line<P = undefined> implements Waitable {
  readonly description: string;
  /** Its length over time. */
  readonly overTime: TimeWeighted;
  private readonly _sim: Simulation;
  private readonly _queue: WaitQueue;
  private readonly _keeper: LineKeeper;
  private readonly _left: () => void;
  private readonly _reneged: unknown;
  /** By number of who has something of its own, and how many have. */
  private readonly _own: (P | undefined)[] = [];
  private _owners = 0;

  /** @param reneged what a process goes on with that lost its patience */
  constructor(sim: Simulation, description: string, keeper: LineKeeper, reneged: unknown = 'reneged') {
    this.description = description;
    this.overTime = new TimeWeighted(0, sim.now);
    this._sim = sim;
    this._queue = new WaitQueue(sim);
    this._keeper = keeper;
    this._left = () => keeper.left();
    this._reneged = reneged;
  }

  get length(): number {
    return this._queue.length;
  }

  /** Who stands first, `NOBODY` in an empty line. */
  get head(): number {
    return this._queue.head;
  }

  /** Who stands behind. */
  after(id: number): number {
    return this._queue.after(id);
  }

  /** True when everybody in it has less priority. */
  isBehind(priority: number): boolean {
    return this._queue.head === NOBODY || priority < this._sim.priorities[this._queue.head]!;
  }

  /** What one who stands in it has of its own. */
  ownOf(id: number): P | undefined {
    return this._owners === 0 ? undefined : this._own[id];
  }

  /** True when nobody in it has anything of its own. */
  get plain(): boolean {
    return this._owners === 0;
  }

  /** The process that runs just now enters. @returns its number */
  join(amount: number, priority: number, own?: P): number {
    const id = this._sim.beginWait(this);
    this._enter(id, amount, priority, own);
    return id;
  }

  /**
   * The process that runs just now enters on its terms; nobody who stands in line can be served just now.
   *
   * @returns its number, or `NOBODY` when the line is too long for it
   */
  joinOn(terms: ClaimTerms, amount: number, own?: P): number {
    const { priority = 0, patience = Number.POSITIVE_INFINITY, balkAt = Number.POSITIVE_INFINITY } = terms;
    if (this._queue.length >= balkAt) return NOBODY;
    const id = this.join(amount, priority, own);
    if (patience !== Number.POSITIVE_INFINITY) this._sim.limitWait(id, patience);
    return id;
  }

  /** An event enters. @param undo gives back what it was granted, when that is not wanted any more */
  request<T>(amount: number, priority: number, undo: (granted: T) => void, own?: P): SimEvent<T> {
    let id = NOBODY;
    const event = requestEvent<T>(this._sim, this.description, () => this.withdraw(id), undo);
    id = this._sim.beginRequest(event as SimEvent<unknown>, this._sim.currentId);
    this._enter(id, amount, priority, own);
    return event;
  }

  /** The event of a request that is granted at once. */
  granted<T>(value: T, undo: (granted: T) => void): SimEvent<T> {
    const event = requestEvent<T>(this._sim, this.description, () => {}, undo);
    event.succeed(value);
    return event;
  }

  /** What came back and finds no room, or no stock, waits for it before everyone else, on nobody's behalf. */
  goFirst(amount: number, own?: P): void {
    this._enter(this._sim.beginRequest(null, NOBODY), amount, FIRST, own);
  }

  /** Takes one out who is to be granted what it waits for. @returns what it had of its own */
  leave(id: number): P | undefined {
    this._queue.leave(id);
    this.overTime.set(this._queue.length, this._sim.now);
    const own = this.ownOf(id);
    if (own !== undefined) {
      this._own[id] = undefined;
      this._owners--;
    }
    return own;
  }

  withdraw(id: number, granted?: unknown): void {
    const { marks } = this._sim;
    if ((marks[id]! & IN_LINE) === 0) {
      this._keeper.takeBack(id, granted);
      return;
    }
    this.leave(id);
    if ((marks[id]! & REQUEST) !== 0) this._sim.leaveWaiter(id);
    this._sim.departures.follow(this._left);
  }

  renege(id: number): unknown {
    this.withdraw(id);
    return this._reneged;
  }

  /** @throws {SimulationError} on a priority that is not finite */
  check(priority: number): void {
    if (priority - priority !== 0) throw this._badPriority(priority);
  }

  /** @throws {SimulationError} on terms that make no sense */
  checkTerms({ priority = 0, patience = 0, balkAt = 0 }: ClaimTerms): void {
    this.check(priority);
    if (!(patience >= 0)) throw this._sim.error(`patience of ${patience} hours for ${this.description}`);
    if (!(balkAt >= 0)) throw this._sim.error(`a line of ${balkAt} to turn away from at ${this.description}`);
  }

  /** Nobody stands in it any more. */
  reset(): void {
    this._queue.clear();
    this._own.length = 0;
    this._owners = 0;
    this.overTime.restart(0, this._sim.now);
  }

  private _enter(id: number, amount: number, priority: number, own: P | undefined): void {
    this._queue.enter(id, amount, priority);
    if (own !== undefined) this._keep(id, own);
    this.overTime.set(this._queue.length, this._sim.now);
  }

  private _badPriority(priority: number): SimulationError {
    return this._sim.error(`priority ${priority} for ${this.description} is not finite`);
  }

  private _keep(id: number, own: P): void {
    while (this._own.length <= id) this._own.push(undefined);
    this._own[id] = own;
    this._owners++;
  }
}
