import type { HourCause } from './hours.ts';
import type { Lot } from './lot.ts';
import { ladenAfter, PLACE_NUMBERS, type TruckPlace } from './places.ts';
import type { CauseSpan, Stops } from './stops.ts';
import type { TripLoad } from './trip.ts';

/** What a journey is of. */
export interface JourneyOf extends TripLoad {
  readonly kind: 'works' | 'shuttle';
  readonly call: number;
}

/** One round trip as it is written down: the places it was at one after the other, and its waits. */
export class Journey {
  readonly of: JourneyOf;
  /** Place among all journeys of the season, in the order in which they began. */
  readonly number: number;
  readonly sentAt: number;
  /** NaN while the truck is away. */
  backAt = Number.NaN;
  readonly places: number[] = [];
  /** 1: its load is on board. */
  readonly laden: number[] = [];
  readonly since: number[] = [];
  readonly waits: CauseSpan[] = [];
  /** What its load is of; none until that is known, and for the yard's reserve. */
  lots: readonly Lot[] = [];
  readonly #clock: { readonly now: number };
  #place: TruckPlace | null = null;
  #laden = false;

  constructor(of: JourneyOf, number: number, clock: { readonly now: number }) {
    this.of = of;
    this.number = number;
    this.sentAt = clock.now;
    this.#clock = clock;
  }

  /** The truck is there from now on. A place where it was for no time is not written down. */
  at(place: TruckPlace): void {
    if (this.#place !== null) this.#laden = ladenAfter(this.#place, this.#laden);
    this.#place = place;
    const { now } = this.#clock;
    const last = this.since.length - 1;
    const row = this.since[last] === now ? last : last + 1;
    this.since[row] = now;
    this.places[row] = PLACE_NUMBERS[place];
    this.laden[row] = this.#laden ? 1 : 0;
  }

  /** It waited, first for what stood meanwhile, else for `cause`. */
  wait(cause: HourCause, from: number, to: number, stops: Stops | null): void {
    if (to <= from) return;
    for (const span of stops === null ? [{ cause, from, to }] : stops.split(cause, from, to)) {
      if (span.to > span.from && span.cause !== 'service') this.waits.push(span);
    }
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
    this.lots = lots;
  }

  /** It is back, or the clock closes. A last place of no length is none. */
  end(): void {
    const { now } = this.#clock;
    this.backAt = now;
    if (this.since.at(-1) !== now || this.since.length === 1) return;
    for (const column of [this.since, this.places, this.laden]) column.pop();
  }
}
