import { Interrupt, SimulationError } from './errors.ts';
import { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { ProcessBody, Suspended } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { STARTED } from './waiters.ts';

/** The outcome of a process that the end of its simulation left: its end never happens. */
const ABANDONED = Symbol('abandoned');

/**
 * A running activity: a generator that the simulation resumes. Other processes wait for its end by `yield*`; for
 * conditions it is an event too.
 *
 * @example
 * const sim = new Simulation();
 * const loading = sim.spawn('loading', (function* () {
 *   yield* sim.hold(6);
 *   return 3000;
 * })());
 * const ship = sim.spawn('ship', (function* () {
 *   return (yield* loading) / 2;
 * })());
 * sim.run(1);
 * [loading.started, loading.alive]; // [true, true]
 * sim.run();
 * [loading.alive, loading.value, ship.value]; // [false, 3000, 1500]
 */
export class Process<R = unknown> {
  readonly sim: Simulation;
  readonly name: string;
  /** @internal */
  readonly generator: ProcessBody<R>;
  /** @internal Its number among those who can wait; −1 once it has ended. */
  id: number;
  /** @internal What it waits for in line; null while it runs or only the clock will resume it. */
  waitingFor: Waitable | null = null;
  /** @internal What it gets, or is thrown, when it is resumed. */
  wakeValue: unknown = undefined;
  /** The event of its end, once somebody asks for it; before, its result. */
  private _outcome: unknown = undefined;

  /** @internal */
  constructor(sim: Simulation, name: string, generator: ProcessBody<R>, id: number) {
    this.sim = sim;
    this.name = name;
    this.generator = generator;
    this.id = id;
  }

  get description(): string {
    return `process "${this.name}"`;
  }

  /** Its body has begun to run. */
  get started(): boolean {
    return !this.alive || (this.sim.marks[this.id]! & STARTED) !== 0;
  }

  get alive(): boolean {
    return this.id >= 0;
  }

  /** Happens when its body returns, with what it returns; fails with the error that ends it. */
  get ended(): SimEvent<R> {
    if (this._outcome instanceof EndOfProcess) return this._outcome;
    const end = new EndOfProcess<R>(this);
    if (!this.alive && this._outcome !== ABANDONED) end.succeed(this._outcome as R);
    this._outcome = end;
    return end;
  }

  /** What its body returned. @throws {SimulationError} while it has not ended; the error that ended it */
  get value(): R {
    return this.ended.value;
  }

  [Symbol.iterator](): Iterator<Suspended, R, undefined> {
    return this.ended[Symbol.iterator]();
  }

  /** @internal Its body has returned. */
  finish(result: R): void {
    this.id = -1;
    if (this._outcome === undefined) this._outcome = result;
    else (this._outcome as EndOfProcess<R>).succeed(result);
  }

  /** @internal Its body has thrown. @returns whether anybody waits for it and is told */
  fail(error: Error): boolean {
    const { ended } = this;
    const { awaited } = ended;
    this.id = -1;
    // Nobody is told: then it comes out of the run by itself.
    ended.defuse();
    ended.fail(error);
    return awaited;
  }

  /** @internal The simulation ended before it did. */
  abandon(): void {
    this.id = -1;
    this._outcome ??= ABANDONED;
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

/** The end of a process: an event that only that process brings about. */
class EndOfProcess<R> extends SimEvent<R> {
  private readonly _process: Process;

  constructor(process: Process<R>) {
    super(process.sim, process.name);
    this._process = process as Process;
  }

  override freedBy(): readonly Process[] {
    return [this._process];
  }
}
