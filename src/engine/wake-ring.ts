const WITHDRAWN = -1;

/**
 * Who is to be resumed at this very instant, by number, first come first served. A ring is cheaper than the event
 * list; each entry carries its key, so that the order stays the one the event list would have given.
 */
export class WakeRing {
  private _ids = new Int32Array(64);
  private _keys = new Float64Array(64);
  private _mask = 63;
  private _first = 0;
  private _end = 0;

  /** True when nobody is to be resumed. */
  get empty(): boolean {
    return this._first === this._end;
  }

  /** Key of the first entry; only meaningful when there is one. */
  get nextKey(): number {
    return this._keys[this._first & this._mask]!;
  }

  /** Adds an entry. @returns its place, for {@link withdraw} */
  push(id: number, key: number): number {
    if (this._end - this._first > this._mask) this._grow();
    const place = this._end++;
    this._ids[place & this._mask] = id;
    this._keys[place & this._mask] = key;
    return place;
  }

  /** Takes the first entry out; there must be one. */
  pop(): number {
    const id = this._ids[this._first++ & this._mask]!;
    this._skipWithdrawn();
    return id;
  }

  /** Takes the entry at a place out, wherever it stands by now. */
  withdraw(place: number): void {
    this._ids[place & this._mask] = WITHDRAWN;
    this._skipWithdrawn();
  }

  /** Nobody is to be resumed any more. */
  clear(): void {
    this._first = 0;
    this._end = 0;
  }

  private _skipWithdrawn(): void {
    while (this._first < this._end && this._ids[this._first & this._mask] === WITHDRAWN) this._first++;
    if (this._first === this._end) {
      this._first = 0;
      this._end = 0;
    }
  }

  private _grow(): void {
    const size = (this._mask + 1) * 2;
    const ids = new Int32Array(size);
    const keys = new Float64Array(size);
    for (let index = this._first; index < this._end; index++) {
      ids[index & (size - 1)] = this._ids[index & this._mask]!;
      keys[index & (size - 1)] = this._keys[index & this._mask]!;
    }
    this._ids = ids;
    this._keys = keys;
    this._mask = size - 1;
  }
}
