import { MECHANISMS, type PortInputs } from '../../src/port/index.ts';
import { constant, lognormal, truncatedNormal } from '../../src/random/index.ts';

const never = { mtbfHours: Number.POSITIVE_INFINITY, repairHours: lognormal(2, 1) };
const roundTheClock = { opensHour: 0, closesHour: 24, restsOnHolidays: false };
const minutes = (value: number, cv = 0.3) => lognormal(value / 60, cv);

/** A clock that opens on 1 January, a Monday, of a year of 365 days; no holidays. */
export function plainCalendar(hours: number): PortInputs['calendar'] {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const monthEndsHours: number[] = [];
  for (let month = 0, end = 0; end < hours; month++) {
    end += 24 * (lengths[month % 12] as number);
    monthEndsHours.push(end);
  }
  return { openingMonth: 0, monthEndsHours, openingWeekday: 1, holidayDays: [], makeUpDays: [] };
}

/** Plausible inputs for tests of the model alone; what a test turns on, it sets itself. */
export const baseInputs: PortInputs = {
  calendar: plainCalendar(6792),
  season: {
    openingHours: 240,
    periodHours: 5112,
    closingHours: 1440,
    cargoesKg: [
      72e6, 60e6, 50e6, 30e6, 28e6, 24e6, 24e6, 22e6, 22e6, 22e6, 20e6, 20e6, 20e6, 20e6, 19e6, 19e6, 19e6, 18e6, 18e6,
      18e6, 18e6, 18e6, 16e6, 16e6, 16e6, 16e6, 15e6, 15e6, 15e6, 15e6, 15e6, 15e6,
    ],
    cargoModes: [],
    laycanShape: 2,
    laycansHours: null,
    arrivalDeviationSdHours: 18,
    laycanHours: 120,
    estimateSdHours: 0,
    noticeHours: 168,
  },
  works: {
    outputKgPerHour: 143_800,
    wholeOutputKgPerHour: 228_000,
    reserveKg: 40e6,
    capacityKg: 80e6,
    openingStockKg: 60e6,
    loaders: 4,
    loadingHours: minutes(7),
    weighbridgeLanes: 2,
    weighingHours: minutes(0.5),
    weighIn: false,
    maintenanceEveryHours: 720,
    maintenanceHours: 0,
  },
  fleet: {
    trucks: 40,
    hiredTrucks: 0,
    stagingTrucks: 20,
    payloadKg: truncatedNormal(32_000, 500, 30_500, 33_500),
    breakdownProbability: 0.001,
    repairHours: lognormal(1, 1),
    workFromHour: 0,
    workToHour: 24,
    driveLimitHours: Number.POSITIVE_INFINITY,
    restHours: 1 / 3,
    refuelEveryKm: Number.POSITIVE_INFINITY,
    refuelHours: 0.2,
    pumps: 2,
  },
  road: {
    distanceKm: 8,
    loadedKmPerHour: 30,
    emptyKmPerHour: 35,
    timeFactor: lognormal(1, 0.2),
    congestionByHour: Array.from({ length: 24 }, () => 1),
    curfewHours: [],
    incidentGapHours: Number.POSITIVE_INFINITY,
    incidentHours: lognormal(2, 1),
    incidentFactor: 1,
    incidentsClose: false,
  },
  gate: { lanes: 2, serviceHours: minutes(0.5), manualCheckHours: minutes(4) },
  customs: {
    lotKg: 10e6,
    lotsPerDeclaration: 3,
    aheadHours: 48,
    lateLeadHours: 24,
    reviewHours: lognormal(1.03, 1.5),
    officeOpensHour: 0,
    officeClosesHour: 24,
    officeDays: 'everyDay',
    inspectionProbability: 0.0169,
    inspectionHours: lognormal(4, 0.5),
    inspectionBays: 2,
  },
  yard: {
    capacityKg: 150e6,
    pads: 1,
    rolling: false,
    stackingSlots: 4,
    stackingHours: minutes(3),
    stackingMachines: 2,
    pushUpHours: constant(0),
    reclaimLoaders: 3,
    loadersPerPad: 4,
    reclaimHours: minutes(5),
    shuttleTrucks: 12,
    shuttleKm: 1.5,
    shuttleKmPerHour: 20,
    shuttleTimeFactor: lognormal(1, 0.2),
    lossFraction: 0.002,
    stagingLeadHours: 144,
  },
  quay: {
    berths: 1,
    cranesPerCall: 3,
    craneKgPerHour: 280_000,
    craneTimeFactor: lognormal(1, 0.3),
    tipHours: minutes(5),
    hopperKg: null,
    loadsPerCrane: 2,
    hatchKg: 2e6,
    hatchChangeHours: 0.8,
    hatchPlan: null,
  },
  weather: { stopShare: 0.06, stopHours: lognormal(8, 0.8), byKind: null },
  breakdowns: {
    crane: { mtbfHours: 200, repairHours: lognormal(2, 1) },
    worksLoader: never,
    weighbridge: never,
    gateLane: never,
    stacker: never,
    reclaimer: never,
  },
  shifts: {
    startsAtHours: [8, 20],
    changeoverHours: 0.25,
    mealsAtHours: [],
    mealHours: 0.5,
    works: roundTheClock,
    yard: roundTheClock,
    quay: roundTheClock,
  },
  dispatch: { policy: 'pull', trucksUnderWay: 30, headwayHours: 0.023, punctualitySdHours: 0, leadHours: 1 },
  modes: {
    mechanisms: MECHANISMS.direct,
    hybrid: { bufferKg: 0, stagedShare: 0, draw: 'at-once' },
    fallback: { afterHours: 0.25, reserveKg: 0 },
  },
  vessel: {
    berthingHours: lognormal(2, 0.2),
    surveyHours: lognormal(1, 0.2),
    unberthingHours: lognormal(1, 0.2),
    waitsForLaycan: false,
    deadweightPerCargo: 1.05,
    draughtFactor: 0.325,
    ballastShare: 0.6,
  },
  berths: { small: 0, smallTonnes: 40_000, first: null },
  harbour: {
    pilots: 0,
    tugs: 0,
    tugsPerMove: 2,
    largeShipTonnes: 50_000,
    tugsPerLargeMove: 3,
    oneWayChannel: false,
    passageHours: 0.7,
    channelDepthM: 17.7,
    underKeelM: 1,
  },
  tide: { springRangeM: 4.23, neapRangeM: 0.71, springHighWaterHour: 240 },
  traffic: { shipsPerHour: 0, gapShape: 1, stayHours: lognormal(24, 0.5), deadweight: 30_000 },
};

/** The same with nothing left to chance and nothing that disturbs. */
export const calmInputs: PortInputs = {
  ...baseInputs,
  season: { ...baseInputs.season, arrivalDeviationSdHours: 0 },
  works: { ...baseInputs.works, loadingHours: constant(0.1), weighingHours: constant(0.01) },
  fleet: { ...baseInputs.fleet, payloadKg: constant(32_000), breakdownProbability: 0 },
  road: { ...baseInputs.road, timeFactor: constant(1) },
  gate: { ...baseInputs.gate, serviceHours: constant(0.01), manualCheckHours: constant(0.07) },
  customs: { ...baseInputs.customs, reviewHours: constant(1), inspectionHours: constant(4), inspectionProbability: 0 },
  yard: {
    ...baseInputs.yard,
    stackingHours: constant(0.05),
    reclaimHours: constant(0.08),
    shuttleTimeFactor: constant(1),
  },
  quay: { ...baseInputs.quay, craneTimeFactor: constant(1), tipHours: constant(0.08) },
  vessel: {
    ...baseInputs.vessel,
    berthingHours: constant(2),
    surveyHours: constant(1),
    unberthingHours: constant(1),
  },
  weather: { ...baseInputs.weather, stopShare: 0 },
  breakdowns: { ...baseInputs.breakdowns, crane: never },
  shifts: { ...baseInputs.shifts, changeoverHours: 0 },
};
