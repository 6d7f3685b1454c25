import type { Agenda } from './agenda.ts';
import type { Process } from './process.ts';
import type { SimEvent } from './sim-event.ts';

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
/** With none of these but {@link STARTED}, resuming it takes nothing special. */
export const ROUTINE = STARTED | FAILING | TRACED;
/** It is the event of a request, not a process. */
export const REQUEST = 16;

/**
 * Everyone who can wait, by number: the processes alive, and the requests that conditions listen to. What changes
 * with a wait lies in typed arrays by that number, so that waiting makes no garbage and nothing for the garbage
 * collector to walk. Numbers are used again.
 */
export class Waiters {
  private readonly _owners: (Process | SimEvent<unknown> | null)[] = [];
  private readonly _free: number[] = [];
  /** Units of resources that it holds and requests of its in line, all together. */
  holding = new Int32Array(64);
  /** Sums of the marks. */
  marks = new Uint8Array(64);
  /**
   * What is due for a process, as the {@link Agenda} numbers it. Of a request: the number of the process that made it.
   */
  pending = new Int32Array(64);
  /** Hour since which it waits. */
  since = new Float64Array(64);
  /** Its neighbours in the line it stands in, and what it wants there; see {@link WaitQueue}. */
  previous = new Int32Array(0);
  next = new Int32Array(0);
  priorities = new Float64Array(0);
  /** Units or amount. */
  amounts = new Float64Array(0);

  /** The number that the next owner gets; {@link enter} must follow. */
  takeId(): number {
    const id = this._free.pop() ?? this._owners.push(null) - 1;
    if (id >= this.marks.length) this._grow();
    return id;
  }

  enter(id: number, owner: Process | SimEvent<unknown> | null, marks: number): void {
    this._owners[id] = owner;
    this.marks[id] = marks;
    this.pending[id] = -1;
  }

  /** A request enters, made by a process or by nobody. @returns its number */
  enterRequest(event: SimEvent<unknown> | null, requester: number): number {
    const id = this.takeId();
    this.enter(id, event, REQUEST);
    this.pending[id] = requester;
    if (requester !== NOBODY) this.hold(requester, 1);
    return id;
  }

  /**
   * It waits no more, ever. The number of a process that still holds units, or has requests in line, is given out again
   * only after it is rid of them.
   */
  leave(id: number): void {
    if ((this.marks[id]! & REQUEST) === 0 && this.holding[id] !== 0) {
      this.marks[id]! |= GONE;
      return;
    }
    this._setFree(id);
    if ((this.marks[id]! & REQUEST) !== 0 && this.pending[id] !== NOBODY) this.letGo(this.pending[id]!, 1);
  }

  /** It has more in its hands: units, or a request in line. */
  hold(id: number, units: number): void {
    this.holding[id]! += units;
  }

  /** It has less in its hands. */
  letGo(id: number, units: number): void {
    this.holding[id]! -= units;
    if (this.holding[id] === 0 && (this.marks[id]! & GONE) !== 0) this._setFree(id);
  }

  /** Nobody is left. */
  clear(): void {
    this._owners.length = 0;
    this._free.length = 0;
    this.holding.fill(0);
  }

  processOf(id: number): Process {
    return this._owners[id] as Process;
  }

  /** The event of a request; null of one that nobody waits for. */
  requestOf(id: number): SimEvent<unknown> | null {
    return this._owners[id] as SimEvent<unknown> | null;
  }

  /** The processes alive, in order of number. */
  *processes(): Iterable<Process> {
    for (let id = 0; id < this._owners.length; id++) {
      if (this._owners[id] === null || (this.marks[id]! & REQUEST) !== 0) continue;
      const process = this.processOf(id);
      if (process.alive) yield process;
    }
  }

  /** Makes room for lines: most processes only ever hold, so this waits until somebody queues. */
  makeRoomInLines(): void {
    const length = this.marks.length;
    this.previous = longer(this.previous, new Int32Array(length));
    this.next = longer(this.next, new Int32Array(length));
    this.priorities = longer(this.priorities, new Float64Array(length));
    this.amounts = longer(this.amounts, new Float64Array(length));
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
