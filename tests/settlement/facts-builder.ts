import {
  type CallFacts,
  HOUR_CAUSES,
  type HoursByCause,
  type SeasonFacts,
  type TruckFacts,
} from '../../src/port/index.ts';

const noHours = Object.fromEntries(HOUR_CAUSES.map((cause) => [cause, 0])) as HoursByCause;

/** Trucks whose sums follow from the waiting of each trip; kilometres and turns as given. */
export function truckFacts(waits: readonly number[] = [], overrides: Partial<TruckFacts> = {}): TruckFacts {
  return {
    loads: waits.length,
    loadedKm: 0,
    emptyKm: 0,
    turnHours: 0,
    waitHours: waits.reduce((sum, wait) => sum + wait, 0),
    waitHoursByTrip: Float64Array.from(waits),
    ...overrides,
  };
}

/** A call of 20,000 t that goes straight to the ship, with round instants and nothing else of note. */
export function callFacts(overrides: Partial<CallFacts> = {}): CallFacts {
  return {
    index: 0,
    cargoKg: 20_000_000,
    laycan: 0,
    laycanCloses: 120,
    estimatedArrival: 6,
    arrived: 6,
    berthGranted: 16,
    pilotOnBoard: 16,
    alongside: 18,
    ready: 20,
    loadingStarted: 20,
    loadingCompleted: 60,
    unberthing: 64,
    sailed: 66,
    trucks: truckFacts(),
    shuttles: truckFacts(),
    hiredTruckHours: 0,
    straightLoads: 0,
    firstToLoadingHours: null,
    meanToLoadingHours: null,
    portDwellKgHours: 0,
    transitKgHours: 0,
    storedKgByDays: [],
    lostKg: 0,
    lots: [],
    declarations: 1,
    lapses: 0,
    inspections: 0,
    amendments: 0,
    refused: { kg: 0, fromYardKg: 0, loads: 0, km: 0, hours: 0 },
    cranes: { assignedHours: 0, workingHours: 0, idleForCargoHours: 0 },
    kgByHatch: [],
    pads: 0,
    worksLoaderHours: 0,
    yardLoaderHours: 0,
    loaderHandledKg: 0,
    stops: [],
    hours: { trucks: noHours, shuttles: noHours, cranes: noHours, cargo: noHours, ship: noHours },
    ...overrides,
  };
}

/** A season of the given calls, its mass balance closed. */
export function seasonFacts(calls: readonly CallFacts[], weatherStops: SeasonFacts['weatherStops'] = []): SeasonFacts {
  const loadedKg = calls.reduce((sum, call) => sum + call.cargoKg, 0);
  const lostKg = calls.reduce((sum, call) => sum + call.lostKg, 0);
  return {
    horizonHours: 10_000,
    berths: 1,
    calls,
    mass: { openingKg: 0, producedKg: loadedKg + lostKg, loadedKg, lostKg, closingKg: 0, underwayKg: 0 },
    missedLaycans: 0,
    otherShips: [],
    weatherStops,
    weatherEpisodes: weatherStops.map(([from, to]) => ({ kind: 'any', from, to })),
    gatePeakPerHour: 0,
    yardPeakKg: 0,
    works: {
      fullHours: 0,
      turnedAwayKg: 0,
      fullHoursWhileServing: 0,
      turnedAwayKgWhileServing: 0,
      maintenanceHours: 0,
      shortHours: 0,
    },
    fleet: {
      truckHours: 0,
      tripHours: 0,
      idleHours: 0,
      offHours: 0,
      restHours: 0,
      refuelHours: 0,
      rests: 0,
      refuels: 0,
    },
    yardPeakPads: 0,
  };
}
