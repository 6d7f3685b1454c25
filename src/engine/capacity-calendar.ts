import type { BackgroundEvent } from './background-events.ts';
import { type AnyResource, checkInUse, PlannedCapacity } from './planned-capacity.ts';
import type { InUse } from './preemptive-resource.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';

/** So many periods from the origin, their changes can still be told apart. */
const MOST_PERIODS = 0x100_0000_0000;

/** From an hour of the period on there are so many units. */
export interface CapacityChange {
  /** Hours after the beginning of a period, at least 0 and less than the period. */
  readonly at: number;
  /** A whole number of at least 0. */
  readonly capacity: number;
}

/** What recurs. */
export interface CapacityCalendarOptions {
  /** Hours after which everything recurs: 24 for days, 168 for weeks. */
  readonly period: number;
  /** In order of their hours. The last one holds on into the next period, up to its first change. */
  readonly changes: readonly CapacityChange[];
  /** Any hour at which a period begins, also past or to come; 0 when absent. */
  readonly origin?: number;
  /** Whether users of units beyond the new capacity finish (when absent), or lose them at once. */
  readonly inUse?: InUse;
}

/**
 * Lets the capacity of a resource follow a calendar, such as shifts, from now on: it becomes at once what the calendar
 * says for the present hour, and then changes at origin + k × period + at, computed anew each time, so that nothing
 * drifts. A change goes before whatever else happens at its instant.
 *
 * Units in use beyond the new capacity stay in use until they are released (`finish`); or, of a PreemptiveResource, are
 * taken from the least urgent users, who catch a `Preempted` (`preempt`). A user who would be done at that very instant
 * is preempted all the same; `work` takes that as done.
 *
 * The calendar does not keep a run going: `sim.run()` ends when nothing else is pending and no process in the
 * foreground waits. It adds up with breakdowns: units down are missing from what is planned. Requests cannot be larger
 * than the largest capacity so far, so make the resource with the largest of its calendar. One calendar a resource.
 *
 * @throws {SimulationError} on hours, capacities or an order of changes that make no sense
 *
 * @example
 * const sim = new Simulation();
 * const gate = new Resource(sim, { name: 'gate', capacity: 3 });
 * const shifts = [{ at: 6, capacity: 3 }, { at: 14, capacity: 2 }, { at: 22, capacity: 0 }];
 * followCalendar(sim, gate, { period: 24, changes: shifts });
 * gate.capacity; // 0
 * sim.run(24 + 15);
 * gate.capacity; // 2
 * gate.capacityOverTime.area(sim.now); // 66
 */
export function followCalendar(
  sim: Simulation,
  resource: AnyResource,
  options: CapacityCalendarOptions,
): CapacityCalendar {
  checkInUse(sim, resource, options.inUse ?? 'finish');
  const problem = problemOf(sim.now, options);
  if (problem !== null) throw sim.error(`the calendar of ${resource.description}: ${problem}`);
  return new CapacityCalendar(sim, resource, options);
}

/**
 * A calendar that a resource follows, from {@link followCalendar}.
 *
 * @example
 * const sim = new Simulation();
 * const gate = new Resource(sim, { name: 'gate', capacity: 3 });
 * const changes = [{ at: 6, capacity: 3 }, { at: 22, capacity: 1 }];
 * const shifts = followCalendar(sim, gate, { period: 24, changes });
 * sim.run(23);
 * shifts.stop();
 * sim.run(32);
 * gate.capacity; // 1
 */
export class CapacityCalendar implements Part {
  private readonly _sim: Simulation;
  private readonly _plan: PlannedCapacity;
  private readonly _period: number;
  private readonly _changes: readonly CapacityChange[];
  private readonly _origin: number;
  private readonly _inUse: InUse;
  /** Which change holds, counted from the first one of the period that begins at the origin. */
  private _place = 0;
  private _next: BackgroundEvent | null = null;

  /** @internal */
  constructor(sim: Simulation, resource: AnyResource, options: CapacityCalendarOptions) {
    this._sim = sim;
    this._plan = PlannedCapacity.of(sim, resource);
    this._period = options.period;
    this._changes = [...options.changes];
    this._origin = options.origin ?? 0;
    this._inUse = options.inUse ?? 'finish';
    sim.add(this);
    this._begin();
  }

  /** The resource follows it no more; its capacity stays as it is. */
  stop(): void {
    if (this._next !== null) this._sim.background.cancel(this._next);
    this._next = null;
  }

  /** Begins anew. */
  reset(): void {
    this._begin();
  }

  resetStatistics(): void {}

  private _begin(): void {
    const { now } = this._sim;
    const periods = Math.floor((now - this._origin) / this._period) - 1;
    this._place = periods * this._changes.length - 1;
    while (this._hourOf(this._place + 1) <= now) this._place++;
    this._hold();
  }

  private _hold(): void {
    this._plan.set(this._changeAt(this._place).capacity, this._inUse);
    this._next = this._sim.background.scheduleAt(this._hourOf(this._place + 1), () => {
      this._place++;
      this._hold();
    });
  }

  private _hourOf(place: number): number {
    const periods = Math.floor(place / this._changes.length);
    return this._origin + periods * this._period + this._changeAt(place).at;
  }

  private _changeAt(place: number): CapacityChange {
    const { length } = this._changes;
    return this._changes[place - Math.floor(place / length) * length]!;
  }
}

/** What is wrong with a calendar; null when nothing is. */
function problemOf(now: number, { period, changes, origin = 0 }: CapacityCalendarOptions): string | null {
  if (!(period > 0 && period < Number.POSITIVE_INFINITY)) return `its period cannot be ${period} hours`;
  if (!Number.isFinite(origin)) return `its origin cannot be hour ${origin}`;
  if (changes.length === 0) return 'it has no changes';
  let last = -1;
  for (const { at, capacity } of changes) {
    if (!(at >= 0 && at < period && at > last)) {
      return `a change at ${at} must lie within the period of ${period} hours, after the one before`;
    }
    if (!Number.isInteger(capacity) || capacity < 0) return `a capacity cannot be ${capacity}`;
    last = at;
  }
  const fine = Math.max(Math.abs(now), Math.abs(origin)) / period < MOST_PERIODS;
  return fine ? null : `a period of ${period} hours is too short to be told apart at hour ${now}`;
}
