import { BackgroundEvents } from './background-events.ts';
import { Departures } from './departures.ts';
import { type SimulationError, StalledError } from './errors.ts';
import { type EventHandle, MAX_PRIORITY } from './event-list.ts';
import { Process } from './process.ts';
import type { Resettable } from './resettable.ts';
import { ALWAYS, RunLoop } from './run-loop.ts';
import { SimEvent } from './sim-event.ts';
import type { Part, SimulationOptions, SpawnOptions } from './simulation-options.ts';
import type { ProcessBody, Wait } from './wait.ts';
import { BACKGROUND, NOBODY, TRACED } from './waiters.ts';

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
export class Simulation extends RunLoop {
  /** @internal */
  readonly background = new BackgroundEvents(this);
  /** @internal */
  readonly departures = new Departures();
  /** Marks that every process begins with. */
  private readonly _marks: number;
  private readonly _parts = new Set<Part>();
  private readonly _statistics: Resettable[] = [];

  constructor(options: SimulationOptions = {}) {
    super(options);
    this._marks = this.trace === null ? 0 : TRACED;
  }

  /** It was ended, and not reset since. */
  get ended(): boolean {
    return this._ended;
  }

  /** Time of what happens next; Infinity when nothing is pending. */
  get peek(): number {
    return this._agenda.wakes.empty ? this._agenda.events.nextTime : this._now;
  }

  /**
   * Calls `action` after `delay` hours.
   *
   * @param priority among events of one instant, lower goes first
   * @throws {SimulationError} on a delay that is negative or not finite
   */
  schedule(delay: number, action: () => void, priority = 0): EventHandle {
    const time = this._later(delay);
    if (priority !== 0) this._checkPriority(priority);
    return this._agenda.schedule(time, priority, action);
  }

  /** Calls `action` at hour `time`. @throws {SimulationError} on a time past or not finite */
  scheduleAt(time: number, action: () => void, priority = 0): EventHandle {
    this._checkTime(time);
    if (priority !== 0) this._checkPriority(priority);
    return this._agenda.schedule(time, priority, action);
  }

  /** Takes a scheduled action back; false when it has already happened. */
  cancel(handle: EventHandle): boolean {
    return this._agenda.cancel(handle);
  }

  /**
   * Starts a process.
   *
   * @param name for messages
   * @param body a generator, already called
   */
  spawn<R>(name: string, body: ProcessBody<R>, options: SpawnOptions = NOW): Process<R> {
    const begin = options === NOW ? this._now : this._later(options.delay ?? 0);
    if (this._ended) this._checkUsable();
    const id = this.takeId();
    const process = new Process<R>(this, name, body, id);
    this.enterWaiter(id, process as Process, options.background ? this._marks | BACKGROUND : this._marks);
    this.since[id] = this._now;
    this.pending[id] = begin === this._now ? this._agenda.wake(id) : this._agenda.setTimer(begin, id);
    if (this.trace !== null) this.note('spawn', name, options.delay ?? 0);
    return process;
  }

  /** Waits `duration` hours. @throws {SimulationError} on a duration that is negative or not finite */
  hold(duration: number): Wait<void> {
    return this._holdUntil(this._later(duration));
  }

  /** Waits until hour `time`. @throws {SimulationError} on a time past or not finite */
  holdUntil(time: number): Wait<void> {
    this._checkTime(time);
    return this._holdUntil(time);
  }

  /** An event that happens after `duration` hours, for use in conditions; withdrawn when nobody listens any more. */
  timeout<T = void>(duration: number, value?: T): SimEvent<T> {
    let handle: EventHandle;
    const event = new SimEvent<T>(this, `timeout of ${duration}`, () => this.cancel(handle), true);
    handle = this.schedule(duration, () => event.succeed(value as T));
    return event;
  }

  /** Nothing is pending, or only what goes on in the background while nobody in the foreground waits for it. */
  get over(): boolean {
    const { events, wakes } = this._agenda;
    const { background } = this;
    return wakes.empty && events.size === background.pending && (events.size === 0 || !background.somebodyWaits);
  }

  /**
   * Runs until nothing is pending, or up to hour `until`: what is due before it happens, what is due at it
   * stays pending, and the clock then shows `until`. Without `until`, calendars and breakdowns of resources do not
   * keep it going.
   *
   * @throws {StalledError} when nothing is pending while processes wait
   * @throws {ZeroTimeLoopError} when events follow each other without end at one instant
   * @throws {SimulationError} with the process's name and the hour, when a process throws and nobody waits for it
   */
  run(until = Number.POSITIVE_INFINITY): void {
    if (Number.isNaN(until) || until < this._now) {
      throw this.error(`cannot run until hour ${until}, which has passed`);
    }
    this._run(until, null);
    if (this._stopped) return;
    if (this.peek === Number.POSITIVE_INFINITY) this._checkNobodyWaits();
    if (until === Number.POSITIVE_INFINITY || until === this._now) return;
    this._now = until;
    this._standstill.over();
  }

  /**
   * Runs until an event has happened, a process has ended or a condition, looked at after each event, holds; or
   * until nothing is pending.
   *
   * @returns whether it came to pass
   * @throws as {@link run} does, also when it has come to pass already, except that a run that dries up gives false
   */
  runUntil(what: SimEvent<unknown> | Process | (() => boolean)): boolean {
    const condition =
      typeof what === 'function' ? what : () => (what instanceof Process ? !what.alive : what.triggered);
    this._checkUsable();
    this._checkNotRunning('run');
    return condition() || this._run(Number.POSITIVE_INFINITY, condition);
  }

  /** Lets the next event happen; false when there is none. */
  step(): boolean {
    return this._run(Number.POSITIVE_INFINITY, ALWAYS);
  }

  /**
   * Ends the simulation: every process alive is left by its `finally` blocks, and later use throws.
   *
   * @throws {SimulationError} while it runs; when a `finally` block throws or waits, after all have been left
   */
  end(): void {
    this._checkNotRunning('end');
    this._ended = true;
    this._running = true;
    this._halt = null;
    let first: { readonly error: unknown } | null = null;
    for (const process of [...this.aliveProcesses()]) {
      try {
        this._leave(process);
      } catch (error) {
        first ??= { error: this._name(error, process) };
      }
      this._currentId = NOBODY;
    }
    this._running = false;
    this.background.clear();
    this._agenda.clear();
    first ??= this._halt;
    if (first !== null) throw first.error;
  }

  /** Ends everything and begins anew at hour 0, as if just made; resources and other parts are put back, too. */
  reset(): void {
    this._checkNotRunning('be reset');
    try {
      this.end();
    } finally {
      this._clearWaiters();
      this._now = 0;
      this._processed = 0;
      this._standstill.over();
      this._stopped = false;
      this._ended = false;
      for (const part of this._parts) part.reset();
      this._statistics.length = 0;
    }
  }

  /** Begins the statistics of every part anew, such as after a warm-up. */
  resetStatistics(): void {
    for (const part of this._parts) part.resetStatistics(this._now);
    for (const statistic of this._statistics) statistic.reset(this._now);
  }

  /**
   * A statistic of the model's own that is to begin anew with those of the parts; {@link reset} forgets it.
   *
   * @returns the statistic
   */
  measure<S extends Resettable>(statistic: S): S {
    this._statistics.push(statistic);
    return statistic;
  }

  /** A part that is to be put back by {@link reset} and {@link resetStatistics}; resources and the like add themselves. */
  add(part: Part): void {
    this._parts.add(part);
  }

  /**
   * Forgets a part that is not used any more, such as a resource made for one trip: else a model that makes them without
   * end grows without end.
   *
   * @returns false when it was no part
   */
  remove(part: Part): boolean {
    return this._parts.delete(part);
  }

  /** @internal A waiting process leaves its line after `patience` hours at the latest. */
  limitWait(id: number, patience: number): void {
    this.pending[id] = this._agenda.setTimer(this._later(patience), id);
  }

  private _holdUntil(time: number): Wait<void> {
    if (this._currentId === NOBODY) throw this.error('only a process can wait for the clock');
    if (this._armed) throw this._notTaken();
    return this._armHold(time);
  }

  private _checkNobodyWaits(): void {
    const waiting = this.describeWaiting();
    if (waiting !== '') throw new StalledError(`at hour ${this._now} nothing more can happen, but\n${waiting}`);
  }

  private _later(delay: number): number {
    const time = this._now + delay;
    if (!(delay >= 0 && time < Number.POSITIVE_INFINITY) || this._ended) {
      throw this._badDelay(delay);
    }
    return time;
  }

  /** Apart from the hot path: beside it, V8 makes a string of every delay. */
  private _badDelay(delay: number): SimulationError {
    this._checkUsable();
    return this.error(`a delay must be a finite number of at least 0, not ${delay}`);
  }

  private _checkTime(time: number): void {
    if (!(time >= this._now && time < Number.POSITIVE_INFINITY) || this._ended) throw this._badTime(time);
  }

  private _badTime(time: number): SimulationError {
    this._checkUsable();
    return this.error(`hour ${time} is past or not finite`);
  }

  private _checkPriority(priority: number): void {
    if (!Number.isInteger(priority) || Math.abs(priority) > MAX_PRIORITY) {
      throw this.error(`priority ${priority} is not a whole number within ±${MAX_PRIORITY}`);
    }
  }
}
