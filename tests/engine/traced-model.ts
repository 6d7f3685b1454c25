import fc from 'fast-check';
import {
  type AnyResource,
  anyOf,
  Interrupt,
  PreemptiveResource,
  type Process,
  type ProcessBody,
  Resource,
  Signal,
  Simulation,
  type TraceEntry,
  type TraceSink,
  traceLine,
} from '../../src/engine/index.ts';

const DEEDS = ['hold', 'use', 'nest', 'claim', 'race', 'hear', 'tell', 'spawn', 'interrupt', 'call', 'fail'] as const;

/** One thing that a process of a random model does; numbers choose among what there is. */
export interface Deed {
  readonly does: (typeof DEEDS)[number];
  readonly hours: number;
  readonly which: number;
}

/** What each process of a random model does, one after the other; the first four are there from the start. */
export type Plot = readonly (readonly Deed[])[];

const deed: fc.Arbitrary<Deed> = fc.record({
  // Failures are rare, else little else happens.
  does: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...DEEDS.slice(0, -1)) }, fc.constant('fail' as const)),
  hours: fc.constantFrom(0, 0, 0.1, 0.5, 1, 2),
  which: fc.nat({ max: 7 }),
});

export const plots: fc.Arbitrary<Plot> = fc.array(fc.array(deed, { minLength: 1, maxLength: 8, size: 'max' }), {
  minLength: 4,
  maxLength: 8,
  size: 'max',
});

/** The resources of the model of a plot: one with one unit, one with two, and one that takes them from the less urgent. */
export function resourcesOf(sim: Simulation): AnyResource[] {
  const plain = [1, 2].map((capacity) => new Resource(sim, { name: `r${capacity}`, capacity }));
  return [...plain, new PreemptiveResource(sim, { name: 'r3', capacity: 2 })];
}

function giveBack(resource: AnyResource): void {
  if (resource instanceof PreemptiveResource) resource.releaseIfHeld();
  else resource.release();
}

/**
 * Builds the model of a plot: processes that hold, queue, race, hear signals, interrupt each other and fail.
 *
 * @returns what they will have done, as they tell it themselves
 */
export function build(sim: Simulation, plot: Plot, resources = resourcesOf(sim)): string[] {
  const done: string[] = [];
  const signal = new Signal<number>(sim, 'signal');
  const processes: Process[] = [];

  /** Units of several, one after the other, given back in the opposite order. */
  function* uses(wanted: readonly AnyResource[], hours: number, priority: number): ProcessBody {
    const [resource, ...others] = wanted;
    if (resource === undefined) return;
    yield* resource.seize(1, priority);
    try {
      yield* sim.hold(hours);
      yield* uses(others, hours, priority);
    } finally {
      giveBack(resource);
    }
  }

  function* act({ does, hours, which }: Deed): ProcessBody {
    const resource = resources[which % resources.length] as AnyResource;
    const other = processes[which % processes.length] as Process;
    if (does === 'hold') yield* sim.hold(hours);
    else if (does === 'use') yield* uses([resource], hours, which);
    else if (does === 'nest') yield* uses(which % 2 === 0 ? resources : resources.toReversed(), hours, which);
    else if (does === 'claim') {
      const claimed = yield* resource.claim({ patience: hours });
      sim.note('claimed', resource.name, claimed);
      if (claimed === 'served') giveBack(resource);
    } else if (does === 'race') {
      const first = yield* anyOf([resource.request(), sim.timeout(hours)]);
      if (first === 0) giveBack(resource);
    } else if (does === 'hear') sim.note('heard', '', yield* signal.wait());
    else if (does === 'tell') signal.fire(which);
    else if (does === 'spawn' && processes.length < plot.length) begin(hours);
    else if (does === 'interrupt' && other.started && other.alive && other !== sim.current) other.interrupt(which);
    else if (does === 'call') sim.schedule(hours, () => signal.fire(which), which - 3);
    else if (does === 'fail') throw new RangeError(`fault ${which}`);
  }

  function* life(deeds: readonly Deed[]): ProcessBody {
    for (const one of deeds) {
      try {
        yield* act(one);
        done.push(`${sim.now} ${sim.current?.name} ${one.does}, event ${sim.processed}`);
      } catch (error) {
        if (!(error instanceof Interrupt)) throw error;
        sim.note('broken off', '', error.reason);
      }
    }
  }

  function begin(delay: number): void {
    const number = processes.length;
    processes.push(sim.spawn(`p${number}`, life(plot[number] ?? []), { delay }) as Process);
  }

  for (let i = 0; i < 4; i++) begin(0);
  return done;
}

/** Lets a drive go on after each error that comes out of it, and gives their messages. */
export function throughErrors(drive: () => void): string[] {
  const errors: string[] = [];
  for (let i = 0; i < 100; i++) {
    try {
      drive();
      return errors;
    } catch (error) {
      errors.push((error as Error).message);
      if (errors.at(-1) === errors.at(-2)) return errors;
    }
  }
  return errors;
}

/** To the end, an event at a time: so no hold takes the way that does without suspending. */
export function stepThrough(sim: Simulation): void {
  while (sim.step());
  sim.run();
}

/** What a model does when it is driven in some way: its trace and its errors, as lines. */
export function traceOf(
  make: (sim: Simulation) => void,
  drive: (sim: Simulation) => void = (sim) => sim.run(),
): string[] {
  const lines: string[] = [];
  const sim = new Simulation({ trace: (entry) => lines.push(traceLine(entry)) });
  make(sim);
  const errors = throughErrors(() => drive(sim));
  return [...lines, ...errors, `ends at ${sim.now} after ${sim.processed}`];
}

/** A sink that keeps everything, and what it kept. */
export function listening(): { trace: TraceSink; entries: TraceEntry[] } {
  const entries: TraceEntry[] = [];
  return { trace: (entry) => entries.push(entry), entries };
}
