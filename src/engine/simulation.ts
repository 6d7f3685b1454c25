import { Agenda, NOTHING } from './agenda.ts';
import { BackgroundEvents } from './background-events.ts';
import { Departures } from './departures.ts';
import { cycleOfWaiting, describeWaiting, listWaiting, type Waiting, waitOf } from './diagnosis.ts';
import { DeadlockError, Interrupt, SimulationError, StalledError } from './errors.ts';
import { type EventHandle, MAX_PRIORITY } from './event-list.ts';
import { Process } from './process.ts';
import type { Resettable } from './resettable.ts';
import { SimEvent } from './sim-event.ts';
import type { Part, SimulationOptions, SpawnOptions } from './simulation-options.ts';
import { StandstillWatch } from './standstill-watch.ts';
import type { TraceSink } from './trace.ts';
import { type ProcessBody, SharedWait, type Suspended, type Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { BACKGROUND, FAILING, NOBODY, REQUEST, ROUTINE, STARTED, TRACED, Waiters } from './waiters.ts';

const NOW: SpawnOptions = {};
/** A body that waits in so many `finally` blocks, one around the other, is given up. */
const MOST_FINALLY = 100;
const ALWAYS = () => true;
/** The one `next` of all bodies: looked up in each of them, it would be another for every kind of body. */
const resume: (this: ProcessBody<unknown>) => IteratorResult<Suspended, unknown> = Object.getPrototypeOf(
  function* () {}.prototype,
).next;

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
  /** @internal */
  readonly waiters = new Waiters();
  /** @internal */
  readonly trace: TraceSink | null;
  /** @internal Events that do not keep a run going. */
  readonly background = new BackgroundEvents(this);
  /** @internal */
  readonly departures = new Departures();
  private readonly _forbidsCycles: boolean;
  /** Marks that every process begins with. */
  private readonly _marks: number;
  private readonly _parts = new Set<Part>();
  private readonly _statistics: Resettable[] = [];
  private readonly _wait = new SharedWait(this);
  private readonly _standstill: StandstillWatch;
  private readonly _agenda = new Agenda();
  private _now = 0;
  /** A hold that ends before this hour, and before anything else, need not suspend; none of those that are traced. */
  private _horizon = Number.NEGATIVE_INFINITY;
  private _currentId = NOBODY;
  private _processed = 0;
  private _running = false;
  private _stopped = false;
  private _ended = false;
  /** What ends the run after the present event, which is not at fault: a standstill, an error of the trace's sink. */
  private _halt: { readonly error: unknown } | null = null;

  constructor(options: SimulationOptions = {}) {
    this.trace = options.trace ?? null;
    this._forbidsCycles = options.cycles !== 'allow';
    this._marks = this.trace === null ? 0 : TRACED;
    this._standstill = new StandstillWatch(options.turnsAtOneInstant);
  }

  /** The simulated hour. */
  get now(): number {
    return this._now;
  }

  /** The process that runs just now, null inside a callback or outside a run. */
  get current(): Process | null {
    return this._currentId === NOBODY ? null : this.waiters.processOf(this._currentId);
  }

  /** It was ended, and not reset since. */
  get ended(): boolean {
    return this._ended;
  }

  /** How many events have happened: callbacks, holds and other resumed processes. */
  get processed(): number {
    return this._processed;
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
    const delay = options.delay ?? 0;
    const begin = this._later(delay);
    const { waiters } = this;
    const id = waiters.takeId();
    waiters.since[id] = this._now;
    const process = new Process<R>(this, name, body, id);
    waiters.enter(id, process as Process, this._marks | (options.background ? BACKGROUND : 0));
    if (delay === 0) this._wake(id);
    else waiters.pending[id] = this._agenda.setTimer(begin, id);
    if (this.trace !== null) this.note('spawn', name, delay);
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

  /** Writes an entry of the model's own into the trace, if there is one. */
  note(what: string, where = '', value: unknown = undefined): void {
    this.noteOf(this._currentId, what, where, value);
  }

  /** @internal An entry about the process of a number, or who made the request of a number, whoever runs just now. */
  noteOf(id: number, what: string, where: string, value: unknown): void {
    const { waiters } = this;
    const of = id !== NOBODY && (waiters.marks[id]! & REQUEST) !== 0 ? waiters.pending[id]! : id;
    const who = of === NOBODY ? '' : (waiters.processOf(of)?.name ?? '');
    try {
      this.trace?.({ time: this._now, who, what, where, value });
    } catch (error) {
      this._haltWith(error);
    }
  }

  /** Ends the run after the present event. */
  stop(): void {
    this._stopped = true;
  }

  /** The last run was ended by {@link stop}. */
  get stopped(): boolean {
    return this._stopped;
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
    for (const process of [...this.waiters.processes()]) {
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
      this.waiters.clear();
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

  /** Who waits for what since when, one line a process, for error messages. */
  describeWaiting(most = 10): string {
    return describeWaiting(this.waiting(), most);
  }

  /** The processes alive in the foreground that do not run just now: what each waits for, since when, and for whom. */
  waiting(): readonly Waiting[] {
    return listWaiting(this.waiters);
  }

  /** @internal The current process begins to wait for `what`. @returns its number */
  beginWait(what: Waitable): number {
    const id = this._currentId;
    if (id === NOBODY) throw this.error(`only a process can wait for ${what.description}`);
    if (this._wait.armed) throw this._notTaken();
    this.waiters.processOf(id).waitingFor = what;
    this.waiters.since[id] = this._now;
    if (this.trace !== null) this.note('wait', what.description);
    return id;
  }

  /** @internal @throws {DeadlockError} when a process that has just begun to wait closes a circle of waiting */
  checkCycle(id: number): void {
    if (!this._forbidsCycles) return;
    const process = this.waiters.processOf(id);
    const cycle = cycleOfWaiting(this.waiters, process);
    if (cycle.length === 0) return;
    const waits = cycle.map((one) => waitOf(this.waiters, one));
    this.breakOff(process);
    throw new DeadlockError(
      `${process.description}, hour ${this._now}: a circle of waiting:\n${describeWaiting(waits, 10)}`,
    );
  }

  /** @internal Number of the process that runs just now. */
  get currentId(): number {
    return this._currentId;
  }

  /** @internal A request begins to wait, for an event or for nobody. @returns its number */
  beginRequest(event: SimEvent<unknown> | null, requester: number): number {
    const id = this.waiters.enterRequest(event, requester);
    this.waiters.since[id] = this._now;
    return id;
  }

  /** @internal */
  beginHold(until: number): boolean {
    if (until < this._horizon && this._agenda.allAfter(until) && !this._stopped) {
      this._goTo(until, this._currentId);
      return false;
    }
    const id = this._currentId;
    this.waiters.since[id] = this._now;
    this.waiters.pending[id] = this._agenda.setTimer(until, id);
    if (this.trace !== null) this.note('hold', '', until - this._now);
    return true;
  }

  /** @internal What `yield*` takes when the process must wait. */
  suspend<T>(): Wait<T> {
    return this._wait.suspend<T>();
  }

  /** @internal What `yield*` takes when there is nothing to wait for. */
  ready<T>(value: T): Wait<T> {
    if (this._wait.armed) throw this._notTaken();
    if (this._currentId === NOBODY) throw this.error('only a process can wait');
    return this._wait.ready(value);
  }

  /** @internal A waiting process leaves its line after `patience` hours at the latest. */
  limitWait(id: number, patience: number): void {
    this.waiters.pending[id] = this._agenda.setTimer(this._later(patience), id);
  }

  /** @internal Gives a waiter what it waits for: the process goes on at this instant, after what is already due. */
  grant(id: number, value: unknown): void {
    const { waiters } = this;
    if ((waiters.marks[id]! & REQUEST) === 0) {
      this.wake(id, value);
    } else {
      const event = waiters.requestOf(id);
      waiters.leave(id);
      event?.succeed(value);
    }
  }

  /** @internal */
  wake(id: number, value: unknown): void {
    if (value !== undefined) this.waiters.processOf(id).wakeValue = value;
    this._wake(id);
  }

  /** @internal */
  wakeWithError(id: number, error: Error): void {
    this.waiters.processOf(id).wakeValue = error;
    this.waiters.marks[id]! |= FAILING;
    this._wake(id);
  }

  /** @internal */
  interrupt(process: Process, interrupt: Interrupt): void {
    const { id } = process;
    const { marks, pending } = this.waiters;
    if (id < 0 || (marks[id]! & STARTED) === 0 || id === this._currentId) throw process.cannotBeInterrupted();
    if ((marks[id]! & FAILING) !== 0 && !(process.wakeValue instanceof Interrupt)) return;
    if (pending[id] === NOTHING && process.waitingFor === null) throw process.cannotBeInterrupted();
    if (this.trace !== null) this.note('interrupt', process.name, interrupt.reason);
    this.breakOff(process);
    this.wakeWithError(id, interrupt);
  }

  /** @internal Breaks off what a process waits for; what it was given but had not taken yet goes back. */
  breakOff(process: Process): void {
    const { id, waitingFor, wakeValue } = process;
    const { marks, pending } = this.waiters;
    process.waitingFor = null;
    process.wakeValue = undefined;
    marks[id]! &= ~FAILING;
    this._agenda.drop(pending[id]!);
    pending[id] = NOTHING;
    waitingFor?.withdraw(id, wakeValue);
  }

  /** @internal The error with who runs and the hour in front. */
  error(message: string): SimulationError {
    const who = this._currentId === NOBODY ? '' : `${this.waiters.processOf(this._currentId).description}, `;
    return new SimulationError(`${who}hour ${this._now}: ${message}`);
  }

  private _wake(id: number): void {
    const { pending } = this.waiters;
    if (pending[id] !== NOTHING) this._agenda.drop(pending[id]!);
    pending[id] = this._agenda.wake(id);
  }

  private _holdUntil(time: number): Wait<void> {
    if (this._currentId === NOBODY) throw this.error('only a process can wait for the clock');
    if (this._wait.armed) throw this._notTaken();
    return this._wait.hold(time);
  }

  /**
   * Runs until a condition holds after an event, or nothing before `until` is pending. A process may fail on the way,
   * when another is told of it.
   *
   * @returns whether the condition came to hold
   */
  private _run(until: number, condition: (() => boolean) | null): boolean {
    this._checkUsable();
    this._checkNotRunning('run');
    this._running = true;
    this._stopped = false;
    this._halt = null;
    if (condition === null && this.trace === null) this._horizon = until;
    let holds: boolean | null = null;
    try {
      while (holds === null) {
        try {
          holds = this._loop(until, condition);
        } catch (error) {
          this._fail(error);
          if (condition?.()) holds = true;
        }
      }
    } finally {
      this._running = false;
      this._horizon = Number.NEGATIVE_INFINITY;
      this._currentId = NOBODY;
    }
    this._throwHalt();
    return holds;
  }

  /** Ends the run after the present event, by an error for which that is not to blame. */
  private _haltWith(error: unknown): void {
    if (!this._running) throw error;
    this._halt ??= { error };
    this._stopped = true;
  }

  private _throwHalt(): void {
    if (this._halt !== null) throw this._halt.error;
  }

  private _loop(until: number, condition: (() => boolean) | null): boolean {
    const { events, wakes } = this._agenda;
    const { background } = this;
    while (!this._stopped) {
      if (background.pending !== 0 && this._isOver(until, condition)) return false;
      if (wakes.empty || (events.nextTime === this._now && events.nextKey < wakes.nextKey)) {
        const time = events.closedNextTime();
        if (time >= until) return false;
        const slot = events.pop();
        const owner = events.ownerOf(slot);
        this._goTo(time, owner);
        if (owner === NOBODY) this._call(slot);
        else this._resume(owner);
      } else {
        if (this._now >= until) return false;
        const id = wakes.pop();
        this._goTo(this._now, id);
        this._resume(id);
      }
      if (condition?.()) return true;
    }
    return false;
  }

  /** A run without an end of its own, in which nothing is pending but what goes on in the background. */
  private _isOver(until: number, condition: (() => boolean) | null): boolean {
    const { background } = this;
    if (background.pending === 0 || until !== Number.POSITIVE_INFINITY || condition === ALWAYS) return false;
    const { events, wakes } = this._agenda;
    return wakes.empty && events.size === background.pending && background.isOver(condition !== null);
  }

  /** The turn of a process, or of a callback, at an hour. */
  private _goTo(time: number, id: number): void {
    this._processed++;
    if (time > this._now) {
      this._now = time;
      this._standstill.over();
    } else if (this._standstill.turn()) {
      const error = this._standstill.watch(time, id === NOBODY ? 'a callback' : this.waiters.processOf(id).description);
      if (error !== null) this._haltWith(error);
    }
  }

  private _call(slot: number): void {
    const action = this._agenda.takeAction(slot);
    if (this.trace !== null) this.note('call', action.name);
    action();
  }

  private _resume(id: number): void {
    const { waiters } = this;
    const process = waiters.processOf(id);
    this._currentId = id;
    if (process.waitingFor !== null) this._endWait(process, id);
    waiters.pending[id] = NOTHING;
    if ((waiters.marks[id]! & ROUTINE) === STARTED) {
      this._wait.deliver(process.wakeValue);
      if (process.wakeValue !== undefined) process.wakeValue = undefined;
    } else {
      this._prepare(process, id);
    }
    const result = resume.call(process.generator);
    if (this._wait.armed) throw this._notTaken();
    if (result !== this._wait.suspended) this._endTurn(process, id, result);
    this._currentId = NOBODY;
  }

  /** A process begins, is to be thrown an error, or is traced. */
  private _prepare(process: Process, id: number): void {
    const { marks } = this.waiters;
    const { wakeValue } = process;
    process.wakeValue = undefined;
    if ((marks[id]! & FAILING) === 0) this._wait.deliver(wakeValue);
    else this._wait.deliverError(wakeValue as Error);
    marks[id] = (marks[id]! | STARTED) & ~FAILING;
    if (this.trace !== null) this.note('go on');
  }

  /** A body has returned, or has yielded by itself. */
  private _endTurn(process: Process, id: number, result: IteratorResult<Suspended, unknown>): void {
    if (result.done) this._finish(process, id, result.value);
    else if (process.waitingFor === null && this.waiters.pending[id] === NOTHING) throw this._bareYield();
  }

  private _finish(process: Process, id: number, result: unknown): void {
    if (this.trace !== null) this.note('end');
    this._currentId = NOBODY;
    this.waiters.leave(id);
    process.finish(result);
  }

  /** A process that waited for something goes on: it has got it, or its patience is at an end. */
  private _endWait(process: Process, id: number): void {
    const { waitingFor } = process;
    process.waitingFor = null;
    if (this.waiters.pending[id]! < 0) return;
    this.waiters.pending[id] = NOTHING;
    process.wakeValue = waitingFor?.renege?.(id);
  }

  /** An error that came out of a process goes to whoever waits for that process, or ends the run. */
  private _fail(error: unknown): void {
    const id = this._currentId;
    this._wait.disarm();
    if (id === NOBODY) throw error;
    const process = this.waiters.processOf(id);
    const named = this._name(error, process);
    if (this.trace !== null) this.note('fail', '', named.message);
    this.breakOff(process);
    try {
      // An error of the engine's own, such as a bare yield, leaves the body where it stood.
      this._close(process);
    } catch {
      // What its `finally` blocks do wrong comes second.
    }
    this._wait.disarm();
    this.breakOff(process);
    this._currentId = NOBODY;
    this.waiters.leave(id);
    if (!process.fail(named)) throw named;
  }

  private _leave(process: Process): void {
    const { id } = process;
    this._currentId = id;
    this.breakOff(process);
    try {
      this._close(process);
    } finally {
      this._wait.disarm();
      this.breakOff(process);
      this.waiters.leave(id);
      process.abandon();
    }
  }

  /** Leaves the body of a process by its `finally` blocks. @throws what they throw; or, after all, when one waits */
  private _close(process: Process): void {
    let waits = 0;
    while (waits < MOST_FINALLY && !process.generator.return(undefined as never).done) {
      waits++;
      this._wait.disarm();
      this.breakOff(process);
    }
    if (waits > 0) throw this.error('a finally block waits after the end of the simulation');
  }

  /** The error with the process and the hour in front, unless the engine has put them there already. */
  private _name(error: unknown, process: Process): Error {
    const cause = error instanceof Error ? error : new Error(String(error));
    if (cause instanceof SimulationError && cause.message.startsWith(`${process.description}, hour`)) return cause;
    return new SimulationError(`${process.description}, hour ${this._now}: ${cause.message}`, { cause });
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

  private _checkNotRunning(what: string): void {
    if (this._running) throw this.error(`the simulation runs already, it cannot ${what} now; do it after the run`);
  }

  private _checkUsable(): void {
    if (this._ended) throw this.error('the simulation has ended; reset it or make a new one');
  }

  private _bareYield(): SimulationError {
    return this.error('a bare yield: write yield* before what the process waits for');
  }

  private _notTaken(): SimulationError {
    this._wait.disarm();
    const { current } = this;
    if (current !== null) this.breakOff(current);
    return this.error('a wait was not taken: write yield* before it');
  }
}
