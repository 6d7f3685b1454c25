import { Interrupt, SimulationError, StalledError } from './errors.ts';
import { type EventHandle, EventList, MAX_PRIORITY } from './event-list.ts';
import { Process } from './process.ts';
import { BACKGROUND, FAILING, ProcessTable, STARTED } from './process-table.ts';
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

const NOW: SpawnOptions = {};

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
  #processed = 0;
  readonly #events = new EventList<Process | (() => void)>();
  readonly #wakes = new WakeRing();
  readonly #table = new ProcessTable();
  readonly #wait = new SharedWait();
  readonly #clock: Waitable = {
    description: 'the clock',
    withdraw: (waiter) => {
      const { id } = waiter.process as Process;
      const timer = this.#table.timers[id]!;
      if (timer >= 0) this.#events.cancelSlot(timer);
      this.#table.timers[id] = -1;
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
    return this.#schedule(this.#later(delay), action, priority);
  }

  /** Calls `action` at hour `time`. @throws {SimulationError} on a time past or not finite */
  scheduleAt(time: number, action: () => void, priority = 0): EventHandle {
    this.#checkTime(time);
    return this.#schedule(time, action, priority);
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
  spawn<R>(name: string, body: ProcessBody<R>, options: SpawnOptions = NOW): Process<R> {
    const delay = options.delay ?? 0;
    const begin = this.#later(delay);
    const table = this.#table;
    const id = table.takeId();
    const process = new Process<R>(this, name, body, id, this.#clock);
    const any = process as Process;
    table.enter(any);
    table.since[id] = this.#now;
    if (options.background) table.marks[id] = BACKGROUND;
    if (delay === 0) this.#wake(any, id);
    else table.timers[id] = this.#events.push(begin, this.#events.takeKey(0), any);
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
        while (!this.#stopped && this.#advance(until));
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
    try {
      return this.#advance(Number.POSITIVE_INFINITY);
    } catch (error) {
      this.#fail(error);
      return true;
    }
  }

  /** Who waits for what since when, one line a process, for error messages. */
  describeWaiting(most = 10): string {
    const lines: string[] = [];
    let count = 0;
    for (const { id, description, waitingFor } of this.#table.alive()) {
      if (waitingFor === null || (this.#table.marks[id]! & BACKGROUND) !== 0) continue;
      if (count++ >= most) continue;
      lines.push(`${description} waits for ${waitingFor.description} since hour ${this.#table.since[id]}`);
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
    this.#table.since[process.id] = this.#now;
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
    this.#wake(process, process.id);
  }

  /** @internal */
  wakeWithError(process: Process, error: Error): void {
    const { id } = process;
    process.wakeValue = error;
    this.#table.marks[id]! |= FAILING;
    this.#wake(process, id);
  }

  /** @internal */
  hasStarted({ id }: Process): boolean {
    return id < 0 || (this.#table.marks[id]! & STARTED) !== 0;
  }

  /** @internal */
  interrupt(process: Process, interrupt: Interrupt): void {
    const { id, waitingFor } = process;
    if (waitingFor === null || !this.hasStarted(process)) throw process.cannotBeInterrupted();
    const failing = (this.#table.marks[id]! & FAILING) !== 0;
    if (failing && !(process.wakeValue instanceof Interrupt)) return;
    this.breakOff(process);
    process.waitingFor = waitingFor;
    this.wakeWithError(process, interrupt);
  }

  /** @internal Breaks off what a process waits for; what it was given but had not taken yet goes back. */
  breakOff(process: Process): void {
    process.waitingFor?.withdraw(process.waiter);
    process.waitingFor = null;
    process.wakeValue = undefined;
    const table = this.#table;
    table.marks[process.id]! &= ~FAILING;
    const place = table.wakes[process.id]!;
    if (place >= 0) this.#wakes.withdraw(place);
    table.wakes[process.id] = -1;
  }

  #wake(process: Process, id: number): void {
    this.#table.wakes[id] = this.#wakes.push(process, this.#events.takeKey(0));
  }

  #schedule(time: number, action: () => void, priority: number): EventHandle {
    if (priority !== 0) this.#checkPriority(priority);
    const events = this.#events;
    return events.handleOf(events.push(time, events.takeKey(priority), action));
  }

  #holdUntil(time: number): Wait<void> {
    const process = this.beginWait(this.#clock);
    this.#table.timers[process.id] = this.#events.push(time, this.#events.takeKey(0), process);
    return this.#wait.suspend<void>();
  }

  /** Lets the next event before `until` happen; false when there is none. */
  #advance(until: number): boolean {
    const events = this.#events;
    const wakes = this.#wakes;
    if (wakes.empty) {
      const time = events.nextTime;
      if (time >= until) return false;
      this.#now = time;
      this.#happen(events.pop());
    } else if (this.#now >= until) {
      return false;
    } else if (events.nextTime === this.#now && events.nextKey < wakes.nextKey) {
      this.#happen(events.pop());
    } else {
      this.#processed++;
      const process = wakes.pop();
      this.#table.wakes[process.id] = -1;
      this.#resume(process);
    }
    return true;
  }

  #happen(due: Process | (() => void)): void {
    this.#processed++;
    if (typeof due === 'function') {
      due();
    } else {
      this.#table.timers[due.id] = -1;
      this.#resume(due);
    }
  }

  #resume(process: Process): void {
    this.#current = process;
    process.waitingFor = null;
    const marks = this.#table.marks;
    const { id } = process;
    if ((marks[id]! & FAILING) === 0) this.#wait.deliver(process.wakeValue);
    else this.#wait.deliverError(process.wakeValue as Error);
    marks[id] = (marks[id]! | STARTED) & ~FAILING;
    process.wakeValue = undefined;
    const result = process.generator.next();
    if (this.#wait.armed) throw this.#notTaken();
    if (result.done) {
      this.#current = null;
      this.#table.leave(id);
      process.finish(result.value);
    } else if (process.waitingFor === null) {
      throw this.#error('a bare yield: write yield* before what the process waits for');
    } else {
      this.#current = null;
    }
  }

  /** An error that came out of a process goes to whoever waits for that process, or ends the run. */
  #fail(error: unknown): void {
    const process = this.#current;
    this.#current = null;
    this.#wait.disarm();
    if (process === null) throw error;
    const named = this.#name(error, process);
    this.breakOff(process);
    this.#table.leave(process.id);
    if (!process.fail(named)) throw named;
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

  #checkPriority(priority: number): void {
    if (!Number.isInteger(priority) || Math.abs(priority) > MAX_PRIORITY) {
      throw this.#error(`priority ${priority} is not a whole number within ±${MAX_PRIORITY}`);
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
