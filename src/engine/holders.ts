import type { Process } from './process.ts';
import { NOBODY, type Waiters } from './waiters.ts';

/**
 * Which processes hold units of a resource, by their numbers: so that nobody releases what another holds, and messages
 * can name who is in the way.
 */
export class Holders {
  readonly #waiters: Waiters;
  #units = new Int32Array(0);
  /** Units taken outside any process: whoever likes may release them. */
  #unowned = 0;
  #latest = NOBODY;

  constructor(waiters: Waiters) {
    this.#waiters = waiters;
  }

  /** A process takes units, or somebody outside any. */
  add(id: number, units: number): void {
    if (id === NOBODY) {
      this.#unowned += units;
      return;
    }
    if (id >= this.#units.length) this.#grow();
    this.#units[id]! += units;
    this.#waiters.holding[id]! += units;
    this.#latest = id;
  }

  /** A process gives units back, or somebody outside any; false when it holds fewer and too few are nobody's. */
  remove(id: number, units: number): boolean {
    if (id !== NOBODY && id < this.#units.length && this.#units[id]! >= units) {
      this.#units[id]! -= units;
      this.#waiters.holding[id]! -= units;
    } else if (this.#unowned >= units) {
      this.#unowned -= units;
    } else {
      return false;
    }
    return true;
  }

  /** The processes that hold units; empty when some units are nobody's. */
  get processes(): readonly Process[] {
    const holders: Process[] = [];
    if (this.#unowned > 0) return holders;
    for (let id = 0; id < this.#units.length; id++) {
      if (this.#units[id]! > 0) holders.push(this.#waiters.processOf(id));
    }
    return holders;
  }

  /** False when the latest holder is sure to go on without anybody's help: the usual case, quickly told. */
  get mayAllBeStuck(): boolean {
    const latest = this.#latest;
    return latest === NOBODY || this.#units[latest] === 0 || this.#waiters.processOf(latest).waitingFor !== null;
  }

  /** Nobody holds anything. */
  clear(): void {
    this.#units = new Int32Array(0);
    this.#unowned = 0;
    this.#latest = NOBODY;
  }

  #grow(): void {
    const units = new Int32Array(this.#waiters.marks.length);
    units.set(this.#units);
    this.#units = units;
  }
}
