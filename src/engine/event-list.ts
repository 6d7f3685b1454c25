/** Names one pending event; stays unique after the event has happened or was cancelled. */
export type EventHandle = number & { readonly __handle: unique symbol };

const SLOTS = 0x100_0000;
const MAX_STAMP = 0xfff_ffff;
/** Room for sequence numbers under one priority: the key of an event is priority × 2^40 + sequence. */
const SEQUENCES = 0x100_0000_0000;

/** Priorities lie within this bound on either side of 0, so that a key stays an exact integer. */
export const MAX_PRIORITY = 4095;

/** Events that need no order: the earliest of them is found by looking at all. */
const FEW = 4;
/** With so many, the heap lies far from the processor. */
const MANY = 0x2_0000;

/** Places beyond the last event hold Infinity, so that four siblings can always be compared. */
const NEVER = Number.POSITIVE_INFINITY;
/** The time of an open place: nothing is sifted up into it. */
const OPEN = Number.NEGATIVE_INFINITY;

/**
 * The pending events, earliest first: strictly ordered by time, then priority (lower first), then the order of
 * scheduling. An event is a slot number; what belongs to it is kept by slot elsewhere, except its owner's number.
 *
 * An indexed 4-ary heap without a root, in parallel typed arrays: places 0 to 3 are the top, and below place p stand
 * 4p + 4 to 4p + 7. So four siblings never lie across two lines of the processor's cache, and up to four events are not
 * ordered at all. The place of every event is known, so cancelling removes it at once; a handle carries a generation
 * stamp, so a stale one is recognised. Of more than four events, the place of one that is taken out stays open until the
 * next operation: a push, the usual case, then fills it with one sift instead of two.
 *
 * One class, though long: whatever moves an event in the heap keeps the same arrays in step.
 */
export class EventList {
  private _times = new Float64Array(64 + 4).fill(NEVER);
  private _keys = new Float64Array(64 + 4);
  private _slots = new Int32Array(64 + 4);
  /** By slot: place in the heap; of a free slot, −2 less the next free slot, −1 ending the chain. */
  private _places = new Int32Array(64);
  /** By slot: how often it was used. */
  private _stamps = new Int32Array(64);
  /** By slot: whose event it is. */
  private _owners = new Int32Array(64);
  private _firstFree = -1;
  private _slotCount = 0;
  /** With an open place. */
  private _size = 0;
  /** The open place, one of the first four; −1 when there is none. */
  private _open = -1;
  private _sequence = 0;

  /** How many events are pending. */
  get size(): number {
    return this._open >= 0 ? this._size - 1 : this._size;
  }

  /** Time of the earliest event, Infinity when there is none. Leaves an open place open. */
  get nextTime(): number {
    return this._open >= 0 ? this._timeBesideOpen() : leastTime(this._times, 0);
  }

  /** Place of the earliest event, for {@link timeAt} and {@link take}; of no event at all, one with Infinity. */
  earliest(): number {
    if (this._open >= 0) this._close();
    return leastAtOnce(this._times, this._keys, 0);
  }

  /** Time of the event at a place. */
  timeAt(place: number): number {
    return this._times[place]!;
  }

  /** Key of the event at a place. */
  keyAt(place: number): number {
    return this._keys[place]!;
  }

  /** The order number an event scheduled now with this priority gets; each call takes the next one. */
  takeKey(priority: number): number {
    return priority * SEQUENCES + this._sequence++;
  }

  /**
   * Adds an event.
   *
   * @param key from {@link takeKey}
   * @param owner any 32-bit integer, for {@link ownerOf}
   * @returns its slot, which names it until it happens or is cancelled
   */
  push(time: number, key: number, owner: number): number {
    let slot = this._firstFree;
    if (slot < 0) slot = this._newSlot();
    else this._firstFree = -2 - this._places[slot]!;
    this._owners[slot] = owner;
    const open = this._open;
    if (open >= 0) {
      this._open = -1;
      this._put(open, time, key, slot);
      this._siftDown(open);
    } else {
      const place = this._size++;
      this._put(place, time, key, slot);
      if (place >= FEW) this._siftUp(place);
    }
    return slot;
  }

  /** Whose event it is; stays readable after a pop until the slot is used again. */
  ownerOf(slot: number): number {
    return this._owners[slot]!;
  }

  /** A name for the event in a slot that stays unique. */
  handleOf(slot: number): EventHandle {
    return (this._stamps[slot]! * SLOTS + slot) as EventHandle;
  }

  /** The slot of a pending event; −1 when it has happened or was cancelled. */
  slotOf(handle: EventHandle): number {
    const slot = handle % SLOTS;
    const pending =
      slot < this._slotCount && this._stamps[slot] === (handle - slot) / SLOTS && this._places[slot]! >= 0;
    return pending ? slot : -1;
  }

  /** Takes out the event that {@link earliest} has just found, and gives its slot. */
  take(place: number): number {
    const slot = this._slots[place]!;
    this._freeSlot(slot);
    if (this._size <= FEW) {
      this._fillPlace(place);
    } else {
      this._open = place;
      this._times[place] = OPEN;
    }
    return slot;
  }

  /** Takes out the event in a slot; there must be one. */
  cancel(slot: number): void {
    const place = this._places[slot]!;
    this._freeSlot(slot);
    // What is moved must be an event.
    if (this._open === this._size - 1) this._close();
    this._fillPlace(place);
  }

  /** Forgets all events and begins to count anew; handles given out before stay invalid. */
  clear(): void {
    while (this.size > 0) this.take(this.earliest());
    if (this._open >= 0) this._close();
    this._sequence = 0;
  }

  private _timeBesideOpen(): number {
    const open = this._open;
    const times = this._times;
    times[open] = NEVER;
    const beside = leastTime(times, 0);
    times[open] = OPEN;
    const below = leastTime(times, 4 * open + 4);
    return beside < below ? beside : below;
  }

  private _newSlot(): number {
    const slot = this._slotCount;
    if (slot >= SLOTS) throw new RangeError(`more than ${SLOTS} events are pending at once`);
    if (slot >= this._places.length) this._grow();
    this._slotCount++;
    return slot;
  }

  private _freeSlot(slot: number): void {
    this._places[slot] = -2 - this._firstFree;
    this._firstFree = slot;
    this._stamps[slot] = (this._stamps[slot]! + 1) & MAX_STAMP;
  }

  private _close(): void {
    const open = this._open;
    this._open = -1;
    this._fillPlace(open);
  }

  /** Moves the last event into a place that fell empty. */
  private _fillPlace(place: number): void {
    const last = --this._size;
    const time = this._times[last]!;
    this._times[last] = NEVER;
    if (place === last) return;
    this._put(place, time, this._keys[last]!, this._slots[last]!);
    if (last < FEW) return;
    if (place >= FEW && this._before(place, (place >> 2) - 1)) this._siftUp(place);
    else this._siftDown(place);
  }

  private _put(place: number, time: number, key: number, slot: number): void {
    this._times[place] = time;
    this._keys[place] = key;
    this._slots[place] = slot;
    this._places[slot] = place;
  }

  private _before(one: number, other: number): boolean {
    const times = this._times;
    return times[one]! < times[other]! || (times[one] === times[other] && this._keys[one]! < this._keys[other]!);
  }

  // What is sifted stands in its first place already: as arguments of calls, V8 would box its numbers.
  private _siftUp(from: number): void {
    const times = this._times;
    const keys = this._keys;
    const slots = this._slots;
    const places = this._places;
    const time = times[from]!;
    const key = keys[from]!;
    const slot = slots[from]!;
    let place = from;
    while (place >= FEW) {
      const parent = (place >> 2) - 1;
      const parentTime = times[parent]!;
      if (parentTime < time || (parentTime === time && keys[parent]! < key)) break;
      const parentSlot = slots[parent]!;
      times[place] = parentTime;
      keys[place] = keys[parent]!;
      slots[place] = parentSlot;
      places[parentSlot] = place;
      place = parent;
    }
    if (place !== from) this._put(place, time, key, slot);
  }

  private _siftDown(from: number): void {
    const times = this._times;
    const keys = this._keys;
    const slots = this._slots;
    const places = this._places;
    const size = this._size;
    const atOnce = size < MANY;
    const time = times[from]!;
    const key = keys[from]!;
    const slot = slots[from]!;
    let place = from;
    for (let child = 4 * place + 4; child < size; child = 4 * place + 4) {
      const least = atOnce ? leastAtOnce(times, keys, child) : leastByGuess(times, keys, child);
      const leastTime = times[least]!;
      if (time < leastTime || (time === leastTime && key < keys[least]!)) break;
      const childSlot = slots[least]!;
      times[place] = leastTime;
      keys[place] = keys[least]!;
      slots[place] = childSlot;
      places[childSlot] = place;
      place = least;
    }
    if (place !== from) this._put(place, time, key, slot);
  }

  private _grow(): void {
    const length = this._places.length * 2;
    const times = new Float64Array(length + 4).fill(NEVER);
    times.set(this._times);
    this._times = times;
    const keys = new Float64Array(length + 4);
    keys.set(this._keys);
    this._keys = keys;
    this._slots = grown(this._slots, length + 4);
    this._places = grown(this._places, length);
    this._stamps = grown(this._stamps, length);
    this._owners = grown(this._owners, length);
  }
}

function leastTime(times: Float64Array, first: number): number {
  const a = times[first]!;
  const b = times[first + 1]!;
  const c = times[first + 2]!;
  const d = times[first + 3]!;
  const left = a < b ? a : b;
  const right = c < d ? c : d;
  return left < right ? left : right;
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}

/**
 * The place of the earliest of four siblings, without a jump that the processor would guess wrongly half of the time:
 * the comparisons are reckoned with as 0 and 1.
 */
function leastAtOnce(times: Float64Array, keys: Float64Array, first: number): number {
  const a = times[first]!;
  const b = times[first + 1]!;
  const c = times[first + 2]!;
  const d = times[first + 3]!;
  const left = first + (+(b < a) | 0);
  const right = first + 2 + (+(d < c) | 0);
  const least = left ^ ((left ^ right) & (0 - (+(times[right]! < times[left]!) | 0)));
  const time = times[least]!;
  const ties = (+(a === time) | 0) + (+(b === time) | 0) + (+(c === time) | 0) + (+(d === time) | 0);
  return ties === 1 ? least : leastByGuess(times, keys, first);
}

/** The same by jumps: in a large heap, what the processor guesses it fetches from memory meanwhile. */
function leastByGuess(times: Float64Array, keys: Float64Array, first: number): number {
  let least = first;
  let leastTime = times[first]!;
  const second = times[first + 1]!;
  if (second < leastTime || (second === leastTime && keys[first + 1]! < keys[least]!)) {
    least = first + 1;
    leastTime = second;
  }
  const third = times[first + 2]!;
  if (third < leastTime || (third === leastTime && keys[first + 2]! < keys[least]!)) {
    least = first + 2;
    leastTime = third;
  }
  const fourth = times[first + 3]!;
  if (fourth < leastTime || (fourth === leastTime && keys[first + 3]! < keys[least]!)) least = first + 3;
  return least;
}
