import { type HourCause, HoursAccount } from './hours.ts';
import type { Journey } from './journey.ts';
import type { Stops } from './stops.ts';

/** A load and the truck that takes it. */
export interface TripLoad {
  /** Number of the load within its call, from 0. */
  readonly k: number;
  readonly kg: number;
  readonly truck: number;
  readonly hired: boolean;
}

/** One round trip of one truck with one load, as it goes. */
export class Trip {
  /** Number of the load within its call, from 0: the draws of the trip go by it. */
  readonly k: number;
  readonly kg: number;
  readonly truck: number;
  /** On hire by the hour: its waiting is paid as hire. */
  readonly hired: boolean;
  /** Hour at which the truck was sent to load. */
  readonly sentAt: number;
  /** Hour at which it left the works' gate, or the yard for a shuttle. */
  leftAt = 0;
  /** Hour at which it reached the port gate. */
  gateAt = 0;
  /** Hours spent waiting so far. */
  waited = 0;
  /** What its hours were spent on so far. */
  readonly hours = new HoursAccount();
  /** The same of its cargo, from the port gate or the stack until it is unloaded; null before and after. */
  cargoHours: HoursAccount | null = null;
  /** Where it is written down; null where nobody records. */
  readonly journey: Journey | null;

  constructor({ k, kg, truck, hired }: TripLoad, sentAt: number, journey: Journey | null) {
    this.k = k;
    this.kg = kg;
    this.truck = truck;
    this.hired = hired;
    this.sentAt = sentAt;
    this.journey = journey;
  }

  /** Drove, was served, or was kept on the way, for so long: no waiting that is paid for. */
  spend(cause: 'moving' | 'service' | 'breakdown' | 'shift' | 'queue', hours: number): void {
    this.hours.add(cause, hours);
    this.cargoHours?.add(cause, hours);
  }

  /** Stood in wait from one instant to another. */
  wait(cause: HourCause, from: number, to: number, stops: Stops | null = null): void {
    this.waited += to - from;
    this.journey?.wait(cause, from, to, stops);
    this.hours.wait(cause, from, to, stops);
    this.cargoHours?.wait(cause, from, to, stops);
  }

  /** Was served for `hours` between two instants, waiting for the rest while what served it stood. */
  serve(hours: number, from: number, to: number, stops: Stops): void {
    this.waited += Math.max(0, to - from - hours);
    this.journey?.wait('service', from, to, stops);
    this.hours.wait('service', from, to, stops);
    this.cargoHours?.wait('service', from, to, stops);
  }

  /** Reaches the port gate with its cargo. */
  reachGate(now: number): void {
    this.gateAt = now;
    this.takeCargo();
  }

  /** From now on its hours are its cargo's too. */
  takeCargo(): void {
    this.cargoHours = new HoursAccount();
  }

  /** Gives its cargo up. @returns what the cargo's hours were spent on since it took it */
  unload(): HoursAccount {
    const hours = this.cargoHours ?? HoursAccount.none;
    this.cargoHours = null;
    return hours;
  }
}

/** What becomes of the round trips of one call. */
export class TripLog {
  loads = 0;
  loadedKm = 0;
  emptyKm = 0;
  turnHours = 0;
  waitHours = 0;
  readonly hours = new HoursAccount();
  readonly #waits: number[] = [];

  /** The truck is back. @param km one way @param loadedBack with the load it brought out */
  add(trip: Trip, km: number, now: number, loadedBack = false): void {
    this.loads++;
    this.loadedKm += loadedBack ? 2 * km : km;
    this.emptyKm += loadedBack ? 0 : km;
    this.turnHours += now - trip.sentAt;
    this.waitHours += trip.waited;
    this.hours.addScaled(trip.hours, 1);
    this.#waits[trip.k] = trip.hired ? 0 : trip.waited;
  }

  /** Waiting of each trip that the fleet may charge for, hours, in order of dispatch; 0 on a hired truck. */
  get waitHoursByTrip(): Float64Array {
    return Float64Array.from(this.#waits, (hours) => hours ?? 0);
  }
}
