import { Container, type ProcessBody, Resource, type Simulation, Store, TimeWeighted } from '../engine/index.ts';
import type { Call } from './call.ts';
import { HoursAccount } from './hours.ts';
import type { YardInputs } from './inputs.ts';
import type { CargoPart } from './quay.ts';
import { Reserve } from './reserve.ts';
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
  readonly stock: TimeWeighted;
  /** Stock for starving calls; the room it takes is nobody's to book. */
  readonly reserve: Reserve;
  readonly #sim: Simulation;
  readonly #inputs: YardInputs;
  readonly #world: World;
  readonly #slots: Resource;
  readonly #loaders: Resource;

  constructor(sim: Simulation, inputs: YardInputs, world: World, reserveKg: number) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    const capacity = inputs.capacityKg - reserveKg;
    this.room = new Container(sim, { name: 'yard room', capacity, level: capacity });
    this.stock = new TimeWeighted(reserveKg);
    this.reserve = new Reserve(reserveKg, inputs.lossFraction);

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
    const stops = this.#world.stacking;
    trip.wait('queue', arrived, sim.now, stops);
    const began = sim.now;
    yield* sim.holdUntil(stops.finish(began, hours));
    trip.serve(hours, began, sim.now, stops);
    this.#slots.release();
    call.yardLoaderHours += hours;
    const lost = stack.bring(trip.kg);
    call.lostKg += lost;
    call.loaderHandledKg += trip.kg;
    stack.add({ kg: trip.kg - lost, leftAt: trip.leftAt, gateAt: trip.gateAt, hours: trip.unload() }, sim.now);
    this.stock.set(this.stock.value + trip.kg - lost, sim.now);
  }

  /** Loads a shuttle truck from the stack. @returns what it took, oldest first */
  *reclaim(call: Call, trip: Trip, stack: Stack): ProcessBody<CargoPart[]> {
    const sim = this.#sim;
    const arrived = sim.now;
    yield* this.#loaders.seize();
    const hours = call.draws.draw('yard.reclaim', trip.k, this.#inputs.reclaimHours);
    const stops = this.#world.yardLoaders;
    trip.wait('queue', arrived, sim.now, stops);
    const began = sim.now;
    yield* sim.holdUntil(stops.finish(began, hours));
    trip.serve(hours, began, sim.now, stops);
    this.#loaders.release();
    call.yardLoaderHours += hours;
    call.loaderHandledKg += trip.kg;
    trip.leftAt = sim.now;
    this.stock.set(this.stock.value - trip.kg, sim.now);
    const parts = stack.take(trip.kg, sim.now, call.storedKgByDays);
    const ofReserve = stack === this.reserve.stack;
    return parts.map((part) => ({ ...part, hours: lying(part, call, trip.sentAt, ofReserve) }));
  }

  /** Drives between stack and quay, either way. */
  *haul(call: Call, trip: Trip, cause: string): ProcessBody {
    const { shuttleKm, shuttleKmPerHour, shuttleTimeFactor } = this.#inputs;
    const hours = (shuttleKm / shuttleKmPerHour) * call.draws.draw(cause, trip.k, shuttleTimeFactor);
    yield* this.#sim.hold(hours);
    trip.spend('moving', hours);
  }
}

/** The hours of a part since the gate, those in the stack until a shuttle came for it included. */
function lying(part: StackedPart, call: Call, until: number, ofReserve: boolean): HoursAccount {
  const hours = part.hours.copy();
  if (ofReserve) {
    hours.wait('noShip', part.stackedAt, until);
    return hours;
  }
  const released = clamp(call.releasedAt(part.startKg), part.stackedAt, until);
  const alongside = clamp(call.alongside, released, until);
  hours.wait('customs', part.stackedAt, released);
  hours.wait('noShip', released, alongside);
  hours.wait('noTruck', alongside, until);
  return hours;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** A part of the cargo in a stack. */
interface StackedPart extends CargoPart {
  readonly stackedAt: number;
  /** What was stacked before it, kg. */
  readonly startKg: number;
}

/** The stack of one call, taken oldest first. */
export class Stack {
  readonly #lossFraction: number;
  readonly #parts: StackedPart[] = [];
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

  /** It has so many kilograms when the clock opens. */
  open(kg: number): void {
    this.add({ kg, leftAt: 0, gateAt: 0, hours: HoursAccount.none }, 0);
  }

  /** What more must be brought so that just `kg` more are stacked after loss. */
  grossFor(kg: number): number {
    const net = (gross: number) => gross - (this.#lossUpTo(this.#broughtKg + gross) - this.#lostKg);
    let gross = Math.ceil(kg / (1 - this.#lossFraction));
    while (gross > 0 && net(gross - 1) >= kg) gross--;
    while (net(gross) < kg) gross++;
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
    this.#parts.push({ ...part, stackedAt: now, startKg: this.#kg });
    this.#kg += part.kg;
  }

  /** Takes kilograms out, oldest first. @param byDays where days stored are counted, each day begun whole */
  take(kg: number, now: number, byDays: number[]): StackedPart[] {
    const taken: StackedPart[] = [];
    for (let left = kg; left > 0; ) {
      const part = this.#parts[this.#first];
      if (part === undefined) throw new RangeError(`the stack lacks ${left} of the ${kg} kg to be taken`);
      const share = Math.min(left, part.kg - this.#takenOfFirstKg);
      taken.push({ ...part, kg: share });
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
