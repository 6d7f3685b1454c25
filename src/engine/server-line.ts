import type { Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import { WaitQueue } from './wait-queue.ts';
import { NOBODY } from './waiters.ts';

/** One server and those who stand in line for it alone. */
export class ServerLine {
  /** Its place among the lines, the first is 0. */
  readonly number: number;
  /** Its length over time, who is served included. */
  readonly overTime: TimeWeighted;
  private readonly _sim: Simulation;
  private readonly _queue: WaitQueue;
  private _last = NOBODY;
  private _served = NOBODY;
  private _busy = false;

  constructor(sim: Simulation, number: number) {
    this.number = number;
    this.overTime = new TimeWeighted(0, sim.now);
    this._sim = sim;
    this._queue = new WaitQueue(sim);
  }

  /** How many stand in line or are served. */
  get length(): number {
    return this._queue.length + (this._busy ? 1 : 0);
  }

  get busy(): boolean {
    return this._busy;
  }

  /** Whom it serves; `NOBODY` also while it serves somebody outside any process. */
  get served(): number {
    return this._served;
  }

  /** Who stands first, `NOBODY` in an empty line. */
  get next(): number {
    return this._queue.head;
  }

  /** Who stands last, `NOBODY` in an empty line. */
  get last(): number {
    return this._last;
  }

  /** Somebody stands in line; his amount tells which line it is. */
  enter(id: number): void {
    this._queue.enter(id, this.number);
    this._last = id;
    this._count();
  }

  leave(id: number): void {
    if (id === this._last) this._last = this._sim.previousInLine[id]!;
    this._queue.leave(id);
    this._count();
  }

  /** The server begins to serve a process, or somebody outside any. */
  begin(id: number): void {
    if (id !== NOBODY) this._sim.takeInHand(id, 1);
    this._served = id;
    this._busy = true;
    this._count();
  }

  /** The server is done. */
  end(): void {
    if (this._served !== NOBODY) this._sim.letGo(this._served, 1);
    this._served = NOBODY;
    this._busy = false;
    this._count();
  }

  /** Nobody stands here or is served. */
  clear(): void {
    this._queue.clear();
    this._last = NOBODY;
    this._served = NOBODY;
    this._busy = false;
    this.overTime.restart(0, this._sim.now);
  }

  private _count(): void {
    this.overTime.set(this.length, this._sim.now);
  }
}

/** The shortest of some lines, of equals the first. */
export function shortestOf(lines: readonly ServerLine[]): ServerLine {
  let shortest = lines[0]!;
  for (const line of lines) if (line.length < shortest.length) shortest = line;
  return shortest;
}

/** The longest of some lines, of equals the nearest to one of them, then the first. */
export function longestOf(lines: readonly ServerLine[], near: ServerLine): ServerLine {
  let longest = near;
  for (const line of lines) {
    const excess = line.length - longest.length;
    const nearer = Math.abs(line.number - near.number) < Math.abs(longest.number - near.number);
    if (excess > 0 || (excess === 0 && nearer)) longest = line;
  }
  return longest;
}
