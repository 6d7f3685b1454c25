import { SimulationError } from './errors.ts';
import type { Process } from './process.ts';
import { requestEvent } from './request-event.ts';
import { longestOf, ServerLine, shortestOf } from './server-line.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { IN_LINE, NOBODY, REQUEST } from './waiters.ts';

/** What parallel lines are made of. */
export interface ParallelLinesOptions {
  readonly name: string;
  /** How many servers, each with a line of its own: a whole number of at least 1. */
  readonly lines: number;
  /**
   * By how many a line must be longer than another for its last to move over, a whole number of at least 2 (the
   * default); Infinity for lines that nobody changes.
   */
  readonly threshold?: number;
}

/**
 * Several servers, each with its own line, as at tills or gate lanes. A line's length counts who stands in it and who
 * is served. Newcomers join the shortest line, of equals the first. Whenever somebody goes and lines then differ by
 * `threshold` or more, the last of the longest line moves to the end of the shortest; of lines equally long the one
 * nearest to it, then the first, gives him up. So no two lines ever differ by `threshold` or more. Who is served moves
 * no more. Each turn looks at every line once.
 *
 * @example
 * const sim = new Simulation();
 * const tills = new ParallelLines(sim, { name: 'tills', lines: 2 });
 * const seen: string[] = [];
 * function* customer(name: string, hours: number) {
 *   const till = yield* tills.seize();
 *   seen.push(`${name} at till ${till}, hour ${sim.now}`);
 *   yield* sim.hold(hours);
 *   tills.release(till);
 * }
 * Object.entries({ a: 9, b: 1, c: 1 }).forEach(([name, hours]) => sim.spawn(name, customer(name, hours)));
 * sim.run();
 * seen; // ['a at till 0, hour 0', 'b at till 1, hour 0', 'c at till 1, hour 1']
 * tills.moves; // 1
 */
export class ParallelLines implements Waitable, Part {
  readonly name: string;
  /** Servers busy, over time. */
  readonly usage: TimeWeighted;
  /** How many wait in all lines together, over time. */
  readonly line: TimeWeighted;
  private readonly _sim: Simulation;
  private readonly _threshold: number;
  private readonly _lines: readonly ServerLine[];
  private _moves = 0;

  /** @throws {SimulationError} on a number of lines or a threshold that makes no sense */
  constructor(sim: Simulation, options: ParallelLinesOptions) {
    const { name, lines, threshold = 2 } = options;
    if (!Number.isInteger(lines) || lines < 1) {
      throw new SimulationError(`lines "${name}": their number must be whole and at least 1, not ${lines}`);
    }
    if (!(Number.isInteger(threshold) || threshold === Number.POSITIVE_INFINITY) || threshold < 2) {
      throw new SimulationError(`lines "${name}": the threshold must be whole and at least 2, not ${threshold}`);
    }
    this.name = name;
    this.usage = new TimeWeighted(0, sim.now);
    this.line = new TimeWeighted(0, sim.now);
    this._sim = sim;
    this._threshold = threshold;
    this._lines = Array.from({ length: lines }, (_, number) => new ServerLine(sim, number));
    sim.add(this);
  }

  get description(): string {
    return `lines "${this.name}"`;
  }

  /** Servers busy just now. */
  get busy(): number {
    return this.usage.value;
  }

  /** How many wait in all lines together. */
  get queueLength(): number {
    return this.line.value;
  }

  /** How often somebody moved to another line. */
  get moves(): number {
    return this._moves;
  }

  /** Length of a line over time, who is served included. @param line its number, the first is 0 */
  length(line: number): TimeWeighted {
    return this._lineOf(line).overTime;
  }

  /** Joins the shortest line and waits to be served. @returns the number of the line served at, to be released */
  seize(): Wait<number> {
    const sim = this._sim;
    const line = shortestOf(this._lines);
    if (line.length === 0) {
      const wait = sim.ready(line.number);
      this._begin(line, sim.currentId);
      return wait;
    }
    const id = sim.beginWait(this);
    this._enter(line, id);
    if (this._mayAllBeStuck()) sim.checkCycle(id);
    return sim.suspend<number>();
  }

  /** The same as an event, for conditions; a loser leaves its line, or the server. */
  request(): SimEvent<number> {
    const sim = this._sim;
    const requester = sim.currentId;
    let id = NOBODY;
    const leave = () => this.withdraw(id);
    const giveBack = (number: number) => this._free(this._lineOf(number), requester);
    const event = requestEvent<number>(sim, this.description, leave, giveBack);
    const line = shortestOf(this._lines);
    if (line.length === 0) {
      this._begin(line, requester);
      event.succeed(line.number);
    } else {
      id = sim.beginRequest(event as SimEvent<unknown>, requester);
      this._enter(line, id);
    }
    return event;
  }

  /** The server of a line is done. @throws {SimulationError} when it serves nobody, or another process */
  release(line: number): void {
    this._free(this._lineOf(line), this._sim.currentId);
  }

  reset(): void {
    const { now } = this._sim;
    for (const line of this._lines) line.clear();
    this._moves = 0;
    this.usage.restart(0, now);
    this.line.restart(0, now);
  }

  resetStatistics(now: number): void {
    for (const line of this._lines) line.overTime.reset(now);
    this._moves = 0;
    this.usage.reset(now);
    this.line.reset(now);
  }

  withdraw(id: number): void {
    const { marks, amounts } = this._sim;
    const line = this._lines[amounts[id]!]!;
    if ((marks[id]! & IN_LINE) === 0) {
      this._free(line, id);
      return;
    }
    this._leave(line, id);
    if ((marks[id]! & REQUEST) !== 0) this._sim.leaveWaiter(id);
    this._sim.departures.follow(() => this._balance());
  }

  freedBy(): readonly Process[] {
    const sim = this._sim;
    const served = this._lines.filter(({ busy }) => busy).map(({ served }) => served);
    return served.includes(NOBODY) ? [] : served.map((id) => sim.processOf(id));
  }

  private _lineOf(number: number): ServerLine {
    const line = this._lines[number];
    if (line === undefined) {
      throw this._sim.error(`${this.description} have no line ${number}, but 0 to ${this._lines.length - 1}`);
    }
    return line;
  }

  private _balance(): void {
    for (;;) {
      const shortest = shortestOf(this._lines);
      const longest = longestOf(this._lines, shortest);
      if (longest.length - shortest.length < this._threshold) return;
      const id = longest.last;
      longest.leave(id);
      shortest.enter(id);
      this._moves++;
      if (this._sim.trace !== null) this._sim.note('move over', this.name, [longest.number, shortest.number]);
      if (!shortest.busy) this._serve(shortest, id);
    }
  }

  private _enter(line: ServerLine, id: number): void {
    line.enter(id);
    this.line.set(this.line.value + 1, this._sim.now);
  }

  private _leave(line: ServerLine, id: number): void {
    line.leave(id);
    this.line.set(this.line.value - 1, this._sim.now);
  }

  /** Who stood in a line is served. */
  private _serve(line: ServerLine, id: number): void {
    const { marks, pending } = this._sim;
    this._leave(line, id);
    this._begin(line, (marks[id]! & REQUEST) === 0 ? id : pending[id]!);
    this._sim.grant(id, line.number);
  }

  private _begin(line: ServerLine, id: number): void {
    line.begin(id);
    this.usage.set(this.usage.value + 1, this._sim.now);
    if (this._sim.trace !== null) this._sim.noteOf(id, 'seize', this.name, line.number);
  }

  private _free(line: ServerLine, by: number): void {
    const { number, served } = line;
    if (!line.busy) throw this._sim.error(`server ${number} of ${this.description} released, but it serves nobody`);
    if (served !== NOBODY && served !== by) {
      throw this._sim.error(`server ${number} of ${this.description} released by another than it serves`);
    }
    line.end();
    this.usage.set(this.usage.value - 1, this._sim.now);
    if (this._sim.trace !== null) this._sim.noteOf(by, 'release', this.name, number);
    if (line.next !== NOBODY) this._serve(line, line.next);
    this._balance();
  }

  /** False when somebody who is served is sure to go on by himself: the usual case, quickly told. */
  private _mayAllBeStuck(): boolean {
    const sim = this._sim;
    for (const { busy, served } of this._lines) {
      if (busy && (served === NOBODY || sim.processOf(served).waitingFor === null)) return false;
    }
    return true;
  }
}
