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

/**
 * A line of waiters, by priority (lower first) and then in order of arrival; any of them leaves in constant time. A
 * {@link Resource} is one, most others have one.
 */
export class WaitQueue {
  /** @internal Who stands first, {@link NOBODY} in an empty line. */
  head: number = NOBODY;
  private _tail: number = NOBODY;
  private _length = 0;
  protected readonly _waiters: Waiters;

  constructor(waiters: Waiters) {
    this._waiters = waiters;
  }

  /** @internal */
  get length(): number {
    return this._length;
  }

  /** @internal Who stands behind. */
  after(id: number): number {
    return this._waiters.nextInLine[id]!;
  }

  /** @internal */
  enter(id: number, amount = 0, priority = 0): void {
    const waiters = this._waiters;
    if (id >= waiters.nextInLine.length) waiters.makeRoomInLines();
    const last = this._tail;
    waiters.priorities[id] = priority;
    waiters.amounts[id] = amount;
    waiters.marks[id]! |= IN_LINE;
    this._length++;
    if (last !== NOBODY && waiters.priorities[last]! > priority) {
      this._overtake(id, priority);
      return;
    }
    waiters.previousInLine[id] = last;
    waiters.nextInLine[id] = NOBODY;
    if (last === NOBODY) this.head = id;
    else waiters.nextInLine[last] = id;
    this._tail = id;
  }

  /** @internal Nobody stands in it any more. */
  clear(): void {
    this.head = NOBODY;
    this._tail = NOBODY;
    this._length = 0;
  }

  /** @internal */
  leave(id: number): void {
    const { previousInLine: previous, nextInLine: next, marks } = this._waiters;
    const before = previous[id]!;
    const after = next[id]!;
    if (before === NOBODY) this.head = after;
    else next[before] = after;
    if (after === NOBODY) this._tail = before;
    else previous[after] = before;
    marks[id]! &= ~IN_LINE;
    this._length--;
  }

  /** One with more priority than the last takes its place before all who have less. */
  private _overtake(id: number, priority: number): void {
    const { previousInLine: previous, nextInLine: next, priorities } = this._waiters;
    let after = this._tail;
    while (previous[after] !== NOBODY && priorities[previous[after]!]! > priority) after = previous[after]!;
    const before = previous[after]!;
    previous[id] = before;
    next[id] = after;
    previous[after] = id;
    if (before === NOBODY) this.head = id;
    else next[before] = id;
  }
}
