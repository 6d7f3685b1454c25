import {
  type AnyResource,
  type ProcessBody,
  Resource,
  type ResourceOptions,
  Simulation,
} from '../../src/engine/index.ts';

/** A simulation in which something happens every hour, for ever: it never dries up. */
export function busy(options: { cycles?: 'error' | 'allow' } = {}): Simulation {
  const sim = new Simulation(options);
  const chimes = function* (): ProcessBody {
    for (;;) yield* sim.hold(1);
  };
  sim.spawn('chimes', chimes());
  return sim;
}

export function resources(sim: Simulation, count: number, options: Partial<ResourceOptions> = {}): Resource[] {
  return Array.from({ length: count }, (_, i) => new Resource(sim, { name: `r${i + 1}`, capacity: 1, ...options }));
}

/** Takes one resource after the other, an hour apart, gives all back at the end. */
export function* takes(sim: Simulation, wanted: readonly (AnyResource | undefined)[], log: string[]): ProcessBody {
  const held: AnyResource[] = [];
  try {
    for (const resource of wanted as AnyResource[]) {
      yield* resource.seize();
      held.push(resource);
      yield* sim.hold(1);
    }
    log.push(`${sim.current?.name} had all at ${sim.now}`);
  } finally {
    for (const resource of held) resource.release();
    log.push(`${sim.current?.name} left at ${sim.now}`);
  }
}
