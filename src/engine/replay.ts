import { SimulationError } from './errors.ts';
import { plainValue } from './plain-value.ts';
import { type TraceEntry, type TraceSink, traceLine } from './trace.ts';

/** Where two runs of one model part. The values of the entries are plain copies, taken when they were noted. */
export interface Difference {
  /** Number of the first entry that differs, from 0. */
  readonly entry: number;
  /** Its hour: the earlier of the two. */
  readonly hour: number;
  /** What the one run did; null when it had ended. */
  readonly first: TraceEntry | null;
  /** What the next run did; null when it had ended. */
  readonly second: TraceEntry | null;
  /** The last entries before it, the same in both. */
  readonly before: readonly TraceEntry[];
}

const ENTRIES_KEPT = 100_000;
const ENTRIES_BEFORE = 5;

/**
 * Runs a model twice and finds the first thing that went otherwise: a draw from `Math.random`, a clock on the wall,
 * something left over from an earlier run. A model that gives the same from the same seed gives null.
 *
 * Memory is bounded: a trace longer than `kept` entries is compared in pieces, each run with the next, so that the
 * model is run once more for every further `kept` entries. Values are compared as plain data, all the way down; what
 * is not plain data (an object of a class, a function) by its class and name, since two runs never share it.
 *
 * @param run builds a simulation with this trace and runs it; an error it throws is passed on
 * @param kept entries that are kept at a time
 * @returns the first difference, null when there is none
 *
 * @example
 * const run = (trace: TraceSink) => {
 *   const sim = new Simulation({ trace });
 *   sim.spawn('ship', (function* () {
 *     yield* sim.hold(2);
 *     yield* sim.hold(Math.random());
 *   })());
 *   sim.run();
 * };
 * const difference = firstDifference(run);
 * difference?.entry; // 4
 * difference?.hour; // 2
 * difference?.first?.what; // 'hold'
 * difference?.before.map(traceLine); // ['0 spawn ship 0', '0 ship: go on', '0 ship: hold 2', '2 ship: go on']
 */
export function firstDifference(run: (trace: TraceSink) => void, kept = ENTRIES_KEPT): Difference | null {
  if (!Number.isInteger(kept) || kept < 1) {
    throw new SimulationError(`a replay keeps a whole number of at least 1 entries, not ${kept}`);
  }
  let piece = new Piece(null, kept);
  run(piece.sink);
  for (;;) {
    const next = new Piece(piece, kept);
    let error: unknown = null;
    try {
      run(next.sink);
    } catch (thrown) {
      error = thrown;
    }
    const difference = next.difference();
    if (difference !== null) return difference;
    if (error !== null) throw error;
    if (piece.isLast) return null;
    piece = next;
  }
}

/**
 * A difference in words, to print.
 *
 * @example
 * const first = { time: 2, who: 'ship', what: 'hold', where: '', value: 7 };
 * const lines = describeDifference({ entry: 4, hour: 2, first, second: null, before: [] }).split('\n');
 * lines; // ['the runs differ at entry 4, hour 2:', '  first: 2 ship: hold 7', '  second: has ended']
 */
export function describeDifference(difference: Difference): string {
  const { entry, hour, first, second, before } = difference;
  const lines = [
    `the runs differ at entry ${entry}, hour ${hour}:`,
    `  first: ${first === null ? 'has ended' : traceLine(first)}`,
    `  second: ${second === null ? 'has ended' : traceLine(second)}`,
  ];
  if (before.length > 0) lines.push('before that, the same in both:', ...before.map((one) => `  ${traceLine(one)}`));
  return lines.join('\n');
}

/** One run, which is compared with a piece of the one before and keeps the piece that follows. */
class Piece {
  readonly #expected: readonly TraceEntry[];
  readonly #from: number;
  readonly #mustEndThere: boolean;
  readonly #kept: number;
  readonly #entries: TraceEntry[] = [];
  #latest: TraceEntry[] = [];
  #count = 0;
  #difference: Difference | null = null;

  constructor(before: Piece | null, kept: number) {
    this.#expected = before === null ? [] : before.#entries;
    this.#from = before === null ? 0 : before.#begin;
    this.#mustEndThere = before?.isLast ?? false;
    this.#kept = kept;
  }

  /** Number of the entry with which what it keeps begins. */
  get #begin(): number {
    return this.#from + this.#expected.length;
  }

  /** The run ended within what it keeps. */
  get isLast(): boolean {
    return this.#entries.length < this.#kept;
  }

  readonly sink: TraceSink = (entry) => {
    if (this.#difference !== null) return;
    const number = this.#count++;
    if (number < this.#from - ENTRIES_BEFORE || number >= this.#begin + this.#kept) return;
    const copy = { ...entry, value: entry.value === undefined ? undefined : plainValue(entry.value) };
    const expected = this.#expected[number - this.#from] ?? null;
    const compared = number >= this.#from && (number < this.#begin || this.#mustEndThere);
    if (compared && (expected === null || !isSame(expected, copy))) this.#part(number, expected, copy);
    else this.#keep(number, copy);
  };

  /** To be asked when the run has ended. */
  difference(): Difference | null {
    const next = Math.max(this.#count, this.#from);
    const missing = this.#expected[next - this.#from];
    if (this.#difference === null && missing !== undefined) this.#part(next, missing, null);
    return this.#difference;
  }

  #keep(number: number, entry: TraceEntry): void {
    this.#latest.push(entry);
    if (this.#latest.length > ENTRIES_BEFORE) this.#latest.shift();
    if (number >= this.#begin) this.#entries.push(entry);
  }

  #part(entry: number, first: TraceEntry | null, second: TraceEntry | null): void {
    const hour = Math.min(first?.time ?? Number.POSITIVE_INFINITY, second?.time ?? Number.POSITIVE_INFINITY);
    this.#difference = { entry, hour, first, second, before: this.#latest };
    this.#latest = [];
  }
}

function isSame(one: TraceEntry, other: TraceEntry): boolean {
  return (
    one.time === other.time &&
    one.who === other.who &&
    one.what === other.what &&
    one.where === other.where &&
    (one.value === other.value || JSON.stringify(one.value) === JSON.stringify(other.value))
  );
}
