import { SimulationError } from './errors.ts';
import { plainValue } from './plain-value.ts';

/** One thing that happened: who did what, where, when. */
export interface TraceEntry {
  /** The simulated hour. */
  readonly time: number;
  /** Name of the process, empty outside one. */
  readonly who: string;
  /** `spawn`, `hold`, `wait`, `go on`, `end`, `fail`, `interrupt`, `call`, `seize`, `release`, … or a model's own word. */
  readonly what: string;
  /**
   * Name of the resource or whatever it happened at, empty when that says nothing; of a `wait`, since events and
   * processes can be waited for under the same name, with its kind: `resource "berth"`, `container "heap" (to take)`.
   */
  readonly where: string;
  /** Units, hours or whatever goes with it: the thing itself, not a copy. */
  readonly value: unknown;
}

/** Takes the entries of a trace, in order. */
export type TraceSink = (entry: TraceEntry) => void;

/**
 * Keeps the last entries of a trace, however long the run: what to look at when it has gone wrong.
 *
 * @example
 * const recorder = new TraceRecorder(2);
 * const sim = new Simulation({ trace: recorder.sink });
 * sim.spawn('ship', (function* () {
 *   yield* sim.hold(3);
 * })());
 * sim.run();
 * recorder.entries.map(traceLine); // ['3 ship: go on', '3 ship: end']
 * recorder.count; // 5
 */
export class TraceRecorder {
  readonly #most: number;
  #ring: TraceEntry[] = [];
  #count = 0;

  /**
   * @param most how many entries are kept
   * @throws {SimulationError} when that is not a whole number of at least 1
   */
  constructor(most = 1000) {
    if (!Number.isInteger(most) || most < 1) {
      throw new SimulationError(`a recorder keeps a whole number of at least 1 entries, not ${most}`);
    }
    this.#most = most;
  }

  /** What the simulation is given as its `trace`. */
  readonly sink: TraceSink = (entry) => {
    this.#ring[this.#count++ % this.#most] = entry;
  };

  /** How many entries there were, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** The entries kept, oldest first. */
  get entries(): TraceEntry[] {
    const oldest = this.#count > this.#most ? this.#count % this.#most : 0;
    return [...this.#ring.slice(oldest), ...this.#ring.slice(0, oldest)];
  }

  /** Forgets everything, such as at the start of another run. */
  clear(): void {
    this.#ring = [];
    this.#count = 0;
  }
}

/**
 * An entry as a line of text: `hour who: what where value`, what is empty left out.
 *
 * @example
 * traceLine({ time: 2.5, who: 'ship', what: 'seize', where: 'berth', value: 1 }); // '2.5 ship: seize berth 1'
 * traceLine({ time: 0, who: '', what: 'spawn', where: 'ship', value: undefined }); // '0 spawn ship'
 */
export function traceLine(entry: TraceEntry): string {
  const { time, who, what, where, value } = entry;
  const parts = [String(time), who === '' ? '' : `${who}:`, what, where];
  if (value !== undefined) parts.push(JSON.stringify(plainValue(value)));
  return parts.filter((part) => part !== '').join(' ');
}

/**
 * A sink that hands on each entry as a line of text, see {@link traceLine}.
 *
 * @param write takes a line, without its end
 *
 * @example
 * const lines: string[] = [];
 * const sim = new Simulation({ trace: textTrace((line) => lines.push(line)) });
 * sim.schedule(1, () => sim.note('tide', 'bar', { metres: 4.2 }));
 * sim.run();
 * lines; // ['1 call', '1 tide bar {"metres":4.2}']
 */
export function textTrace(write: (line: string) => void): TraceSink {
  return (entry) => write(traceLine(entry));
}

/**
 * A sink that hands on each entry as a line of JSON. What JSON has no form for is named: `"NaN"`, `"process \"ship\""`,
 * `"RangeError: boom"`; so any value can be noted.
 *
 * @param write takes a line, without its end
 *
 * @example
 * const lines: string[] = [];
 * const sim = new Simulation({ trace: jsonTrace((line) => lines.push(line)) });
 * sim.note('tide', 'bar', 4.2);
 * lines; // ['{"time":0,"who":"","what":"tide","where":"bar","value":4.2}']
 */
export function jsonTrace(write: (line: string) => void): TraceSink {
  return ({ time, who, what, where, value }) =>
    write(JSON.stringify({ time, who, what, where, ...(value === undefined ? {} : { value: plainValue(value) }) }));
}
