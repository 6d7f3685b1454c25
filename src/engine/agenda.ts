import { type EventHandle, EventList } from './event-list.ts';
import { NOBODY } from './waiters.ts';
import { WakeRing } from './wake-ring.ts';

/** Nothing is due for a waiter: somebody else must wake it. */
export const NOTHING = -1;

/**
 * What is pending: callbacks, the timers of processes, and processes to be resumed at this instant. What is due for a
 * process is one number: the slot of a timer, or −2 less a place among the wake-ups, or {@link NOTHING}.
 */
export class Agenda {
  readonly events = new EventList();
  readonly wakes = new WakeRing();
  private readonly _actions: ((() => void) | null)[] = [];

  /** A callback at an hour. */
  schedule(time: number, priority: number, action: () => void): EventHandle {
    const actions = this._actions;
    const slot = this.events.push(time, this.events.takeKey(priority), NOBODY);
    if (slot < actions.length) actions[slot] = action;
    else this._append(slot, action);
    return this.events.handleOf(slot);
  }

  private _append(slot: number, action: () => void): void {
    while (this._actions.length < slot) this._actions.push(null);
    this._actions.push(action);
  }

  /** Takes a callback back; false when it has already happened. */
  cancel(handle: EventHandle): boolean {
    const slot = this.events.slotOf(handle);
    if (slot < 0) return false;
    this.events.cancel(slot);
    this._actions[slot] = null;
    return true;
  }

  /** The callback of a slot that has come due. */
  takeAction(slot: number): () => void {
    const action = this._actions[slot]!;
    this._actions[slot] = null;
    return action;
  }

  /** Resumes a process at an hour. @returns what is due for it */
  setTimer(time: number, id: number): number {
    return this.events.push(time, this.events.takeKey(0), id);
  }

  /** Resumes a process at this instant, after what is already due. @returns what is due for it */
  wake(id: number): number {
    return -2 - this.wakes.push(id, this.events.takeKey(0));
  }

  /** Takes back what is due for a process. */
  drop(due: number): void {
    if (due >= 0) this.events.cancel(due);
    else if (due !== NOTHING) this.wakes.withdraw(-2 - due);
  }

  /** Forgets everything; handles given out before stay invalid. */
  clear(): void {
    this.events.clear();
    this.wakes.clear();
    this._actions.fill(null);
  }

  /** Nothing at all is due at an hour or before. */
  allAfter(time: number): boolean {
    return this.wakes.empty && time < this.events.nextTime;
  }
}
