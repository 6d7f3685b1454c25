import { SimulationError, StalledError } from './errors.ts';
import { type EventHandle, EventList, MAX_PRIORITY } from './event-list.ts';
import { Process } from './process.ts';
import { SimEvent } from './sim-event.ts';
import { type ProcessBody, SharedWait, type Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { WakeRing } from './wake-ring.ts';

/** How to start a process. */
export interface SpawnOptions {
  /** Hours until it begins; 0 is this instant. */
  readonly delay?: number;
  /** It may still wait when nothing else can happen, and the run ends all the same. */
  readonly background?: boolean;
}

/**
 * A simulated world: a clock in hours (or any unit), what is pending, and the processes alive. Two simulations
 * share nothing.
 *
 * @example
 * const sim = new Simulation();
 * sim.spawn('ship', (function* () {
 *   yield* sim.hold(3);
 * })());
 * sim.run();
 * sim.now; // 3
 */
export class Simulation {
  #now = 0;
  #stopped = false;
  #current: Process | null = null;
  #alive: Process | null = null;
  #processed = 0;
  readonly #events = new EventList<Process | (() => void)>();
  readonly #wakes = new WakeRing();
  readonly #wait = new SharedWait();
  readonly #clock: Waitable = {
    description: 'the clock',
    withdraw: (waiter) => {
      const process = waiter.process as Process;
      if (process.timer !== null) this.#events.cancel(process.timer);
      process.timer = null;
    },
  };

  /** The simulated hour. */
  get now(): number {
    return this.#now;
  }

  /** The process that runs just now, null inside a callback or outside a run. */
  get current(): Process | null {
    return this.#current;
  }

  /** How many events have happened: callbacks, timers and resumed processes. */
  get processed(): number {
    return this.#processed;
  }

  /** Time of what happens next; Infinity when nothing is pending. */
  get peek(): number {
    return this.#wakes.empty ? this.#events.nextTime : this.#now;
  }

  /**
   * Calls `action` after `delay` hours.
   *
   * @param priority among events of one instant, lower goes first
   * @throws {SimulationError} on a delay that is negative or not finite
   */
  schedule(delay: number, action: () => void, priority = 0): EventHandle {
    return this.scheduleAt(this.#later(delay), action, priority);
  }

  /** Calls `action` at hour `time`. @throws {SimulationError} on a time past or not finite */
  scheduleAt(time: number, action: () => void, priority = 0): EventHandle {
    this.#checkTime(time);
    if (!Number.isInteger(priority) || Math.abs(priority) > MAX_PRIORITY) {
      throw this.#error(`priority ${priority} is not a whole number within ±${MAX_PRIORITY}`);
    }
    return this.#events.push(time, this.#events.takeKey(priority), action);
  }

  /** Takes a scheduled action back; false when it has already happened. */
  cancel(handle: EventHandle): boolean {
    return this.#events.cancel(handle);
  }

  /**
   * Starts a process.
   *
   * @param name for messages
   * @param body a generator, already called
   */
  spawn<R>(name: string, body: ProcessBody<R>, options: SpawnOptions = {}): Process<R> {
    const delay = options.delay ?? 0;
    const begin = this.#later(delay);
    const process = new Process<R>(this, name, body, options.background ?? false);
    const any = process as Process;
    if (this.#alive !== null) this.#alive.previousAlive = any;
    any.nextAlive = this.#alive;
    this.#alive = any;
    any.waitingFor = this.#clock;
    any.waitingSince = this.#now;
    if (delay === 0) this.#wakes.push(any, this.#events.takeKey(0));
    else any.timer = this.#events.push(begin, this.#events.takeKey(0), any);
    return process;
  }

  /** Waits `duration` hours. @throws {SimulationError} on a duration that is negative or not finite */
  hold(duration: number): Wait<void> {
    return this.#holdUntil(this.#later(duration));
  }

  /** Waits until hour `time`. @throws {SimulationError} on a time past or not finite */
  holdUntil(time: number): Wait<void> {
    this.#checkTime(time);
    return this.#holdUntil(time);
  }

  /** An event that happens after `duration` hours, for use in conditions; withdrawn when nobody listens any more. */
  timeout<T = void>(duration: number, value?: T): SimEvent<T> {
    let handle: EventHandle;
    const event = new SimEvent<T>(this, `timeout of ${duration}`, () => this.#events.cancel(handle));
    handle = this.schedule(duration, () => event.succeed(value as T));
    return event;
  }

  /** Ends the run after the present event. */
  stop(): void {
    this.#stopped = true;
  }

  /**
   * Runs until nothing is pending, or up to hour `until`: what is due before it happens, what is due at it
   * stays pending, and the clock then shows `until`.
   *
   * @throws {StalledError} when nothing is pending while processes wait
   * @throws {SimulationError} with the process's name and the hour, when a process throws and nobody waits for it
   */
  run(until = Number.POSITIVE_INFINITY): void {
    if (Number.isNaN(until) || until < this.#now) {
      throw this.#error(`cannot run until hour ${until}, which has passed`);
    }
    this.#stopped = false;
    for (;;) {
      try {
        while (!this.#stopped && this.peek < until) this.#step();
        break;
      } catch (error) {
        this.#fail(error);
      }
    }
    if (this.#stopped) return;
    if (this.peek === Number.POSITIVE_INFINITY) this.#checkNobodyWaits();
    if (until !== Number.POSITIVE_INFINITY) this.#now = until;
  }

  /** Lets the next event happen; false when there is none. */
  step(): boolean {
    if (this.peek === Number.POSITIVE_INFINITY) return false;
    try {
      this.#step();
    } catch (error) {
      this.#fail(error);
    }
    return true;
  }

  /** Who waits for what since when, one line a process, for error messages. */
  describeWaiting(most = 10): string {
    const lines: string[] = [];
    let count = 0;
    for (let process = this.#alive; process !== null; process = process.nextAlive) {
      if (process.background || process.waitingFor === null) continue;
      if (count++ < most) {
        lines.push(
          `${process.description} waits for ${process.waitingFor.description} since hour ${process.waitingSince}`,
        );
      }
    }
    if (count > most) lines.push(`and ${count - most} more`);
    return lines.join('\n');
  }

  /** @internal The current process begins to wait for `what`. */
  beginWait(what: Waitable): Process {
    const process = this.#current;
    if (process === null) throw this.#error(`only a process can wait for ${what.description}`);
    if (this.#wait.armed) throw this.#notTaken();
    process.waitingFor = what;
    process.waitingSince = this.#now;
    return process;
  }

  /** @internal What `yield*` takes when the process must wait. */
  suspend<T>(): Wait<T> {
    return this.#wait.suspend<T>();
  }

  /** @internal What `yield*` takes when there is nothing to wait for. */
  ready<T>(value: T): Wait<T> {
    if (this.#wait.armed) throw this.#notTaken();
    if (this.#current === null) throw this.#error('only a process can wait');
    return this.#wait.ready(value);
  }

  /** @internal Resumes a waiting process at this instant, after what is already due. */
  wake(process: Process, value: unknown): void {
    process.wakeValue = value;
    this.#wakes.push(process, this.#events.takeKey(0));
  }

  /** @internal */
  wakeWithError(process: Process, error: Error): void {
    process.wakeError = error;
    this.#wakes.push(process, this.#events.takeKey(0));
  }

  /** @internal Breaks off what a process waits for; what it was given but had not taken yet goes back. */
  breakOff(process: Process): void {
    process.waitingFor?.withdraw(process.waiter);
    process.waitingFor = null;
    this.#wakes.withdraw(process);
  }

  #holdUntil(time: number): Wait<void> {
    const process = this.beginWait(this.#clock);
    process.timer = this.#events.push(time, this.#events.takeKey(0), process);
    return this.#wait.suspend<void>();
  }

  #step(): void {
    this.#processed++;
    const wakes = this.#wakes;
    if (!wakes.empty && !(this.#events.nextTime === this.#now && this.#events.nextKey < wakes.nextKey)) {
      this.#resume(wakes.pop());
      return;
    }
    this.#now = this.#events.nextTime;
    const due = this.#events.pop();
    if (typeof due === 'function') {
      due();
    } else {
      due.timer = null;
      this.#resume(due);
    }
  }

  #resume(process: Process): void {
    this.#current = process;
    process.started = true;
    process.waitingFor = null;
    if (process.wakeError !== null) {
      this.#wait.deliverError(process.wakeError);
      process.wakeError = null;
    } else {
      this.#wait.deliver(process.wakeValue);
      process.wakeValue = undefined;
    }
    const result = process.generator.next();
    if (this.#wait.armed) throw this.#notTaken();
    if (!result.done && process.waitingFor === null) {
      throw this.#error('a bare yield: write yield* before what the process waits for');
    }
    this.#current = null;
    if (result.done) this.#end(process, result.value);
  }

  #end(process: Process, value: unknown): void {
    this.#forget(process);
    process.succeed(value);
  }

  #forget(process: Process): void {
    const { previousAlive, nextAlive } = process;
    if (previousAlive === null) this.#alive = nextAlive;
    else previousAlive.nextAlive = nextAlive;
    if (nextAlive !== null) nextAlive.previousAlive = previousAlive;
  }

  /** An error that came out of a process goes to whoever waits for that process, or ends the run. */
  #fail(error: unknown): void {
    const process = this.#current;
    this.#current = null;
    this.#wait.disarm();
    if (process === null) throw error;
    const named = this.#name(error, process);
    this.breakOff(process);
    this.#forget(process);
    const awaited = process.awaited;
    process.fail(named);
    if (!awaited) throw named;
  }

  /** The error with the process and the hour in front, unless the engine has put them there already. */
  #name(error: unknown, process: Process): Error {
    const cause = error instanceof Error ? error : new Error(String(error));
    if (cause instanceof SimulationError && cause.message.startsWith(`${process.description}, hour`)) return cause;
    return new SimulationError(`${process.description}, hour ${this.#now}: ${cause.message}`, { cause });
  }

  #checkNobodyWaits(): void {
    const waiting = this.describeWaiting();
    if (waiting !== '') throw new StalledError(`at hour ${this.#now} nothing more can happen, but\n${waiting}`);
  }

  #later(delay: number): number {
    if (!(delay >= 0 && delay < Number.POSITIVE_INFINITY)) {
      throw this.#error(`a delay must be a finite number of at least 0, not ${delay}`);
    }
    return this.#now + delay;
  }

  #checkTime(time: number): void {
    if (!(time >= this.#now && time < Number.POSITIVE_INFINITY)) {
      throw this.#error(`hour ${time} is past or not finite`);
    }
  }

  #notTaken(): SimulationError {
    this.#wait.disarm();
    if (this.#current !== null) this.breakOff(this.#current);
    return this.#error('a wait was not taken: write yield* before it');
  }

  #error(message: string): SimulationError {
    const who = this.#current === null ? '' : `${this.#current.description}, `;
    return new SimulationError(`${who}hour ${this.#now}: ${message}`);
  }
}
