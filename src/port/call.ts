import { SimEvent, type Simulation } from '../engine/index.ts';
import type { Lot } from './customs.ts';
import { CallDraws } from './draws.ts';
import type { CallFacts } from './facts.ts';
import { HoursAccount, type HoursByCause } from './hours.ts';
import { Supply } from './supply.ts';
import { TripLog } from './trip.ts';
import type { PlannedCall, World } from './world.ts';

/** One call as it goes: the stations write what happens to it here, and `facts` sums it up. */
export class Call {
  readonly plan: PlannedCall;
  readonly name: string;
  readonly draws: CallDraws;
  readonly lots: readonly Lot[];
  /** The last load is aboard. */
  readonly loaded: SimEvent;
  readonly trucks = new TripLog();
  readonly shuttles = new TripLog();
  /** Why its cranes would stand now if they had no load. */
  readonly supply = new Supply();
  /** Crane-hours from ready to loading completed. */
  readonly craneHours = new HoursAccount();
  /** Kilogram-hours from the port gate to aboard. */
  readonly cargoHours = new HoursAccount();
  /** The ship's hours from arrival to sailing, loading apart. */
  readonly shipHours = new HoursAccount();

  alongside = 0;
  ready = 0;
  loadingStarted = -1;
  loadingCompleted = 0;
  /** −1 until she has sailed. */
  sailed = -1;

  aboardKg = 0;
  lostKg = 0;
  hiredTruckHours = 0;
  portDwellKgHours = 0;
  transitKgHours = 0;
  readonly storedKgByDays: number[] = [];
  declarations = 0;
  worksLoaderHours = 0;
  yardLoaderHours = 0;
  loaderHandledKg = 0;
  craneWorkingHours = 0;
  craneIdleForCargoHours = 0;

  /** Hours from the works' gate to the beginning of loading aboard: first load, and sum over loads. */
  firstToLoadingHours: number | null = null;
  toLoadingHours = 0;

  constructor(sim: Simulation, plan: PlannedCall, world: World, lots: readonly Lot[]) {
    this.plan = plan;
    this.name = `call ${plan.index + 1}`;
    this.draws = new CallDraws(world.streams, plan.index);
    this.lots = lots;
    this.loaded = new SimEvent(sim, `loading of ${this.name}`);
  }

  /** When the lot that holds this kilogram of the cargo was released; Infinity: not yet. */
  releasedAt(kg: number): number {
    let endKg = 0;
    for (const lot of this.lots) {
      endKg += lot.kg;
      if (kg < endKg) return lot.released.triggered ? lot.releasedAt : Number.POSITIVE_INFINITY;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** What happened, once she has sailed. @param straight the cargo went straight to the ship */
  facts(straight: boolean, cranes: number): CallFacts {
    const { index, cargoKg, laycan, arrived } = this.plan;
    return {
      index,
      cargoKg,
      laycan,
      arrived,
      alongside: this.alongside,
      ready: this.ready,
      loadingStarted: this.loadingStarted,
      loadingCompleted: this.loadingCompleted,
      sailed: this.sailed,
      trucks: factsOf(this.trucks),
      shuttles: factsOf(this.shuttles),
      hiredTruckHours: this.hiredTruckHours,
      firstToLoadingHours: straight ? this.firstToLoadingHours : null,
      meanToLoadingHours: straight ? this.toLoadingHours / this.trucks.loads : null,
      portDwellKgHours: this.portDwellKgHours,
      transitKgHours: this.transitKgHours,
      storedKgByDays: Array.from(this.storedKgByDays, (kg) => kg ?? 0),
      lostKg: this.lostKg,
      lots: this.lots.map((lot) => lot.facts),
      declarations: this.declarations,
      inspections: this.lots.filter((lot) => lot.inspected).length,
      cranes: {
        assignedHours: cranes * (this.loadingCompleted - this.ready),
        workingHours: this.craneWorkingHours,
        idleForCargoHours: this.craneIdleForCargoHours,
      },
      worksLoaderHours: this.worksLoaderHours,
      yardLoaderHours: this.yardLoaderHours,
      loaderHandledKg: this.loaderHandledKg,
      hours: {
        trucks: this.trucks.hours.facts,
        shuttles: this.shuttles.hours.facts,
        cranes: this.craneHours.facts,
        cargo: this.cargoHours.facts,
        ship: this.#shipHours(cranes),
      },
    };
  }

  /** While she loads, her hours are what her cranes' are spent on, each crane a share. */
  #shipHours(cranes: number): HoursByCause {
    const ship = this.shipHours.copy();
    ship.addScaled(this.craneHours, 1 / cranes);
    return ship.facts;
  }
}

function factsOf(log: TripLog) {
  const { loads, loadedKm, emptyKm, turnHours, waitHours, waitHoursByTrip } = log;
  return { loads, loadedKm, emptyKm, turnHours, waitHours, waitHoursByTrip };
}
