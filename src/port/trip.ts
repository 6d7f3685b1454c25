/** One round trip of one truck with one load, as it goes. */
export interface Trip {
  /** Number of the load within its call, from 0: the draws of the trip go by it. */
  readonly k: number;
  readonly kg: number;
  readonly truck: number;
  /** On hire by the hour: its waiting is paid as hire. */
  readonly hired: boolean;
  /** Hour at which the truck was sent to load. */
  readonly sentAt: number;
  /** Hour at which it left the works' gate, or the yard for a shuttle. */
  leftAt: number;
  /** Hour at which it reached the port gate. */
  gateAt: number;
  /** Hours spent waiting so far. */
  waited: number;
}

/** What becomes of the round trips of one call. */
export class TripLog {
  loads = 0;
  loadedKm = 0;
  emptyKm = 0;
  turnHours = 0;
  waitHours = 0;
  readonly #waits: number[] = [];

  /** The truck is back. @param km one way */
  add(trip: Trip, km: number, now: number): void {
    this.loads++;
    this.loadedKm += km;
    this.emptyKm += km;
    this.turnHours += now - trip.sentAt;
    this.waitHours += trip.waited;
    this.#waits[trip.k] = trip.hired ? 0 : trip.waited;
  }

  /** Waiting of each trip that the fleet may charge for, hours, in order of dispatch; 0 on a hired truck. */
  get waitHoursByTrip(): Float64Array {
    return Float64Array.from(this.#waits, (hours) => hours ?? 0);
  }
}
