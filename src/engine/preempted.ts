import { Interrupt } from './errors.ts';
import type { PreemptiveResource } from './preemptive-resource.ts';
import type { Process } from './process.ts';

/** What a process lost, to whom. */
export interface Loss {
  readonly resource: PreemptiveResource;
  /** Whoever took it; null when a callback did, or there are fewer units now. */
  readonly by: Process | null;
  /** Units lost. */
  readonly units: number;
  /** The priority they were seized with. */
  readonly priority: number;
  /** Hour since which they were held. */
  readonly since: number;
  /** An interrupt that was on its way to the process at this instant, and gave way to this one. */
  readonly replaced: Interrupt | null;
}

/**
 * What a process catches at its wait when units of a {@link PreemptiveResource} that it held have been taken from it.
 * They are gone: it must not release them.
 *
 * @example
 * const sim = new Simulation();
 * const crane = new PreemptiveResource(sim, { name: 'crane', capacity: 1 });
 * const caught: Preempted[] = [];
 * sim.spawn('bulker', (function* () {
 *   yield* crane.seize(1, 5);
 *   try {
 *     yield* sim.hold(8);
 *   } catch (error) {
 *     if (!(error instanceof Preempted)) throw error;
 *     caught.push(error);
 *   }
 * })());
 * sim.spawn('liner', (function* () { yield* crane.seize(1, 0); })(), { delay: 3 });
 * sim.run();
 * caught.map(({ message }) => message); // ['interrupted: resource "crane" taken by process "liner"']
 * caught.map(({ since, units }) => [since, units]); // [[0, 1]]
 */
export class Preempted extends Interrupt implements Loss {
  override readonly name: string = 'Preempted';
  readonly resource: PreemptiveResource;
  readonly by: Process | null;
  readonly units: number;
  readonly priority: number;
  readonly since: number;
  readonly replaced: Interrupt | null;

  constructor(loss: Loss) {
    super(`${loss.resource.description} taken by ${loss.by?.description ?? 'a callback or a change of its capacity'}`);
    this.resource = loss.resource;
    this.by = loss.by;
    this.units = loss.units;
    this.priority = loss.priority;
    this.since = loss.since;
    this.replaced = loss.replaced;
  }
}
