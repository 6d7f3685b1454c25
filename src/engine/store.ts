import type { SimulationError } from './errors.ts';
import type { ClaimTerms } from './line.ts';
import type { Claimed } from './resource-options.ts';
import type { Filter } from './shelf.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import { type Fetched, ON_TERMS, PLAIN, Stockroom, type StoreOptions } from './stockroom.ts';
import type { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import { NOBODY } from './waiters.ts';

/** On which terms a thing is waited for. */
export interface FetchTerms<T> extends ClaimTerms {
  /** Which things will do; all when absent. */
  readonly filter?: Filter<T>;
}

const NO_TERMS: ClaimTerms = {};
const BALKED: Fetched<never> = { outcome: 'balked' };

/**
 * Things with identity that are left and fetched, such as loads on an apron or numbered trucks. Who fetches waits until
 * there is a thing for him, who brings to a full store waits for room: two lines, each by priority and then first come,
 * first served.
 *
 * A filter says which things will do, and must say the same of a thing whenever it is asked. Who waits for a thing of
 * his kind does not stand in the way of those behind him: a new thing goes to the first in line who wants it. But it
 * must first find room: a store full of what nobody wants lets nothing in.
 *
 * A thing that was given to somebody who does not take it, since he is interrupted or it lost in an `anyOf`, is again
 * the next one; of several, the one that came back last. A thing brought on such terms is taken out again, unless somebody else has been given it by then.
 *
 * Under `fifo` and `lifo`, `put` and `get` take constant time; under a rank, a time that grows with the logarithm of
 * the size. A `get` with a filter asks it about each thing there until one will do (under a rank, about any that could
 * be the next), a `put` asks the filters of those in line until one takes the thing; when one who waited is let in, all
 * in line are asked about all that is there.
 *
 * @typeParam T the things
 *
 * @example
 * const sim = new Simulation();
 * const apron = new Store<{ tonnes: number }>(sim, 'apron', { capacity: 2 });
 * const seen: string[] = [];
 * function* truck() {
 *   for (const tonnes of [30, 28, 40]) yield* apron.put({ tonnes });
 *   seen.push(`all tipped at ${sim.now}`);
 * }
 * function* crane() {
 *   yield* sim.hold(1);
 *   const heavy = yield* apron.get((load) => load.tonnes > 35);
 *   seen.push(`${heavy.tonnes} t at ${sim.now}`);
 * }
 * sim.spawn('truck', truck());
 * sim.spawn('crane', crane());
 * sim.schedule(4, () => apron.take());
 * sim.run();
 * seen; // ['all tipped at 4', '40 t at 4']
 * apron.list(); // [{ tonnes: 28 }]
 * apron.stock.mean(sim.now); // 2
 */
export class Store<T> implements Part {
  readonly name: string;
  private readonly _sim: Simulation;
  private readonly _room: Stockroom<T>;

  /**
   * @param name for messages
   * @throws {SimulationError} on a capacity that makes no sense, or more things at the start than it
   */
  constructor(sim: Simulation, name: string, options: StoreOptions<T> = {}) {
    this.name = name;
    this._sim = sim;
    this._room = new Stockroom(sim, name, options);
    sim.add(this);
  }

  /** Most things it can hold; Infinity without a bound. */
  get capacity(): number {
    return this._room.capacity;
  }

  /** How many things lie in it. */
  get size(): number {
    return this._room.size;
  }

  /** How many more fit. */
  get room(): number {
    return this.capacity - this.size;
  }

  /** How many things lie in it, over time. */
  get stock(): TimeWeighted {
    return this._room.stock;
  }

  /** How many wait for a thing. */
  get gettersWaiting(): number {
    return this._room.getters.length;
  }

  /** How many wait to bring a thing. */
  get puttersWaiting(): number {
    return this._room.putters.length;
  }

  /** How many wait for a thing, over time. */
  get getLine(): TimeWeighted {
    return this._room.getters.overTime;
  }

  /** How many wait to bring a thing, over time. */
  get putLine(): TimeWeighted {
    return this._room.putters.overTime;
  }

  /** The things in it, the next one first. */
  list(): T[] {
    return this._room.list();
  }

  /**
   * Waits for a thing and takes it.
   *
   * @param filter which things will do; all when absent
   * @param priority lower goes first
   */
  get<S extends T>(filter: (item: T) => item is S, priority?: number): Wait<S>;
  get(filter?: Filter<T>, priority?: number): Wait<T>;
  get(filter?: Filter<T>, priority = 0): Wait<T> {
    if (priority !== 0) this._room.getters.check(priority);
    const place = this._room.placeFor(filter);
    if (place < 0) {
      this._room.getters.join(PLAIN, priority, filter);
      return this._sim.suspend<T>();
    }
    const wait = this._sim.ready(this._room.at(place));
    this._room.remove(place);
    return wait;
  }

  /**
   * Waits for room and leaves a thing; of a store without a capacity it never waits. Outside a process use {@link add}.
   *
   * @param priority lower goes first
   */
  put(item: T, priority = 0): Wait<void> {
    if (priority !== 0) this._room.putters.check(priority);
    this._room.checkRank(item);
    if (this._room.full) {
      this._room.putters.join(PLAIN, priority, item);
      return this._sim.suspend<void>();
    }
    const wait = this._sim.ready<void>(undefined);
    this._room.accept(item);
    return wait;
  }

  /** Leaves a thing without waiting, in a process or outside one. @throws {SimulationError} when the store is full */
  add(item: T): void {
    this._room.checkRank(item);
    if (this._room.full) throw this._full();
    this._room.accept(item);
  }

  /** Takes the next thing without waiting. @throws {SimulationError} when there is none */
  take(): T {
    const place = this._room.placeFor(undefined);
    if (place < 0) throw this._sim.error(`store "${this.name}" is empty`);
    const item = this._room.at(place);
    this._room.remove(place);
    return item;
  }

  /**
   * Fetches as {@link get} does, but turns away from a long line and leaves it when patience ends.
   *
   * @throws {SimulationError} on terms that make no sense
   */
  claimGet(terms: FetchTerms<T> = NO_TERMS): Wait<Fetched<T>> {
    this._room.getters.checkTerms(terms);
    const place = this._room.placeFor(terms.filter);
    if (place < 0) {
      const id = this._room.getters.joinOn(terms, ON_TERMS, terms.filter);
      if (id === NOBODY) return this._sim.ready<Fetched<T>>(BALKED);
      return this._sim.suspend<Fetched<T>>();
    }
    const wait = this._sim.ready<Fetched<T>>({ outcome: 'served', item: this._room.at(place) });
    this._room.remove(place);
    return wait;
  }

  /** Brings as {@link put} does, on the terms of {@link claimGet}. @returns `served` when the thing was left */
  claimPut(item: T, terms: ClaimTerms = NO_TERMS): Wait<Claimed> {
    this._room.putters.checkTerms(terms);
    this._room.checkRank(item);
    if (this._room.full) {
      const id = this._room.putters.joinOn(terms, PLAIN, item);
      if (id === NOBODY) return this._sim.ready<Claimed>('balked');
      this._sim.processOf(id).wakeValue = 'served';
      return this._sim.suspend<Claimed>();
    }
    const wait = this._sim.ready<Claimed>('served');
    this._room.accept(item);
    return wait;
  }

  /** The same as {@link get} as an event, for conditions; a loser leaves the line, or gives the thing back. */
  requestGet<S extends T>(filter: (item: T) => item is S, priority?: number): SimEvent<S>;
  requestGet(filter?: Filter<T>, priority?: number): SimEvent<T>;
  requestGet(filter?: Filter<T>, priority = 0): SimEvent<T> {
    this._room.getters.check(priority);
    const giveBack = (item: T) => this._room.giveBack(item);
    const place = this._room.placeFor(filter);
    if (place < 0) return this._room.getters.request<T>(PLAIN, priority, giveBack, filter);
    const item = this._room.at(place);
    this._room.remove(place);
    return this._room.getters.granted<T>(item, giveBack);
  }

  /** The same as {@link put} as an event, for conditions; a loser leaves the line, or its thing is taken out. */
  requestPut(item: T, priority = 0): SimEvent<void> {
    this._room.putters.check(priority);
    this._room.checkRank(item);
    const takeOut = () => this._room.takeOut(item);
    if (this._room.full) return this._room.putters.request<void>(PLAIN, priority, takeOut, item);
    this._room.accept(item);
    return this._room.putters.granted<void>(undefined, takeOut);
  }

  reset(): void {
    this._room.reset();
  }

  resetStatistics(now: number): void {
    this._room.resetStatistics(now);
  }

  private _full(): SimulationError {
    return this._sim.error(`store "${this.name}" is full: it holds ${this.size}`);
  }
}
