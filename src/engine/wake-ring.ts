const WITHDRAWN = -1;

/**
 * Who is to be resumed at this very instant, by number, first come first served. A ring is cheaper than the event
 * list; each entry carries its key, so that the order stays the one the event list would have given.
 */
export class WakeRing {
  #ids = new Int32Array(64);
  #keys = new Float64Array(64);
  #mask = 63;
  #first = 0;
  #end = 0;

  /** True when nobody is to be resumed. */
  get empty(): boolean {
    return this.#first === this.#end;
  }

  /** Key of the first entry; only meaningful when there is one. */
  get nextKey(): number {
    return this.#keys[this.#first & this.#mask]!;
  }

  /** Adds an entry. @returns its place, for {@link withdraw} */
  push(id: number, key: number): number {
    if (this.#end - this.#first > this.#mask) this.#grow();
    const place = this.#end++;
    this.#ids[place & this.#mask] = id;
    this.#keys[place & this.#mask] = key;
    return place;
  }

  /** Takes the first entry out; there must be one. */
  pop(): number {
    const id = this.#ids[this.#first++ & this.#mask]!;
    this.#skipWithdrawn();
    return id;
  }

  /** Takes the entry at a place out, wherever it stands by now. */
  withdraw(place: number): void {
    this.#ids[place & this.#mask] = WITHDRAWN;
    this.#skipWithdrawn();
  }

  #skipWithdrawn(): void {
    while (this.#first < this.#end && this.#ids[this.#first & this.#mask] === WITHDRAWN) this.#first++;
    if (this.#first === this.#end) {
      this.#first = 0;
      this.#end = 0;
    }
  }

  #grow(): void {
    const size = (this.#mask + 1) * 2;
    const ids = new Int32Array(size);
    const keys = new Float64Array(size);
    for (let index = this.#first; index < this.#end; index++) {
      ids[index & (size - 1)] = this.#ids[index & this.#mask]!;
      keys[index & (size - 1)] = this.#keys[index & this.#mask]!;
    }
    this.#ids = ids;
    this.#keys = keys;
    this.#mask = size - 1;
  }
}
