import { Interrupt, SimulationError } from './errors.ts';
import { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { ProcessBody, Suspended } from './wait.ts';
import { type Waitable, Waiter } from './wait-queue.ts';

/**
 * A running activity: a generator that the simulation resumes. Other processes wait for its end by `yield*`; for
 * conditions it is an event too.
 */
export class Process<R = unknown> {
  readonly sim: Simulation;
  readonly name: string;
  /** @internal */
  readonly generator: ProcessBody<R>;
  /** @internal Its number among the processes alive; −1 once it has ended. */
  id: number;
  /** @internal What it waits for, null while it runs. */
  waitingFor: Waitable | null;
  /** @internal What it gets, or is thrown, when it is resumed. */
  wakeValue: unknown = undefined;
  #waiter: Waiter | null = null;
  #result: unknown = undefined;
  #ended: SimEvent<R> | null = null;

  /** @internal */
  constructor(sim: Simulation, name: string, generator: ProcessBody<R>, id: number, waitingFor: Waitable) {
    this.sim = sim;
    this.name = name;
    this.generator = generator;
    this.id = id;
    this.waitingFor = waitingFor;
  }

  get description(): string {
    return `process "${this.name}"`;
  }

  /** Its body has begun to run. */
  get started(): boolean {
    return this.sim.hasStarted(this as Process);
  }

  get alive(): boolean {
    return this.id >= 0;
  }

  /** Happens when its body returns, with what it returns; fails with the error that ends it. */
  get ended(): SimEvent<R> {
    if (this.#ended === null) {
      this.#ended = new SimEvent<R>(this.sim, this.name);
      if (!this.alive) this.#ended.succeed(this.#result as R);
    }
    return this.#ended;
  }

  /** What its body returned. @throws {SimulationError} while it has not ended; the error that ended it */
  get value(): R {
    return this.ended.value;
  }

  [Symbol.iterator](): Iterator<Suspended, R, undefined> {
    return this.ended[Symbol.iterator]();
  }

  /** @internal Its place in lines: a process waits in one line at a time. */
  get waiter(): Waiter {
    this.#waiter ??= new Waiter(this as Process, null);
    return this.#waiter;
  }

  /** @internal Its body has returned. */
  finish(result: R): void {
    this.id = -1;
    if (this.#ended === null) this.#result = result;
    else this.#ended.succeed(result);
  }

  /** @internal Its body has thrown. @returns whether anybody waits for it and is told */
  fail(error: Error): boolean {
    const { ended } = this;
    const { awaited } = ended;
    this.id = -1;
    ended.fail(error);
    return awaited;
  }

  /**
   * Breaks off what the process waits for; it catches an {@link Interrupt} there at this instant. What it was
   * given but had not taken yet goes back. A failure already on its way to it is not overtaken, a second
   * interrupt takes the place of the first.
   *
   * @param reason found as `interrupt.reason`
   * @throws {SimulationError} when the process has ended, has not begun to wait, or would interrupt itself
   */
  interrupt(reason: unknown = undefined): void {
    this.sim.interrupt(this as Process, new Interrupt(reason));
  }

  /** @internal */
  cannotBeInterrupted(): SimulationError {
    const why = this.alive ? 'is not waiting' : 'has ended';
    return new SimulationError(`${this.description} cannot be interrupted at hour ${this.sim.now}: it ${why}`);
  }
}
