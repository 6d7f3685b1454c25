import { Container, type ProcessBody, Resource, type Simulation, Store, TimeWeighted } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { YardInputs } from './inputs.ts';
import type { CargoPart } from './quay.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/**
 * The port yard: bounded room that a call books whole before its staging begins, slots where trucks tip and
 * the heap is pushed up, wheel loaders that reclaim onto shuttle trucks. What one yard cycle loses is booked
 * at stacking.
 */
export class Yard {
  /** Room not booked, kg. */
  readonly room: Container;
  /** One staging job at a time, in order of laycan. */
  readonly gang: Resource;
  /** Free shuttle trucks by number. */
  readonly shuttles: Store<number>;
  /** In the stacks, kg over time. */
  readonly stock = new TimeWeighted();
  readonly #sim: Simulation;
  readonly #inputs: YardInputs;
  readonly #world: World;
  readonly #slots: Resource;
  readonly #loaders: Resource;

  constructor(sim: Simulation, inputs: YardInputs, world: World) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    this.room = new Container(sim, { name: 'yard room', capacity: inputs.capacityKg, level: inputs.capacityKg });
    this.gang = new Resource(sim, { name: 'staging gang', capacity: 1 });
    this.shuttles = new Store<number>(sim, 'shuttle trucks');
    for (let truck = 0; truck < inputs.shuttleTrucks; truck++) this.shuttles.add(truck);
    this.#slots = new Resource(sim, { name: 'stacking slots', capacity: inputs.stackingSlots });
    this.#loaders = new Resource(sim, { name: 'reclaim loaders', capacity: inputs.reclaimLoaders });
  }

  /** One way between stack and quay. */
  get shuttleKm(): number {
    return this.#inputs.shuttleKm;
  }

  /** Tips a truck onto its call's stack. Weather stops stacking. */
  *stack(call: Call, trip: Trip, stack: Stack): ProcessBody {
    const sim = this.#sim;
    const arrived = sim.now;
    yield* this.#slots.seize();
    const hours = call.draws.draw('yard.stacking', trip.k, this.#inputs.stackingHours);
    yield* sim.holdUntil(this.#world.weather.finish(sim.now, hours));
    this.#slots.release();
    call.yardLoaderHours += hours;
    trip.waited += Math.max(0, sim.now - arrived - hours);
    const lost = stack.bring(trip.kg);
    call.lostKg += lost;
    call.loaderHandledKg += trip.kg;
    stack.add({ kg: trip.kg - lost, leftAt: trip.leftAt, gateAt: trip.gateAt }, sim.now);
    this.stock.set(this.stock.value + trip.kg - lost, sim.now);
  }

  /** Loads a shuttle truck from the stack. @returns what it took, oldest first */
  *reclaim(call: Call, trip: Trip, stack: Stack): ProcessBody<CargoPart[]> {
    const sim = this.#sim;
    const arrived = sim.now;
    yield* this.#loaders.seize();
    const hours = call.draws.draw('yard.reclaim', trip.k, this.#inputs.reclaimHours);
    yield* sim.holdUntil(this.#world.loaders.finish(sim.now, hours));
    this.#loaders.release();
    call.yardLoaderHours += hours;
    call.loaderHandledKg += trip.kg;
    trip.waited += Math.max(0, sim.now - arrived - hours);
    trip.leftAt = sim.now;
    this.stock.set(this.stock.value - trip.kg, sim.now);
    return stack.take(trip.kg, sim.now, call.storedKgByDays);
  }

  /** Drives between stack and quay, either way. */
  *haul(call: Call, trip: Trip, cause: string): ProcessBody {
    const { shuttleKm, shuttleKmPerHour, shuttleTimeFactor } = this.#inputs;
    yield* this.#sim.hold((shuttleKm / shuttleKmPerHour) * call.draws.draw(cause, trip.k, shuttleTimeFactor));
  }
}

/** The stack of one call, taken oldest first. */
export class Stack {
  readonly #lossFraction: number;
  readonly #parts: (CargoPart & { readonly stackedAt: number })[] = [];
  #first = 0;
  #takenOfFirstKg = 0;
  #broughtKg = 0;
  #lostKg = 0;
  #kg = 0;

  /** @param lossFraction lost of what is brought, booked in whole kilograms, the remainder carried on */
  constructor(lossFraction: number) {
    this.#lossFraction = lossFraction;
  }

  /** All that was ever stacked here after loss, kg. */
  get stackedKg(): number {
    return this.#kg;
  }

  /** What must be brought so that just `kg` are stacked after loss. */
  grossFor(kg: number): number {
    let gross = Math.ceil(kg / (1 - this.#lossFraction));
    while (this.#lossUpTo(gross - 1) + kg <= gross - 1) gross--;
    while (this.#lossUpTo(gross) + kg > gross) gross++;
    return gross;
  }

  /** Books the next `kg` brought. @returns what is lost of them, kg */
  bring(kg: number): number {
    this.#broughtKg += kg;
    const lost = this.#lossUpTo(this.#broughtKg) - this.#lostKg;
    this.#lostKg += lost;
    return lost;
  }

  #lossUpTo(broughtKg: number): number {
    return Math.floor(broughtKg * this.#lossFraction);
  }

  add(part: CargoPart, now: number): void {
    this.#parts.push({ ...part, stackedAt: now });
    this.#kg += part.kg;
  }

  /** Takes kilograms out, oldest first. @param byDays where days stored are counted, each day begun whole */
  take(kg: number, now: number, byDays: number[]): CargoPart[] {
    const taken: CargoPart[] = [];
    for (let left = kg; left > 0; ) {
      const part = this.#parts[this.#first];
      if (part === undefined) throw new RangeError(`the stack lacks ${left} of the ${kg} kg to be taken`);
      const share = Math.min(left, part.kg - this.#takenOfFirstKg);
      taken.push({ kg: share, leftAt: part.leftAt, gateAt: part.gateAt });
      const days = Math.ceil((now - part.stackedAt) / 24);
      byDays[days] = (byDays[days] ?? 0) + share;
      left -= share;
      this.#takenOfFirstKg += share;
      if (this.#takenOfFirstKg === part.kg) {
        this.#first++;
        this.#takenOfFirstKg = 0;
      }
    }
    return taken;
  }
}
