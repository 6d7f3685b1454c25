import { anyOf, type ProcessBody, Resource, Signal, type Simulation, Store } from '../engine/index.ts';
import type { Landing, Load } from './load.ts';
import type { Stops } from './stops.ts';

/** What a loader draws from its hopper at present. */
interface Draw {
  readonly kg: number;
  readonly from: number;
  /** At work, stops not counted. */
  readonly hours: number;
}

/**
 * A hopper into which one truck at a time tips and which one loader empties at a steady rate: its level falls while the
 * loader works, and counts a load from the moment its truck begins to tip.
 */
export class Hopper {
  readonly loads: Store<Load | null>;
  readonly #capacityKg: number;
  readonly #stops: Stops;
  /** Nobody tips. */
  #mouthFree = true;
  /** Ever let in, and ever taken out in draws that are done. */
  #inKg = 0;
  #outKg = 0;
  #draw: Draw | null = null;

  constructor(sim: Simulation, name: string, capacityKg: number, stops: Stops) {
    this.loads = new Store<Load | null>(sim, name);
    this.#capacityKg = capacityKg;
    this.#stops = stops;
  }

  /** Kilograms in it at an hour from the last change on, what is being tipped included. */
  levelAt(hour: number): number {
    return this.#inKg - this.#outKg - this.#drawnAt(hour);
  }

  /** Whether its loader can work. */
  worksAt(hour: number): boolean {
    return this.#stops.nextOpen(hour) === hour;
  }

  /** When a truck could begin to tip so much, as things stand; Infinity: not before something changes. */
  roomAt(kg: number, now: number): number {
    if (!this.#mouthFree) return Number.POSITIVE_INFINITY;
    const toDraw = kg - (this.#capacityKg - this.#inKg + this.#outKg);
    if (toDraw <= 0) return now;
    const draw = this.#draw;
    if (draw === null || toDraw > draw.kg) return Number.POSITIVE_INFINITY;
    return Math.max(now, this.#stops.finish(draw.from, (draw.hours * toDraw) / draw.kg));
  }

  /** A truck begins to tip. */
  open(kg: number): void {
    this.#mouthFree = false;
    this.#inKg += kg;
  }

  /** It has tipped. */
  shut(load: Load): void {
    this.#mouthFree = true;
    this.loads.add(load);
  }

  draw(draw: Draw): void {
    this.#draw = draw;
  }

  drawn(kg: number): void {
    this.#outKg += kg;
    this.#draw = null;
  }

  #drawnAt(hour: number): number {
    if (this.#draw === null) return 0;
    const { kg, from, hours } = this.#draw;
    const worked = this.#stops.calendar.openHours(from, Math.max(from, hour));
    return worked >= hours ? kg : (kg * worked) / hours;
  }
}

/**
 * The hoppers beside one ship, one to each of her loaders. Trucks stand in one line; the first goes to the hopper that
 * has room for the whole of its load, rather to one whose loader works, rather to the emptiest.
 */
export class Hoppers implements Landing {
  readonly common = false;
  readonly hoppers: readonly Hopper[];
  readonly #sim: Simulation;
  /** Who stands first in line. */
  readonly #first: Resource;
  readonly #changed: Signal;

  /** @param stops of each loader */
  constructor(sim: Simulation, of: string, capacityKg: number, stops: readonly Stops[]) {
    this.#sim = sim;
    this.hoppers = stops.map((one, i) => new Hopper(sim, `hopper ${i + 1} for ${of}`, capacityKg, one));
    this.#first = new Resource(sim, { name: `line to the hoppers for ${of}`, capacity: 1, quantiles: false });
    this.#changed = new Signal(sim, `hoppers for ${of}`);
  }

  get lying(): number {
    return this.hoppers.reduce((loads, hopper) => loads + hopper.loads.size, 0);
  }

  *enter(kg: number): ProcessBody<number> {
    const sim = this.#sim;
    yield* this.#first.seize();
    for (;;) {
      const { place, at } = this.#earliest(kg);
      if (at <= sim.now) {
        this.#at(place).open(kg);
        this.#first.release();
        return place;
      }
      if (at === Number.POSITIVE_INFINITY) yield* this.#changed.wait();
      else yield* anyOf([this.#changed.request(), sim.timeout(at - sim.now)]);
    }
  }

  lay(place: number, load: Load): void {
    this.#at(place).shut(load);
    this.#changed.fire();
  }

  loadsFor(crane: number): Store<Load | null> {
    return this.#at(crane).loads;
  }

  drawing(crane: number, kg: number, from: number, hours: number): void {
    this.#at(crane).draw({ kg, from, hours });
    this.#changed.fire();
  }

  gone(crane: number, kg: number): void {
    this.#at(crane).drawn(kg);
    this.#changed.fire();
  }

  close(): void {
    for (const hopper of this.hoppers) hopper.loads.add(null);
  }

  #at(place: number): Hopper {
    return this.hoppers[place] as Hopper;
  }

  /** Where, and from when on, so much could be tipped as things stand. */
  #earliest(kg: number): { readonly place: number; readonly at: number } {
    const { now } = this.#sim;
    const choices = this.hoppers.map((hopper, place) => {
      return { place, at: hopper.roomAt(kg, now), down: hopper.worksAt(now) ? 0 : 1, level: hopper.levelAt(now) };
    });
    return choices.reduce((best, one) => {
      const before = one.at - best.at || one.down - best.down || one.level - best.level;
      return before < 0 ? one : best;
    });
  }
}
