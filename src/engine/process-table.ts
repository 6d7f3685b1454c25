import type { Process } from './process.ts';

/** Marks of a process. */
export const STARTED = 1;
export const BACKGROUND = 2;
/** What it will be resumed with is an error to be thrown. */
export const FAILING = 4;

/**
 * The processes alive by number, and what changes with every wait in typed arrays beside them: a process that is
 * resumed a million times then makes no garbage.
 */
export class ProcessTable {
  readonly #processes: (Process | null)[] = [];
  readonly #freeIds: number[] = [];
  /** Marks, a sum of {@link STARTED}, {@link BACKGROUND}, {@link FAILING}. */
  marks = new Uint8Array(64);
  /** Slot of a hold's timer, −1 when there is none. */
  timers = new Int32Array(64);
  /** Place among the wake-ups of this instant, −1 when there is none. */
  wakes = new Int32Array(64);
  /** Hour since which it waits. */
  since = new Float64Array(64);

  /** The number the next process will get. */
  takeId(): number {
    const id = this.#freeIds.pop() ?? this.#processes.push(null) - 1;
    if (id >= this.marks.length) this.#grow();
    this.marks[id] = 0;
    this.timers[id] = -1;
    this.wakes[id] = -1;
    return id;
  }

  enter(process: Process): void {
    this.#processes[process.id] = process;
  }

  leave(id: number): void {
    this.#processes[id] = null;
    this.#freeIds.push(id);
  }

  /** Those alive, in order of number. */
  *alive(): Iterable<Process> {
    for (const process of this.#processes) if (process !== null) yield process;
  }

  #grow(): void {
    const length = this.marks.length * 2;
    const marks = new Uint8Array(length);
    marks.set(this.marks);
    this.marks = marks;
    const timers = new Int32Array(length);
    timers.set(this.timers);
    this.timers = timers;
    const wakes = new Int32Array(length);
    wakes.set(this.wakes);
    this.wakes = wakes;
    const since = new Float64Array(length);
    since.set(this.since);
    this.since = since;
  }
}
