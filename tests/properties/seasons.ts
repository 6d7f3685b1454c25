import fc from 'fast-check';
import {
  type CallFacts,
  type Drive,
  HOUR_CAUSES,
  type HoursByCause,
  type Mechanisms,
  type Mode,
  makeWorld,
  type SeasonFacts,
  type StockName,
  simulateSeason,
} from '../../src/port/index.ts';
import { type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { type ScenarioShape, scenarios } from '../../src/testing/index.ts';

/** A round trip as the observer was told of it. */
export interface ObservedTrip {
  readonly kind: 'works' | 'shuttle';
  readonly truck: number;
  readonly call: number;
  readonly from: number;
  readonly to: number;
}

/** How low and how high a stock has been. */
export interface ObservedStock {
  readonly name: StockName;
  readonly leastKg: number;
  readonly mostKg: number;
  readonly capacityKg: number;
}

/** A season with what its observer was told. */
export interface ObservedSeason {
  readonly facts: SeasonFacts;
  readonly trips: readonly ObservedTrip[];
  readonly stocks: readonly ObservedStock[];
  /** Drives between works and port, in order of arrival. */
  readonly drives: readonly Drive[];
}

/**
 * Scenarios in which the rare happens too: inspections, several lots and declarations a call, trucks that break down,
 * few trucks, a warehouse that runs out or fills up, a yard that holds little more than one cargo, storage that is
 * charged. Cargoes are small, since a property is about whom a truck waits for, not about how many there are; what a
 * cargo is held against (lots, stocks, output) is small with them.
 */
export const EVENTFUL: ScenarioShape = {
  tonnes: [600, 4000],
  periodDays: [1, 5],
  // Direct mode goes straight, all of it; hybrid.slow.test.ts is about the rest.
  fixed: ['mechanisms.ahead', 'mechanisms.sorting', 'mechanisms.straight', 'fallback.reserve'],
  ranges: {
    'customs.inspectionProbability': [0, 1],
    'customs.lotSize': [400, 8000],
    'customs.lotsPerDeclaration': [0, 4],
    'customs.lateLead': [0, 24],
    'customs.returnedShare': [0, 0.5],
    'customs.declarationValidity': [0, 4],
    'fleet.breakdownProbability': [0, 0.05],
    'fleet.size': [6, 30],
    'fleet.hiredTrucks': [0, 20],
    'fleet.restAfter': [0.25, 2],
    'fleet.refuelEvery': [0, 100],
    'road.incidentRate': [0, 500],
    'dispatch.trucksUnderWay': [4, 45],
    'works.exportOutput': [30, 274],
    'works.wholeOutput': [400_000, 2_400_000],
    'works.reserve': [0, 8000],
    'works.warehouseCapacity': [500, 20_000],
    'works.openingStock': [0, 20_000],
    'breakdowns.worksLoaderMtbf': [0, 60],
    'works.maintenanceEvery': [2, 10],
    'yard.capacity': [4040, 13_000],
    'storage.freeTime': [0, 20],
    'weather.stopShare': [0.04, 0.25],
    'breakdowns.craneMtbf': [20, 400],
    'harbour.channelDepth': [5.5, 18],
    'carbon.price': [0, 200],
    'handling.directDiscount': [0, 5],
  },
};

/** The arbitrary of all properties here: one seed, so that they share their seasons. */
export const eventful: fc.Arbitrary<Scenario> = scenarios(EVENTFUL);

/** All combinations of the three mechanisms. */
export const ALL_MECHANISMS: readonly Mechanisms[] = [false, true].flatMap((ahead) =>
  [false, true].flatMap((sorting) => [false, true].map((straight) => ({ ahead, sorting, straight }))),
);

const seasons = new Map<string, ObservedSeason>();

/** The first replication of seed 1; run once a scenario and mechanisms, however many properties look at it. */
export function seasonOf(scenario: Scenario, mode: Mode | Mechanisms): ObservedSeason {
  const key = `${scenario.hash} ${typeof mode === 'string' ? mode : Object.values(mode).join(' ')}`;
  let season = seasons.get(key);
  if (season === undefined) {
    season = observe(scenario, mode);
    seasons.set(key, season);
  }
  return season;
}

function observe(scenario: Scenario, mode: Mode | Mechanisms): ObservedSeason {
  const trips: ObservedTrip[] = [];
  const stocks: ObservedStock[] = [];
  const drives: Drive[] = [];
  const inputs = toPortInputs(scenario);
  const facts = simulateSeason(inputs, mode, makeWorld(inputs, 1, 0), {
    trip: (kind, truck, call, from, to) => trips.push({ kind, truck, call, from, to }),
    stock: (name, leastKg, mostKg, capacityKg) => stocks.push({ name, leastKg, mostKg, capacityKg }),
    drive: (drive) => drives.push(drive),
  });
  return { facts, trips, stocks, drives };
}

/** Checks any scenario. One that fails is told as it is: to shrink whole seasons takes minutes. */
export function onAny(check: (scenario: Scenario) => void, numRuns = 30): void {
  fc.assert(fc.property(eventful, check), { numRuns, endOnFailure: true });
}

/** Checks a season of any scenario in staged and in direct mode. */
export function onBothModes(check: (season: ObservedSeason, scenario: Scenario, mode: Mode) => void): void {
  onAny((scenario) => {
    for (const mode of ['staged', 'direct'] as const) check(seasonOf(scenario, mode), scenario, mode);
  });
}

/** All hours of an account. */
export function totalHours(hours: HoursByCause): number {
  return HOUR_CAUSES.reduce((sum, cause) => sum + hours[cause], 0);
}

/** Each account of a call's hours, with the whole that it must come to. */
export function accounts({ hours, trucks, shuttles, cranes, portDwellKgHours, sailed, arrived }: CallFacts) {
  return [
    ['trucks', hours.trucks, trucks.turnHours],
    ['shuttles', hours.shuttles, shuttles.turnHours],
    ['cranes', hours.cranes, cranes.assignedHours],
    ['cargo', hours.cargo, portDwellKgHours],
    ['ship', hours.ship, sailed - arrived],
  ] as const;
}
