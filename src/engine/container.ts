import { BoundedLevel } from './bounded-level.ts';
import type { SimulationError } from './errors.ts';
import type { ClaimTerms } from './line.ts';
import type { Claimed } from './resource-options.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import type { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';

/** What a container is made of. */
export interface ContainerOptions {
  readonly name: string;
  /** Most it can hold; Infinity is allowed. */
  readonly capacity: number;
  /** What it holds at the start, finite; 0 when absent. */
  readonly level?: number;
  /**
   * Who goes first when the head of a line wants more than there is, or than there is room for: `strict` (the default)
   * lets nobody overtake, `first-fit` serves whoever can be.
   */
  readonly discipline?: 'strict' | 'first-fit';
}

const NO_TERMS: ClaimTerms = {};

/**
 * A stock of something without identity, such as tonnes in a warehouse. Its level never leaves [0, capacity]: who
 * takes more than there is, or brings more than there is room for, waits. There are two lines, one to take and one to
 * bring, each by priority and then first come, first served; when both could move, those who take go first. What
 * somebody was given but does not take, since he is interrupted or it lost in an `anyOf`, goes back before all else.
 *
 * `get` and `put` take constant time, besides a walk past those of lower priority to their place in line; under
 * `first-fit` whoever moves the level asks the whole line.
 *
 * @example
 * const sim = new Simulation();
 * const heap = new Container(sim, { name: 'heap', capacity: 100, level: 20 });
 * const seen: unknown[] = [];
 * function* loader() {
 *   yield* heap.get(50);
 *   seen.push(sim.now);
 *   seen.push(yield* heap.claimGet(50, { patience: 4 }));
 * }
 * function* works() {
 *   for (let hour = 0; hour < 3; hour++) {
 *     yield* sim.hold(1);
 *     yield* heap.put(15);
 *   }
 * }
 * sim.spawn('loader', loader());
 * sim.spawn('works', works());
 * sim.run();
 * seen; // [2, 'reneged']
 * [sim.now, heap.level, heap.getLine.area(sim.now)]; // [6, 15, 6]
 */
export class Container implements Part {
  readonly name: string;
  private readonly _sim: Simulation;
  private readonly _bounded: BoundedLevel;

  /** @throws {SimulationError} on a capacity or a level that makes no sense */
  constructor(sim: Simulation, options: ContainerOptions) {
    this.name = options.name;
    this._sim = sim;
    this._bounded = new BoundedLevel(sim, options);
    sim.add(this);
  }

  get capacity(): number {
    return this._bounded.capacity;
  }

  get level(): number {
    return this._bounded.level;
  }

  /** Free room. */
  get room(): number {
    return this._bounded.room;
  }

  /** Level over time. */
  get stock(): TimeWeighted {
    return this._bounded.stock;
  }

  /** How many wait to take. */
  get gettersWaiting(): number {
    return this._bounded.getters.length;
  }

  /** How many wait to bring. */
  get puttersWaiting(): number {
    return this._bounded.putters.length;
  }

  /** How many wait to take, over time. */
  get getLine(): TimeWeighted {
    return this._bounded.getters.overTime;
  }

  /** How many wait to bring, over time. */
  get putLine(): TimeWeighted {
    return this._bounded.putters.overTime;
  }

  /**
   * Waits until `amount` is there and takes it.
   *
   * @param priority lower goes first
   * @throws {SimulationError} on an amount that is not above 0 or larger than the capacity, and could never be taken
   */
  get(amount: number, priority = 0): Wait<void> {
    this._check(amount);
    return this._bounded.pass(-amount, priority);
  }

  /**
   * Waits until there is room for `amount` and brings it.
   *
   * @param priority lower goes first
   * @throws {SimulationError} on an amount that is not above 0 or larger than the capacity, and could never fit
   */
  put(amount: number, priority = 0): Wait<void> {
    this._check(amount);
    return this._bounded.pass(amount, priority);
  }

  /**
   * Takes as {@link get} does, but turns away from a long line and leaves it when patience ends.
   *
   * @returns `served` with the amount, `balked` or `reneged` without
   * @throws {SimulationError} on an amount as {@link get} does, and on terms that make no sense
   */
  claimGet(amount: number, terms: ClaimTerms = NO_TERMS): Wait<Claimed> {
    this._check(amount);
    return this._bounded.claim(-amount, terms);
  }

  /** Brings as {@link put} does, on the terms of {@link claimGet}. */
  claimPut(amount: number, terms: ClaimTerms = NO_TERMS): Wait<Claimed> {
    this._check(amount);
    return this._bounded.claim(amount, terms);
  }

  /** The same as {@link get} as an event, for conditions; a loser leaves the line, or what it got goes back. */
  requestGet(amount: number, priority = 0): SimEvent<void> {
    this._check(amount);
    return this._bounded.request(-amount, priority);
  }

  /** The same as {@link put} as an event, for conditions; a loser leaves the line, or what it brought is taken out. */
  requestPut(amount: number, priority = 0): SimEvent<void> {
    this._check(amount);
    return this._bounded.request(amount, priority);
  }

  /**
   * Brings as much of `amount` as fits without waiting, nothing while others wait to bring.
   *
   * @returns how much that was
   * @throws {SimulationError} on an amount that is negative or not finite
   */
  fill(amount: number): number {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) throw this._badAmount(amount);
    const fits = this.puttersWaiting > 0 ? 0 : Math.min(amount, this.room);
    if (fits > 0) this._bounded.move(fits);
    return fits;
  }

  reset(): void {
    this._bounded.reset();
  }

  resetStatistics(now: number): void {
    this._bounded.resetStatistics(now);
  }

  private _check(amount: number): void {
    if (!(amount > 0 && amount <= this.capacity && amount < Number.POSITIVE_INFINITY)) throw this._badAmount(amount);
  }

  private _badAmount(amount: number): SimulationError {
    return this._sim.error(
      `an amount of ${amount} can never pass container "${this.name}", its capacity is ${this.capacity}`,
    );
  }
}
