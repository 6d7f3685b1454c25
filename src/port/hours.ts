import type { Stops } from './stops.ts';

/**
 * What the hours of a truck, a crane, a ship or the cargo are spent on. Where several causes hold at once, the stops
 * among them go first, in this order: weather, tide, curfew, shift, breakdown; then customs and what is lacking.
 */
export const HOUR_CAUSES = [
  /** On the way: road, shuttle, channel. */
  'moving',
  /** Being served: loaded, weighed, checked, tipped, surveyed, moored; for cranes moving cargo. */
  'service',
  'weather',
  'tide',
  'curfew',
  /** Crews change over, rest or are off. */
  'shift',
  'breakdown',
  /** Held by customs: not declared, under review, under inspection. */
  'customs',
  /** In a line for somebody who serves others. */
  'queue',
  'noBerth',
  /** Cargo that lies ready while its ship is not. */
  'noShip',
  'noCrane',
  'noTruck',
  'noCargo',
] as const;

/** One thing that hours are spent on. */
export type HourCause = (typeof HOUR_CAUSES)[number];

/** Hours by cause, plain; they add up to the whole that was accounted for. */
export type HoursByCause = Readonly<Record<HourCause, number>>;

/** Causes as recordings hold them: places in {@link HOUR_CAUSES}. */
export const CAUSE_NUMBERS = Object.fromEntries(HOUR_CAUSES.map((cause, place) => [cause, place])) as Record<
  HourCause,
  number
>;

/** No hours of anything, as an array of doubles from the beginning: one of whole numbers is made anew at its first hour. */
const NO_HOURS: readonly number[] = HOUR_CAUSES.map(() => 0.5).fill(0);

/** Hours by cause of one truck trip, one call's trucks, its cranes, its cargo or its ship, as they are spent. */
export class HoursAccount {
  /** Of what has no hours; nothing is ever added to it. */
  static readonly none = new HoursAccount();

  readonly #hours: number[] = NO_HOURS.slice();

  add(cause: HourCause, hours: number): void {
    const place = CAUSE_NUMBERS[cause];
    this.#hours[place] = (this.#hours[place] as number) + hours;
  }

  /** Waited from one instant to another: first for what stood meanwhile, for the rest by `cause`. */
  wait(cause: HourCause, from: number, to: number, stops: Stops | null = null): void {
    if (to <= from) return;
    this.add(cause, stops === null ? to - from : stops.book(this, from, to));
  }

  /** Adds another account, each hour so many times: hours of a load by its kilograms are kilogram-hours. */
  addScaled(other: HoursAccount, times: number): void {
    for (let i = 0; i < this.#hours.length; i++) {
      this.#hours[i] = (this.#hours[i] as number) + (other.#hours[i] as number) * times;
    }
  }

  get(cause: HourCause): number {
    return this.#hours[CAUSE_NUMBERS[cause]] as number;
  }

  /** All hours accounted for. */
  get total(): number {
    let hours = 0;
    for (const one of this.#hours) hours += one;
    return hours;
  }

  /** A copy, to be added to apart from this one. */
  copy(): HoursAccount {
    const copy = new HoursAccount();
    copy.addScaled(this, 1);
    return copy;
  }

  get facts(): HoursByCause {
    return Object.fromEntries(HOUR_CAUSES.map((cause) => [cause, this.get(cause)])) as HoursByCause;
  }
}
