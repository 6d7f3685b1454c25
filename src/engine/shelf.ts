/** Says whether a thing is wanted, and says the same whenever it is asked about that thing. */
export type Filter<T> = (item: T) => boolean;

/** Things in the order in which they are given out; each has a place, by which it is looked at and removed at once. */
export interface Shelf<T> {
  readonly size: number;
  /** Place of the thing that is next; −1 when there is none. */
  readonly first: number;
  at(place: number): T;
  /** Place of the next thing among those that a filter wants; −1 when it wants none. */
  find(filter: Filter<T>): number;
  add(item: T): void;
  /** A thing that was taken comes back: it is next again, before its equals. */
  putBack(item: T): void;
  remove(place: number): void;
  /** All things, the next one first. */
  list(): T[];
}
