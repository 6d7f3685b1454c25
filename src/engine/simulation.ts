import { cycleOfWaiting, describeWaiting, listWaiting, type Waiting, waitOf } from './diagnosis.ts';
import { DeadlockError, Interrupt, SimulationError, StalledError, ZeroTimeLoopError } from './errors.ts';
import { type EventHandle, EventList, MAX_PRIORITY } from './event-list.ts';
import { Process } from './process.ts';
import type { Resettable } from './resettable.ts';
import { SimEvent } from './sim-event.ts';
import type { TraceSink } from './trace.ts';
import { type ProcessBody, SharedWait, type Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { BACKGROUND, FAILING, NOBODY, REQUEST, ROUTINE, STARTED, TRACED, Waiters } from './waiters.ts';
import { WakeRing } from './wake-ring.ts';

/** How a simulation is watched. */
export interface SimulationOptions {
  /** Is told of everything that happens; absent, nothing is spent on it. */
  readonly trace?: TraceSink;
  /** Most events at one instant, before the run ends with a {@link ZeroTimeLoopError}; 10 million when absent. */
  readonly turnsAtOneInstant?: number;
  /**
   * `error` (the default) when processes wait for each other in a circle; `allow` when somebody else will break it
   * up, by interrupting one of them.
   */
  readonly cycles?: 'error' | 'allow';
}

/** How to start a process. */
export interface SpawnOptions {
  /** Hours until it begins; 0 is this instant. */
  readonly delay?: number;
  /** It may still wait when nothing else can happen, and the run ends all the same. */
  readonly background?: boolean;
}

/** A part of a model that a simulation starts anew with itself, such as a resource. */
export interface Part {
  /** Puts it back to how it was made. */
  reset(): void;
  /** Begins its statistics anew, its state unchanged. */
  resetStatistics(now: number): void;
}

const NOW: SpawnOptions = {};
const ALWAYS = () => true;
/** After so many turns at one instant, the names of those who take further ones are gathered. */
const TURNS = 10_000_000;
const TURNS_LISTED = 1000;

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
  readonly #forbidsCycles: boolean;
  /** Marks that every process begins with. */
  readonly #marks: number;
  readonly #mostTurns: number;
  readonly #parts: Part[] = [];
  readonly #statistics: Resettable[] = [];
  readonly #wait = new SharedWait(this);
  readonly #actions: ((() => void) | null)[] = [];
  readonly #inTurn = new Set<string>();
  #events = new EventList();
  #wakes = new WakeRing();
  #now = 0;
  /** A hold that ends before this hour, and before anything else, need not suspend; none of those that are traced. */
  #horizon = Number.NEGATIVE_INFINITY;
  #currentId = NOBODY;
  #processed = 0;
  #turns = 0;
  #running = false;
  #stopped = false;
  #ended = false;

  constructor(options: SimulationOptions = {}) {
    this.trace = options.trace ?? null;
    this.#forbidsCycles = options.cycles !== 'allow';
    this.#marks = this.trace === null ? 0 : TRACED;
    this.#mostTurns = options.turnsAtOneInstant ?? TURNS;
  }

  /** The simulated hour. */
  get now(): number {
    return this.#now;
  }

  /** The process that runs just now, null inside a callback or outside a run. */
  get current(): Process | null {
    return this.#currentId === NOBODY ? null : this.waiters.processOf(this.#currentId);
  }

  /** How many events have happened: callbacks, holds and other resumed processes. */
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
    const slot = this.#events.slotOf(handle);
    if (slot < 0) return false;
    this.#events.cancel(slot);
    this.#actions[slot] = null;
    return true;
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
    const { waiters } = this;
    const id = waiters.takeId();
    const process = new Process<R>(this, name, body, id);
    waiters.enter(id, process as Process, this.#marks | (options.background ? BACKGROUND : 0));
    if (delay === 0) this.#wake(id);
    else waiters.pending[id] = this.#events.push(begin, this.#events.takeKey(0), id);
    if (this.trace !== null) this.note('spawn', name, delay);
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
    const event = new SimEvent<T>(this, `timeout of ${duration}`, () => this.cancel(handle));
    handle = this.schedule(duration, () => event.succeed(value as T));
    return event;
  }

  /** Writes an entry of the model's own into the trace, if there is one. */
  note(what: string, where = '', value: unknown = undefined): void {
    this.trace?.({ time: this.#now, who: this.current?.name ?? '', what, where, value });
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
   * @throws {ZeroTimeLoopError} when events follow each other without end at one instant
   * @throws {SimulationError} with the process's name and the hour, when a process throws and nobody waits for it
   */
  run(until = Number.POSITIVE_INFINITY): void {
    if (Number.isNaN(until) || until < this.#now) {
      throw this.error(`cannot run until hour ${until}, which has passed`);
    }
    this.#run(until, null);
    if (this.#stopped) return;
    if (this.peek === Number.POSITIVE_INFINITY) this.#checkNobodyWaits();
    if (until !== Number.POSITIVE_INFINITY) this.#now = until;
  }

  /**
   * Runs until an event has happened, a process has ended or a condition, looked at after each event, holds; or
   * until nothing is pending.
   *
   * @returns whether it came to pass
   * @throws as {@link run} does, except that a run that dries up gives false
   */
  runUntil(what: SimEvent<unknown> | Process | (() => boolean)): boolean {
    const condition =
      typeof what === 'function' ? what : () => (what instanceof Process ? !what.alive : what.triggered);
    return condition() || this.#run(Number.POSITIVE_INFINITY, condition);
  }

  /** Lets the next event happen; false when there is none. */
  step(): boolean {
    return this.#run(Number.POSITIVE_INFINITY, ALWAYS);
  }

  /**
   * Ends the simulation: every process alive is left by its `finally` blocks, and later use throws.
   *
   * @throws {SimulationError} when a `finally` block throws or waits, after all have been left
   */
  end(): void {
    this.#ended = true;
    let first: unknown = null;
    for (const process of [...this.waiters.processes()]) {
      try {
        this.#leave(process);
      } catch (error) {
        first ??= this.#name(error, process);
      }
    }
    this.#currentId = NOBODY;
    if (first !== null) throw first;
  }

  /** Ends everything and begins anew at hour 0, as if just made; resources and other parts are put back, too. */
  reset(): void {
    try {
      this.end();
    } finally {
      this.waiters.clear();
      this.#events = new EventList();
      this.#wakes = new WakeRing();
      this.#actions.length = 0;
      this.#now = 0;
      this.#processed = 0;
      this.#turns = 0;
      this.#stopped = false;
      this.#ended = false;
      for (const part of this.#parts) part.reset();
      this.#statistics.length = 0;
    }
  }

  /** Begins the statistics of every part anew, such as after a warm-up. */
  resetStatistics(): void {
    for (const part of this.#parts) part.resetStatistics(this.#now);
    for (const statistic of this.#statistics) statistic.reset(this.#now);
  }

  /**
   * A statistic of the model's own that is to begin anew with those of the parts; {@link reset} forgets it.
   *
   * @returns the statistic
   */
  measure<S extends Resettable>(statistic: S): S {
    this.#statistics.push(statistic);
    return statistic;
  }

  /** A part that is to be put back by {@link reset} and {@link resetStatistics}. */
  add(part: Part): void {
    this.#parts.push(part);
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
    const id = this.#currentId;
    if (id === NOBODY) throw this.error(`only a process can wait for ${what.description}`);
    if (this.#wait.armed) throw this.#notTaken();
    this.waiters.processOf(id).waitingFor = what;
    this.waiters.since[id] = this.#now;
    if (this.trace !== null) this.note('wait', what.description);
    return id;
  }

  /** @internal @throws {DeadlockError} when a process that has just begun to wait closes a circle of waiting */
  checkCycle(id: number): void {
    if (!this.#forbidsCycles) return;
    const process = this.waiters.processOf(id);
    const cycle = cycleOfWaiting(this.waiters, process);
    if (cycle.length === 0) return;
    const waits = cycle.map((one) => waitOf(this.waiters, one));
    this.breakOff(process);
    throw new DeadlockError(
      `${process.description}, hour ${this.#now}: a circle of waiting:\n${describeWaiting(waits, 10)}`,
    );
  }

  /** @internal Number of the process that runs just now. */
  get currentId(): number {
    return this.#currentId;
  }

  /** @internal A request begins to wait, for an event or for nobody. @returns its number */
  beginRequest(event: SimEvent<unknown> | null, requester: number): number {
    const id = this.waiters.takeId();
    this.waiters.enter(id, event, REQUEST);
    this.waiters.pending[id] = requester;
    this.waiters.since[id] = this.#now;
    return id;
  }

  /** @internal */
  beginHold(until: number): boolean {
    if (until < this.#horizon && this.#wakes.empty && until < this.#events.nextTime && !this.#stopped) {
      this.#goTo(until, this.#currentId);
      this.#processed++;
      return false;
    }
    const id = this.#currentId;
    this.waiters.since[id] = this.#now;
    this.waiters.pending[id] = this.#events.push(until, this.#events.takeKey(0), id);
    if (this.trace !== null) this.note('hold', '', until - this.#now);
    return true;
  }

  /** @internal What `yield*` takes when the process must wait. */
  suspend<T>(): Wait<T> {
    return this.#wait.suspend<T>();
  }

  /** @internal What `yield*` takes when there is nothing to wait for. */
  ready<T>(value: T): Wait<T> {
    if (this.#wait.armed) throw this.#notTaken();
    if (this.#currentId === NOBODY) throw this.error('only a process can wait');
    return this.#wait.ready(value);
  }

  /** @internal A waiting process leaves its line after `patience` hours at the latest. */
  limitWait(id: number, patience: number): void {
    this.waiters.pending[id] = this.#events.push(this.#later(patience), this.#events.takeKey(0), id);
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
    this.#wake(id);
  }

  /** @internal */
  wakeWithError(id: number, error: Error): void {
    this.waiters.processOf(id).wakeValue = error;
    this.waiters.marks[id]! |= FAILING;
    this.#wake(id);
  }

  /** @internal */
  interrupt(process: Process, interrupt: Interrupt): void {
    const { id } = process;
    const { marks, pending } = this.waiters;
    if (id < 0 || (marks[id]! & STARTED) === 0 || id === this.#currentId) throw process.cannotBeInterrupted();
    if ((marks[id]! & FAILING) !== 0 && !(process.wakeValue instanceof Interrupt)) return;
    if (pending[id] === -1 && process.waitingFor === null) throw process.cannotBeInterrupted();
    this.breakOff(process);
    if (this.trace !== null) this.note('interrupt', process.name, interrupt.reason);
    this.wakeWithError(id, interrupt);
  }

  /** @internal Breaks off what a process waits for; what it was given but had not taken yet goes back. */
  breakOff(process: Process): void {
    const { id, waitingFor, wakeValue } = process;
    const { marks, pending } = this.waiters;
    process.waitingFor = null;
    process.wakeValue = undefined;
    marks[id]! &= ~FAILING;
    const due = pending[id]!;
    pending[id] = -1;
    if (due >= 0) this.#events.cancel(due);
    else if (due < -1) this.#wakes.withdraw(-2 - due);
    waitingFor?.withdraw(id, wakeValue);
  }

  /** @internal The error with who runs and the hour in front. */
  error(message: string): SimulationError {
    const who = this.#currentId === NOBODY ? '' : `${this.waiters.processOf(this.#currentId).description}, `;
    return new SimulationError(`${who}hour ${this.#now}: ${message}`);
  }

  #wake(id: number): void {
    const { pending } = this.waiters;
    const timer = pending[id]!;
    if (timer >= 0) this.#events.cancel(timer);
    pending[id] = -2 - this.#wakes.push(id, this.#events.takeKey(0));
  }

  #schedule(time: number, action: () => void, priority: number): EventHandle {
    if (priority !== 0) this.#checkPriority(priority);
    const events = this.#events;
    const actions = this.#actions;
    const slot = events.push(time, events.takeKey(priority), NOBODY);
    while (actions.length <= slot) actions.push(null);
    actions[slot] = action;
    return events.handleOf(slot);
  }

  #holdUntil(time: number): Wait<void> {
    if (this.#currentId === NOBODY) throw this.error('only a process can wait for the clock');
    if (this.#wait.armed) throw this.#notTaken();
    return this.#wait.hold(time);
  }

  /**
   * Runs until a condition holds after an event, or nothing before `until` is pending. A process may fail on the way,
   * when another is told of it.
   *
   * @returns whether the condition came to hold
   */
  #run(until: number, condition: (() => boolean) | null): boolean {
    this.#checkUsable();
    if (this.#running) throw this.error('the simulation runs already');
    this.#running = true;
    this.#stopped = false;
    if (condition === null && this.trace === null) this.#horizon = until;
    try {
      for (;;) {
        try {
          return this.#loop(until, condition);
        } catch (error) {
          this.#fail(error);
          if (condition?.()) return true;
        }
      }
    } finally {
      this.#running = false;
      this.#horizon = Number.NEGATIVE_INFINITY;
    }
  }

  #loop(until: number, condition: (() => boolean) | null): boolean {
    while (!this.#stopped && this.#advance(until)) {
      if (condition?.()) return true;
    }
    return false;
  }

  /** Lets the next event before `until` happen; false when there is none. */
  #advance(until: number): boolean {
    const events = this.#events;
    const wakes = this.#wakes;
    if (wakes.empty) {
      const time = events.nextTime;
      if (time >= until) return false;
      this.#happen(events.pop(), time);
    } else if (this.#now >= until) {
      return false;
    } else if (events.nextTime === this.#now && events.nextKey < wakes.nextKey) {
      this.#happen(events.pop(), this.#now);
    } else {
      const id = wakes.pop();
      this.#goTo(this.#now, id);
      this.#resume(id);
    }
    this.#processed++;
    return true;
  }

  /** The turn of a process, or of a callback, at an hour. */
  #goTo(time: number, id: number): void {
    if (time > this.#now) {
      this.#now = time;
      this.#turns = 0;
    } else if (++this.#turns > this.#mostTurns) {
      this.#watchTurns(id);
    }
  }

  #happen(slot: number, time: number): void {
    const owner = this.#events.ownerOf(slot);
    this.#goTo(time, owner);
    if (owner !== NOBODY) {
      this.#resume(owner);
    } else {
      const action = this.#actions[slot]!;
      this.#actions[slot] = null;
      if (this.trace !== null) this.note('call', action.name);
      action();
    }
  }

  #resume(id: number): void {
    const { waiters } = this;
    const process = waiters.processOf(id);
    this.#currentId = id;
    if (process.waitingFor !== null) this.#endWait(process, id);
    waiters.pending[id] = -1;
    if ((waiters.marks[id]! & ROUTINE) === STARTED) {
      this.#wait.deliver(process.wakeValue);
      if (process.wakeValue !== undefined) process.wakeValue = undefined;
    } else {
      this.#prepare(process, id);
    }
    const result = process.generator.next();
    if (this.#wait.armed) throw this.#notTaken();
    if (result.done) this.#finish(process, id, result.value);
    else if (process.waitingFor === null && waiters.pending[id] === -1) throw this.#bareYield();
    this.#currentId = NOBODY;
  }

  /** A process begins, is to be thrown an error, or is traced. */
  #prepare(process: Process, id: number): void {
    const { marks } = this.waiters;
    const { wakeValue } = process;
    process.wakeValue = undefined;
    if ((marks[id]! & FAILING) === 0) this.#wait.deliver(wakeValue);
    else this.#wait.deliverError(wakeValue as Error);
    marks[id] = (marks[id]! | STARTED) & ~FAILING;
    if (this.trace !== null) this.note('go on');
  }

  #finish(process: Process, id: number, result: unknown): void {
    if (this.trace !== null) this.note('end');
    this.#currentId = NOBODY;
    this.waiters.leave(id);
    process.finish(result);
  }

  /** A process that waited for something goes on: it has got it, or its patience is at an end. */
  #endWait(process: Process, id: number): void {
    const { waitingFor } = process;
    process.waitingFor = null;
    if (this.waiters.pending[id]! < 0) return;
    this.waiters.pending[id] = -1;
    process.wakeValue = waitingFor?.renege?.(id);
  }

  /** An error that came out of a process goes to whoever waits for that process, or ends the run. */
  #fail(error: unknown): void {
    const id = this.#currentId;
    this.#wait.disarm();
    if (id === NOBODY) throw error;
    const process = this.waiters.processOf(id);
    const named = this.#name(error, process);
    if (this.trace !== null) this.note('fail', '', named.message);
    this.#currentId = NOBODY;
    this.breakOff(process);
    this.waiters.leave(id);
    if (!process.fail(named)) throw named;
  }

  #leave(process: Process): void {
    const { id, generator } = process;
    this.breakOff(process);
    this.#currentId = id;
    try {
      const result = generator.return(undefined as never);
      if (!result.done) throw this.error('a finally block waits after the end of the simulation');
    } finally {
      this.#wait.disarm();
      this.breakOff(process);
      this.waiters.leave(id);
      process.abandon();
    }
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

  /** Too much happens at one instant: hears who is at it for a while, then ends the run. */
  #watchTurns(id: number): void {
    this.#inTurn.add(id === NOBODY ? 'a callback' : this.waiters.processOf(id).description);
    if (this.#turns < this.#mostTurns + TURNS_LISTED) return;
    const names = [...this.#inTurn].slice(0, 10).join(', ');
    this.#inTurn.clear();
    const turns = this.#turns;
    this.#turns = 0;
    throw new ZeroTimeLoopError(`at hour ${this.#now} the clock stands still after ${turns} events, taken by ${names}`);
  }

  #later(delay: number): number {
    const time = this.#now + delay;
    if (!(delay >= 0 && time < Number.POSITIVE_INFINITY) || this.#ended) {
      throw this.#badDelay(delay);
    }
    return time;
  }

  /** Apart from the hot path: beside it, V8 makes a string of every delay. */
  #badDelay(delay: number): SimulationError {
    this.#checkUsable();
    return this.error(`a delay must be a finite number of at least 0, not ${delay}`);
  }

  #checkTime(time: number): void {
    if (!(time >= this.#now && time < Number.POSITIVE_INFINITY) || this.#ended) throw this.#badTime(time);
  }

  #badTime(time: number): SimulationError {
    this.#checkUsable();
    return this.error(`hour ${time} is past or not finite`);
  }

  #checkPriority(priority: number): void {
    if (!Number.isInteger(priority) || Math.abs(priority) > MAX_PRIORITY) {
      throw this.error(`priority ${priority} is not a whole number within ±${MAX_PRIORITY}`);
    }
  }

  #checkUsable(): void {
    if (this.#ended) throw this.error('the simulation has ended; reset it or make a new one');
  }

  #bareYield(): SimulationError {
    return this.error('a bare yield: write yield* before what the process waits for');
  }

  #notTaken(): SimulationError {
    this.#wait.disarm();
    const { current } = this;
    if (current !== null) this.breakOff(current);
    return this.error('a wait was not taken: write yield* before it');
  }
}
