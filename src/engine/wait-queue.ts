import type { Process } from './process.ts';
import type { SimEvent } from './sim-event.ts';

/** Where something can wait in line; it knows how to take a waiter out again, granted or not. */
export interface Waitable {
  /** What it is, for error messages: `resource "berth"`. */
  readonly description: string;
  withdraw(waiter: Waiter): void;
}

/** One place in a line, taken by a process or by an event that a condition listens to. */
export class Waiter {
  readonly process: Process | null;
  readonly event: SimEvent<unknown> | null;
  /** Units, amount or whatever the line counts. */
  amount = 0;
  priority = 0;
  /** Whatever the line must remember of the request, such as the item to put. */
  item: unknown = undefined;
  /** Given what it asked for, but not yet resumed. */
  granted = false;
  queue: WaitQueue | null = null;
  previous: Waiter | null = null;
  next: Waiter | null = null;

  constructor(process: Process | null, event: SimEvent<unknown> | null) {
    this.process = process;
    this.event = event;
  }
}

/** A line of waiters, by priority (lower first) and then in order of arrival; any of them leaves in constant time. */
export class WaitQueue {
  head: Waiter | null = null;
  #tail: Waiter | null = null;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  enter(waiter: Waiter): void {
    let before = this.#tail;
    while (before !== null && before.priority > waiter.priority) before = before.previous;
    const after = before === null ? this.head : before.next;
    waiter.previous = before;
    waiter.next = after;
    if (before === null) this.head = waiter;
    else before.next = waiter;
    if (after === null) this.#tail = waiter;
    else after.previous = waiter;
    waiter.queue = this;
    waiter.granted = false;
    this.#length++;
  }

  leave(waiter: Waiter): void {
    const { previous, next } = waiter;
    if (previous === null) this.head = next;
    else previous.next = next;
    if (next === null) this.#tail = previous;
    else next.previous = previous;
    waiter.previous = null;
    waiter.next = null;
    waiter.queue = null;
    this.#length--;
  }
}
