import { Container, type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { WorksFacts } from './facts.ts';
import type { WorksInputs } from './inputs.ts';
import { Production } from './production.ts';
import type { Stops } from './stops.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** Weighing in and out: whose draw it is, and where the truck is. */
const WEIGHINGS = {
  in: { cause: 'works.tare', line: 'weighInLine', bridge: 'weighIn' },
  out: { cause: 'works.weighing', line: 'weighOutLine', bridge: 'weighOut' },
} as const;

/**
 * The works: slag is made into a bounded warehouse, which promises it to loads in strict order; trucks may be weighed in
 * empty, are loaded by one of several loaders, and are weighed on the way out. A loader or weighbridge that fails
 * finishes its truck.
 */
export class Works {
  readonly warehouse: Container;
  readonly #sim: Simulation;
  readonly #inputs: WorksInputs;
  readonly #production: Production;
  readonly #world: World;
  readonly #loaders: Resource;
  readonly #weighbridge: Resource;
  /** What trucks in line stand for, if not for those ahead of them. */
  readonly #loaderLine: Stops;
  readonly #weighbridgeLine: Stops;
  #fullHoursWhileServing = 0;
  #turnedAwayKgWhileServing = 0;
  #shortHours = 0;
  /** Since when loads have waited for stock; −1: none does. */
  #shortSince = -1;

  constructor(sim: Simulation, inputs: WorksInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.warehouse = new Container(sim, {
      name: 'works warehouse',
      capacity: inputs.capacityKg,
      level: inputs.openingStockKg,
    });
    this.warehouse.getLine.watch((now, waiting) => this.#lineChanged(now, waiting));
    this.#production = new Production(sim, inputs, this.warehouse, world.horizonHours);
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
  }

  /** Kilograms made so far, without what did not fit. */
  get producedKg(): number {
    return this.#production.producedKg;
  }

  /** What happened by the clock's closing. */
  facts(closingHour: number): WorksFacts {
    this.#lineChanged(closingHour, this.warehouse.getLine.value);
    return {
      fullHours: this.#production.fullHours,
      turnedAwayKg: this.#production.turnedAwayKg,
      fullHoursWhileServing: this.#fullHoursWhileServing,
      turnedAwayKgWhileServing: this.#turnedAwayKgWhileServing,
      maintenanceHours: this.#production.maintenanceHours(closingHour),
      shortHours: this.#shortHours,
    };
  }

  /** Weighs a truck in if so ordered, loads it and weighs it out. */
  *load(call: Call, trip: Trip): ProcessBody {
    if (this.#inputs.weighIn) yield* this.#weigh(call, trip, 'in');
    yield* this.#fill(call, trip);
    yield* this.#weigh(call, trip, 'out');
  }

  *#fill(call: Call, trip: Trip): ProcessBody {
    const sim = this.#sim;
    const arrived = sim.now;
    const stops = this.#world.worksLoaders;
    trip.journey?.at('loaderLine');
    yield* this.#loaders.seize();
    const loading = call.draws.draw('works.loading', trip.k, this.#inputs.loadingHours);
    trip.wait('queue', arrived, sim.now, this.#loaderLine);
    trip.journey?.at('loader');
    const began = sim.now;
    yield* sim.holdUntil(stops.finish(began, loading));
    trip.serve(loading, began, sim.now, stops);
    this.#loaders.release();
    this.#fullHoursWhileServing = this.#production.fullHours;
    this.#turnedAwayKgWhileServing = this.#production.turnedAwayKg;
    call.worksLoaderHours += loading;
    call.loaderHandledKg += trip.kg;
  }

  *#weigh(call: Call, trip: Trip, way: 'in' | 'out'): ProcessBody {
    const { cause, line, bridge } = WEIGHINGS[way];
    trip.journey?.at(line);
    const asked = this.#sim.now;
    yield* this.#weighbridge.seize();
    trip.wait('queue', asked, this.#sim.now, this.#weighbridgeLine);
    trip.journey?.at(bridge);
    const weighing = call.draws.draw(cause, trip.k, this.#inputs.weighingHours);
    yield* this.#sim.hold(weighing);
    trip.spend('service', weighing);
    this.#weighbridge.release();
  }

  #lineChanged(now: number, waiting: number): void {
    if (this.#shortSince >= 0) this.#shortHours += now - this.#shortSince;
    this.#shortSince = waiting > 0 ? now : -1;
  }
}
