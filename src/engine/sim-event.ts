import { SimulationError } from './errors.ts';
import type { Process } from './process.ts';
import type { Simulation } from './simulation.ts';
import type { Suspended } from './wait.ts';
import { type Waitable, WaitQueue } from './wait-queue.ts';
import { IN_LINE, NOBODY } from './waiters.ts';

/** Is told of an event that has happened; its value is there then. */
export type Listener = (event: SimEvent<unknown>) => void;

const NO_LISTENERS: readonly Listener[] = [];

/**
 * Something that happens once, with a value or an error. Processes wait for it by `yield*`; conditions listen
 * to it. Who comes after it happened goes on at once.
 *
 * @example
 * const sim = new Simulation();
 * const released = new SimEvent<number>(sim, 'released');
 * const ship = sim.spawn('ship', (function* () {
 *   return (yield* released) + sim.now;
 * })());
 * sim.schedule(2, () => released.succeed(7));
 * sim.run();
 * [ship.value, released.value]; // [9, 7]
 */
export class SimEvent<T = void> implements Waitable {
  readonly sim: Simulation;
  readonly name: string;
  /** @internal Once it has happened it stays so, whoever turns away. */
  readonly lasts: boolean;
  #state: 'pending' | 'succeeded' | 'failed' | 'withdrawn' = 'pending';
  #outcome: unknown = undefined;
  #queue: WaitQueue | null = null;
  #listeners: readonly Listener[] = NO_LISTENERS;
  /** Who was told and relies on what the event gave, and how many processes have it or are on their way to it. */
  #keepers: readonly Listener[] = NO_LISTENERS;
  #takers = 0;
  #onAbandon: (() => boolean) | null;
  /** Somebody was told of its failure, or nobody need be. */
  #heard = false;

  /**
   * @param onAbandon called when the last one who listened or waited turned away; true when that took back what the
   *   event stood for, so that it cannot be waited for any more
   * @param lasts once it has happened there is nothing to take back, and `onAbandon` is not called any more
   */
  constructor(sim: Simulation, name: string, onAbandon: (() => boolean) | null = null, lasts = onAbandon === null) {
    this.sim = sim;
    this.name = name;
    this.lasts = lasts;
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
    if (this.#state === 'failed') throw this.#hear();
    throw new SimulationError(`${this.description} has not happened by hour ${this.sim.now}`);
  }

  /** It happens: whoever waits goes on at this instant with `value`. */
  succeed(value: T): void {
    if (!this.#trigger('succeeded', value)) return;
    for (let id = this.#takeFirst(); id !== NOBODY; id = this.#takeFirst()) {
      this.#takers++;
      this.sim.wake(id, value);
    }
    this.#tellListeners();
  }

  /**
   * It fails: whoever waits gets `error` thrown at its wait. As an error of a process, it ends the run if it reaches
   * nobody: if none waits for the event, listens to it or looks at its value before what is due at this instant has
   * happened, and it was not {@link defuse}d.
   */
  fail(error: Error): void {
    const { awaited } = this;
    if (!this.#trigger('failed', error)) return;
    if (awaited) this.#heard = true;
    else if (!this.#heard && !this.sim.ended) this.sim.schedule(0, () => this.#checkHeard());
    for (let id = this.#takeFirst(); id !== NOBODY; id = this.#takeFirst()) this.sim.wakeWithError(id, error);
    this.#tellListeners();
  }

  /** Nobody need hear of its failure, past or to come. */
  defuse(): void {
    this.#heard = true;
  }

  /** Calls `listener` when it happens, or now if it has. */
  listen(listener: Listener): void {
    this.checkNotWithdrawn();
    this.#heard ||= this.#state === 'failed';
    if (this.triggered) listener(this);
    else this.#listeners = [...this.#listeners, listener];
  }

  /**
   * Takes a listener away, so that it is not told any more; when nobody is left, what the event stood for is withdrawn.
   *
   * @returns whether it is withdrawn now
   */
  unlisten(listener: Listener): boolean {
    this.#listeners = without(this.#listeners, listener);
    this.#keepers = without(this.#keepers, listener);
    this.#abandonIfAlone();
    return this.#state === 'withdrawn';
  }

  /** @internal A listener, being told, relies on what the event gave: that is not taken back before it turns away. */
  keep(listener: Listener): void {
    if (!this.lasts) this.#keepers = [...this.#keepers, listener];
  }

  withdraw(id: number): void {
    if ((this.sim.marks[id]! & IN_LINE) !== 0) this.#queue?.leave(id);
    else this.#takers--;
    this.#abandonIfAlone();
  }

  /** @internal @throws {SimulationError} on what cannot be waited for any more */
  checkNotWithdrawn(): void {
    if (this.#state !== 'withdrawn') return;
    throw new SimulationError(
      `${this.description}, hour ${this.sim.now}: it was withdrawn when nobody waited for it any more; make a new one`,
    );
  }

  /** @internal The processes that alone can make it happen, for messages; none when anybody can. */
  freedBy(): readonly Process[] {
    return [];
  }

  [Symbol.iterator](): Iterator<Suspended, T, undefined> {
    if (this.#state === 'succeeded') {
      const wait = this.sim.ready(this.#outcome as T);
      this.#takers++;
      return wait[Symbol.iterator]();
    }
    if (this.#state === 'failed') throw this.#hear();
    this.checkNotWithdrawn();
    const id = this.sim.beginWait(this);
    this.#queue ??= new WaitQueue(this.sim);
    this.#queue.enter(id);
    this.sim.checkCycle(id);
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
    if (this.lasts) this.#onAbandon = null;
    return true;
  }

  /** @returns the error it failed with, which somebody gets to see */
  #hear(): unknown {
    this.#heard = true;
    return this.#outcome;
  }

  #checkHeard(): void {
    if (this.#heard) return;
    const cause = this.#outcome as Error;
    throw new SimulationError(
      `${this.description}, hour ${this.sim.now}: it failed and nobody waits for it: ${cause.message}; ` +
        'defuse() it if that is meant',
      { cause },
    );
  }

  #takeFirst(): number {
    const first = this.#queue?.head ?? NOBODY;
    if (first !== NOBODY) this.#queue?.leave(first);
    return first;
  }

  #tellListeners(): void {
    let first: { readonly error: unknown } | null = null;
    // Each is told only if it listens still when its turn comes.
    while (this.#listeners.length > 0) {
      const listener = this.#listeners[0]!;
      this.#listeners = this.#listeners.length === 1 ? NO_LISTENERS : this.#listeners.slice(1);
      try {
        listener(this);
      } catch (error) {
        first ??= { error };
      }
    }
    if (first !== null) throw first.error;
  }

  #abandonIfAlone(): void {
    const onAbandon = this.#onAbandon;
    if (onAbandon === null || this.#state === 'withdrawn') return;
    if (this.awaited || this.#takers > 0 || this.#keepers.length > 0) return;
    this.#onAbandon = null;
    this.sim.departures.together(() => {
      if (onAbandon()) this.#state = 'withdrawn';
      else this.#onAbandon = onAbandon;
    });
  }
}

function without(listeners: readonly Listener[], listener: Listener): readonly Listener[] {
  if (listeners.length === 0 || (listeners.length === 1 && listeners[0] === listener)) return NO_LISTENERS;
  return listeners.filter((other) => other !== listener);
}
