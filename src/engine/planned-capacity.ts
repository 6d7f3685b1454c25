import { type InUse, PreemptiveResource } from './preemptive-resource.ts';
import type { Resource } from './resource.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';

/** Servers of either kind. */
export type AnyResource = Resource | PreemptiveResource;

/** Units that failed while they may still be in use. */
interface Failure {
  readonly units: number;
  readonly onceOutOfUse: () => void;
}

const plans = new WeakMap<AnyResource, PlannedCapacity>();

/**
 * The capacity of a resource as its calendar plans it, less the units that are down: so that shifts and breakdowns of
 * one resource add up. Capacity that a model sets by hand meanwhile counts as planned, the units down left out already.
 */
export class PlannedCapacity implements Part {
  private readonly _resource: AnyResource;
  private _planned = 0;
  private _down = 0;
  /** Units down that nobody uses any more. */
  private _outOfUse = 0;
  /** The most units there have been. */
  private _most = 0;
  private _lastSet = 0;
  private readonly _failures: Failure[] = [];

  private constructor(resource: AnyResource) {
    this._resource = resource;
    this.reset();
    resource.usage.watch(() => this._handOver());
  }

  /** That of a resource: there is one. */
  static of(sim: Simulation, resource: AnyResource): PlannedCapacity {
    let plan = plans.get(resource);
    if (plan === undefined) {
      plan = new PlannedCapacity(resource);
      plans.set(resource, plan);
      sim.add(plan);
    }
    return plan;
  }

  /** From now on so many units are planned. */
  set(planned: number, inUse: InUse): void {
    this._planned = planned;
    this._apply(inUse);
  }

  /**
   * Units are down from now on; free ones first.
   *
   * @param onceOutOfUse called when nobody uses them any more, be it now
   */
  takeDown(units: number, inUse: InUse, onceOutOfUse: () => void): void {
    this._seeWhatWasSet();
    this._down += units;
    this._failures.push({ units, onceOutOfUse });
    this._apply(inUse);
    this._handOver();
  }

  /** Units that were down are there again. */
  bringBack(units: number): void {
    this._seeWhatWasSet();
    this._down -= units;
    this._outOfUse -= units;
    this._apply('finish');
  }

  reset(): void {
    const { capacity, capacityOverTime } = this._resource;
    this._planned = capacity;
    this._lastSet = capacity;
    this._most = Math.max(capacity, capacityOverTime.most);
    this._down = 0;
    this._outOfUse = 0;
    this._failures.length = 0;
  }

  resetStatistics(): void {}

  private _seeWhatWasSet(): void {
    const { capacity } = this._resource;
    if (capacity !== this._lastSet) this._planned = capacity + this._down;
  }

  private _apply(inUse: InUse): void {
    const resource = this._resource;
    this._most = Math.max(this._most, this._planned);
    this._lastSet = Math.max(0, this._planned - this._down);
    if (resource instanceof PreemptiveResource) resource.setCapacity(this._lastSet, inUse);
    else resource.setCapacity(this._lastSet);
  }

  /** Units that failed are out of use as soon as so many are, the first that failed first. */
  private _handOver(): void {
    for (let first = this._failures[0]; first !== undefined; first = this._failures[0]) {
      if (first.units > this._most - this._outOfUse - this._resource.inUse) return;
      this._failures.shift();
      this._outOfUse += first.units;
      first.onceOutOfUse();
    }
  }
}

/** @throws {SimulationError} when units are to be taken from users of a resource that cannot do so */
export function checkInUse(sim: Simulation, resource: AnyResource, inUse: InUse): void {
  if (inUse === 'finish' || resource instanceof PreemptiveResource) return;
  throw sim.error(`${resource.description} cannot take units from its users: make it a PreemptiveResource`);
}
