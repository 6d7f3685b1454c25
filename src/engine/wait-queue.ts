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
}

/** A line of waiters, by priority (lower first) and then in order of arrival; any of them leaves in constant time. */
export class WaitQueue {
  /** Who stands first, {@link NOBODY} in an empty line. */
  head: number = NOBODY;
  #tail: number = NOBODY;
  #length = 0;
  readonly #waiters: Waiters;

  constructor(waiters: Waiters) {
    this.#waiters = waiters;
  }

  get length(): number {
    return this.#length;
  }

  /** Who stands behind. */
  after(id: number): number {
    return this.#waiters.next[id]!;
  }

  enter(id: number, amount = 0, priority = 0): void {
    const waiters = this.#waiters;
    if (id >= waiters.next.length) waiters.makeRoomInLines();
    const { previous, next, priorities } = waiters;
    let before = this.#tail;
    while (before !== NOBODY && priorities[before]! > priority) before = previous[before]!;
    const after = before === NOBODY ? this.head : next[before]!;
    previous[id] = before;
    next[id] = after;
    if (before === NOBODY) this.head = id;
    else next[before] = id;
    if (after === NOBODY) this.#tail = id;
    else previous[after] = id;
    priorities[id] = priority;
    waiters.amounts[id] = amount;
    waiters.marks[id]! |= IN_LINE;
    this.#length++;
  }

  /** Nobody stands in it any more. */
  clear(): void {
    this.head = NOBODY;
    this.#tail = NOBODY;
    this.#length = 0;
  }

  leave(id: number): void {
    const { previous, next, marks } = this.#waiters;
    const before = previous[id]!;
    const after = next[id]!;
    if (before === NOBODY) this.head = after;
    else next[before] = after;
    if (after === NOBODY) this.#tail = before;
    else previous[after] = before;
    marks[id]! &= ~IN_LINE;
    this.#length--;
  }
}
