import type { Process } from './process.ts';
import { NOBODY, type Waiters } from './waiters.ts';

/**
 * Which processes hold units of a resource, by their numbers: so that nobody releases what another holds, and messages
 * can name who is in the way.
 */
export class Holders {
  private readonly _waiters: Waiters;
  private _units = new Int32Array(0);
  /** Units taken outside any process: whoever likes may release them. */
  private _unowned = 0;
  private _latest = NOBODY;

  constructor(waiters: Waiters) {
    this._waiters = waiters;
  }

  /** A process takes units, or somebody outside any. */
  add(id: number, units: number): void {
    if (id === NOBODY) {
      this._unowned += units;
      return;
    }
    if (id >= this._units.length) this._grow();
    this._units[id]! += units;
    this._waiters.hold(id, units);
    this._latest = id;
  }

  /** A process gives units back, or somebody outside any; false when it holds fewer and too few are nobody's. */
  remove(id: number, units: number): boolean {
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
  get processes(): readonly Process[] {
    const holders: Process[] = [];
    if (this._unowned > 0) return holders;
    for (let id = 0; id < this._units.length; id++) {
      if (this._units[id]! > 0) holders.push(this._waiters.processOf(id));
    }
    return holders;
  }

  /** False when the latest holder is sure to go on without anybody's help: the usual case, quickly told. */
  get mayAllBeStuck(): boolean {
    const latest = this._latest;
    return latest === NOBODY || this._units[latest] === 0 || this._waiters.processOf(latest).waitingFor !== null;
  }

  /** Nobody holds anything. */
  clear(): void {
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
