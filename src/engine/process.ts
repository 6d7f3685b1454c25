import { Interrupt, SimulationError } from './errors.ts';
import type { EventHandle } from './event-list.ts';
import { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { ProcessBody } from './wait.ts';
import { type Waitable, Waiter } from './wait-queue.ts';

/** A running activity: a generator that the simulation resumes. It is an event too: it happens when the body returns. */
export class Process<R = unknown> extends SimEvent<R> {
  /** @internal */
  readonly generator: ProcessBody<R>;
  /** A background process, such as a pump that never ends, does not count as waiting when the events run dry. */
  readonly background: boolean;
  /** @internal Its body has begun to run. */
  started = false;
  /** @internal What it waits for, null while it runs. */
  waitingFor: Waitable | null = null;
  /** Hour since which it waits. */
  waitingSince = 0;
  /** @internal The timer of a hold. */
  timer: EventHandle | null = null;
  /** @internal Place among the wake-ups of this instant, −1 when it has none. */
  wakeIndex = -1;
  /** @internal */
  wakeValue: unknown = undefined;
  /** @internal */
  wakeError: Error | null = null;
  /** @internal Neighbours among the processes alive. */
  previousAlive: Process | null = null;
  /** @internal */
  nextAlive: Process | null = null;
  #waiter: Waiter | null = null;

  constructor(sim: Simulation, name: string, generator: ProcessBody<R>, background: boolean) {
    super(sim, name);
    this.generator = generator;
    this.background = background;
  }

  override get description(): string {
    return `process "${this.name}"`;
  }

  get alive(): boolean {
    return !this.triggered;
  }

  /** @internal Its place in lines: a process waits in one line at a time. */
  get waiter(): Waiter {
    this.#waiter ??= new Waiter(this as Process, null);
    return this.#waiter;
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
    if (this.waitingFor === null || !this.started) {
      const why = this.alive ? 'is not waiting' : 'has ended';
      throw new SimulationError(`${this.description} cannot be interrupted at hour ${this.sim.now}: it ${why}`);
    }
    if (this.wakeError !== null && !(this.wakeError instanceof Interrupt)) return;
    const { waitingFor } = this;
    this.sim.breakOff(this as Process);
    this.waitingFor = waitingFor;
    this.sim.wakeWithError(this as Process, new Interrupt(reason));
  }
}
