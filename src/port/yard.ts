import { Container, type ProcessBody, Resource, type Simulation, Store, TimeWeighted } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { HoursAccount } from './hours.ts';
import type { YardInputs } from './inputs.ts';
import type { CargoPart } from './load.ts';
import type { Lot } from './lot.ts';
import { Reserve } from './reserve.ts';
import type { Stack, StackedPart, StackOrder } from './stack.ts';
import type { Stops } from './stops.ts';
import type { Trip } from './trip.ts';
import type { World } from './world.ts';

/** The ways between stack and quay: whose draw it is, and where the truck is. */
const HAULS = {
  loaded: { cause: 'shuttle.loaded', place: 'haulLoaded' },
  empty: { cause: 'shuttle.empty', place: 'haulEmpty' },
} as const;

/**
 * The port yard: bounded room, divided into pads or not, that a call books before its staging begins or as it goes;
 * slots where trucks tip, machines that push up what they tipped, wheel loaders that reclaim onto shuttle trucks. What
 * one yard cycle loses is booked at stacking.
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
  /** Pads that calls hold, over time; in an undivided yard, one for each cargo. */
  readonly padsHeld = new TimeWeighted();
  readonly #sim: Simulation;
  readonly #inputs: YardInputs;
  readonly #world: World;
  /** Free pads; null where the yard is not divided. */
  readonly #pads: Container | null;
  readonly #padKg: number;
  readonly #slots: Resource;
  readonly #stackingMachines: Resource;
  readonly #loaders: Resource;
  /** What shuttles in line stand for, if not for those ahead of them. */
  readonly #loaderLine: Stops;

  constructor(sim: Simulation, inputs: YardInputs, world: World, reserveKg: number) {
    this.#sim = sim;
    this.#inputs = inputs;
    this.#world = world;
    const capacity = inputs.capacityKg - reserveKg;
    this.room = new Container(sim, { name: 'yard room', capacity, level: capacity });
    this.stock = new TimeWeighted(reserveKg);
    this.reserve = new Reserve(reserveKg);

    this.gang = new Resource(sim, { name: 'staging gang', capacity: 1 });
    this.shuttles = new Store<number>(sim, 'shuttle trucks');
    for (let truck = 0; truck < inputs.shuttleTrucks; truck++) this.shuttles.add(truck);
    this.#pads =
      inputs.pads > 1 ? new Container(sim, { name: 'yard pads', capacity: inputs.pads, level: inputs.pads }) : null;
    this.#padKg = Math.ceil(inputs.capacityKg / inputs.pads);
    // A truck takes the slot, whoever has pushed its load up frees it.
    this.#slots = new Resource(sim, {
      name: 'stacking slots',
      capacity: inputs.stackingSlots,
      releasedBy: 'anyone',
      quantiles: false,
    });
    this.#stackingMachines = new Resource(sim, { name: 'stacking machines', capacity: inputs.stackingMachines });
    this.#loaders = new Resource(sim, { name: 'reclaim loaders', capacity: inputs.reclaimLoaders });
    const loaders = world.machines('reclaimer', inputs.reclaimLoaders);
    loaders.govern(sim, this.#loaders);
    world.machines('stacker', inputs.stackingMachines).govern(sim, this.#stackingMachines);
    this.#loaderLine = world.yardLoaders.and(loaders.allDown.layers);
  }

  /** One way between stack and quay. */
  get shuttleKm(): number {
    return this.#inputs.shuttleKm;
  }

  /**
   * Waits for room for a cargo: for the whole of it at once; in a divided yard that is staged rolling, pad by pad until
   * the first `kg` of it have room. A pad is one call's until the last kilogram has left it.
   */
  *book(stack: Stack, cargoKg: number, kg: number): ProcessBody {
    const step = this.#pads !== null && this.#inputs.rolling ? this.#padKg : cargoKg;
    while (stack.bookedKg < kg) {
      const share = Math.min(step, cargoKg - stack.bookedKg);
      const pads = this.#pads === null ? 1 : Math.ceil(share / this.#padKg);
      if (this.#pads !== null) yield* this.#pads.get(pads);
      yield* this.room.get(share);
      stack.bookedKg += share;
      stack.pads += pads;
      this.padsHeld.set(this.padsHeld.value + pads, this.#sim.now);
    }
  }

  /** Tips a truck onto its call's stack. Weather stops stacking. */
  *stack(call: Call, trip: Trip, stack: Stack, order: StackOrder): ProcessBody {
    const sim = this.#sim;
    const arrived = sim.now;
    trip.journey?.at('stackLine');
    yield* this.#slots.seize();
    const hours = call.draws.draw('yard.stacking', trip.k, this.#inputs.stackingHours);
    const stops = this.#world.stacking;
    trip.wait('queue', arrived, sim.now, stops);
    trip.journey?.at('stacking');
    const began = sim.now;
    yield* sim.holdUntil(stops.finish(began, hours));
    trip.serve(hours, began, sim.now, stops);
    if (this.#inputs.pushUpHours.mean === 0) this.#slots.release();
    else sim.spawn(`pushing up for ${call.name}`, this.#pushUp(call, trip.k));
    call.yardLoaderHours += hours;
    const { lostKg, shares } = order.bring(trip.kg);
    const kg = trip.kg - lostKg;
    call.lostKg += lostKg;
    call.loaderHandledKg += trip.kg;
    stack.add({ kg, leftAt: trip.leftAt, gateAt: trip.gateAt, hours: trip.unload() }, shares, sim.now);
    this.stock.set(this.stock.value + kg, sim.now);
  }

  /** Pushes what a truck has tipped up the stack, and frees its slot. Weather stops this too. */
  *#pushUp(call: Call, k: number): ProcessBody {
    yield* this.#stackingMachines.seize();
    const hours = call.draws.draw('yard.pushUp', k, this.#inputs.pushUpHours);
    yield* this.#sim.holdUntil(this.#world.stacking.finish(this.#sim.now, hours));
    this.#stackingMachines.release();
    this.#slots.release();
    call.yardLoaderHours += hours;
  }

  /**
   * Loads a shuttle truck at the face of the stack with what customs has released.
   *
   * @param refused a lot to be fetched back instead
   * @returns what it took, oldest first
   */
  *reclaim(call: Call, trip: Trip, stack: Stack, refused: Lot | null = null): ProcessBody<CargoPart[]> {
    const sim = this.#sim;
    const arrived = sim.now;
    trip.journey?.at('reclaimLine');
    const face = this.#faceOf(call, stack);
    if (face !== null) yield* face.seize();
    yield* this.#loaders.seize();
    const hours = call.draws.draw('yard.reclaim', trip.k, this.#inputs.reclaimHours);
    const stops = this.#world.yardLoaders;
    trip.wait('queue', arrived, sim.now, this.#loaderLine);
    trip.journey?.at('reclaim');
    const began = sim.now;
    yield* sim.holdUntil(stops.finish(began, hours));
    trip.serve(hours, began, sim.now, stops);
    this.#loaders.release();
    face?.release();
    call.yardLoaderHours += hours;
    call.loaderHandledKg += trip.kg;
    trip.leftAt = sim.now;
    this.stock.set(this.stock.value - trip.kg, sim.now);
    const mayTake = (lot: Lot | null) => (refused === null ? lot === null || lot.isReleased : lot === refused);
    const parts = stack.take(trip.kg, sim.now, call.storedKgByDays, mayTake);
    this.#freePads(stack);
    const ofReserve = stack === this.reserve.stack;
    if (!ofReserve) trip.journey?.carries(parts.flatMap(({ lots }) => lots));
    return parts.map((part) => {
      const { leftAt, gateAt } = part.load;
      return { kg: part.kg, leftAt, gateAt, hours: lying(part, call, trip.sentAt, ofReserve) };
    });
  }

  /** Room for loaders at the face of one cargo's stack; null where all of them find room. */
  #faceOf(call: Call, stack: Stack): Resource | null {
    const { loadersPerPad, reclaimLoaders } = this.#inputs;
    if (loadersPerPad >= reclaimLoaders) return null;
    stack.face ??= new Resource(this.#sim, { name: `stack face of ${call.name}`, capacity: loadersPerPad });
    return stack.face;
  }

  /** The stack is taken pad after pad: gives back those that are empty now. */
  #freePads(stack: Stack): void {
    const gone = stack.takenKg - stack.takenBackKg;
    const empty = gone === stack.bookedKg ? stack.pads : Math.floor(gone / this.#padKg);
    const freed = Math.min(empty, stack.pads) - stack.padsFreed;
    if (freed <= 0) return;
    stack.padsFreed += freed;
    this.#pads?.fill(freed);
    this.padsHeld.set(this.padsHeld.value - freed, this.#sim.now);
  }

  /** Drives between stack and quay, either way. */
  *haul(call: Call, trip: Trip, way: 'loaded' | 'empty'): ProcessBody {
    const { shuttleKm, shuttleKmPerHour, shuttleTimeFactor } = this.#inputs;
    const { cause, place } = HAULS[way];
    const hours = (shuttleKm / shuttleKmPerHour) * call.draws.draw(cause, trip.k, shuttleTimeFactor);
    trip.journey?.at(place);
    yield* this.#sim.hold(hours);
    trip.spend('moving', hours);
  }
}

/**
 * The hours of a part since the gate, those in the stack until a shuttle came for it included. One that was stacked only
 * after the shuttle had come is less than nothing in line: its load's hours begin with the shuttle's.
 */
function lying(part: StackedPart, call: Call, until: number, ofReserve: boolean): HoursAccount {
  const hours = part.load.hours.copy();
  if (part.stackedAt > until) {
    hours.add('queue', until - part.stackedAt);
    return hours;
  }
  if (ofReserve) {
    hours.wait('noShip', part.stackedAt, until);
    return hours;
  }
  const released = clamp(part.lots[0]?.settledAt ?? until, part.stackedAt, until);
  const alongside = clamp(call.alongside, released, until);
  hours.wait('customs', part.stackedAt, released);
  hours.wait('noShip', released, alongside);
  hours.wait('noTruck', alongside, until);
  return hours;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
