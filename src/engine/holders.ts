import type { Process } from './process.ts';
import { WaitQueue } from './wait-queue.ts';
import { NOBODY, type Waiters } from './waiters.ts';
import type { Waits } from './waits.ts';

/**
 * The line of a resource, and which processes hold units of it, by their numbers: so that nobody releases what another
 * holds, and messages can name who is in the way. A layer of the resource for the reason given at {@link Waits}.
 */
export abstract class Holders extends WaitQueue {
  /** A release is checked. */
  protected readonly _knowsHolders: boolean;
  private _units = new Int32Array(0);
  /** Units taken outside any process: whoever likes may release them. */
  private _unowned = 0;
  private _latest = NOBODY;

  constructor(waiters: Waiters, knowsHolders: boolean) {
    super(waiters);
    this._knowsHolders = knowsHolders;
  }

  /** A process takes units, or somebody outside any. */
  protected _addHolder(id: number, units: number): void {
    if (id === NOBODY) {
      this._unowned += units;
      return;
    }
    if (id >= this._units.length) this._grow();
    this._units[id]! += units;
    this._waiters.takeInHand(id, units);
    this._latest = id;
  }

  /** A process gives units back, or somebody outside any; false when it holds fewer and too few are nobody's. */
  protected _removeHolder(id: number, units: number): boolean {
    if (id !== NOBODY && id < this._units.length && this._units[id]! >= units) {
      this._units[id]! -= units;
      this._waiters.letGo(id, units);
    } else if (this._unowned >= units) {
      this._unowned -= units;
    } else {
      return false;
    }
    return true;
  }

  /** The processes that hold units; empty when some units are nobody's. */
  protected get _holders(): readonly Process[] {
    const holders: Process[] = [];
    if (this._unowned > 0) return holders;
    for (let id = 0; id < this._units.length; id++) {
      if (this._units[id]! > 0) holders.push(this._waiters.processOf(id));
    }
    return holders;
  }

  /** False when the latest holder is sure to go on without anybody's help: the usual case, quickly told. */
  protected get _mayAllBeStuck(): boolean {
    const latest = this._latest;
    return latest === NOBODY || this._units[latest] === 0 || this._waiters.processOf(latest).waitingFor !== null;
  }

  /** Nobody holds anything. */
  protected _clearHolders(): void {
    this._units = new Int32Array(0);
    this._unowned = 0;
    this._latest = NOBODY;
  }

  private _grow(): void {
    const units = new Int32Array(this._waiters.marks.length);
    units.set(this._units);
    this._units = units;
  }
}
