import { type ProcessBody, Resource, type Simulation, Store } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { HoursAccount } from './hours.ts';
import type { QuayInputs } from './inputs.ts';
import type { SupplyCause } from './supply.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** A load on the apron; none tells a crane that there will be no more. */
interface ApronLoad {
  readonly kg: number;
  readonly parts: readonly CargoPart[];
  /** What the hours of all of it were spent on since then, or since the port gate. */
  readonly hours: HoursAccount;
  readonly tippedAt: number;
  /** Its number among the loads from the works; null where it comes from the yard. */
  readonly straight: number | null;
}

/** Some kilograms with the instants at which they passed the stations. */
export interface CargoPart {
  readonly kg: number;
  readonly leftAt: number;
  readonly gateAt: number;
  /** What its hours were spent on from the port gate until the shuttle came for it; none where it came straight. */
  readonly hours: HoursAccount;
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
  /** For each crane that waits for a load, since when that is booked; NaN for one that does not. */
  readonly #waitingSince: number[];
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
    this.#waitingSince = Array.from({ length: inputs.cranesPerCall }, () => Number.NaN);
  }

  /** A truck waits for a place, tips, and may go. */
  *tip(trip: Trip, cause: string, parts: readonly CargoPart[]): ProcessBody {
    const arrived = this.#sim.now;
    yield* this.#places.seize();
    trip.wait('noCrane', arrived, this.#sim.now, this.#world.quay);
    const hours = this.#call.draws.draw(cause, trip.k, this.#inputs.tipHours);
    yield* this.#sim.hold(hours);
    trip.spend('service', hours);
    const tippedAt = this.#sim.now;
    this.#call.supply.underWay(-1);
    this.#loads.add({
      kg: trip.kg,
      parts,
      hours: trip.unload(),
      tippedAt,
      straight: cause === 'quay.tip' ? trip.k : null,
    });
  }

  /** Sets the cranes to work; the ship is ready. */
  startCranes(): void {
    this.#call.supply.onChange((was) => this.#supplyChanged(was));
    for (let crane = 0; crane < this.#inputs.cranesPerCall; crane++) {
      this.#sim.spawn(`crane ${crane + 1} at ${this.#call.name}`, this.#crane(crane));
    }
  }

  *#crane(crane: number): ProcessBody {
    const { craneKgPerHour, craneTimeFactor, hatchKg, hatchChangeHours } = this.#inputs;
    const stops = this.#world.crane(this.#berth, crane);
    const call = this.#call;
    const sim = this.#sim;
    let pouredKg = 0;
    for (;;) {
      const asked = sim.now;
      this.#waitingSince[crane] = asked;
      const waiting = call.appetite?.waits(stops);
      const load = yield* this.#loads.get();
      if (waiting !== undefined) call.appetite?.fed(waiting, load !== null && load.straight === null);
      this.#bookWait(crane, call.supply.cause);
      this.#waitingSince[crane] = Number.NaN;
      if (load === null) return;
      if (sim.now > asked) call.craneIdleForCargoHours += stops.calendar.openHours(asked, sim.now);
      const factor = call.draws.draw('crane.time', this.#loadsTaken++, craneTimeFactor);
      const hours = (load.kg / craneKgPerHour) * factor;
      const taken = sim.now;
      this.#beginLoading(load, stops.nextOpen(taken));
      yield* sim.holdUntil(stops.finish(taken, hours));
      call.craneWorkingHours += hours;
      call.craneHours.wait('service', taken, sim.now, stops);
      load.hours.wait('noCrane', load.tippedAt, taken, stops);
      load.hours.wait('service', taken, sim.now, stops);
      this.#finishLoading(load);
      pouredKg += load.kg;
      if (pouredKg >= hatchKg && call.aboardKg < call.plan.cargoKg) {
        const changes = Math.floor(pouredKg / hatchKg);
        pouredKg -= changes * hatchKg;
        const began = sim.now;
        yield* sim.holdUntil(stops.finish(began, changes * hatchChangeHours));
        // Another crane may have finished the ship meanwhile.
        call.craneHours.wait('service', began, call.loaded.triggered ? call.loadingCompleted : sim.now, stops);
      }
    }
  }

  /** Books a waiting crane's hours up to now. */
  #bookWait(crane: number, cause: SupplyCause): void {
    const call = this.#call;
    const until = call.loaded.triggered ? call.loadingCompleted : this.#sim.now;
    const stops = this.#world.crane(this.#berth, crane);
    call.craneHours.wait(cause, this.#waitingSince[crane] as number, until, stops);
    this.#waitingSince[crane] = this.#sim.now;
  }

  #supplyChanged(was: SupplyCause): void {
    for (const [crane, since] of this.#waitingSince.entries()) if (!Number.isNaN(since)) this.#bookWait(crane, was);
  }

  #beginLoading(load: ApronLoad, begins: number): void {
    const call = this.#call;
    if (call.loadingStarted < 0 || begins < call.loadingStarted) call.loadingStarted = begins;
    if (load.straight === null) return;
    const leftAt = load.parts[0]?.leftAt ?? begins;
    if (load.straight === call.firstStraight) call.firstToLoadingHours = begins - leftAt;
    call.straightLoads++;
    call.toLoadingHours += begins - leftAt;
  }

  #finishLoading(load: ApronLoad): void {
    const call = this.#call;
    const now = this.#sim.now;
    for (const part of load.parts) {
      call.portDwellKgHours += part.kg * (now - part.gateAt);
      call.transitKgHours += part.kg * (now - part.leftAt);
      call.cargoHours.addScaled(part.hours, part.kg);
    }
    call.cargoHours.addScaled(load.hours, load.kg);
    call.aboardKg += load.kg;
    this.#places.release();
    if (call.aboardKg < call.plan.cargoKg) return;
    for (let crane = 0; crane < this.#inputs.cranesPerCall; crane++) this.#loads.add(null);
    call.loadingCompleted = now;
    call.loaded.succeed();
  }
}
