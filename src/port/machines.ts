import type { Resource, Simulation } from '../engine/index.ts';
import { Calendar } from './calendar.ts';
import { Stops } from './stops.ts';

/**
 * Several machines of a kind, each with failures of its own, that whoever comes first uses, whichever is free.
 * A machine that fails at work finishes what it has in hand, and is then missing until it is repaired.
 */
export class Machines {
  readonly #machines: readonly Stops[];
  /** Stopped while all of them are out of order: what a line for them then waits for. */
  readonly allDown: Stops;

  /** @param machines failures of each */
  constructor(machines: readonly Stops[]) {
    this.#machines = machines;
    this.allDown = new Stops([['breakdown', Calendar.anyOf(machines.map(({ calendar }) => calendar))]]);
  }

  /** How many of them work from which hour on, [hour, machines], from hour 0. */
  get upFrom(): (readonly [hour: number, machines: number])[] {
    const steps = this.#machines
      .flatMap(({ calendar }) => calendar.closures.flatMap(([from, to]) => [[from, -1] as const, [to, 1] as const]))
      .sort((a, b) => a[0] - b[0]);
    const changes: [number, number][] = [[0, this.#machines.length]];
    for (const [hour, step] of steps) {
      const last = changes.at(-1) as [number, number];
      if (hour === last[0]) last[1] += step;
      else changes.push([hour, last[1] + step]);
    }
    return changes;
  }

  /** Lets a resource, made with all of them, have as many units as work, from the run's beginning on. */
  govern(sim: Simulation, resource: Resource): void {
    const changes = this.upFrom;
    const next = (place: number): void => {
      const change = changes[place];
      if (change === undefined) return;
      sim.background.scheduleAt(change[0], () => {
        resource.setCapacity(change[1]);
        next(place + 1);
      });
    };
    if (changes.length > 1) next(0);
  }
}
