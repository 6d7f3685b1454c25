interface Booking {
  readonly from: number;
  readonly to: number;
  readonly units: number;
}

/** Units of something booked ahead, such as tugs: never more at once than there are, whoever books first. */
export class Bookings {
  readonly #capacity: number;
  #booked: Booking[] = [];

  /** @param capacity Infinity: as many as are wanted */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /**
   * Whether so many units are free all the time from one instant to another.
   *
   * @returns null if they are; else the end of a booking before which they cannot be, after `from`
   */
  busyUntil(from: number, to: number, units: number): number | null {
    const near = this.#booked.filter((booking) => booking.from < to && from < booking.to);
    if (units + mostAtOnce(near, from) <= this.#capacity) return null;
    return near.reduce((first, { to: end }) => Math.min(first, end), Number.POSITIVE_INFINITY);
  }

  /** Books units that are free. */
  book(from: number, to: number, units: number): void {
    if (this.#capacity !== Number.POSITIVE_INFINITY && to > from) this.#booked.push({ from, to, units });
  }

  /** What has ended by now is in nobody's way any more. */
  forgetUntil(now: number): void {
    this.#booked = this.#booked.filter(({ to }) => to > now);
  }
}

/** Most units in use at one instant from `from` on, which is when they begin or one of them does. */
function mostAtOnce(bookings: readonly Booking[], from: number): number {
  let most = 0;
  for (const instant of [from, ...bookings.map((booking) => booking.from)]) {
    if (instant < from) continue;
    let inUse = 0;
    for (const booking of bookings) if (booking.from <= instant && instant < booking.to) inUse += booking.units;
    most = Math.max(most, inUse);
  }
  return most;
}
