import { Agenda, NOTHING } from './agenda.ts';
import { cycleOfWaiting, describeWaiting, listWaiting, type Waiting, waitOf } from './diagnosis.ts';
import { DeadlockError, Interrupt, SimulationError } from './errors.ts';
import type { Process } from './process.ts';
import type { SimEvent } from './sim-event.ts';
import type { SimulationOptions } from './simulation-options.ts';
import type { TraceSink } from './trace.ts';
import { SharedWait, type Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { FAILING, NOBODY, REQUEST, STARTED, Waiters } from './waiters.ts';

/**
 * The hour, who runs, and who waits for what: how processes begin to wait, are woken and broken off. The lowest of the
 * three layers of a simulation, below its run loop. They are layers of one object, not three: a field of another object
 * takes one more load at every use, and V8 inlines the less for it.
 */
export abstract class Waits {
  /** @internal */
  readonly waiters = new Waiters();
  /** @internal */
  readonly trace: TraceSink | null;
  protected readonly _wait = new SharedWait(this);
  protected readonly _agenda = new Agenda();
  private readonly _forbidsCycles: boolean;
  protected _now = 0;
  protected _currentId = NOBODY;
  protected _running = false;
  protected _stopped = false;
  /** What ends the run after the present event, which is not at fault: a standstill, an error of the trace's sink. */
  protected _halt: { readonly error: unknown } | null = null;

  constructor(options: SimulationOptions) {
    this.trace = options.trace ?? null;
    this._forbidsCycles = options.cycles !== 'allow';
  }

  /** The simulated hour. */
  get now(): number {
    return this._now;
  }

  /** The process that runs just now, null inside a callback or outside a run. */
  get current(): Process | null {
    return this._currentId === NOBODY ? null : this.waiters.processOf(this._currentId);
  }

  /** Ends the run after the present event. */
  stop(): void {
    this._stopped = true;
  }

  /** The last run was ended by {@link stop}. */
  get stopped(): boolean {
    return this._stopped;
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

  /** @internal Decides at its `yield*` whether a hold must suspend; false when its end is there already. */
  abstract beginHold(until: number): boolean;

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

  protected _wake(id: number): void {
    const { pending } = this.waiters;
    if (pending[id] !== NOTHING) this._agenda.drop(pending[id]!);
    pending[id] = this._agenda.wake(id);
  }

  /** Ends the run after the present event, by an error for which that is not to blame. */
  protected _haltWith(error: unknown): void {
    if (!this._running) throw error;
    this._halt ??= { error };
    this._stopped = true;
  }

  protected _notTaken(): SimulationError {
    this._wait.disarm();
    const { current } = this;
    if (current !== null) this.breakOff(current);
    return this.error('a wait was not taken: write yield* before it');
  }
}
