import type { Filter, Shelf } from './shelf.ts';

/**
 * First in, first out, or last in, first out: a ring that grows by doubling. What comes and goes in order takes constant
 * time and makes no garbage; what a filter finds further back costs its distance from the front.
 */
export class Row<T> implements Shelf<T> {
  private readonly _lastInFirst: boolean;
  private _items: T[] = new Array(8);
  private _mask = 7;
  private _head = 0;
  private _size = 0;

  constructor(order: 'fifo' | 'lifo') {
    this._lastInFirst = order === 'lifo';
  }

  get size(): number {
    return this._size;
  }

  get first(): number {
    return this._size === 0 ? -1 : 0;
  }

  at(place: number): T {
    return this._items[(this._head + place) & this._mask] as T;
  }

  find(filter: Filter<T>): number {
    for (let place = 0; place < this._size; place++) if (filter(this.at(place))) return place;
    return -1;
  }

  add(item: T): void {
    if (this._lastInFirst) {
      this.putBack(item);
      return;
    }
    if (this._size > this._mask) this._grow();
    this._items[(this._head + this._size++) & this._mask] = item;
  }

  putBack(item: T): void {
    if (this._size > this._mask) this._grow();
    this._head = (this._head - 1) & this._mask;
    this._items[this._head] = item;
    this._size++;
  }

  remove(place: number): void {
    const items = this._items;
    for (let back = place; back > 0; back--) {
      items[(this._head + back) & this._mask] = items[(this._head + back - 1) & this._mask] as T;
    }
    items[this._head] = undefined as T;
    this._head = (this._head + 1) & this._mask;
    this._size--;
  }

  list(): T[] {
    return Array.from({ length: this._size }, (_, place) => this.at(place));
  }

  private _grow(): void {
    this._items = this.list();
    this._head = 0;
    this._mask = this._mask * 2 + 1;
    this._items.length = this._mask + 1;
  }
}
