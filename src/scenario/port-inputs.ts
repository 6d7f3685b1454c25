import type { PortInputs } from '../port/index.ts';
import { cutNormal } from '../random/index.ts';
import { parseDay, parseInstant } from './calendar.ts';
import { clockDays, periodDays } from './checks.ts';
import { inspectionProbabilityOf } from './credit-class.ts';
import { breakdownInputs, calendarInputs, shiftInputs, weatherInputs } from './disturbance-inputs.ts';
import { berthInputs, harbourInputs, shipSizeInputs, tideInputs } from './harbour-inputs.ts';
import { duration, kilograms, orNever, spread } from './laws.ts';
import { quayInputs } from './quay-inputs.ts';
import { listOf, numberIn, numberOf, type Scenario, switchOf, wordOf } from './scenario.ts';

/** What the port model needs of a scenario, in hours, whole kilograms and kilometres. */
export function toPortInputs(scenario: Scenario): PortInputs {
  return {
    calendar: calendarInputs(scenario, clockDays(scenario)),
    season: seasonInputs(scenario),
    works: worksInputs(scenario),
    fleet: fleetInputs(scenario),
    road: roadInputs(scenario),
    gate: gateInputs(scenario),
    customs: customsInputs(scenario),
    yard: yardInputs(scenario),
    quay: quayInputs(scenario),
    vessel: {
      berthingHours: duration(scenario, 'vessel.berthingTime'),
      surveyHours: duration(scenario, 'vessel.surveyTime'),
      unberthingHours: duration(scenario, 'vessel.unberthingTime'),
      waitsForLaycan: switchOf(scenario, 'vessel.waitsForLaycan'),
      ...shipSizeInputs(scenario),
    },
    berths: berthInputs(scenario),
    harbour: harbourInputs(scenario),
    tide: tideInputs(scenario),
    traffic: {
      shipsPerHour: numberIn(scenario, 'traffic.arrivals', 'ships/h'),
      gapShape: numberOf(scenario, 'traffic.gapShape'),
      stayHours: duration(scenario, 'traffic.stay'),
      deadweight: numberOf(scenario, 'traffic.shipSize'),
    },
    weather: weatherInputs(scenario),
    breakdowns: breakdownInputs(scenario),
    shifts: shiftInputs(scenario),
    dispatch: {
      policy: wordOf(scenario, 'dispatch.policy'),
      trucksUnderWay: numberOf(scenario, 'dispatch.trucksUnderWay'),
      headwayHours: numberIn(scenario, 'dispatch.headway', 'h'),
      punctualitySdHours: numberIn(scenario, 'dispatch.punctuality', 'h'),
      leadHours: numberOf(scenario, 'dispatch.lead'),
      departuresHours: null,
    },
    modes: modeInputs(scenario),
  };
}

function seasonInputs(scenario: Scenario): PortInputs['season'] {
  const startHour = (parseDay(scenario.period.start) ?? 0) * 24;
  const laycans = scenario.cargoes.map(({ laycan }) =>
    laycan === null ? null : (parseInstant(laycan) ?? 0) - startHour,
  );
  return {
    openingHours: numberIn(scenario, 'calls.clockOpening', 'h'),
    periodHours: periodDays(scenario) * 24,
    closingHours: numberIn(scenario, 'calls.clockClosing', 'h'),
    cargoesKg: scenario.cargoes.map(({ tonnes }) => kilograms(tonnes)),
    cargoModes: scenario.cargoes.map(({ mode }) => mode),
    laycanShape: numberOf(scenario, 'calls.laycanShape'),
    laycansHours: laycans.every((hour) => hour !== null) ? laycans : null,
    arrivalsHours: null,
    arrivalDeviationSdHours: numberOf(scenario, 'calls.arrivalDeviationSd'),
    laycanHours: numberIn(scenario, 'calls.laycanLength', 'h'),
    estimateSdHours: numberOf(scenario, 'calls.estimateSd'),
    noticeHours: numberIn(scenario, 'calls.arrivalNotice', 'h'),
  };
}

function modeInputs(scenario: Scenario): PortInputs['modes'] {
  return {
    mechanisms: {
      ahead: switchOf(scenario, 'mechanisms.ahead'),
      sorting: switchOf(scenario, 'mechanisms.sorting'),
      straight: switchOf(scenario, 'mechanisms.straight'),
    },
    hybrid: {
      bufferKg: kilograms(numberOf(scenario, 'hybrid.buffer')),
      stagedShare: numberOf(scenario, 'hybrid.stagedShare'),
      draw: wordOf(scenario, 'hybrid.draw'),
    },
    fallback: {
      afterHours: numberIn(scenario, 'fallback.after', 'h'),
      reserveKg: kilograms(numberOf(scenario, 'fallback.reserve')),
    },
  };
}

function worksInputs(scenario: Scenario): PortInputs['works'] {
  const outputKgPerHour = numberIn(scenario, 'works.exportOutput', 'kg/h');
  const capacityKg = kilograms(numberOf(scenario, 'works.warehouseCapacity'));
  return {
    outputKgPerHour,
    wholeOutputKgPerHour: Math.max(numberIn(scenario, 'works.wholeOutput', 'kg/h'), outputKgPerHour),
    reserveKg: kilograms(numberOf(scenario, 'works.reserve')),
    capacityKg,
    openingStockKg: Math.min(kilograms(numberOf(scenario, 'works.openingStock')), capacityKg),
    loaders: numberOf(scenario, 'works.loaders'),
    loadingHours: duration(scenario, 'works.loadingTime'),
    weighbridgeLanes: numberOf(scenario, 'works.weighbridgeLanes'),
    weighingHours: duration(scenario, 'works.weighingTime'),
    weighIn: switchOf(scenario, 'works.weighIn'),
    maintenanceEveryHours: numberIn(scenario, 'works.maintenanceEvery', 'h'),
    maintenanceHours: numberOf(scenario, 'works.maintenanceTime'),
  };
}

function fleetInputs(scenario: Scenario): PortInputs['fleet'] {
  const trucks = numberOf(scenario, 'fleet.size');
  const mean = numberIn(scenario, 'fleet.payload', 'kg');
  const sd = numberIn(scenario, 'fleet.payloadSd', 'kg');
  const restAfterHours = numberOf(scenario, 'fleet.restAfter');
  return {
    trucks,
    hiredTrucks: numberOf(scenario, 'fleet.hiredTrucks'),
    stagingTrucks: Math.min(numberOf(scenario, 'fleet.stagingTrucks'), trucks),
    payloadKg: cutNormal(mean, sd),
    breakdownProbability: numberOf(scenario, 'fleet.breakdownProbability'),
    repairHours: duration(scenario, 'fleet.repairTime'),
    workFromHour: numberOf(scenario, 'fleet.workFrom'),
    workToHour: numberOf(scenario, 'fleet.workTo'),
    driveLimitHours: switchOf(scenario, 'fleet.restRule') ? restAfterHours : Number.POSITIVE_INFINITY,
    restHours: numberIn(scenario, 'fleet.restTime', 'h'),
    refuelEveryKm: orNever(numberOf(scenario, 'fleet.refuelEvery')),
    refuelHours: numberIn(scenario, 'fleet.refuelTime', 'h'),
    pumps: numberOf(scenario, 'fleet.pumps'),
  };
}

function roadInputs(scenario: Scenario): PortInputs['road'] {
  const peakHours = listOf<number>(scenario, 'road.peakHours');
  const factor = numberOf(scenario, 'road.peakFactor');
  return {
    distanceKm: numberOf(scenario, 'road.distance'),
    loadedKmPerHour: numberOf(scenario, 'road.speedLoaded'),
    emptyKmPerHour: numberOf(scenario, 'road.speedEmpty'),
    timeFactor: spread(1, numberOf(scenario, 'road.timeCv')),
    congestionByHour: Array.from({ length: 24 }, (_, hour) => (peakHours.includes(hour) ? factor : 1)),
    curfewHours: listOf<number>(scenario, 'road.curfewHours'),
    incidentGapHours: 1 / numberIn(scenario, 'road.incidentRate', '1/h'),
    incidentHours: duration(scenario, 'road.incidentTime'),
    incidentFactor: numberOf(scenario, 'road.incidentFactor'),
    incidentsClose: switchOf(scenario, 'road.incidentsClose'),
  };
}

function gateInputs(scenario: Scenario): PortInputs['gate'] {
  return {
    lanes: numberOf(scenario, 'gate.lanes'),
    mannedLanes: numberOf(scenario, 'gate.mannedLanes'),
    mannedServeAll: switchOf(scenario, 'gate.mannedServeAll'),
    serviceHours: duration(scenario, 'gate.serviceTime'),
    mannedServiceHours: duration(scenario, 'gate.mannedServiceTime'),
    manualCheckHours: duration(scenario, 'gate.manualCheckTime'),
    weighbridges: numberOf(scenario, 'gate.weighbridges'),
    weighingHours: duration(scenario, 'gate.weighingTime'),
    outLanes: numberOf(scenario, 'gate.outLanes'),
    outHours: duration(scenario, 'gate.outTime'),
  };
}

function customsInputs(scenario: Scenario): PortInputs['customs'] {
  return {
    lotKg: kilograms(numberOf(scenario, 'customs.lotSize')),
    lotsPerDeclaration: numberOf(scenario, 'customs.lotsPerDeclaration'),
    aheadHours: numberOf(scenario, 'customs.aheadTime'),
    validHours: orNever(numberIn(scenario, 'customs.declarationValidity', 'h')),
    lateLeadHours: numberOf(scenario, 'customs.lateLead'),
    reviewHours: duration(scenario, 'customs.reviewTime'),
    officeOpensHour: numberOf(scenario, 'customs.officeOpens'),
    officeClosesHour: numberOf(scenario, 'customs.officeCloses'),
    officeDays: wordOf(scenario, 'customs.officeDays'),
    ...inspectionInputs(scenario),
    surveyDeviation: cutNormal(0, numberOf(scenario, 'customs.surveyDeviationSd')),
    amendmentTolerance: numberOf(scenario, 'customs.amendmentTolerance'),
    amendmentHours: duration(scenario, 'customs.amendmentTime'),
    amendmentHoldsShip: switchOf(scenario, 'customs.amendmentHoldsShip'),
  };
}

function inspectionInputs(scenario: Scenario) {
  return {
    inspectionProbability: inspectionProbabilityOf(scenario),
    documentShare: numberOf(scenario, 'customs.documentShare'),
    documentHours: duration(scenario, 'customs.documentTime'),
    machineShare: numberOf(scenario, 'customs.machineShare'),
    machineHours: duration(scenario, 'customs.machineTime'),
    inspectionHours: duration(scenario, 'customs.inspectionTime'),
    inspectionBays: numberOf(scenario, 'customs.inspectionBays'),
    returnedShare: numberOf(scenario, 'customs.returnedShare'),
    sampledShare: numberOf(scenario, 'customs.sampledShare'),
    samplingHours: duration(scenario, 'customs.samplingTime'),
    laboratoryHours: duration(scenario, 'customs.laboratoryTime'),
    laboratoryHolds: switchOf(scenario, 'customs.laboratoryHolds'),
    inspectionPlaces: orNever(numberOf(scenario, 'customs.inspectionPlaces')),
  };
}

function yardInputs(scenario: Scenario): PortInputs['yard'] {
  return {
    capacityKg: kilograms(numberOf(scenario, 'yard.capacity')),
    pads: numberOf(scenario, 'yard.pads'),
    rolling: scenario.parameters['yard.stagingRule'].value === 'rolling',
    stackingSlots: numberOf(scenario, 'yard.stackingSlots'),
    stackingHours: duration(scenario, 'yard.stackingTime'),
    stackingMachines: numberOf(scenario, 'yard.stackingMachines'),
    pushUpHours: duration(scenario, 'yard.pushUpTime'),
    reclaimLoaders: numberOf(scenario, 'yard.reclaimLoaders'),
    loadersPerPad: numberOf(scenario, 'yard.loadersPerPad'),
    reclaimHours: duration(scenario, 'yard.reclaimTime'),
    shuttleTrucks: numberOf(scenario, 'yard.shuttleTrucks'),
    shuttleKm: numberOf(scenario, 'yard.shuttleDistance'),
    shuttleKmPerHour: numberOf(scenario, 'yard.shuttleSpeed'),
    shuttleTimeFactor: spread(1, numberOf(scenario, 'road.timeCv')),
    lossFraction: numberOf(scenario, 'yard.cycleLoss'),
    stagingLeadHours: numberIn(scenario, 'yard.stagingLead', 'h'),
  };
}
