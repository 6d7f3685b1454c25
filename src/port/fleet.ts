import { type ProcessBody, Resource, type Simulation, Store } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { Drivers } from './drivers.ts';
import type { FleetFacts } from './facts.ts';
import { Hire } from './hire.ts';
import type { FleetInputs, PortInputs } from './inputs.ts';
import { daily } from './shifts.ts';

/** Told of what trucks do between trips. */
export interface FleetWatcher {
  /** A truck rested or filled up at the works. */
  stood(truck: number, doing: 'rest' | 'refuel', from: number, to: number): void;
  /** A truck is on hire from now on. */
  hired(truck: number, now: number): void;
  /** It is so no longer. */
  dismissed(truck: number, now: number): void;
}

/** What a truck does; gone: dismissed. */
type Doing = 'trip' | 'idle' | 'rest' | 'refuel' | 'gone';

interface Truck {
  doing: Doing;
  /** Since when. */
  since: number;
  /** Driven since it was filled up. */
  km: number;
}

/**
 * The trucks, each with its number: the base fleet, and those hired for a call and dismissed after it. Between trips a
 * truck may fill up and its drivers may rest, in this order; outside working hours none is sent.
 */
export class Fleet {
  readonly drivers: Drivers;
  readonly #sim: Simulation;
  readonly #inputs: FleetInputs;
  readonly #roundTripKm: number;
  /** Working hours. */
  readonly #duty: Calendar;
  readonly #pumps: Resource;
  /** Those that may be sent now; some may have been dismissed since they came here. */
  readonly #free: Store<number>;
  readonly #hire = new Hire();
  readonly #trucks: Truck[] = [];
  readonly #hours = { trip: 0, idle: 0, rest: 0, refuel: 0, gone: 0 };
  #offHours = 0;
  #watcher: FleetWatcher | null = null;
  #refuels = 0;

  constructor(sim: Simulation, { fleet, road }: Pick<PortInputs, 'fleet' | 'road'>, horizonHours: number) {
    const { driveLimitHours, restHours, workFromHour, workToHour, pumps, trucks } = fleet;
    this.#sim = sim;
    this.#inputs = fleet;
    this.#roundTripKm = 2 * road.distanceKm;
    const roundTripHours = road.distanceKm / road.loadedKmPerHour + road.distanceKm / road.emptyKmPerHour;
    this.drivers = new Drivers({ driveLimitHours, restHours, roundTripHours });
    this.#duty = daily(horizonHours, [
      [0, workFromHour],
      [workToHour, 24],
    ]);
    this.#pumps = new Resource(sim, { name: 'fuel pumps', capacity: pumps });
    this.#free = new Store<number>(sim, 'fleet');
    for (let truck = 0; truck < trucks; truck++) this.#join();
  }

  /** Waits for working hours and for a truck. */
  *take(): ProcessBody<number> {
    const opens = this.#duty.nextOpen(this.#sim.now);
    if (opens > this.#sim.now) yield* this.#sim.holdUntil(opens);
    for (;;) {
      const truck = yield* this.#free.get();
      const { doing, since } = this.#truck(truck);
      if (doing === 'gone') continue;
      this.drivers.stood(truck, this.#sim.now - since);
      this.#turnTo(truck, 'trip');
      return truck;
    }
  }

  /** The truck is back at the works. */
  giveBack(truck: number): void {
    if (this.#hire.back(truck, this.#sim.now)) {
      this.#turnTo(truck, 'gone');
      return;
    }
    const state = this.#truck(truck);
    state.km += this.#roundTripKm;
    const refuels = state.km + this.#roundTripKm > this.#inputs.refuelEveryKm;
    if (refuels) this.#sim.spawn(`truck ${truck + 1}`, this.#refuel(truck));
    else this.#restIfDue(truck);
  }

  /** Tells of hires and of time that trucks spend at the works otherwise than ready. */
  watch(watcher: FleetWatcher): void {
    this.#watcher = watcher;
  }

  /** Adds trucks by the hour. @returns their numbers */
  hire(trucks: number): number[] {
    const numbers = Array.from({ length: trucks }, () => this.#join());
    for (const truck of numbers) {
      this.#hire.begin(truck, this.#sim.now);
      this.#watcher?.hired(truck, this.#sim.now);
    }
    return numbers;
  }

  /** Whether a truck is on hire. */
  isHired(truck: number): boolean {
    return this.#hire.has(truck);
  }

  /**
   * Ends the hire of these trucks, of one that is on a trip when it is back.
   *
   * @param tell of the hours on hire of each, as its hire ends
   */
  dismiss(trucks: readonly number[], tell: (hours: number) => void): void {
    for (const truck of trucks) {
      if (this.#truck(truck).doing === 'trip') {
        this.#hire.endOnReturn(truck, tell);
        continue;
      }
      this.#hire.end(truck, this.#sim.now, tell);
      this.#turnTo(truck, 'gone');
    }
  }

  /** The clock closes: every hire ends, and the hours of all trucks are summed up. */
  close(closingHour: number): FleetFacts {
    this.#hire.close(closingHour);
    for (const truck of this.#trucks.keys()) this.#book(truck, closingHour);
    const { trip, idle, rest, refuel } = this.#hours;
    return {
      truckHours: this.#inputs.trucks * closingHour + this.#hire.hours,
      tripHours: trip,
      idleHours: idle,
      offHours: this.#offHours,
      restHours: rest,
      refuelHours: refuel,
      rests: this.drivers.rests,
      refuels: this.#refuels,
    };
  }

  *#refuel(truck: number): ProcessBody {
    this.#turnTo(truck, 'refuel');
    yield* this.#pumps.seize();
    yield* this.#sim.hold(this.#inputs.refuelHours);
    this.#pumps.release();
    this.#refuels++;
    this.#truck(truck).km = 0;
    this.#restIfDue(truck);
  }

  #restIfDue(truck: number): void {
    if (this.#truck(truck).doing === 'gone') return;
    if (!this.drivers.rest(truck)) {
      this.#offer(truck);
      return;
    }
    this.#turnTo(truck, 'rest');
    this.#sim.schedule(this.#inputs.restHours, () => this.#offer(truck));
  }

  /** It may be sent from now on, or from when work begins. */
  #offer(truck: number): void {
    if (this.#truck(truck).doing === 'gone') return;
    this.#turnTo(truck, 'idle');
    const opens = this.#duty.nextOpen(this.#sim.now);
    if (opens > this.#sim.now) this.#sim.scheduleAt(opens, () => this.#letGo(truck));
    else this.#letGo(truck);
  }

  /** The next in line may have it, unless it was dismissed meanwhile. */
  #letGo(truck: number): void {
    if (this.#truck(truck).doing !== 'gone') this.#free.add(truck);
  }

  /** A truck that was not there before. @returns its number */
  #join(): number {
    const truck = this.#trucks.length;
    this.#trucks.push({ doing: 'idle', since: this.#sim.now, km: 0 });
    this.#offer(truck);
    return truck;
  }

  #truck(truck: number): Truck {
    return this.#trucks[truck] as Truck;
  }

  #turnTo(truck: number, doing: Doing): void {
    this.#book(truck, this.#sim.now);
    this.#truck(truck).doing = doing;
    if (doing === 'gone') this.#watcher?.dismissed(truck, this.#sim.now);
  }

  /** Books what a truck has done up to now. */
  #book(truck: number, now: number): void {
    const state = this.#truck(truck);
    const hours = now - state.since;
    if (state.doing === 'rest' || state.doing === 'refuel') this.#watcher?.stood(truck, state.doing, state.since, now);
    const booked = state.doing === 'idle' ? this.#duty.openHours(state.since, now) : hours;
    this.#hours[state.doing] += booked;
    this.#offHours += hours - booked;
    state.since = now;
  }
}
