import type { Process } from './process.ts';
import { IN_LINE, NOBODY, type Waiters } from './waiters.ts';

/** Where something can wait in line; it knows how to take a waiter out again, granted or not. */
export interface Waitable {
  /** What it is, for error messages: `resource "berth"`. */
  readonly description: string;
  /** @internal Takes back what a waiter asked for: its place in line, or what it was given but had not taken yet. */
  withdraw(id: number, given?: unknown): void;
  /** @internal Patience is at an end: takes a waiter out of its line. @returns what it goes on with */
  renege?(id: number): unknown;
  /** @internal The processes that alone can end the wait, any one of them; empty when that is not known. */
  freedBy?(): readonly Process[];
  /** @internal The wait of `id` may end without any of these, so that it is no part of a circle. */
  hasWayOut?(id: number): boolean;
}

/** A line of waiters, by priority (lower first) and then in order of arrival; any of them leaves in constant time. */
export class WaitQueue {
  /** Who stands first, {@link NOBODY} in an empty line. */
  head: number = NOBODY;
  private _tail: number = NOBODY;
  private _length = 0;
  private readonly _waiters: Waiters;

  constructor(waiters: Waiters) {
    this._waiters = waiters;
  }

  get length(): number {
    return this._length;
  }

  /** Who stands behind. */
  after(id: number): number {
    return this._waiters.next[id]!;
  }

  enter(id: number, amount = 0, priority = 0): void {
    const waiters = this._waiters;
    if (id >= waiters.next.length) waiters.makeRoomInLines();
    const { previous, next, priorities } = waiters;
    let before = this._tail;
    while (before !== NOBODY && priorities[before]! > priority) before = previous[before]!;
    const after = before === NOBODY ? this.head : next[before]!;
    previous[id] = before;
    next[id] = after;
    if (before === NOBODY) this.head = id;
    else next[before] = id;
    if (after === NOBODY) this._tail = id;
    else previous[after] = id;
    priorities[id] = priority;
    waiters.amounts[id] = amount;
    waiters.marks[id]! |= IN_LINE;
    this._length++;
  }

  /** Nobody stands in it any more. */
  clear(): void {
    this.head = NOBODY;
    this._tail = NOBODY;
    this._length = 0;
  }

  leave(id: number): void {
    const { previous, next, marks } = this._waiters;
    const before = previous[id]!;
    const after = next[id]!;
    if (before === NOBODY) this.head = after;
    else next[before] = after;
    if (after === NOBODY) this._tail = before;
    else previous[after] = before;
    marks[id]! &= ~IN_LINE;
    this._length--;
  }
}
