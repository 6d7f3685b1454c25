import { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import { WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY, REQUEST, type Waiters } from './waiters.ts';

/**
 * Those who wait for one and the same occasion, in order of arrival. When it comes, it is for those of the present
 * round: whoever comes while they are being told, even in between, is of the next.
 */
export class Crowd {
  private readonly _sim: Simulation;
  private readonly _waiters: Waiters;
  private readonly _queue: WaitQueue;
  private _round = 0;
  private _size = 0;

  constructor(sim: Simulation) {
    this._sim = sim;
    this._waiters = sim;
    this._queue = new WaitQueue(sim);
  }

  /** How many wait for the next occasion. */
  get size(): number {
    return this._size;
  }

  /** Who has waited longest for the next occasion, `NOBODY` when nobody does. */
  get first(): number {
    return this._firstOf(this._round);
  }

  enter(id: number): void {
    this._queue.enter(id, this._round);
    this._size++;
  }

  /** The occasion as an event. @param enter lets its number in; @param withdraw takes it out when nobody listens */
  request<T>(name: string, enter: (id: number) => void, withdraw: (id: number) => void): SimEvent<T> {
    let id = NOBODY;
    const leave = () => {
      withdraw(id);
      return true;
    };
    const event = new SimEvent<T>(this._sim, name, leave, true);
    id = this._sim.beginRequest(event as SimEvent<unknown>, this._sim.currentId);
    enter(id);
    return event;
  }

  /** Takes one out who waits no longer. @returns false when it did not wait any more */
  withdraw(id: number): boolean {
    const { marks, amounts } = this._waiters;
    if ((marks[id]! & IN_LINE) === 0) return false;
    if (amounts[id] === this._round) this._size--;
    this._queue.leave(id);
    if ((marks[id]! & REQUEST) !== 0) this._waiters.leaveWaiter(id);
    return true;
  }

  /** The occasion has come. @returns the round it is for, to be taken out by {@link take} one by one */
  close(): number {
    this._size = 0;
    return this._round++;
  }

  /** Takes the next one of a round out, `NOBODY` when there is none left. */
  take(round: number): number {
    const id = this._firstOf(round);
    if (id !== NOBODY) this._queue.leave(id);
    return id;
  }

  /** Nobody waits any more. */
  clear(): void {
    this._queue.clear();
    this._size = 0;
  }

  /** Rounds stand one behind the other; an earlier one is there only while it is being told. */
  private _firstOf(round: number): number {
    let id = this._queue.head;
    while (id !== NOBODY && this._waiters.amounts[id]! < round) id = this._queue.after(id);
    return id !== NOBODY && this._waiters.amounts[id] === round ? id : NOBODY;
  }
}
