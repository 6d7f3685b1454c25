import { Preempted } from './preempted.ts';
import type { PreemptiveResource } from './preemptive-resource.ts';
import type { ProcessBody } from './wait.ts';

/** How to work on a machine that may be taken away. */
export interface WorkOptions {
  /** 1 when absent. */
  readonly units?: number;
  /** Lower is more urgent; 0 when absent. */
  readonly priority?: number;
  /**
   * After the machine was taken away: `resume` (when absent) waits for it and works the hours that are left, `restart`
   * waits for it and works all hours again, `abort` gives up.
   */
  readonly onPreempt?: 'resume' | 'restart' | 'abort';
}

/** What came of work. */
export interface Worked {
  /** Hours at the machine in all; those that a restart made worthless are among them. */
  readonly hours: number;
  /** How often the machine was taken away. */
  readonly preemptions: number;
  readonly completed: boolean;
}

/**
 * Seizes a machine, works so many hours, releases it. When the machine is taken away meanwhile, the work stands in
 * line again with the same priority, but before others of that priority, and then does as `onPreempt` says. In the
 * literature on priority queues these are preemptive resume and preemptive repeat identical (L. Kleinrock, Queueing
 * Systems, vol. II, 1976, ch. 3); for preemptive repeat different, `abort` and draw again.
 *
 * Work whose last hour has passed when the machine is taken away, at that very instant, is complete. Any other
 * interrupt, also the loss of another resource, ends the work: the machine is released and the interrupt thrown on.
 *
 * @param hours at least 0, finite
 * @throws {SimulationError} on hours that are negative or not finite, and as `seize` does
 *
 * @example
 * const sim = new Simulation();
 * const machine = new PreemptiveResource(sim, { name: 'machine', capacity: 1 });
 * const done: string[] = [];
 * function* job(name: string, priority: number, hours: number) {
 *   const worked = yield* work(machine, hours, { priority, onPreempt: 'resume' });
 *   done.push(`${name}: ${worked.hours} h, done at ${sim.now}, ${worked.preemptions} preemptions`);
 * }
 * sim.spawn('long', job('long', 2, 10));
 * sim.spawn('urgent', job('urgent', 1, 3), { delay: 4 });
 * sim.run();
 * done; // ['urgent: 3 h, done at 7, 0 preemptions', 'long: 10 h, done at 13, 1 preemptions']
 */
export function* work(machine: PreemptiveResource, hours: number, options: WorkOptions = {}): ProcessBody<Worked> {
  const { units = 1, priority = 0, onPreempt = 'resume' } = options;
  const { sim } = machine;
  if (!(hours >= 0 && hours < Number.POSITIVE_INFINITY)) {
    throw sim.error(`work on ${machine.description} must take a finite number of hours of at least 0, not ${hours}`);
  }
  let left = hours;
  let worked = 0;
  for (let preemptions = 0; ; preemptions++) {
    yield* preemptions === 0 ? machine.seize(units, priority) : machine.seizeAgain(units, priority);
    const start = sim.now;
    const end = start + left;
    const lost = yield* stint(machine, end, units, priority);
    worked += sim.now - start;
    if (!lost || sim.now >= end) return { hours: worked, preemptions, completed: true };
    if (onPreempt === 'abort') return { hours: worked, preemptions: preemptions + 1, completed: false };
    if (onPreempt === 'resume') left = end - sim.now;
  }
}

/** Works until an hour with units that have just been seized. @returns whether they were lost before */
function* stint(machine: PreemptiveResource, end: number, units: number, priority: number): ProcessBody<boolean> {
  const { sim } = machine;
  const since = sim.now;
  let lost = false;
  try {
    yield* sim.holdUntil(end);
  } catch (error) {
    lost = error instanceof Preempted && error.resource === machine && isLossOf(error, { units, priority, since });
    if (!lost) throw error;
    const { replaced } = error as Preempted;
    if (replaced !== null) throw replaced;
  } finally {
    if (!lost) machine.releaseIfHeld(units);
  }
  return lost;
}

/** Two seizures of one process that are alike in all this are as good as one another. */
function isLossOf(loss: Preempted, seizure: Pick<Preempted, 'units' | 'priority' | 'since'>): boolean {
  return loss.units === seizure.units && loss.priority === seizure.priority && loss.since === seizure.since;
}
