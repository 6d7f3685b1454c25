import { SimulationError } from './errors.ts';
import type { Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import { type Waitable, WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY } from './waiters.ts';

/** What a container is made of. */
export interface ContainerOptions {
  readonly name: string;
  /** Most it can hold; Infinity is allowed. */
  readonly capacity: number;
  /** What it holds at the start. */
  readonly level?: number;
}

/**
 * A stock of something without identity, such as tonnes in a warehouse. Its level never leaves [0, capacity]:
 * who takes more than there is, or brings more than there is room for, waits in strict first-come order.
 */
export class Container {
  readonly name: string;
  readonly capacity: number;
  /** Level over time. */
  readonly stock: TimeWeighted;
  readonly #sim: Simulation;
  readonly #getters: ContainerLine;
  readonly #putters: ContainerLine;
  #level: number;

  constructor(sim: Simulation, options: ContainerOptions) {
    const { name, capacity, level = 0 } = options;
    if (!(capacity > 0) || !(level >= 0 && level <= capacity)) {
      throw new SimulationError(`container "${name}": level ${level} does not lie within its capacity ${capacity}`);
    }
    this.name = name;
    this.capacity = capacity;
    this.stock = new TimeWeighted(level, sim.now);
    this.#sim = sim;
    this.#level = level;
    const serve = () => this.#serve();
    this.#getters = new ContainerLine(sim, `container "${name}" (to take)`, serve, (amount) =>
      this.#putters.goFirst(amount),
    );
    this.#putters = new ContainerLine(sim, `container "${name}" (to bring)`, serve, (amount) =>
      this.#getters.goFirst(amount),
    );
  }

  get level(): number {
    return this.#level;
  }

  /** Free room. */
  get room(): number {
    return this.capacity - this.#level;
  }

  /** How many wait to take. */
  get gettersWaiting(): number {
    return this.#getters.queue.length;
  }

  /** How many wait to bring. */
  get puttersWaiting(): number {
    return this.#putters.queue.length;
  }

  /** Waits until `amount` is there and takes it. @throws {SimulationError} on an amount that can never be there */
  get(amount: number): Wait<void> {
    this.#checkAmount(amount);
    if (this.#getters.queue.length === 0 && amount <= this.#level) {
      const wait = this.#sim.ready<void>(undefined);
      this.#move(-amount);
      this.#serve();
      return wait;
    }
    return this.#enter(this.#getters, amount);
  }

  /** Waits until there is room for `amount` and brings it. @throws {SimulationError} on an amount that never fits */
  put(amount: number): Wait<void> {
    this.#checkAmount(amount);
    if (this.#putters.queue.length === 0 && amount <= this.room) {
      const wait = this.#sim.ready<void>(undefined);
      this.#move(amount);
      this.#serve();
      return wait;
    }
    return this.#enter(this.#putters, amount);
  }

  /** Brings as much of `amount` as fits without waiting; gives back how much that was. */
  fill(amount: number): number {
    if (!(amount >= 0)) throw this.#badAmount(amount);
    const fits = this.#putters.queue.length > 0 ? 0 : Math.min(amount, this.room);
    this.#move(fits);
    this.#serve();
    return fits;
  }

  #enter(line: ContainerLine, amount: number): Wait<void> {
    line.queue.enter(this.#sim.beginWait(line), amount);
    return this.#sim.suspend<void>();
  }

  #move(amount: number): void {
    this.#level += amount;
    this.stock.set(this.#level, this.#sim.now);
  }

  #serve(): void {
    const getters = this.#getters.queue;
    const putters = this.#putters.queue;
    const { amounts } = this.#sim.waiters;
    for (;;) {
      const getter = getters.head;
      if (getter !== NOBODY && amounts[getter]! <= this.#level) {
        this.#move(-amounts[getter]!);
        getters.leave(getter);
        this.#sim.grant(getter, undefined);
        continue;
      }
      const putter = putters.head;
      if (putter === NOBODY || amounts[putter]! > this.room) return;
      this.#move(amounts[putter]!);
      putters.leave(putter);
      this.#sim.grant(putter, undefined);
    }
  }

  #checkAmount(amount: number): void {
    if (!(amount > 0 && amount <= this.capacity)) throw this.#badAmount(amount);
  }

  #badAmount(amount: number): SimulationError {
    return new SimulationError(
      `container "${this.name}", hour ${this.#sim.now}: an amount of ${amount} can never pass, its capacity is ${this.capacity}`,
    );
  }
}

/** One side's line: those who take, or those who bring. */
class ContainerLine implements Waitable {
  readonly description: string;
  readonly queue: WaitQueue;
  readonly #sim: Simulation;
  readonly #serve: () => void;
  readonly #undo: (amount: number) => void;

  constructor(sim: Simulation, description: string, serve: () => void, undo: (amount: number) => void) {
    this.description = description;
    this.queue = new WaitQueue(sim.waiters);
    this.#sim = sim;
    this.#serve = serve;
    this.#undo = undo;
  }

  /**
   * An amount that somebody was given but did not take enters the line it came from, before everyone: it goes back
   * now or, when the room or the stock has found another taker meanwhile, as soon as it can.
   */
  goFirst(amount: number): void {
    this.queue.enter(this.#sim.beginRequest(null, NOBODY), amount, -1);
  }

  withdraw(id: number): void {
    const { marks, amounts } = this.#sim.waiters;
    if ((marks[id]! & IN_LINE) !== 0) this.queue.leave(id);
    else this.#undo(amounts[id]!);
    this.#serve();
  }
}
