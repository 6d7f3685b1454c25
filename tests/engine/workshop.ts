import {
  Interrupt,
  PreemptiveResource,
  type PreemptiveResourceOptions,
  type Process,
  type ProcessBody,
  Simulation,
  type Wait,
} from '../../src/engine/index.ts';

/** A machine that jobs take from each other, and a log that they write into with the hour. */
export function workshop(options: Partial<PreemptiveResourceOptions> = {}, sim = new Simulation()) {
  const machine = new PreemptiveResource(sim, { name: 'machine', capacity: 1, ...options });
  const log: string[] = [];
  const note = (what: string) => log.push(`${sim.now} ${what}`);

  /** Seizes, waits, notes what became of it, and releases what it still holds. */
  function* job(name: string, priority: number, wait: () => Wait<unknown>, units = 1): ProcessBody {
    yield* machine.seize(units, priority);
    note(`${name} begins`);
    try {
      yield* wait();
      note(`${name} done`);
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
      note(`${name}: ${error.name}`);
    } finally {
      machine.releaseIfHeld(units);
    }
  }

  /** Starts a job of some hours after a delay. */
  function start(delay: number, name: string, priority: number, hours: number, units = 1): Process<void> {
    return sim.spawn(
      name,
      job(name, priority, () => sim.hold(hours), units),
      { delay },
    );
  }

  return { sim, machine, log, note, job, start };
}
