import { DISPATCH_POLICIES, expectedTrip, type PortInputs, trucksToHire, workingHoursOfDay } from '../port/index.ts';

/** What brings a ship's cargo straight aboard, t/h. */
export interface LoadingRates {
  /** All loaders of the works. */
  readonly worksLoaders: number;
  /** The trucks that the dispatch policy keeps under way for one call, hired ones included. */
  readonly fleet: number;
  /** The cranes of one call. */
  readonly cranes: number;
  /** The least of the three. */
  readonly direct: number;
}

type Parts = Omit<LoadingRates, 'direct'>;

/**
 * Rates while everything runs, from the means of each service: no pause, stop or wait of any kind. Nothing keeps up more
 * for long; what stands loaded beside the ship when she is ready comes on top once ({@link shortestLoadingHours}).
 *
 * @param cargoKg for how many of her hatches can be worked at once
 */
export function ratesAtBest(inputs: PortInputs, cargoKg: number): LoadingRates {
  const { works, fleet, quay } = inputs;
  const payload = fleet.payloadKg.mean / 1000;
  return least({
    worksLoaders: (works.loaders * payload) / works.loadingHours.mean,
    fleet: (trucksUnderWay(inputs) * payload) / quickestTrip(inputs).turnHours,
    cranes: (cranesAtOnce(quay, cargoKg) * quay.craneKgPerHour) / 1000,
  });
}

/**
 * The same over whole days: with hatch changes, crews' breaks, opening hours, working hours and curfews, rests, filling
 * up, rush hours, and with breakdowns and weather in the mean. Still without a wait for anybody, holidays and incidents.
 */
export function ratesOverDays(inputs: PortInputs, cargoKg: number): LoadingRates {
  const { works, fleet, quay, shifts, breakdowns } = inputs;
  const payload = fleet.payloadKg.mean / 1000;
  const open = (station: 'works' | 'quay') => workingHoursOfDay(shifts, shifts[station]) / 24;
  const up = ({ mtbfHours, repairHours }: PortInputs['breakdowns']['crane']) =>
    mtbfHours === Number.POSITIVE_INFINITY ? 1 : mtbfHours / (mtbfHours + repairHours.mean);
  const workingLoaders = works.loaders * open('works') * up(breakdowns.worksLoader);
  const workingCranes = open('quay') * up(breakdowns.crane) * (1 - craneWeatherShare(inputs));
  return least({
    worksLoaders: (workingLoaders * payload) / works.loadingHours.mean,
    fleet: (trucksUnderWay(inputs) * payload * roadOpenShare(inputs)) / ordinaryTurnHours(inputs),
    cranes: (workingCranes * cranesKgPerHour(quay, cargoKg)) / 1000,
  });
}

/**
 * No ship is loaded straight from the works in less, from ready to loading completed, as long as services take their mean
 * and loads weigh theirs: by the cranes at their full rate; by works and fleet at theirs for all but what may stand
 * loaded when she is ready, a truck each and the places or hoppers beside her.
 */
export function shortestLoadingHours(inputs: PortInputs, cargoKg: number): number {
  const { fleet, quay } = inputs;
  const { worksLoaders, fleet: byFleet, cranes } = ratesAtBest(inputs, cargoKg);
  const beside = quay.cranesPerCall * (quay.hopperKg ?? quay.loadsPerCrane * fleet.payloadKg.mean);
  const waitingKg = trucksUnderWay(inputs) * fleet.payloadKg.mean + beside;
  const toCome = Math.max(0, cargoKg - waitingKg) / 1000;
  return Math.max(cargoKg / 1000 / cranes, toCome / worksLoaders, toCome / byFleet);
}

/** How many trucks the cranes need at least, at full rate and with no truck ever waiting. */
export function leastTrucksToFeedCranes(inputs: PortInputs, cargoKg: number): number {
  const kgPerHour = cranesAtOnce(inputs.quay, cargoKg) * inputs.quay.craneKgPerHour;
  return Math.ceil((kgPerHour * quickestTrip(inputs).turnHours) / inputs.fleet.payloadKg.mean);
}

/**
 * Trucks that serve one call at once, at most: the base fleet and those on hire for the ships at all berths, but no more
 * than the policy wants.
 */
export function trucksUnderWay(inputs: PortInputs): number {
  const { fleet, dispatch, quay } = inputs;
  const there = fleet.trucks + quay.berths * trucksToHire(inputs);
  return Math.min(there, DISPATCH_POLICIES[dispatch.policy].wanted(inputs));
}

function least(parts: Parts): LoadingRates {
  return { ...parts, direct: Math.min(parts.worksLoaders, parts.fleet, parts.cranes) };
}

/** A round trip in the quietest hour of the day, through the quicker of the gate's lanes. */
function quickestTrip(inputs: PortInputs): ReturnType<typeof expectedTrip> {
  const { serviceHours, mannedServiceHours, mannedLanes } = inputs.gate;
  const manned = mannedLanes > 0 && mannedServiceHours.mean < serviceHours.mean;
  const gate = { ...inputs.gate, serviceHours: manned ? mannedServiceHours : serviceHours };
  return expectedTrip(withRoadFactor({ ...inputs, gate }, Math.min(...inputs.road.congestionByHour)));
}

function withRoadFactor(inputs: PortInputs, factor: number): PortInputs {
  const { loadedKmPerHour, emptyKmPerHour } = inputs.road;
  const road = { loadedKmPerHour: loadedKmPerHour / factor, emptyKmPerHour: emptyKmPerHour / factor };
  return { ...inputs, road: { ...inputs.road, ...road } };
}

/** A round trip at the day's mean congestion, with all that befalls a truck in the mean but waiting. */
function ordinaryTurnHours(inputs: PortInputs): number {
  const { works, fleet, road, gate } = inputs;
  const congestion = road.congestionByHour.reduce((sum, one) => sum + one, 0) / road.congestionByHour.length;
  const driving = road.distanceKm * (1 / road.loadedKmPerHour + 1 / road.emptyKmPerHour);
  return (
    expectedTrip(withRoadFactor(inputs, congestion)).turnHours +
    (works.weighIn ? works.weighingHours.mean : 0) +
    (gate.outLanes > 0 ? gate.outHours.mean : 0) +
    fleet.breakdownProbability * fleet.repairHours.mean +
    (fleet.restHours * driving * congestion * road.timeFactor.mean) / fleet.driveLimitHours +
    (fleet.refuelHours * 2 * road.distanceKm) / fleet.refuelEveryKm
  );
}

/** Share of the day in which trucks work and may set out. */
function roadOpenShare({ fleet: { workFromHour, workToHour }, road }: PortInputs): number {
  let open = workToHour - workFromHour;
  for (const hour of road.curfewHours) {
    open -= Math.max(0, Math.min(workToHour, hour + 1) - Math.max(workFromHour, hour));
  }
  return open / 24;
}

/** Cranes that find a hatch at once. */
function cranesAtOnce({ cranesPerCall, hatchPlan }: PortInputs['quay'], cargoKg: number): number {
  if (hatchPlan === null) return cranesPerCall;
  return Math.min(cranesPerCall, Math.ceil(hatchesFor(hatchPlan, cargoKg) / (1 + hatchPlan.hatchesBetween)));
}

/** All cranes of one call with their changes of hatch and trimming, kg/h. */
function cranesKgPerHour(quay: PortInputs['quay'], cargoKg: number): number {
  const { craneKgPerHour, hatchKg, hatchChangeHours, hatchPlan: plan } = quay;
  const withPauses = (kg: number, pauseHours: number) => kg / (kg / craneKgPerHour + pauseHours);
  if (plan === null) return quay.cranesPerCall * withPauses(hatchKg, hatchChangeHours);
  const passes = plan.firstPassShare < 1 ? 2 : 1;
  const kgAPass = cargoKg / hatchesFor(plan, cargoKg) / passes;
  return cranesAtOnce(quay, cargoKg) * withPauses(kgAPass, plan.changeHours + plan.trimHours);
}

function hatchesFor({ hatchesBySize }: NonNullable<PortInputs['quay']['hatchPlan']>, cargoKg: number): number {
  return (hatchesBySize.find(({ belowKg }) => cargoKg < belowKg) ?? hatchesBySize.at(-1))?.hatches ?? 1;
}

/** Mean share of the period's hours in which weather stops the cranes; kinds told apart are taken for independent. */
function craneWeatherShare({ weather: { stopShare, byKind }, calendar, season }: PortInputs): number {
  if (byKind === null) return stopShare;
  const { openingMonth, monthEndsHours } = calendar;
  const { openingHours, periodHours } = season;
  let stopped = 0;
  for (const [i, end] of monthEndsHours.entries()) {
    const begin = monthEndsHours[i - 1] ?? 0;
    const hours = Math.min(end, openingHours + periodHours) - Math.max(begin, openingHours);
    if (hours > 0) stopped += hours * craneWeatherShareIn((openingMonth + i) % 12, byKind);
  }
  return stopped / periodHours;
}

function craneWeatherShareIn(month: number, byKind: NonNullable<PortInputs['weather']['byKind']>): number {
  const { wind6, wind7, fog, rain, ice } = byKind;
  const share = ({ shareByMonth, stops }: typeof fog) => (stops.includes('cranes') ? (shareByMonth[month] ?? 0) : 0);
  const blows = wind7.stops.includes('cranes') ? (wind6.shareByMonth[month] ?? 0) * wind7.probability * wind7.part : 0;
  const wind = Math.max(share(wind6), blows);
  return 1 - (1 - wind) * (1 - share(fog)) * (1 - share(rain)) * (1 - share(ice));
}
