import { Agenda, NOTHING } from './agenda.ts';
import { cycleOfWaiting, describeWaiting, listWaiting, type Waiting, waitOf } from './diagnosis.ts';
import { DeadlockError, Interrupt, SimulationError } from './errors.ts';
import type { Process } from './process.ts';
import type { SimEvent } from './sim-event.ts';
import type { SimulationOptions } from './simulation-options.ts';
import type { TraceSink } from './trace.ts';
import type { SharedWait, Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { FAILING, NOBODY, REQUEST, STARTED, Waiters } from './waiters.ts';

/**
 * The hour, who runs, and who waits for what: how processes begin to wait, are woken and broken off. The third of the
 * five layers of a simulation: its awaitable ({@link SharedWait}), everyone who can wait ({@link Waiters}), this, its run
 * loop, and what models call. They are layers of one object, not five: a field of another object takes one more load at
 * every use, and V8 inlines the less for it.
 */
export abstract class Waits extends Waiters {
  /** @internal */
  readonly trace: TraceSink | null;
  protected readonly _agenda = new Agenda();
  private readonly _forbidsCycles: boolean;
  protected _now = 0;
  protected _currentId = NOBODY;
  protected _running = false;
  protected _stopped = false;
  /** What ends the run after the present event, which is not at fault: a standstill, an error of the trace's sink. */
  protected _halt: { readonly error: unknown } | null = null;

  constructor(options: SimulationOptions) {
    super();
    this.trace = options.trace ?? null;
    this._forbidsCycles = options.cycles !== 'allow';
  }

  /** The simulated hour. */
  get now(): number {
    return this._now;
  }

  /** The process that runs just now, null inside a callback or outside a run. */
  get current(): Process | null {
    return this._currentId === NOBODY ? null : this.processOf(this._currentId);
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
    const of = id !== NOBODY && (this.marks[id]! & REQUEST) !== 0 ? this.pending[id]! : id;
    const who = of === NOBODY ? '' : (this.processOf(of)?.name ?? '');
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
    return listWaiting(this);
  }

  /** @internal The current process begins to wait for `what`. @returns its number */
  beginWait(what: Waitable): number {
    const id = this._currentId;
    if (id === NOBODY) throw this._nobodyCanWait(what);
    if (this._armed) throw this._notTaken();
    this.processOf(id).waitingFor = what;
    this.since[id] = this._now;
    if (this.trace !== null) this.note('wait', what.description);
    return id;
  }

  /** @internal @throws {DeadlockError} when a process that has just begun to wait closes a circle of waiting */
  checkCycle(id: number): void {
    if (!this._forbidsCycles) return;
    const process = this.processOf(id);
    const cycle = cycleOfWaiting(this, process);
    if (cycle.length === 0) return;
    const waits = cycle.map((one) => waitOf(this, one));
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
    const id = this.enterRequest(event, requester);
    this.since[id] = this._now;
    return id;
  }

  /** @internal What `yield*` takes when there is nothing to wait for. */
  ready<T>(value: T): Wait<T> {
    if (this._armed) throw this._notTaken();
    if (this._currentId === NOBODY) throw this.error('only a process can wait');
    return this._armReady(value);
  }

  /** @internal Gives a waiter what it waits for: the process goes on at this instant, after what is already due. */
  grant(id: number, value: unknown): void {
    if ((this.marks[id]! & REQUEST) === 0) {
      this.wake(id, value);
    } else {
      const event = this.requestOf(id);
      this.leaveWaiter(id);
      event?.succeed(value);
    }
  }

  /** @internal */
  wake(id: number, value: unknown): void {
    if (value !== undefined) this.processOf(id).wakeValue = value;
    this._goOn(id);
  }

  /** @internal */
  wakeWithError(id: number, error: Error): void {
    this.processOf(id).wakeValue = error;
    this.marks[id]! |= FAILING;
    this._goOn(id);
  }

  /** A process that waits goes on at this instant, after what is already due. */
  private _goOn(id: number): void {
    const { pending } = this;
    if (pending[id] !== NOTHING) this._agenda.drop(pending[id]!);
    pending[id] = this._agenda.wake(id);
  }

  /** @internal */
  interrupt(process: Process, interrupt: Interrupt): void {
    const { id } = process;
    const { marks, pending } = this;
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
    const { marks, pending } = this;
    process.waitingFor = null;
    process.wakeValue = undefined;
    marks[id]! &= ~FAILING;
    this._agenda.drop(pending[id]!);
    pending[id] = NOTHING;
    waitingFor?.withdraw(id, wakeValue);
  }

  /** @internal The error with who runs and the hour in front. */
  error(message: string): SimulationError {
    const who = this._currentId === NOBODY ? '' : `${this.processOf(this._currentId).description}, `;
    return new SimulationError(`${who}hour ${this._now}: ${message}`);
  }

  /** Ends the run after the present event, by an error for which that is not to blame. */
  protected _haltWith(error: unknown): void {
    if (!this._running) throw error;
    this._halt ??= { error };
    this._stopped = true;
  }

  // Errors are made apart from the hot paths: V8 inlines by the length of the bytecode.
  private _nobodyCanWait(what: Waitable): SimulationError {
    return this.error(`only a process can wait for ${what.description}`);
  }

  protected _notTaken(): SimulationError {
    this._disarm();
    const { current } = this;
    if (current !== null) this.breakOff(current);
    return this.error('a wait was not taken: write yield* before it');
  }
}
