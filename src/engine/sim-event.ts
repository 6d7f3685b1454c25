import { SimulationError } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { Suspended } from './wait.ts';
import { type Waitable, type Waiter, WaitQueue } from './wait-queue.ts';

/** Is told of an event that has happened; its value is there then. */
export type Listener = (event: SimEvent<unknown>) => void;

const NOBODY: readonly Listener[] = [];

/**
 * Something that happens once, with a value or an error. Processes wait for it by `yield*`; conditions listen
 * to it. Who comes after it happened goes on at once.
 *
 * @example
 * const released = new SimEvent<number>(sim, 'released');
 * sim.spawn('ship', (function* () { hour = yield* released; })());
 * released.succeed(7);
 */
export class SimEvent<T = void> implements Waitable {
  readonly sim: Simulation;
  readonly name: string;
  #state: 'pending' | 'succeeded' | 'failed' | 'withdrawn' = 'pending';
  #outcome: unknown = undefined;
  #queue: WaitQueue | null = null;
  #listeners: readonly Listener[] = NOBODY;
  readonly #onAbandon: (() => boolean) | null;

  /**
   * @param onAbandon called when the last one who listened or waited turned away; true when that took back what the
   *   event stood for, so that it cannot be waited for any more
   */
  constructor(sim: Simulation, name: string, onAbandon: (() => boolean) | null = null) {
    this.sim = sim;
    this.name = name;
    this.#onAbandon = onAbandon;
  }

  get description(): string {
    return `event "${this.name}"`;
  }

  get triggered(): boolean {
    return this.#state === 'succeeded' || this.#state === 'failed';
  }

  /** True while some process waits for it or some condition listens. */
  get awaited(): boolean {
    return this.#listeners.length > 0 || (this.#queue?.length ?? 0) > 0;
  }

  /** The value it happened with. @throws {SimulationError} while it has not happened; the error it failed with */
  get value(): T {
    if (this.#state === 'succeeded') return this.#outcome as T;
    if (this.#state === 'failed') throw this.#outcome;
    throw new SimulationError(`${this.description} has not happened by hour ${this.sim.now}`);
  }

  /** It happens: whoever waits goes on at this instant with `value`. */
  succeed(value: T): void {
    if (!this.#trigger('succeeded', value)) return;
    for (let waiter = this.#queue?.head ?? null; waiter !== null; waiter = this.#queue?.head ?? null) {
      this.#queue?.leave(waiter);
      if (waiter.process !== null) this.sim.wake(waiter.process, value);
    }
    this.#tellListeners();
  }

  /** It fails: whoever waits gets `error` thrown at its wait. */
  fail(error: Error): void {
    if (!this.#trigger('failed', error)) return;
    for (let waiter = this.#queue?.head ?? null; waiter !== null; waiter = this.#queue?.head ?? null) {
      this.#queue?.leave(waiter);
      if (waiter.process !== null) this.sim.wakeWithError(waiter.process, error);
    }
    this.#tellListeners();
  }

  /** Calls `listener` when it happens, or now if it has. */
  listen(listener: Listener): void {
    this.#checkNotWithdrawn();
    if (this.triggered) listener(this);
    else this.#listeners = [...this.#listeners, listener];
  }

  /** Takes a listener away; when nobody is left, what the event stood for is withdrawn. */
  unlisten(listener: Listener): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener);
    this.#abandonIfAlone();
  }

  withdraw(waiter: Waiter): void {
    waiter.queue?.leave(waiter);
    this.#abandonIfAlone();
  }

  [Symbol.iterator](): Iterator<Suspended, T, undefined> {
    if (this.#state === 'succeeded') return this.sim.ready(this.#outcome as T)[Symbol.iterator]();
    if (this.#state === 'failed') throw this.#outcome;
    this.#checkNotWithdrawn();
    const process = this.sim.beginWait(this);
    this.#queue ??= new WaitQueue();
    this.#queue.enter(process.waiter);
    return this.sim.suspend<T>()[Symbol.iterator]();
  }

  /** False for a withdrawn event: nobody is there to tell. */
  #trigger(state: 'succeeded' | 'failed', outcome: unknown): boolean {
    if (this.triggered) {
      throw new SimulationError(`${this.description} happens a second time at hour ${this.sim.now}`);
    }
    if (this.#state === 'withdrawn') return false;
    this.#state = state;
    this.#outcome = outcome;
    return true;
  }

  #tellListeners(): void {
    const listeners = this.#listeners;
    this.#listeners = NOBODY;
    for (const listener of listeners) listener(this);
  }

  #abandonIfAlone(): void {
    if (!this.awaited && this.#onAbandon?.()) this.#state = 'withdrawn';
  }

  #checkNotWithdrawn(): void {
    if (this.#state !== 'withdrawn') return;
    throw new SimulationError(
      `${this.description}, hour ${this.sim.now}: it was withdrawn when nobody waited for it any more; make a new one`,
    );
  }
}
