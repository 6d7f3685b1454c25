/** Names one pending event; stays unique after the event has happened or was cancelled. */
export type EventHandle = number & { readonly __handle: unique symbol };

const SLOTS = 0x100_0000;
const MAX_STAMP = 0x1000_0000;
/** Room for sequence numbers under one priority: the key of an event is priority × 2^40 + sequence. */
const SEQUENCES = 0x100_0000_0000;

/** Priorities lie within this bound on either side of 0, so that a key stays an exact integer. */
export const MAX_PRIORITY = 4095;

/**
 * The pending events, earliest first: strictly ordered by time, then priority (lower first), then the order of
 * scheduling.
 *
 * An indexed 4-ary heap in parallel typed arrays. The place of every event is known, so cancelling removes it
 * at once; a handle carries a generation stamp, so a stale one is recognised. After a pop the root stays open
 * until the next operation: a push, the usual case, then fills it with one sift instead of two.
 */
export class EventList<T> {
  #times = new Float64Array(64);
  #keys = new Float64Array(64);
  #slots = new Int32Array(64);
  /** By slot: place in the heap, −1 when free. */
  #places = new Int32Array(64).fill(-1);
  /** By slot: how often it was used. */
  #stamps = new Int32Array(64);
  #payloads: (T | null)[] = [];
  #freeSlots: number[] = [];
  #size = 0;
  #rootOpen = false;
  #sequence = 0;

  /** How many events are pending. */
  get size(): number {
    return this.#rootOpen ? this.#size - 1 : this.#size;
  }

  /** Time of the earliest event, Infinity when there is none. */
  get nextTime(): number {
    if (this.#rootOpen) this.#closeRoot();
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#times[0] as number);
  }

  /** Key of the earliest event; only meaningful when there is one. */
  get nextKey(): number {
    if (this.#rootOpen) this.#closeRoot();
    return this.#keys[0] as number;
  }

  /** The order number an event scheduled now with this priority gets; each call takes the next one. */
  takeKey(priority: number): number {
    return priority * SEQUENCES + this.#sequence++;
  }

  /**
   * Adds an event.
   *
   * @param key from {@link takeKey}
   */
  push(time: number, key: number, payload: T): EventHandle {
    const slot = this.#freeSlots.pop() ?? this.#newSlot();
    this.#payloads[slot] = payload;
    if (this.#rootOpen) {
      this.#rootOpen = false;
      this.#siftDown(0, time, key, slot);
    } else {
      this.#siftUp(this.#size++, time, key, slot);
    }
    return ((this.#stamps[slot] as number) * SLOTS + slot) as EventHandle;
  }

  /** Takes the earliest event out; there must be one. */
  pop(): T {
    if (this.#rootOpen) this.#closeRoot();
    const slot = this.#slots[0] as number;
    this.#rootOpen = true;
    return this.#freeSlot(slot);
  }

  /** Takes an event out before its time; false when it has already happened or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = handle % SLOTS;
    if (slot >= this.#payloads.length || (this.#stamps[slot] as number) !== (handle - slot) / SLOTS) return false;
    if (this.#rootOpen) this.#closeRoot();
    const place = this.#places[slot] as number;
    if (place < 0) return false;
    this.#freeSlot(slot);
    this.#fillPlace(place);
    return true;
  }

  /** Forgets all events. */
  clear(): void {
    if (this.#rootOpen) this.#closeRoot();
    for (let i = 0; i < this.#size; i++) this.#freeSlot(this.#slots[i] as number);
    this.#size = 0;
  }

  #newSlot(): number {
    const slot = this.#payloads.length;
    if (slot >= SLOTS) throw new RangeError(`more than ${SLOTS} events are pending at once`);
    this.#payloads.push(null);
    if (slot >= this.#times.length) this.#grow();
    return slot;
  }

  #freeSlot(slot: number): T {
    const payload = this.#payloads[slot] as T;
    this.#payloads[slot] = null;
    this.#places[slot] = -1;
    this.#stamps[slot] = ((this.#stamps[slot] as number) + 1) % MAX_STAMP;
    this.#freeSlots.push(slot);
    return payload;
  }

  #closeRoot(): void {
    this.#rootOpen = false;
    this.#fillPlace(0);
  }

  /** Moves the last event into a place that fell empty. */
  #fillPlace(place: number): void {
    const last = --this.#size;
    if (place === last) return;
    const time = this.#times[last] as number;
    const key = this.#keys[last] as number;
    const slot = this.#slots[last] as number;
    const parent = (place - 1) >> 2;
    const parentTime = this.#times[parent] as number;
    if (place > 0 && (time < parentTime || (time === parentTime && key < (this.#keys[parent] as number)))) {
      this.#siftUp(place, time, key, slot);
    } else {
      this.#siftDown(place, time, key, slot);
    }
  }

  #siftUp(from: number, time: number, key: number, slot: number): void {
    const times = this.#times;
    const keys = this.#keys;
    const slots = this.#slots;
    const places = this.#places;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const parentTime = times[parent] as number;
      if (parentTime < time || (parentTime === time && (keys[parent] as number) < key)) break;
      const parentSlot = slots[parent] as number;
      times[place] = parentTime;
      keys[place] = keys[parent] as number;
      slots[place] = parentSlot;
      places[parentSlot] = place;
      place = parent;
    }
    times[place] = time;
    keys[place] = key;
    slots[place] = slot;
    places[slot] = place;
  }

  #siftDown(from: number, time: number, key: number, slot: number): void {
    const times = this.#times;
    const keys = this.#keys;
    const slots = this.#slots;
    const places = this.#places;
    const size = this.#size;
    let place = from;
    for (;;) {
      let child = 4 * place + 1;
      if (child >= size) break;
      const end = child + 4 < size ? child + 4 : size;
      let leastTime = times[child] as number;
      let leastKey = keys[child] as number;
      for (let other = child + 1; other < end; other++) {
        const otherTime = times[other] as number;
        if (otherTime < leastTime || (otherTime === leastTime && (keys[other] as number) < leastKey)) {
          child = other;
          leastTime = otherTime;
          leastKey = keys[other] as number;
        }
      }
      if (time < leastTime || (time === leastTime && key < leastKey)) break;
      const childSlot = slots[child] as number;
      times[place] = leastTime;
      keys[place] = leastKey;
      slots[place] = childSlot;
      places[childSlot] = place;
      place = child;
    }
    times[place] = time;
    keys[place] = key;
    slots[place] = slot;
    places[slot] = place;
  }

  #grow(): void {
    const length = this.#times.length * 2;
    const times = new Float64Array(length);
    times.set(this.#times);
    this.#times = times;
    const keys = new Float64Array(length);
    keys.set(this.#keys);
    this.#keys = keys;
    const slots = new Int32Array(length);
    slots.set(this.#slots);
    this.#slots = slots;
    const places = new Int32Array(length).fill(-1);
    places.set(this.#places);
    this.#places = places;
    const stamps = new Int32Array(length);
    stamps.set(this.#stamps);
    this.#stamps = stamps;
  }
}
