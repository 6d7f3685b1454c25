import type { HandlingOperation, Terms } from '../settlement/index.ts';
import { parseDay, weekday } from './calendar.ts';
import { numberIn, numberOf, type Scenario } from './scenario.ts';

/** The prices, tariffs and contract terms of a scenario. */
export function toTerms(scenario: Scenario): Terms {
  return {
    contract: scenario.parameters['contract.terms'].value as Terms['contract'],
    cnyPerUsd: numberOf(scenario, 'contract.cnyPerUsd'),
    interestPerYear: numberOf(scenario, 'contract.interest'),
    fobUsdPerTonne: numberOf(scenario, 'cargo.fobPrice'),
    haulage: {
      yuanPerTonne: numberOf(scenario, 'haulage.truckPrice'),
      detentionYuanPerHour: numberOf(scenario, 'haulage.detention'),
      detentionFreeHours: numberOf(scenario, 'haulage.detentionFreeTime'),
      detentionShareShipper: numberOf(scenario, 'haulage.detentionShareShipper'),
      hireYuanPerHour: numberOf(scenario, 'haulage.hire'),
      worksLoadingYuanPerTonne: numberOf(scenario, 'haulage.worksLoadingPrice'),
    },
    handling: {
      packageYuanPerTonne: numberOf(scenario, 'handling.packagePrice'),
      covers: scenario.parameters['handling.covers'].value as readonly HandlingOperation[],
      directDiscountYuanPerTonne: numberOf(scenario, 'handling.directDiscount'),
      secondHaulYuanPerTonne: numberOf(scenario, 'handling.secondHaulPrice'),
    },
    storage: {
      freeDays: numberOf(scenario, 'storage.freeTime'),
      firstBandDays: numberOf(scenario, 'storage.firstBandLength'),
      firstBandYuanPerTonneDay: numberOf(scenario, 'storage.firstBandPrice'),
      secondBandYuanPerTonneDay: numberOf(scenario, 'storage.secondBandPrice'),
    },
    customs: {
      declarationYuan: numberOf(scenario, 'customs.declarationFee'),
      inspectionYuan: numberOf(scenario, 'customs.inspectionFee'),
    },
    ship: shipTariffs(scenario),
    laytime: laytimeTerms(scenario),
    resource: {
      truckYuanPerHour: numberOf(scenario, 'resources.truckHour'),
      shipYuanPerHour: numberOf(scenario, 'resources.shipHour'),
      loaderYuanPerHour: numberOf(scenario, 'resources.loaderHour'),
      craneYuanPerHour: numberOf(scenario, 'resources.craneHour'),
    },
    carbon: {
      yuanPerTonneCo2e: numberOf(scenario, 'carbon.price'),
      dieselKgPerLitre: numberOf(scenario, 'carbon.dieselFactor'),
      truckLoadedLitresPerKm: numberIn(scenario, 'carbon.truckLoadedFuel', 'L/km'),
      truckEmptyLitresPerKm: numberIn(scenario, 'carbon.truckEmptyFuel', 'L/km'),
      truckIdleLitresPerHour: numberOf(scenario, 'carbon.truckIdleFuel'),
      loaderLitresPerTonne: numberOf(scenario, 'carbon.loaderFuel'),
    },
  };
}

function shipTariffs(scenario: Scenario): Terms['ship'] {
  return {
    dwtPerCargoTonne: numberOf(scenario, 'vessel.dwtPerCargo'),
    netTonnagePerDwt: numberOf(scenario, 'vessel.ntPerDwt'),
    berthageYuanPerNtDay: numberOf(scenario, 'tariffs.berthage'),
    anchorageYuanPerNtDay: numberOf(scenario, 'tariffs.anchorage'),
    pilotageYuanPerNt: [
      numberOf(scenario, 'tariffs.pilotageTo40000Nt'),
      numberOf(scenario, 'tariffs.pilotageTo80000Nt'),
      numberOf(scenario, 'tariffs.pilotageTo120000Nt'),
    ],
    tugYuanPerMove: numberOf(scenario, 'tariffs.tugs'),
    tonnageDuesYuanPerNt: [
      numberOf(scenario, 'tariffs.tonnageDuesTo2000Nt'),
      numberOf(scenario, 'tariffs.tonnageDuesTo10000Nt'),
      numberOf(scenario, 'tariffs.tonnageDuesTo50000Nt'),
      numberOf(scenario, 'tariffs.tonnageDuesAbove50000Nt'),
    ],
    cargoDuesYuanPerTonne: numberOf(scenario, 'tariffs.cargoDues'),
  };
}

function laytimeTerms(scenario: Scenario): Terms['laytime'] {
  const openingDay = (parseDay(scenario.period.start) ?? 0) - numberOf(scenario, 'calls.clockOpening');
  return {
    rateTonnesPerDay: numberOf(scenario, 'contract.laytimeRate'),
    turnHours: numberOf(scenario, 'contract.turnTime'),
    soonerCommenced: scenario.parameters['contract.soonerCommenced'].value as Terms['laytime']['soonerCommenced'],
    regime: scenario.parameters['contract.regime'].value as Terms['laytime']['regime'],
    weatherWorkingDays: scenario.parameters['contract.weatherWorkingDays'].value as boolean,
    demurrageUsdPerDay: {
      handysize: numberOf(scenario, 'contract.demurrageHandysize'),
      supramax: numberOf(scenario, 'contract.demurrageSupramax'),
      panamax: numberOf(scenario, 'contract.demurragePanamax'),
    },
    despatchRatio: numberOf(scenario, 'contract.despatchRatio'),
    openingWeekday: weekday(openingDay),
  };
}
