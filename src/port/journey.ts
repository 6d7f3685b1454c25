import { CAUSE_NUMBERS, type HourCause } from './hours.ts';
import type { Lot } from './lot.ts';
import { ladenAfter, PLACE_NUMBERS, type TruckPlace } from './places.ts';
import type { Stops } from './stops.ts';
import type { TripLoad } from './trip.ts';
import type { TripLog } from './trip-log.ts';

/** Whose truck makes a journey: the works', or the yard's. */
export type JourneyKind = 'works' | 'shuttle';

const NO_LOTS: readonly Lot[] = [];

/** One round trip as it is written down: the places it was at one after the other, and its waits. */
export class Journey {
  /** Place among all journeys of the season, in the order in which they began. */
  readonly number: number;
  readonly #log: TripLog;
  readonly #clock: { readonly now: number };
  #place: TruckPlace | null = null;
  #laden = false;
  /** Row of its last stage, and how many it has. */
  #last = -1;
  #stages = 0;

  /** It is sent now. @param ship which call it is for */
  constructor(kind: JourneyKind, ship: number, load: TripLoad, log: TripLog, clock: { readonly now: number }) {
    this.#log = log;
    this.#clock = clock;
    this.number = log.trips.add();
    const { shuttle, truck, hired, call, k, kg, sent, back } = log.trips.columns;
    shuttle[this.number] = kind === 'shuttle' ? 1 : 0;
    truck[this.number] = load.truck;
    hired[this.number] = load.hired ? 1 : 0;
    call[this.number] = ship;
    k[this.number] = load.k;
    kg[this.number] = load.kg;
    sent[this.number] = clock.now;
    back[this.number] = Number.NaN;
    log.lots.push(NO_LOTS);
  }

  /** The truck is there from now on. A place where it was for no time is not written down. */
  at(to: TruckPlace): void {
    if (this.#place !== null) this.#laden = ladenAfter(this.#place, this.#laden);
    this.#place = to;
    const { now } = this.#clock;
    const { stages } = this.#log;
    if (this.#stages === 0 || stages.columns.from[this.#last] !== now) {
      this.#last = stages.add();
      this.#stages += 1;
    }
    const { trip, place, from, laden } = stages.columns;
    trip[this.#last] = this.number;
    place[this.#last] = PLACE_NUMBERS[to];
    from[this.#last] = now;
    laden[this.#last] = this.#laden ? 1 : 0;
  }

  /** It waited, first for what stood meanwhile, else for `cause`. */
  wait(cause: HourCause, from: number, to: number, stops: Stops | null): void {
    if (to <= from) return;
    for (const span of stops === null ? [{ cause, from, to }] : stops.split(cause, from, to)) {
      if (span.to > span.from && span.cause !== 'service') this.#waited(span.cause, span.from, span.to);
    }
  }

  #waited(of: HourCause, since: number, until: number): void {
    const { waits } = this.#log;
    const row = waits.add();
    const { trip, cause, from, to } = waits.columns;
    trip[row] = this.number;
    cause[row] = CAUSE_NUMBERS[of];
    from[row] = since;
    to[row] = until;
  }

  /** It was kept on its drive, one after the other, from an instant on: what of a delay is known only when it is over. */
  stood(at: number, delays: readonly (readonly [cause: HourCause, hours: number])[]): void {
    let from = at;
    for (const [cause, hours] of delays) {
      this.wait(cause, from, from + hours, null);
      from += hours;
    }
  }

  /** Its load is of these lots. */
  carries(lots: readonly Lot[]): void {
    this.#log.lots[this.number] = lots;
  }

  /** It is back, or the clock closes. A last place of no length is none. */
  end(): void {
    const { now } = this.#clock;
    const { trips, stages } = this.#log;
    trips.columns.back[this.number] = now;
    if (this.#stages > 1 && stages.columns.from[this.#last] === now) stages.columns.trip[this.#last] = -1;
  }
}
