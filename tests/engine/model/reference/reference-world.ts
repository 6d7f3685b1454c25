import type { World, WorldOptions } from '../world.ts';
import { allOf, anyOf } from './conditions.ts';
import { ReferenceContainer } from './container.ts';
import { ReferenceEvent } from './event.ts';
import { ReferenceResource } from './resource.ts';
import { ReferenceSignal } from './signal.ts';
import { ReferenceSimulation } from './simulation.ts';
import { ReferenceStore } from './store.ts';

/** The rules by which the engine is judged, as a program sees them. */
export function referenceWorld(options: WorldOptions): World {
  const sim = new ReferenceSimulation(options);
  return {
    sim,
    event: (name) => new ReferenceEvent(sim, name),
    resource: (options) => new ReferenceResource(sim, options),
    container: (options) => new ReferenceContainer(sim, options),
    store: (name, options) => new ReferenceStore(sim, name, options),
    signal: (name) => new ReferenceSignal(sim, name),
    anyOf,
    allOf,
  } as World;
}
