import type { Filter, Shelf } from './shelf.ts';

/**
 * By rank, the lowest first, in order of arrival among equals: a binary heap. A thing is put and taken in a time that
 * grows with the logarithm of their number; a filter is asked about every one of them.
 */
export class RankedShelf<T> implements Shelf<T> {
  private readonly _rank: (item: T) => number;
  private readonly _items: T[] = [];
  private readonly _ranks: number[] = [];
  /** Order of arrival; below 0 of what came back. */
  private readonly _orders: number[] = [];
  private _nextOrder = 0;
  private _nextBack = -1;

  /** @param rank asked once, when a thing is put or comes back; lower goes first */
  constructor(rank: (item: T) => number) {
    this._rank = rank;
  }

  get size(): number {
    return this._items.length;
  }

  get first(): number {
    return this._items.length === 0 ? -1 : 0;
  }

  at(place: number): T {
    return this._items[place] as T;
  }

  find(filter: Filter<T>): number {
    let best = -1;
    for (let place = 0; place < this.size; place++) {
      if ((best < 0 || this._precedes(place, best)) && filter(this.at(place))) best = place;
    }
    return best;
  }

  add(item: T): void {
    this._push(item, this._nextOrder++);
  }

  putBack(item: T): void {
    this._push(item, this._nextBack--);
  }

  remove(place: number): void {
    const last = this.size - 1;
    this._swap(place, last);
    this._items.pop();
    this._ranks.pop();
    this._orders.pop();
    if (place === last) return;
    this._rise(place);
    this._sink(place);
  }

  list(): T[] {
    const places = this._items.map((_, place) => place);
    return places.sort((a, b) => (this._precedes(a, b) ? -1 : 1)).map((place) => this.at(place));
  }

  private _push(item: T, order: number): void {
    this._items.push(item);
    this._ranks.push(this._rank(item));
    this._orders.push(order);
    this._rise(this.size - 1);
  }

  private _precedes(a: number, b: number): boolean {
    const difference = this._ranks[a]! - this._ranks[b]!;
    return difference < 0 || (!(difference > 0) && this._orders[a]! < this._orders[b]!);
  }

  private _rise(place: number): void {
    for (let at = place; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this._precedes(at, parent)) return;
      this._swap(at, parent);
      at = parent;
    }
  }

  private _sink(place: number): void {
    for (let at = place; ; ) {
      let child = 2 * at + 1;
      if (child >= this.size) return;
      if (child + 1 < this.size && this._precedes(child + 1, child)) child++;
      if (!this._precedes(child, at)) return;
      this._swap(at, child);
      at = child;
    }
  }

  private _swap(a: number, b: number): void {
    swap(this._items, a, b);
    swap(this._ranks, a, b);
    swap(this._orders, a, b);
  }
}

function swap(column: unknown[], a: number, b: number): void {
  const held = column[a];
  column[a] = column[b];
  column[b] = held;
}
