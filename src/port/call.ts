import { SimEvent, type Simulation } from '../engine/index.ts';
import { Appetite } from './appetite.ts';
import { CallDraws } from './draws.ts';
import type { CallFacts, RefusedFacts, StopFacts } from './facts.ts';
import { HoursAccount, type HoursByCause } from './hours.ts';
import type { Lot } from './lot.ts';
import type { CargoPlan, Mechanisms } from './modes.ts';
import type { Port } from './port.ts';
import type { Recorder } from './recorder.ts';
import { Supply } from './supply.ts';
import { TripLog } from './trip.ts';
import type { PlannedCall } from './world.ts';

/** One call as it goes: the stations write what happens to it here, and `facts` sums it up. */
export class Call {
  readonly plan: PlannedCall;
  readonly name: string;
  readonly draws: CallDraws;
  readonly mechanisms: Mechanisms;
  /** The part of the cargo that goes by way of the yard, kg. */
  readonly stagedKg: number;
  /** Lots of each part; those that replace refused ones come last. */
  readonly stagedLots: Lot[];
  readonly straightLots: Lot[];
  /** What its cranes want from the yard beside what comes straight; null where nobody asks them. */
  readonly appetite: Appetite | null;
  /** Null where nobody records. */
  readonly recorder: Recorder | null;
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

  berthGranted = 0;
  pilotOnBoard = 0;
  alongside = 0;
  ready = 0;
  loadingStarted = -1;
  loadingCompleted = 0;
  unberthing = 0;
  /** −1 until she has sailed. */
  sailed = -1;

  aboardKg = 0;
  lostKg = 0;
  hiredTruckHours = 0;
  portDwellKgHours = 0;
  transitKgHours = 0;
  readonly storedKgByDays: number[] = [];
  declarations = 0;
  /** Of the straight part, not yet promised to a truck from the works nor to a shuttle from the reserve, kg. */
  unsentKg: number;
  /** Loads taken at the works, and in the yard, so far. */
  worksLoads = 0;
  shuttleLoads = 0;
  /** The first load that went straight, and how many of them have begun to go aboard. */
  firstStraight: number | null = null;
  straightLoads = 0;
  /** Declarations of its lots as first cut. */
  readonly firstDeclarations: number;
  lapses = 0;
  readonly refused: { -readonly [Sum in keyof RefusedFacts]: number } = {
    kg: 0,
    fromYardKg: 0,
    loads: 0,
    km: 0,
    hours: 0,
  };
  worksLoaderHours = 0;
  yardLoaderHours = 0;
  loaderHandledKg = 0;
  amendments = 0;
  /** What kept her, the first draft survey apart, which is told by its instants. */
  readonly stops: StopFacts[] = [];
  craneWorkingHours = 0;
  craneIdleForCargoHours = 0;
  /** Yard pads that its cargo lay on; in an undivided yard one. */
  pads = 0;
  /** Poured into each hatch, kg; empty where hatches are not told apart. */
  kgByHatch: readonly number[] = [];

  /** Hours from the works' gate to the beginning of loading aboard: first load that went straight, sum over those. */
  firstToLoadingHours: number | null = null;
  toLoadingHours = 0;

  constructor(
    sim: Simulation,
    plan: PlannedCall,
    { mechanisms, stagedKg }: CargoPlan,
    { world, inputs, customs, recorder }: Pick<Port, 'world' | 'inputs' | 'customs' | 'recorder'>,
  ) {
    this.plan = plan;
    this.recorder = recorder;
    this.name = `call ${plan.index + 1}`;
    this.draws = new CallDraws(world.streams, plan.index);
    this.mechanisms = mechanisms;
    this.stagedKg = stagedKg;
    this.unsentKg = plan.cargoKg - stagedKg;
    this.stagedLots = customs.lotsOf(stagedKg);
    this.straightLots = customs.lotsOf(this.unsentKg, this.stagedLots.length);
    this.firstDeclarations =
      customs.declarationsOf(this.stagedLots).length + customs.declarationsOf(this.straightLots).length;
    const { hybrid, fallback } = inputs.modes;
    const asks = stagedKg > 0 ? hybrid.draw === 'when-starving' : fallback.reserveKg > 0;
    this.appetite = asks && this.unsentKg > 0 ? new Appetite(sim, this.name, fallback.afterHours) : null;
    this.loaded = new SimEvent(sim, `loading of ${this.name}`);
  }

  /** The lots of the staged part, then those of the straight one. */
  get lots(): readonly Lot[] {
    return this.straightLots.length === 0 ? this.stagedLots : [...this.stagedLots, ...this.straightLots];
  }

  /** Another lot takes the place of a refused one. */
  replace(refused: Lot, replacement: Lot): void {
    refused.replacement = replacement;
    (this.stagedLots.includes(refused) ? this.stagedLots : this.straightLots).push(replacement);
  }

  /** Promises the next kilograms of the straight part. @returns where in it they begin */
  send(kg: number): number {
    const from = this.plan.cargoKg - this.stagedKg - this.unsentKg;
    this.unsentKg -= kg;
    return from;
  }

  /** The lots that hold these kilograms of the straight part, each by what replaced it if it was refused. */
  straightLotsBetween(fromKg: number, toKg: number): Lot[] {
    return lotsBetween(this.straightLots, fromKg, toKg);
  }

  /** The same of the staged part. */
  stagedLotsBetween(fromKg: number, toKg: number): Lot[] {
    return lotsBetween(this.stagedLots, fromKg, toKg);
  }

  /** What happened, once she has sailed. */
  facts(cranes: number): CallFacts {
    const { index, cargoKg, laycan, laycanCloses, estimated, arrived } = this.plan;
    const lots = this.#lotsInOrder();
    this.recorder?.lotsAre(lots);
    return {
      index,
      cargoKg,
      laycan,
      laycanCloses,
      estimatedArrival: estimated,
      arrived,
      berthGranted: this.berthGranted,
      pilotOnBoard: this.pilotOnBoard,
      alongside: this.alongside,
      ready: this.ready,
      loadingStarted: this.loadingStarted,
      loadingCompleted: this.loadingCompleted,
      unberthing: this.unberthing,
      sailed: this.sailed,
      trucks: factsOf(this.trucks),
      shuttles: factsOf(this.shuttles),
      hiredTruckHours: this.hiredTruckHours,
      straightLoads: this.straightLoads,
      firstToLoadingHours: this.firstToLoadingHours,
      meanToLoadingHours: this.straightLoads > 0 ? this.toLoadingHours / this.straightLoads : null,
      portDwellKgHours: this.portDwellKgHours,
      transitKgHours: this.transitKgHours,
      storedKgByDays: Array.from(this.storedKgByDays, (kg) => kg ?? 0),
      lostKg: this.lostKg,
      lots: lots.map((lot) => lot.facts),
      declarations: this.declarations,
      lapses: this.lapses,
      inspections: this.lots.filter((lot) => lot.isInspected).length,
      amendments: this.amendments,
      refused: { ...this.refused },
      cranes: {
        assignedHours: cranes * (this.loadingCompleted - this.ready),
        workingHours: this.craneWorkingHours,
        idleForCargoHours: this.craneIdleForCargoHours,
      },
      kgByHatch: this.kgByHatch,
      pads: this.pads,
      worksLoaderHours: this.worksLoaderHours,
      yardLoaderHours: this.yardLoaderHours,
      loaderHandledKg: this.loaderHandledKg,
      stops: [...this.stops, { cause: 'survey', from: this.alongside, to: this.ready }],
      hours: {
        trucks: this.trucks.hours.facts,
        shuttles: this.shuttles.hours.facts,
        cranes: this.craneHours.facts,
        cargo: this.cargoHours.facts,
        ship: this.#shipHours(cranes),
      },
    };
  }

  /** In the order of the cargo, those that replaced refused ones last in the order of these, whenever that was. */
  #lotsInOrder(): Lot[] {
    const first = this.lots.filter(({ replaces }) => !replaces);
    return [...first, ...first.flatMap(({ replacement }) => replacement ?? [])];
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

/** All lots are as large as the first, the last one apart; those that replace others come after them. */
function lotsBetween(lots: readonly Lot[], fromKg: number, toKg: number): Lot[] {
  const lotKg = lots[0]?.kg ?? 1;
  const held = lots.slice(Math.floor(fromKg / lotKg), Math.ceil(toKg / lotKg));
  return held.map((lot) => lot.replacement ?? lot);
}
