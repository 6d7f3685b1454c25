import type { Agenda } from './agenda.ts';
import type { Process } from './process.ts';
import type { SimEvent } from './sim-event.ts';
import { SharedWait } from './wait.ts';

/** The number of nobody. */
export const NOBODY = -1;

/** Marks of a waiter. */
export const STARTED = 1;
export const BACKGROUND = 2;
/** What it will be resumed with is an error to be thrown. */
export const FAILING = 4;
/** It stands in a line. */
export const IN_LINE = 8;
/** It has ended, with something in its hands. */
export const GONE = 64;
/** Its turns are traced. */
export const TRACED = 32;
/** With one of these, resuming it takes something special. */
export const SPECIAL = FAILING | TRACED;
/** It is the event of a request, not a process. */
export const REQUEST = 16;

/**
 * Everyone who can wait, by number: the processes alive, and the requests that conditions listen to. What changes
 * with a wait lies in typed arrays by that number, so that waiting makes no garbage and nothing for the garbage
 * collector to walk. Numbers are used again. The second layer of a simulation, see {@link Waits}.
 */
export abstract class Waiters extends SharedWait {
  private readonly _owners: (Process | SimEvent<unknown> | null)[] = [];
  private readonly _free: number[] = [];
  /** @internal Units of resources that it holds and requests of its in line, all together. */
  holding = new Int32Array(64);
  /** @internal Sums of the marks. */
  marks = new Uint8Array(64);
  /**
   * @internal What is due for a process, as the {@link Agenda} numbers it. Of a request: the number of the process that
   * made it.
   */
  pending = new Int32Array(64);
  /** @internal Hour since which it waits. */
  since = new Float64Array(64);
  /** @internal Its neighbours in the line it stands in, and what it wants there; see {@link WaitQueue}. */
  previousInLine = new Int32Array(0);
  /** @internal */
  nextInLine = new Int32Array(0);
  /** @internal */
  priorities = new Float64Array(0);
  /** @internal Units or amount. */
  amounts = new Float64Array(0);

  /** @internal The number that the next owner gets; {@link enterWaiter} must follow. */
  takeId(): number {
    return this._free.length > 0 ? this._free.pop()! : this._newId();
  }

  /** @internal */
  enterWaiter(id: number, owner: Process | SimEvent<unknown> | null, marks: number): void {
    this._owners[id] = owner;
    this.marks[id] = marks;
    this.pending[id] = -1;
  }

  /** @internal A request enters, made by a process or by nobody. @returns its number */
  enterRequest(event: SimEvent<unknown> | null, requester: number): number {
    const id = this.takeId();
    this.enterWaiter(id, event, REQUEST);
    this.pending[id] = requester;
    if (requester !== NOBODY) this.takeInHand(requester, 1);
    return id;
  }

  /**
   * @internal It waits no more, ever. The number of a process that still holds units, or has requests in line, is given
   * out again only after it is rid of them.
   */
  leaveWaiter(id: number): void {
    if ((this.marks[id]! & REQUEST) !== 0) this._leaveRequest(id);
    else if (this.holding[id] !== 0) this.marks[id]! |= GONE;
    else this._setFree(id);
  }

  /** @internal It has more in its hands: units, or a request in line. */
  takeInHand(id: number, units: number): void {
    this.holding[id]! += units;
  }

  /** @internal It has less in its hands. */
  letGo(id: number, units: number): void {
    this.holding[id]! -= units;
    if (this.holding[id] === 0 && (this.marks[id]! & GONE) !== 0) this._setFree(id);
  }

  /** Nobody is left. */
  protected _clearWaiters(): void {
    this._owners.length = 0;
    this._free.length = 0;
    this.holding.fill(0);
  }

  /** @internal */
  processOf(id: number): Process {
    return this._owners[id] as Process;
  }

  /** @internal The event of a request; null of one that nobody waits for. */
  requestOf(id: number): SimEvent<unknown> | null {
    return this._owners[id] as SimEvent<unknown> | null;
  }

  /** @internal The processes alive, in order of number. */
  *aliveProcesses(): Iterable<Process> {
    for (let id = 0; id < this._owners.length; id++) {
      if (this._owners[id] === null || (this.marks[id]! & REQUEST) !== 0) continue;
      const process = this.processOf(id);
      if (process.alive) yield process;
    }
  }

  /** @internal Makes room for lines: most processes only ever hold, so this waits until somebody queues. */
  makeRoomInLines(): void {
    const length = this.marks.length;
    this.previousInLine = longer(this.previousInLine, new Int32Array(length));
    this.nextInLine = longer(this.nextInLine, new Int32Array(length));
    this.priorities = longer(this.priorities, new Float64Array(length));
    this.amounts = longer(this.amounts, new Float64Array(length));
  }

  private _newId(): number {
    const id = this._owners.push(null) - 1;
    if (id >= this.marks.length) this._grow();
    return id;
  }

  private _leaveRequest(id: number): void {
    this._setFree(id);
    if (this.pending[id] !== NOBODY) this.letGo(this.pending[id]!, 1);
  }

  private _setFree(id: number): void {
    this._owners[id] = null;
    this._free.push(id);
  }

  private _grow(): void {
    const length = this.marks.length * 2;
    this.marks = longer(this.marks, new Uint8Array(length));
    this.pending = longer(this.pending, new Int32Array(length));
    this.holding = longer(this.holding, new Int32Array(length));
    this.since = longer(this.since, new Float64Array(length));
  }
}

function longer<A extends Uint8Array | Int32Array | Float64Array>(array: A, empty: A): A {
  empty.set(array);
  return empty;
}
