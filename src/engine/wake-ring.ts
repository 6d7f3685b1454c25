import type { Process } from './process.ts';

/**
 * Processes to be resumed at this very instant, first come first served. A ring is cheaper than the event list;
 * each entry carries its key, so that the order stays the one the event list would have given.
 */
export class WakeRing {
  #processes: (Process | null)[] = new Array(64).fill(null);
  #keys = new Float64Array(64);
  #mask = 63;
  #first = 0;
  #end = 0;

  /** True when nobody is to be resumed. */
  get empty(): boolean {
    return this.#first === this.#end;
  }

  /** Key of the first entry; only meaningful when there is one. */
  get nextKey(): number {
    return this.#keys[this.#first & this.#mask] as number;
  }

  /** Adds an entry. @returns its place, for {@link withdraw} */
  push(process: Process, key: number): number {
    if (this.#end - this.#first > this.#mask) this.#grow();
    const place = this.#end++;
    this.#processes[place & this.#mask] = process;
    this.#keys[place & this.#mask] = key;
    return place;
  }

  /** Takes the first entry out; there must be one. */
  pop(): Process {
    const at = this.#first++ & this.#mask;
    const process = this.#processes[at] as Process;
    this.#processes[at] = null;
    this.#skipWithdrawn();
    return process;
  }

  /** Takes the entry at a place out, wherever it stands by now. */
  withdraw(place: number): void {
    this.#processes[place & this.#mask] = null;
    this.#skipWithdrawn();
  }

  #skipWithdrawn(): void {
    while (this.#first < this.#end && this.#processes[this.#first & this.#mask] === null) this.#first++;
    if (this.#first === this.#end) {
      this.#first = 0;
      this.#end = 0;
    }
  }

  #grow(): void {
    const size = (this.#mask + 1) * 2;
    const processes: (Process | null)[] = new Array(size).fill(null);
    const keys = new Float64Array(size);
    for (let index = this.#first; index < this.#end; index++) {
      processes[index & (size - 1)] = this.#processes[index & this.#mask] as Process | null;
      keys[index & (size - 1)] = this.#keys[index & this.#mask] as number;
    }
    this.#processes = processes;
    this.#keys = keys;
    this.#mask = size - 1;
  }
}
