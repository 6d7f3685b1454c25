import { Container, type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { WorksInputs } from './inputs.ts';
import type { Stops } from './stops.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** Production enters the warehouse in portions of this length, hours. */
const PORTION_HOURS = 0.25;

/**
 * The works: slag is made at a steady rate into a bounded warehouse (when it is full, production for export
 * stops; while it is low, domestic sales are held back and the whole output is for export); loaders
 * load trucks, which are weighed on the way out; a loader or weighbridge that fails finishes its truck. Cargo is promised to loads in strict order.
 */
export class Works {
  readonly warehouse: Container;
  readonly #sim: Simulation;
  readonly #inputs: WorksInputs;
  readonly #world: World;
  readonly #loaders: Resource;
  readonly #weighbridge: Resource;
  /** What trucks in line stand for, if not for those ahead of them. */
  readonly #loaderLine: Stops;
  readonly #weighbridgeLine: Stops;
  #producedKg = 0;
  #portions = 0;
  /** Made for export in all, whether or not it fitted; kg with fractions. */
  #madeKg = 0;

  constructor(sim: Simulation, inputs: WorksInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.warehouse = new Container(sim, {
      name: 'works warehouse',
      capacity: inputs.capacityKg,
      level: inputs.openingStockKg,
    });
    this.#loaders = new Resource(sim, { name: 'works loaders', capacity: inputs.loaders });
    this.#weighbridge = new Resource(sim, { name: 'works weighbridge', capacity: inputs.weighbridgeLanes });
    const [loaders, weighbridge] = [
      world.machines('worksLoader', inputs.loaders),
      world.machines('weighbridge', inputs.weighbridgeLanes),
    ];
    loaders.govern(sim, this.#loaders);
    weighbridge.govern(sim, this.#weighbridge);
    this.#loaderLine = world.worksLoaders.and(loaders.allDown.layers);
    this.#weighbridgeLine = weighbridge.allDown;
    if (inputs.wholeOutputKgPerHour > 0) this.#scheduleProduction();
  }

  /** Kilograms made so far, without what did not fit. */
  get producedKg(): number {
    return this.#producedKg;
  }

  /** Loads a truck and weighs it out of the works' gate. */
  *load(call: Call, trip: Trip): ProcessBody {
    const sim = this.#sim;
    const stops = this.#world.worksLoaders;
    const arrived = sim.now;
    yield* this.#loaders.seize();
    const loading = call.draws.draw('works.loading', trip.k, this.#inputs.loadingHours);
    trip.wait('queue', arrived, sim.now, this.#loaderLine);
    const began = sim.now;
    yield* sim.holdUntil(stops.finish(began, loading));
    trip.serve(loading, began, sim.now, stops);
    this.#loaders.release();
    call.worksLoaderHours += loading;
    call.loaderHandledKg += trip.kg;
    const loaded = sim.now;
    yield* this.#weighbridge.seize();
    trip.wait('queue', loaded, sim.now, this.#weighbridgeLine);
    const weighing = call.draws.draw('works.weighing', trip.k, this.#inputs.weighingHours);
    yield* sim.hold(weighing);
    trip.spend('service', weighing);
    this.#weighbridge.release();
    trip.leftAt = sim.now;
  }

  /** A portion at origin + k × its length, in whole kilograms, the fraction carried on. */
  #scheduleProduction(): void {
    this.#portions++;
    this.#sim.scheduleAt(this.#portions * PORTION_HOURS, () => {
      const { outputKgPerHour, wholeOutputKgPerHour, reserveKg } = this.#inputs;
      const kgPerHour = this.warehouse.level < reserveKg ? wholeOutputKgPerHour : outputKgPerHour;
      const before = Math.floor(this.#madeKg);
      this.#madeKg += kgPerHour * PORTION_HOURS;
      this.#producedKg += this.warehouse.fill(Math.floor(this.#madeKg) - before);
      this.#scheduleProduction();
    });
  }
}
