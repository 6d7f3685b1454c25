import type { ContainerOptions } from './container.ts';
import { SimulationError } from './errors.ts';
import { type ClaimTerms, Line } from './line.ts';
import type { Claimed } from './resource-options.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import { NOBODY } from './waiters.ts';

/**
 * The inside of a {@link Container}: its level, the lines of those who take and of those who bring, and the rules of
 * who goes first. An amount to be taken is a change of the level below 0, one to be brought a change above 0. Between
 * two calls nobody waits who could go, so that a newcomer need only be compared with who stands first.
 */
export class BoundedLevel {
  readonly capacity: number;
  readonly stock: TimeWeighted;
  readonly getters: Line;
  readonly putters: Line;
  private readonly _sim: Simulation;
  private readonly _name: string;
  private readonly _firstFit: boolean;
  private readonly _atFirst: number;
  // A number from the start: V8 would box what is stored in a field that started as undefined.
  private _level = 0;

  constructor(sim: Simulation, options: ContainerOptions) {
    const { name, capacity, level = 0, discipline = 'strict' } = options;
    if (!(capacity > 0) || !(level >= 0 && level <= capacity && level < Number.POSITIVE_INFINITY)) {
      throw new SimulationError(`container "${name}": level ${level} does not lie within its capacity ${capacity}`);
    }
    this.capacity = capacity;
    this.stock = new TimeWeighted(level, sim.now);
    this._sim = sim;
    this._name = name;
    this._firstFit = discipline === 'first-fit';
    this._atFirst = level;
    this._level = level;
    const keeper = (back: () => Line) => ({
      left: () => this._serve(),
      takeBack: (id: number) => this._goBack(back(), -sim.amounts[id]!),
    });
    this.getters = new Line(
      sim,
      `container "${name}" (to take)`,
      keeper(() => this.putters),
    );
    this.putters = new Line(
      sim,
      `container "${name}" (to bring)`,
      keeper(() => this.getters),
    );
  }

  get level(): number {
    return this._level;
  }

  get room(): number {
    return this.capacity - this._level;
  }

  /** The process that runs just now waits until a change fits. */
  pass(change: number, priority: number): Wait<void> {
    const line = this._lineFor(change);
    if (priority !== 0) line.check(priority);
    if (this._goesAtOnce(line, change, priority)) return this._passAtOnce<void>(change, undefined);
    line.join(change, priority);
    return this._sim.suspend<void>();
  }

  /** It waits on terms. */
  claim(change: number, terms: ClaimTerms): Wait<Claimed> {
    const line = this._lineFor(change);
    line.checkTerms(terms);
    if (this._goesAtOnce(line, change, terms.priority ?? 0)) return this._passAtOnce<Claimed>(change, 'served');
    const id = line.joinOn(terms, change);
    if (id === NOBODY) return this._sim.ready<Claimed>('balked');
    this._sim.processOf(id).wakeValue = 'served';
    return this._sim.suspend<Claimed>();
  }

  /** An event waits. */
  request(change: number, priority: number): SimEvent<void> {
    const line = this._lineFor(change);
    line.check(priority);
    const undo = () => this._goBack(this._lineFor(-change), -change);
    if (!this._goesAtOnce(line, change, priority)) return line.request<void>(change, priority, undo);
    this.move(change);
    return line.granted<void>(undefined, undo);
  }

  /** Changes the level; whoever can go by that goes. */
  move(change: number): void {
    this._change(change);
    this._serve();
  }

  reset(): void {
    this.getters.reset();
    this.putters.reset();
    this._level = this._atFirst;
    this.stock.restart(this._level, this._sim.now);
  }

  resetStatistics(now: number): void {
    this.stock.reset(now);
    this.getters.overTime.reset(now);
    this.putters.overTime.reset(now);
  }

  private _lineFor(change: number): Line {
    return change < 0 ? this.getters : this.putters;
  }

  private _passAtOnce<V>(change: number, value: V): Wait<V> {
    const wait = this._sim.ready(value);
    this.move(change);
    return wait;
  }

  private _goesAtOnce(line: Line, change: number, priority: number): boolean {
    return this._fits(change) && (this._firstFit || line.isBehind(priority));
  }

  /** What was given but not taken goes back now or, if it fits no more, before everyone as soon as it does. */
  private _goBack(line: Line, change: number): void {
    line.goFirst(change);
    this._serve();
  }

  private _fits(change: number): boolean {
    return change < 0 ? -change <= this._level : change <= this.capacity - this._level;
  }

  private _change(change: number, by = this._sim.currentId): void {
    // What fits by the room can pass the capacity by one rounding.
    this._level = Math.min(this.capacity, this._level + change);
    this.stock.set(this._level, this._sim.now);
    if (this._sim.trace !== null) this._sim.noteOf(by, change < 0 ? 'get' : 'put', this._name, Math.abs(change));
  }

  private _serve(): void {
    while (this._serveOneOf(this.getters) || this._serveOneOf(this.putters));
  }

  /** Lets the next of a line go, if anybody can; false when nobody can. */
  private _serveOneOf(line: Line): boolean {
    const sim = this._sim;
    for (let id = line.head; id !== NOBODY; id = line.after(id)) {
      const change = sim.amounts[id]!;
      if (this._fits(change)) {
        line.leave(id);
        this._change(change, id);
        this._sim.grant(id, undefined);
        return true;
      }
      if (!this._firstFit) return false;
    }
    return false;
  }
}
