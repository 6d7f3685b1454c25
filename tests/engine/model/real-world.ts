import { allOf, anyOf, Container, Resource, Signal, SimEvent, Simulation, Store } from '../../../src/engine/index.ts';
import type { World, WorldOptions } from './world.ts';

/** The engine itself, as a program sees it. */
export function realWorld({ cycles }: WorldOptions, sim = new Simulation({ cycles })): World {
  return {
    sim,
    event: (name) => new SimEvent<unknown>(sim, name),
    resource: (options) => new Resource(sim, options),
    container: (options) => new Container(sim, options),
    store: (name, options) => new Store<number>(sim, name, options),
    signal: (name) => new Signal<unknown>(sim, name),
    anyOf,
    allOf,
  } as World;
}
