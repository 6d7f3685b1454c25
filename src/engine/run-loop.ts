import { NOTHING } from './agenda.ts';
import type { BackgroundEvents } from './background-events.ts';
import { SimulationError } from './errors.ts';
import type { Process } from './process.ts';
import type { SimulationOptions } from './simulation-options.ts';
import { StandstillWatch } from './standstill-watch.ts';
import type { ProcessBody, Suspended } from './wait.ts';
import { FAILING, NOBODY, SPECIAL, STARTED } from './waiters.ts';
import { Waits } from './waits.ts';

/** A condition of a run that lasts for one event. */
export const ALWAYS = () => true;
/** A body that waits in so many `finally` blocks, one around the other, is given up. */
const MOST_FINALLY = 100;
/** The one `next` of all bodies: looked up in each of them, it would be another for every kind of body. */
const resume: (this: ProcessBody<unknown>) => IteratorResult<Suspended, unknown> = Object.getPrototypeOf(
  function* () {}.prototype,
).next;

/**
 * The run loop: lets what is due happen, one after the other, gives processes their turns, and ends those that return,
 * throw or are left.
 */
export abstract class RunLoop extends Waits {
  /** @internal Events that do not keep a run going. */
  abstract readonly background: BackgroundEvents;
  protected readonly _standstill: StandstillWatch;
  /** A hold that ends before this hour, and before anything else, need not suspend; none of those that are traced. */
  private _horizon = Number.NEGATIVE_INFINITY;
  protected _processed = 0;
  protected _ended = false;

  constructor(options: SimulationOptions) {
    super(options);
    this._standstill = new StandstillWatch(options.turnsAtOneInstant);
  }

  /** How many events have happened: callbacks, holds and other resumed processes. */
  get processed(): number {
    return this._processed;
  }

  /** @internal */
  beginHold(until: number): boolean {
    if (until < this._horizon && this._agenda.allAfter(until) && !this._stopped) {
      this._goTo(until, this._currentId);
      return false;
    }
    const id = this._currentId;
    this.since[id] = this._now;
    this.pending[id] = this._agenda.setTimer(until, id);
    if (this.trace !== null) this.note('hold', '', until - this._now);
    return true;
  }

  /**
   * Runs until a condition holds after an event, or nothing before `until` is pending. A process may fail on the way,
   * when another is told of it.
   *
   * @returns whether the condition came to hold
   */
  protected _run(until: number, condition: (() => boolean) | null): boolean {
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

  protected _throwHalt(): void {
    if (this._halt !== null) throw this._halt.error;
  }

  private _loop(until: number, condition: (() => boolean) | null): boolean {
    const { events, wakes } = this._agenda;
    const { background } = this;
    while (!this._stopped) {
      if (background.pending !== 0 && this._isOver(until, condition)) return false;
      let time = this._now;
      let slot = -1;
      let id: number;
      if (wakes.empty || (events.nextTime === time && events.keyAt(events.earliest()) < wakes.nextKey)) {
        const place = events.earliest();
        time = events.timeAt(place);
        if (time >= until) return false;
        slot = events.take(place);
        id = events.ownerOf(slot);
      } else {
        if (time >= until) return false;
        id = wakes.pop();
      }
      this._goTo(time, id);
      if (id === NOBODY) this._call(slot);
      else this._resume(id);
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
      this._watchStandstill(id);
    }
  }

  private _watchStandstill(id: number): void {
    const name = id === NOBODY ? 'a callback' : this.processOf(id).description;
    const error = this._standstill.watch(this._now, name);
    if (error !== null) this._haltWith(error);
  }

  private _call(slot: number): void {
    const action = this._agenda.takeAction(slot);
    if (this.trace !== null) this.note('call', action.name);
    action();
  }

  private _resume(id: number): void {
    const process = this.processOf(id);
    this._currentId = id;
    if (process.waitingFor !== null) {
      if (this.pending[id]! >= 0) this._losePatience(process, id);
      process.waitingFor = null;
    }
    this.pending[id] = NOTHING;
    const marks = this.marks[id]!;
    this.marks[id] = marks | STARTED;
    if ((marks & SPECIAL) === 0) {
      this._deliver(process.wakeValue);
      if (process.wakeValue !== undefined) process.wakeValue = undefined;
    } else {
      this._prepare(process, id);
    }
    const result = resume.call(process.generator);
    if (this._armed) throw this._notTaken();
    if (result !== this.suspended) this._endTurn(process, id, result);
    this._currentId = NOBODY;
  }

  /** A process is to be thrown an error, or is traced. */
  private _prepare(process: Process, id: number): void {
    const { marks } = this;
    const { wakeValue } = process;
    process.wakeValue = undefined;
    if ((marks[id]! & FAILING) === 0) this._deliver(wakeValue);
    else this._deliverError(wakeValue as Error);
    marks[id]! &= ~FAILING;
    if (this.trace !== null) this.note('go on');
  }

  /** A body has returned, or has yielded by itself. */
  private _endTurn(process: Process, id: number, result: IteratorResult<Suspended, unknown>): void {
    if (!result.done) {
      this._checkYield(process, id);
      return;
    }
    if (this.trace !== null) this.note('end');
    this._currentId = NOBODY;
    this.leaveWaiter(id);
    process.finish(result.value);
  }

  /** What a process waited for in line has not come in time. */
  private _losePatience(process: Process, id: number): void {
    const { waitingFor } = process;
    process.waitingFor = null;
    this.pending[id] = NOTHING;
    process.wakeValue = waitingFor?.renege?.(id);
  }

  /** An error that came out of a process goes to whoever waits for that process, or ends the run. */
  private _fail(error: unknown): void {
    const id = this._currentId;
    this._disarm();
    if (id === NOBODY) throw error;
    const process = this.processOf(id);
    const named = this._name(error, process);
    if (this.trace !== null) this.note('fail', '', named.message);
    this.breakOff(process);
    try {
      // An error of the engine's own, such as a bare yield, leaves the body where it stood.
      this._close(process);
    } catch {
      // What its `finally` blocks do wrong comes second.
    }
    this._disarm();
    this.breakOff(process);
    this._currentId = NOBODY;
    this.leaveWaiter(id);
    if (!process.fail(named)) throw named;
  }

  protected _leave(process: Process): void {
    const { id } = process;
    this._currentId = id;
    this.breakOff(process);
    try {
      this._close(process);
    } finally {
      this._disarm();
      this.breakOff(process);
      this.leaveWaiter(id);
      process.abandon();
    }
  }

  /** Leaves the body of a process by its `finally` blocks. @throws what they throw; or, after all, when one waits */
  private _close(process: Process): void {
    let waits = 0;
    while (waits < MOST_FINALLY && !process.generator.return(undefined as never).done) {
      waits++;
      this._disarm();
      this.breakOff(process);
    }
    if (waits > 0) throw this.error('a finally block waits after the end of the simulation');
  }

  /** The error with the process and the hour in front, unless the engine has put them there already. */
  protected _name(error: unknown, process: Process): Error {
    const cause = error instanceof Error ? error : new Error(String(error));
    if (cause instanceof SimulationError && cause.message.startsWith(`${process.description}, hour`)) return cause;
    return new SimulationError(`${process.description}, hour ${this._now}: ${cause.message}`, { cause });
  }

  protected _checkNotRunning(what: string): void {
    if (this._running) throw this.error(`the simulation runs already, it cannot ${what} now; do it after the run`);
  }

  protected _checkUsable(): void {
    if (this._ended) throw this.error('the simulation has ended; reset it or make a new one');
  }

  private _checkYield(process: Process, id: number): void {
    if (process.waitingFor !== null || this.pending[id] !== NOTHING) return;
    throw this.error('a bare yield: write yield* before what the process waits for');
  }
}
