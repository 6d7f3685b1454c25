import { SimulationError } from './errors.ts';
import { Line } from './line.ts';
import { RankedShelf } from './ranked-shelf.ts';
import { Row } from './row.ts';
import type { Filter, Shelf } from './shelf.ts';
import type { Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import { NOBODY, REQUEST } from './waiters.ts';

/** What a store is made of, besides its name. */
export interface StoreOptions<T> {
  /** Most things it can hold, a whole number of at least 1; no bound when absent. */
  readonly capacity?: number;
  /**
   * Which thing is given out next: the one that has lain longest (`fifo`, the default), the one that came last
   * (`lifo`), or the one of the lowest rank, the oldest among equals. A rank is asked when the thing is put.
   */
  readonly order?: 'fifo' | 'lifo' | ((item: T) => number);
  /** What lies in it at the start, in order of arrival. */
  readonly items?: Iterable<T>;
}

/** What became of waiting for a thing on terms. */
export type Fetched<T> =
  | { readonly outcome: 'served'; readonly item: T }
  | { readonly outcome: 'reneged' | 'balked'; readonly item?: undefined };

/** Kinds of waiters, kept as their amounts. Each is after one thing, or brings one. */
export const PLAIN = 0;
/** Goes on with a {@link Fetched}. */
export const ON_TERMS = 1;
/** What it brings had been taken before. */
const COMES_BACK = 2;

const RENEGED: Fetched<never> = { outcome: 'reneged' };

/**
 * The inside of a {@link Store}: what lies there, the lines at its two doors, and the rules of who gets what. Between
 * two calls, nobody waits for a thing that lies there, and nobody waits to bring one while there is room.
 */
export class Stockroom<T> {
  readonly capacity: number;
  readonly stock: TimeWeighted;
  readonly getters: Line<Filter<T>>;
  readonly putters: Line<T>;
  private readonly _sim: Simulation;
  private readonly _name: string;
  private readonly _rank: ((item: T) => number) | null;
  private readonly _shelf: Shelf<T>;
  private readonly _itemsAtFirst: readonly T[];
  /** Who had waited and was let in at {@link _letInAt}, and with what: they may not have gone on yet. */
  private readonly _letIn: number[] = [];
  private readonly _letInWith: T[] = [];
  private _lettingIn = 0;
  private _letInAt = 0;

  constructor(sim: Simulation, name: string, options: StoreOptions<T>) {
    const { capacity = Number.POSITIVE_INFINITY, order = 'fifo', items = [] } = options;
    this.capacity = capacity;
    this._sim = sim;
    this._name = name;
    this._rank = typeof order === 'function' ? order : null;
    this._shelf = typeof order === 'function' ? new RankedShelf(order) : new Row(order);
    this._itemsAtFirst = [...items];
    const size = this._itemsAtFirst.length;
    if (!(Number.isInteger(capacity) || capacity === Number.POSITIVE_INFINITY) || capacity < Math.max(1, size)) {
      throw new SimulationError(`store "${name}": a capacity of ${capacity} for ${size} things`);
    }
    this._fill();
    this.stock = new TimeWeighted(size, sim.now);
    const getters = { left() {}, takeBack: (id: number, granted: unknown) => this._giveBackGranted(id, granted) };
    this.getters = new Line<Filter<T>>(sim, `store "${name}" (to take)`, getters, RENEGED);
    const putters = { left() {}, takeBack: (id: number) => this._takeOutOf(id) };
    this.putters = new Line<T>(sim, `store "${name}" (to bring)`, putters);
  }

  get size(): number {
    return this._shelf.size;
  }

  get full(): boolean {
    return this._shelf.size >= this.capacity;
  }

  list(): T[] {
    return this._shelf.list();
  }

  /** Place of the next thing that will do, −1 when there is none. */
  placeFor(filter: Filter<T> | undefined): number {
    return filter === undefined ? this._shelf.first : this._shelf.find(filter);
  }

  at(place: number): T {
    return this._shelf.at(place);
  }

  /** Takes the thing at a place out, and lets in who waits with another. */
  remove(place: number): void {
    if (this._sim.trace !== null) this._sim.note('get', this._name, this._shelf.at(place));
    this._lift(place);
    if (this.putters.length > 0) this._letOthersIn();
  }

  /** A thing comes, for which there is room: it goes to the first in line who wants it, or lies there. */
  accept(item: T): void {
    if (this._sim.trace !== null) this._sim.note('put', this._name, item);
    const taker = this.getters.length === 0 ? NOBODY : this._takerOf(item);
    if (taker !== NOBODY) {
      this._hand(taker, item);
      return;
    }
    this._shelf.add(item);
    this.stock.set(this._shelf.size, this._sim.now);
  }

  /** A thing that somebody was given but did not take goes to the first in line, or is again the next one. */
  giveBack(item: T): void {
    const taker = this._takerOf(item);
    if (taker !== NOBODY) this._hand(taker, item);
    else if (this.full) this.putters.goFirst(COMES_BACK, item);
    else {
      this._shelf.putBack(item);
      this.stock.set(this._shelf.size, this._sim.now);
    }
  }

  /** A thing that was brought and is not to be here any more; too late if somebody has been given it. */
  takeOut(item: T): void {
    const place = this._shelf.find((other) => Object.is(other, item));
    if (place >= 0) this.remove(place);
  }

  /** @throws {SimulationError} on a thing whose rank is not a number */
  checkRank(item: T): void {
    const rank = this._rank === null ? 0 : this._rank(item);
    if (typeof rank !== 'number' || Number.isNaN(rank)) {
      throw this._sim.error(`a thing of rank ${rank} cannot lie in store "${this._name}"`);
    }
  }

  reset(): void {
    this.getters.reset();
    this.putters.reset();
    this._lettingIn = 0;
    while (this._shelf.size > 0) this._shelf.remove(0);
    this._fill();
    this.stock.restart(this._shelf.size, this._sim.now);
  }

  resetStatistics(now: number): void {
    this.stock.reset(now);
    this.getters.overTime.reset(now);
    this.putters.overTime.reset(now);
  }

  private _fill(): void {
    for (const item of this._itemsAtFirst) {
      this.checkRank(item);
      this._shelf.add(item);
    }
  }

  private _lift(place: number): void {
    this._shelf.remove(place);
    this.stock.set(this._shelf.size, this._sim.now);
  }

  /** The first in line who wants a thing. */
  private _takerOf(item: T): number {
    const { getters } = this;
    if (getters.plain) return getters.head;
    let id = getters.head;
    while (id !== NOBODY && !(getters.ownOf(id)?.(item) ?? true)) id = getters.after(id);
    return id;
  }

  private _hand(id: number, item: T): void {
    const onTerms = this._sim.amounts[id] === ON_TERMS;
    this.getters.leave(id);
    if (this._sim.trace !== null) this._sim.noteOf(id, 'get', this._name, item);
    this._sim.grant(id, onTerms ? { outcome: 'served', item } : item);
  }

  /** Each step leaves everything in order before it grants: a request's listeners may do whatever they like. */
  private _letOthersIn(): void {
    const { putters } = this;
    while (putters.head !== NOBODY && !this.full) {
      const id = putters.head;
      const comesBack = this._sim.amounts[id] === COMES_BACK;
      const item = putters.leave(id) as T;
      if (comesBack) this._shelf.putBack(item);
      else this._shelf.add(item);
      this.stock.set(this._shelf.size, this._sim.now);
      if (this._sim.trace !== null) this._sim.noteOf(id, 'put', this._name, item);
      this._remember(id, item);
      this._sim.grant(id, undefined);
      this._serveGetters();
    }
  }

  private _remember(id: number, item: T): void {
    const sim = this._sim;
    const { now } = sim;
    if (now !== this._letInAt) this._lettingIn = 0;
    this._letInAt = now;
    if ((sim.marks[id]! & REQUEST) !== 0) return;
    this._letIn[this._lettingIn] = id;
    this._letInWith[this._lettingIn++] = item;
  }

  /** What a process brought that was let in but is interrupted before it goes on. */
  private _takeOutOf(id: number): void {
    let latest = this._lettingIn - 1;
    while (this._letIn[latest] !== id) latest--;
    this.takeOut(this._letInWith[latest] as T);
  }

  /** Gives out what lies there to those who want it. */
  private _serveGetters(): void {
    let id = this.getters.head;
    while (id !== NOBODY && this._shelf.size > 0) {
      const place = this.placeFor(this.getters.ownOf(id));
      if (place < 0) {
        id = this.getters.after(id);
        continue;
      }
      const item = this._shelf.at(place);
      this._lift(place);
      this._hand(id, item);
      id = this.getters.head;
    }
  }

  private _giveBackGranted(id: number, granted: unknown): void {
    const onTerms = this._sim.amounts[id] === ON_TERMS;
    this.giveBack((onTerms ? (granted as { readonly item: T }).item : granted) as T);
  }
}
