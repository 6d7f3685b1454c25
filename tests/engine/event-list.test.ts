import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventHandle, EventList } from '../../src/engine/event-list.ts';

interface Pending {
  readonly id: number;
  readonly time: number;
  readonly priority: number;
  readonly handle: EventHandle;
}

/** The plainest thing that could be right: an array, sorted anew after every push. */
class SortedArray {
  readonly pending: Pending[] = [];

  push(event: Pending): void {
    this.pending.push(event);
    this.pending.sort((a, b) => a.time - b.time || a.priority - b.priority || a.id - b.id);
  }

  cancel(id: number): boolean {
    const place = this.pending.findIndex((event) => event.id === id);
    if (place >= 0) this.pending.splice(place, 1);
    return place >= 0;
  }
}

const push = fc.record({
  kind: fc.constant('push' as const),
  time: fc.oneof(fc.nat(5), fc.double({ min: 0, max: 5, noNaN: true })),
  priority: fc.integer({ min: -4095, max: 4095 }).map((n) => (n % 3 === 0 ? n : n % 3)),
});
const pop = fc.constant({ kind: 'pop' as const });
const look = fc.constant({ kind: 'look' as const });
const cancellation = fc.record({ kind: fc.constant('cancel' as const), which: fc.nat() });
const operation = fc.oneof(
  { arbitrary: push, weight: 50 },
  { arbitrary: pop, weight: 30 },
  { arbitrary: cancellation, weight: 20 },
  { arbitrary: look, weight: 10 },
);

function popOwner(list: EventList): number {
  return list.ownerOf(list.take(list.earliest()));
}

function cancel(list: EventList, handle: EventHandle): boolean {
  const slot = list.slotOf(handle);
  if (slot >= 0) list.cancel(slot);
  return slot >= 0;
}

describe('the event list', () => {
  test('gives what a sorted array gives, whatever is pushed, popped and cancelled', () => {
    const someOperations = fc.array(operation, { maxLength: 800, size: 'max' });
    fc.assert(
      fc.property(someOperations, (operations) => {
        const list = new EventList();
        const sorted = new SortedArray();
        const handles: EventHandle[] = [];
        for (const op of operations) {
          if (op.kind === 'push') {
            const id = handles.length;
            const handle = list.handleOf(list.push(op.time, list.takeKey(op.priority), id));
            handles.push(handle);
            sorted.push({ id, time: op.time, priority: op.priority, handle });
          } else if (op.kind === 'pop' && sorted.pending.length > 0) {
            expect(popOwner(list)).toBe(sorted.pending.shift()?.id);
          } else if (op.kind === 'cancel' && handles.length > 0) {
            const id = op.which % handles.length;
            expect(cancel(list, handles[id] as EventHandle)).toBe(sorted.cancel(id));
          } else if (op.kind === 'look') {
            expect(list.nextTime).toBe(sorted.pending[0]?.time ?? Number.POSITIVE_INFINITY);
          }
          expect(list.size).toBe(sorted.pending.length);
        }
        const rest = sorted.pending.map(() => popOwner(list));
        expect(rest).toEqual(sorted.pending.map((event) => event.id));
        expect(list.nextTime).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });

  test('orders a large heap strictly by time, priority and order of scheduling', () => {
    const list = new EventList();
    const events: [number, number, number][] = [];
    for (let i = 0; i < 20_000; i++) {
      const time = (i * 7919) % 101;
      const priority = ((i * 104_729) % 7) - 3;
      list.push(time, list.takeKey(priority), events.push([time, priority, i]) - 1);
    }
    let last = events[popOwner(list)]!;
    while (list.size > 0) {
      const next = events[popOwner(list)]!;
      const order = next[0] - last[0] || next[1] - last[1] || next[2] - last[2];
      if (order <= 0) expect.fail(`${last} came before ${next}`);
      last = next;
    }
  });

  test('refuses the handle of an event that has happened, even when its slot is in use again', () => {
    const list = new EventList();
    const old = list.handleOf(list.push(1, list.takeKey(0), 1));
    list.take(list.earliest());
    const young = list.handleOf(list.push(2, list.takeKey(0), 2));
    expect(cancel(list, old)).toBe(false);
    expect(list.size).toBe(1);
    expect(cancel(list, young)).toBe(true);
    expect(cancel(list, young)).toBe(false);
    expect(list.size).toBe(0);
  });

  test('a million cancelled timers leave nothing behind: their slots are used again', () => {
    const list = new EventList();
    for (let i = 0; i < 1000; i++) list.push(i, list.takeKey(0), i);
    let highestSlot = 0;
    for (let i = 0; i < 1_000_000; i++) {
      const handle = list.handleOf(list.push((i * 7919) % 1000, list.takeKey(0), i));
      highestSlot = Math.max(highestSlot, handle % 2 ** 24);
      if (!cancel(list, handle)) expect.fail('a live handle was refused');
    }
    expect(list.size).toBe(1000);
    expect(highestSlot).toBe(1000);
    expect(Array.from({ length: 1000 }, () => popOwner(list))).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });
});
