import type { BackgroundEvent } from './background-events.ts';
import { type AnyResource, checkInUse, PlannedCapacity } from './planned-capacity.ts';
import type { InUse } from './preemptive-resource.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import { TimeWeighted } from './time-weighted.ts';

/** How units of a resource break down and are repaired. */
export interface BreakdownOptions {
  /** Draws the hours from the beginning, or from the end of a repair, to the next failure. */
  readonly timeToFailure: () => number;
  /** Draws the hours that a repair takes; asked when it begins. */
  readonly timeToRepair: () => number;
  /** Units that fail together; 1 when absent. */
  readonly units?: number;
  /**
   * What becomes of units in use when fewer are left than that: `finish` (when absent) lets their users finish, and the
   * repair begins when they have; `preempt` takes them from the least urgent users of a PreemptiveResource at once.
   */
  readonly inUse?: InUse;
  /**
   * What the hours to a failure are counted in: all hours (`calendar`, when absent), or hours of use (`busy`), of all
   * units of the resource together, from the beginning or the end of a repair.
   */
  readonly clock?: 'calendar' | 'busy';
  /** One unit of it, such as a fitter, is held during the repair; a repair needs nobody when absent. */
  readonly repairer?: AnyResource;
  /** Urgency of the repair in the line of the repairer; 0 when absent. */
  readonly repairPriority?: number;
}

/**
 * Lets units of a resource break down and be repaired, again and again, from now on. While they are down there are so
 * many fewer; free units go down before units in use. What becomes of those in use, and what the hours to a failure
 * are counted in, the options say; a failure goes before whatever else happens at its instant.
 *
 * One call makes one unit fail, or several together: call it for each unit that fails on its own. Only the `busy`
 * clock, which counts the hours of use of all units together, is for one call a resource.
 *
 * Breakdowns do not keep a run going: `sim.run()` ends when nothing else is pending and no process in the foreground
 * waits. They add up with each other and with a calendar. The utilisation of the resource is use over the units that
 * were there and not down; while users finish on units that have failed it can exceed 1.
 *
 * @throws {SimulationError} on units that are not there; and in the run, on drawn hours that are negative or not finite
 *
 * @example
 * const sim = new Simulation();
 * const crane = new Resource(sim, { name: 'crane', capacity: 1 });
 * const breakdowns = breakDown(sim, crane, { timeToFailure: () => 8, timeToRepair: () => 2 });
 * sim.run(100);
 * crane.capacityOverTime.mean(sim.now); // 0.8
 * breakdowns.failures; // 10
 */
export function breakDown(sim: Simulation, resource: AnyResource, options: BreakdownOptions): Breakdowns {
  const { units = 1, inUse = 'finish', repairPriority = 0 } = options;
  checkInUse(sim, resource, inUse);
  const { most } = resource.capacityOverTime;
  if (!Number.isInteger(units) || units < 1 || units > most) {
    throw sim.error(`${units} units of ${resource.description} cannot break down, its capacity is ${most}`);
  }
  if (!Number.isFinite(repairPriority)) {
    throw sim.error(`repairs of ${resource.description} cannot have priority ${repairPriority}`);
  }
  return new Breakdowns(sim, resource, options);
}

/**
 * Breakdowns that a resource has, from {@link breakDown}.
 *
 * @example
 * const sim = new Simulation();
 * const crane = new Resource(sim, { name: 'crane', capacity: 2 });
 * const breakdowns = breakDown(sim, crane, { timeToFailure: () => 6, timeToRepair: () => 2 });
 * sim.run(20);
 * breakdowns.stop();
 * sim.run(40);
 * [breakdowns.failures, breakdowns.down.area(40)]; // [2, 4]
 */
export class Breakdowns implements Part {
  /** Units down over time, from each failure to the end of its repair. */
  readonly down = new TimeWeighted();
  private readonly _sim: Simulation;
  private readonly _resource: AnyResource;
  private readonly _options: BreakdownOptions;
  private readonly _plan: PlannedCapacity;
  private readonly _units: number;
  private _failures = 0;
  private _next: BackgroundEvent | null = null;
  private _stopped = false;
  /** It is up, and its failure will come. */
  private _awaiting = false;
  /** Hours to the failure that have not been counted yet, at an hour, and how many are counted an hour from then on. */
  private _left = 0;
  private _since = 0;
  private _rate = 0;

  /** @internal */
  constructor(sim: Simulation, resource: AnyResource, options: BreakdownOptions) {
    this._sim = sim;
    this._resource = resource;
    this._options = options;
    this._plan = PlannedCapacity.of(sim, resource);
    this._units = options.units ?? 1;
    this.reset();
    sim.add(this);
    if (options.clock === 'busy') resource.usage.watch((_, inUse) => this._countAt(inUse));
  }

  /** How many there were, from the start or the last reset of statistics. */
  get failures(): number {
    return this._failures;
  }

  /** No more failures; what is down is repaired. */
  stop(): void {
    this._stopped = true;
    this._awaiting = false;
    this._cancel();
  }

  /** Begins anew. */
  reset(): void {
    this._cancel();
    this._stopped = false;
    this._failures = 0;
    this.down.restart(0, this._sim.now);
    this._awaitFailure();
  }

  resetStatistics(now: number): void {
    this._failures = 0;
    this.down.reset(now);
  }

  private _awaitFailure(): void {
    this._left = this._drawn('timeToFailure');
    this._since = this._sim.now;
    this._rate = this._options.clock === 'busy' ? this._resource.inUse : 1;
    this._awaiting = true;
    this._schedule();
  }

  /** The hours to the failure are counted at another rate from now on. */
  private _countAt(rate: number): void {
    if (!this._awaiting) return;
    const { now } = this._sim;
    this._left = Math.max(0, this._left - this._rate * (now - this._since));
    this._since = now;
    this._rate = rate;
    this._cancel();
    this._schedule();
  }

  private _schedule(): void {
    if (this._rate === 0) return;
    const hour = this._since + this._left / this._rate;
    this._next = this._sim.background.scheduleAt(hour, () => this._fail());
  }

  private _cancel(): void {
    if (this._next !== null) this._sim.background.cancel(this._next);
    this._next = null;
  }

  private _fail(): void {
    const sim = this._sim;
    this._awaiting = false;
    this._failures++;
    this.down.set(this._units, sim.now);
    if (sim.trace !== null) sim.note('break down', this._resource.name, this._units);
    // Whoever uses them last must not be taken for the one who asks for the repairer: hence an event of its own.
    this._plan.takeDown(this._units, this._options.inUse ?? 'finish', () => {
      sim.background.scheduleAt(sim.now, () => this._callRepairer());
    });
  }

  private _callRepairer(): void {
    const { repairer, repairPriority = 0 } = this._options;
    if (repairer === undefined) this._repair();
    else repairer.request(1, repairPriority).listen(() => this._repair());
  }

  private _repair(): void {
    const sim = this._sim;
    sim.background.scheduleAt(sim.now + this._drawn('timeToRepair'), () => this._restore());
  }

  private _restore(): void {
    const sim = this._sim;
    this.down.set(0, sim.now);
    if (sim.trace !== null) sim.note('repair', this._resource.name, this._units);
    this._options.repairer?.release();
    this._plan.bringBack(this._units);
    if (!this._stopped) this._awaitFailure();
  }

  private _drawn(what: 'timeToFailure' | 'timeToRepair'): number {
    const hours = this._options[what]();
    if (hours >= 0 && hours < Number.POSITIVE_INFINITY) return hours;
    throw this._sim.error(
      `${what} of ${this._resource.description} must give a finite number of hours of at least 0, not ${hours}`,
    );
  }
}
