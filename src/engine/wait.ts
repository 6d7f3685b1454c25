import { SimulationError } from './errors.ts';

/** What a process hands the engine while it waits. Models never make one: it comes out of `yield*`. */
export interface Suspended {
  readonly suspended: true;
}
const SUSPENDED: Suspended = { suspended: true };

/**
 * Something a process can wait for: `const value = yield* wait`.
 *
 * @typeParam T what the wait gives back
 */
export type Wait<T> = Iterable<Suspended, T, undefined>;

/** The body of a process: a generator that waits by `yield*` and may return a result. */
export type ProcessBody<R = void> = Generator<Suspended, R, undefined>;

const IDLE = 0;
/** A process was resumed: its `yield*` asks once more. */
const DELIVERED = 1;
const MUST_SUSPEND = 2;
const READY = 3;
const HOLD = 4;
type Arming = typeof IDLE | typeof DELIVERED | typeof MUST_SUSPEND | typeof READY | typeof HOLD;

/**
 * The one awaitable that serves every wait of a simulation: the simulation itself, and its own one-shot iterator. An
 * operation such as `seize` arms it; `yield*` then asks it at once whether to suspend; when the process is resumed,
 * `yield*` asks again and gets the result or the error. Two constant result objects keep waiting free of allocation, and
 * an armed awaitable that was never asked betrays a forgotten `yield*`.
 */
export abstract class SharedWait {
  /** @internal What `yield*`, and so the body, gives whenever it waits. */
  readonly suspended: IteratorYieldResult<Suspended> = { done: false, value: SUSPENDED };
  private readonly _done: IteratorReturnResult<unknown> = { done: true, value: undefined };
  private _arming: Arming = IDLE;
  private _until = 0;
  private _error: Error | null = null;

  /** @internal Decides at its `yield*` whether a hold must suspend; false when its end is there already. */
  abstract beginHold(until: number): boolean;

  /** True between an operation and its `yield*`. */
  protected get _armed(): boolean {
    return this._arming > DELIVERED;
  }

  /** @internal What `yield*` takes when the process must wait. */
  suspend<T>(): Wait<T> {
    this._arming = MUST_SUSPEND;
    return this as unknown as Wait<T>;
  }

  /** The process will have to wait until an hour, unless nothing else can happen before. */
  protected _armHold(until: number): Wait<void> {
    this._arming = HOLD;
    this._until = until;
    return this as unknown as Wait<void>;
  }

  /** What the process asked for is there already. */
  protected _armReady<T>(value: T): Wait<T> {
    this._arming = READY;
    this._done.value = value;
    return this as unknown as Wait<T>;
  }

  /** Sets what the next resumed wait gives back. */
  protected _deliver(value: unknown): void {
    this._arming = DELIVERED;
    this._done.value = value;
  }

  /** Sets what the next resumed wait throws. */
  protected _deliverError(error: Error): void {
    this._arming = DELIVERED;
    this._error = error;
  }

  protected _disarm(): void {
    this._arming = IDLE;
  }

  /** @internal */
  [Symbol.iterator](): this {
    return this;
  }

  /** @internal */
  next(): IteratorResult<Suspended, unknown> {
    const arming = this._arming;
    this._arming = IDLE;
    if (arming === MUST_SUSPEND) return this.suspended;
    if (arming === HOLD) {
      if (this.beginHold(this._until)) return this.suspended;
      this._done.value = undefined;
    } else if (arming === DELIVERED && this._error !== null) {
      const error = this._error;
      this._error = null;
      throw error;
    } else if (arming === IDLE) {
      throw takenTwice();
    }
    return this._done;
  }
}

function takenTwice(): SimulationError {
  return new SimulationError('a wait was taken a second time: each yield* needs a call of its own');
}
