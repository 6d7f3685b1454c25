import {
  type Claimed,
  type ClaimOptions,
  type ProcessBody,
  type ResourceOptions,
  SimulationError,
} from '../../../../src/engine/index.ts';
import { ReferenceEvent } from './event.ts';
import { History } from './history.ts';
import { Line, type Place } from './line.ts';
import type { ReferenceProcess } from './process.ts';
import type { ReferenceSimulation } from './simulation.ts';

/** Null is whoever acts outside any process. */
type Holder = ReferenceProcess | null;

interface Demand extends Place {
  readonly units: number;
  priority: number;
  readonly since: number;
  /** Who asked. */
  readonly holder: Holder;
  /** The process that stands there itself; null for a request. */
  readonly stander: ReferenceProcess | null;
}

/**
 * Units that are seized and released.
 *
 * 1. Who comes and finds enough units free has them at once, if nobody is in line, or if it goes before all of them, or
 *    first-fit: nobody in line could go just then. With a rank only if nobody is in line.
 * 2. Everyone else, and every request, enters the line: behind those of the same or a lower priority number. Who is
 *    given another priority leaves the line for an instant and enters it so.
 * 3. Whenever somebody enters or leaves the line, units come free or the capacity is set, the line is served: strict,
 *    the first gets his units if they are free, and so on until one cannot; first-fit, whoever is nearest the front
 *    of those who can. With a rank, the lowest rank stands first, and in line order among equals.
 * 4. Who is served is woken, also when that is at the very instant at which he entered. A request happens then.
 * 5. Who gives up leaves the line; if he was served he gives the units back instead. Patience at its end is a turn of
 *    its own, in which he gives up and goes on; nobody's patience ends once he was served.
 * 6. Units are held by the process that asked for them, or by nobody when that was done outside any. Unless anyone
 *    may release, a process releases its own units if it has as many, else nobody's; outside, only nobody's.
 * 7. A wait is no part of a circle while the units are there and only the line keeps them, or while the capacity is
 *    less than it once was, since what was taken out of service may come back.
 */
export class ReferenceResource {
  readonly usage: History;
  readonly #sim: ReferenceSimulation;
  readonly #options: ResourceOptions;
  /** Units by holder; null when anyone may release. */
  readonly #held: Map<Holder, number> | null;
  readonly #line: Line<Demand>;
  #capacity: number;
  #largest: number;
  inUse = 0;

  constructor(sim: ReferenceSimulation, options: ResourceOptions) {
    this.usage = new History(sim.now, 0);
    this.#line = new Line<Demand>(sim);
    this.#sim = sim;
    this.#options = options;
    this.#held = options.releasedBy === 'anyone' ? null : new Map();
    this.#capacity = options.capacity;
    this.#largest = options.capacity;
  }

  get line(): History {
    return this.#line.history;
  }

  get queueLength(): number {
    return this.#line.length;
  }

  trySeize(units: number): boolean {
    if (this.#line.length > 0 || units > this.#capacity - this.inUse) return false;
    this.#use(this.#sim.current, units);
    return true;
  }

  *seize(units: number, priority: number): ProcessBody {
    yield* this.claim({ units, priority });
  }

  *claim({ units = 1, priority = 0, ...limits }: ClaimOptions): ProcessBody<Claimed> {
    const { patience, balkAt = Number.POSITIVE_INFINITY } = limits;
    const sim = this.#sim;
    if (this.#goesAtOnce(units, priority)) {
      this.#use(sim.current, units);
      return 'served';
    }
    if (this.#line.length >= balkAt) return 'balked';
    const process = sim.current as ReferenceProcess;
    const tell = () => sim.wake(process, 'served');
    const demand = { units, priority, since: sim.now, holder: process, stander: process, tell };
    const giveUp = () => this.#giveUp(demand);
    this.#line.enter(demand);
    this.#serve();
    if (this.#line.places.includes(demand)) {
      sim.limitPatience(patience, () => {
        giveUp();
        return 'reneged';
      });
    }
    const hasWayOut = () => units <= this.#capacity - this.inUse || this.#capacity < this.#largest;
    return yield* sim.wait(`resource "${this.#options.name}"`, giveUp, () => this.#holders(), hasWayOut);
  }

  request(units: number, priority: number): ReferenceEvent {
    const sim = this.#sim;
    const takeBack = () => {
      this.#giveUp(demand);
      return true;
    };
    const event = new ReferenceEvent(sim, `request for resource "${this.#options.name}"`, { takeBack });
    const tell = () => event.succeed(undefined);
    const demand = { units, priority, since: sim.now, holder: sim.current, stander: null, tell };
    this.#line.enter(demand);
    this.#serve();
    return event;
  }

  release(units: number): void {
    if (units > this.inUse) throw new SimulationError('more than is in use');
    this.#giveBack(this.#sim.current, units);
  }

  setCapacity(capacity: number): void {
    this.#capacity = capacity;
    this.#largest = Math.max(this.#largest, capacity);
    this.#serve();
  }

  changePriority(process: ReferenceProcess, priority: number): void {
    const demand = this.#line.places.find(({ stander }) => stander === process);
    if (demand === undefined) throw new SimulationError(`${process.name} does not stand in line`);
    this.#line.leave(demand);
    demand.priority = priority;
    this.#line.enter(demand);
    this.#serve();
  }

  #goesAtOnce(units: number, priority: number): boolean {
    const { rank, discipline } = this.#options;
    const { places } = this.#line;
    if (units > this.#capacity - this.inUse) return false;
    if (places.length === 0 || rank !== undefined) return places.length === 0;
    return discipline === 'first-fit' || places.every((other) => priority < other.priority);
  }

  #use(holder: Holder, units: number): void {
    this.#held?.set(holder, this.#heldBy(holder) + units);
    this.inUse += units;
    this.usage.record(this.#sim.now, this.inUse);
  }

  #giveBack(holder: Holder, units: number): void {
    const owner = [holder, null].find((one) => this.#heldBy(one) >= units);
    if (this.#held !== null && owner === undefined) throw new SimulationError('held by somebody else');
    this.#use(owner ?? null, -units);
    this.#serve();
  }

  #heldBy(holder: Holder): number {
    return this.#held?.get(holder) ?? 0;
  }

  /** All who hold units; none when that is not known, or some units are nobody's. */
  #holders(): readonly ReferenceProcess[] {
    const holders = [...(this.#held?.keys() ?? [])].filter((one) => this.#heldBy(one) > 0);
    return holders.every((one) => one !== null) ? holders : [];
  }

  #giveUp(demand: Demand): void {
    const stood = this.#line.leave(demand);
    this.#sim.follow(() => (stood ? this.#serve() : this.#giveBack(demand.holder, demand.units)));
  }

  #serve(): void {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#line.leave(next);
      this.#use(next.holder, next.units);
      next.tell();
    }
  }

  #next(): Demand | undefined {
    const { rank, discipline } = this.#options;
    const rankOf = (demand: Demand) => rank?.({ ...demand, process: null }) ?? 0;
    const line = this.#line.places.toSorted((a, b) => rankOf(a) - rankOf(b));
    const candidates = discipline === 'first-fit' ? line : line.slice(0, 1);
    return candidates.find(({ units }) => units <= this.#capacity - this.inUse);
  }
}
