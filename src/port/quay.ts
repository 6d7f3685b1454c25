import { type ProcessBody, Resource, type Simulation, Store } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { QuayInputs } from './inputs.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** A load on the apron; none tells a crane that there will be no more. */
interface ApronLoad {
  readonly kg: number;
  readonly parts: readonly CargoPart[];
  readonly firstOfCall: boolean;
}

/** Some kilograms with the instants at which they passed the stations. */
export interface CargoPart {
  readonly kg: number;
  readonly leftAt: number;
  readonly gateAt: number;
}

/** The quay: berths, each with cranes and an apron on which trucks tip and from which the cranes load. */
export class Quay {
  /** Free berths by number. */
  readonly berths: Store<number>;
  readonly #sim: Simulation;
  readonly #inputs: QuayInputs;
  readonly #world: World;

  constructor(sim: Simulation, inputs: QuayInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.berths = new Store<number>(sim, 'berth');
    for (let berth = 0; berth < inputs.berths; berth++) this.berths.add(berth);
  }

  /** The ship's side of one call at one berth. */
  openApron(call: Call, berth: number): Apron {
    return new Apron(this.#sim, this.#inputs, this.#world, call, berth);
  }
}

/** Room for loads beside one ship, and the cranes that take them aboard. */
export class Apron {
  readonly #sim: Simulation;
  readonly #inputs: QuayInputs;
  readonly #world: World;
  readonly #call: Call;
  readonly #berth: number;
  readonly #places: Resource;
  readonly #loads: Store<ApronLoad | null>;
  #loadsTaken = 0;

  constructor(sim: Simulation, inputs: QuayInputs, world: World, call: Call, berth: number) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.#call = call;
    this.#berth = berth;
    this.#places = new Resource(sim, {
      name: `apron of ${call.name}`,
      capacity: inputs.cranesPerCall * inputs.loadsPerCrane,
      // A truck takes the place, the crane that loads what lies there frees it.
      releasedBy: 'anyone',
      quantiles: false,
    });
    this.#loads = new Store<ApronLoad | null>(sim, `loads for ${call.name}`);
  }

  /** A truck waits for a place, tips, and may go. */
  *tip(trip: Trip, cause: string, parts: readonly CargoPart[]): ProcessBody {
    const arrived = this.#sim.now;
    yield* this.#places.seize();
    trip.waited += this.#sim.now - arrived;
    yield* this.#sim.hold(this.#call.draws.draw(cause, trip.k, this.#inputs.tipHours));
    this.#loads.add({ kg: trip.kg, parts, firstOfCall: trip.k === 0 });
  }

  /** Sets the cranes to work; the ship is ready. */
  startCranes(): void {
    for (let crane = 0; crane < this.#inputs.cranesPerCall; crane++) {
      this.#sim.spawn(`crane ${crane + 1} at ${this.#call.name}`, this.#crane(crane));
    }
  }

  *#crane(crane: number): ProcessBody {
    const { craneKgPerHour, craneTimeFactor, hatchKg, hatchChangeHours } = this.#inputs;
    const calendar = this.#world.crane(this.#berth, crane);
    const call = this.#call;
    const sim = this.#sim;
    let pouredKg = 0;
    for (;;) {
      const asked = sim.now;
      const load = yield* this.#loads.get();
      if (load === null) return;
      if (sim.now > asked) call.craneIdleForCargoHours += calendar.openHours(asked, sim.now);
      const factor = call.draws.draw('crane.time', this.#loadsTaken++, craneTimeFactor);
      const hours = (load.kg / craneKgPerHour) * factor;
      this.#beginLoading(load, calendar.nextOpen(sim.now));
      yield* sim.holdUntil(calendar.finish(sim.now, hours));
      call.craneWorkingHours += hours;
      this.#finishLoading(load);
      pouredKg += load.kg;
      if (pouredKg >= hatchKg && call.aboardKg < call.plan.cargoKg) {
        const changes = Math.floor(pouredKg / hatchKg);
        pouredKg -= changes * hatchKg;
        yield* sim.holdUntil(calendar.finish(sim.now, changes * hatchChangeHours));
      }
    }
  }

  #beginLoading(load: ApronLoad, begins: number): void {
    const call = this.#call;
    if (call.loadingStarted < 0 || begins < call.loadingStarted) call.loadingStarted = begins;
    const leftAt = load.parts[0]?.leftAt ?? begins;
    if (load.firstOfCall) call.firstToLoadingHours = begins - leftAt;
    call.toLoadingHours += begins - leftAt;
  }

  #finishLoading(load: ApronLoad): void {
    const call = this.#call;
    const now = this.#sim.now;
    for (const part of load.parts) {
      call.portDwellKgHours += part.kg * (now - part.gateAt);
      call.transitKgHours += part.kg * (now - part.leftAt);
    }
    call.aboardKg += load.kg;
    this.#places.release();
    if (call.aboardKg < call.plan.cargoKg) return;
    for (let crane = 0; crane < this.#inputs.cranesPerCall; crane++) this.#loads.add(null);
    call.loadingCompleted = now;
    call.loaded.succeed();
  }
}
