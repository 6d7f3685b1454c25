import type { Terms } from '../settlement/index.ts';
import { clockDays } from './checks.ts';
import { calendarInputs } from './disturbance-inputs.ts';
import { quayInputs } from './quay-inputs.ts';
import { listOf, numberIn, numberOf, type Scenario, switchOf, wordOf } from './scenario.ts';

/** The prices, tariffs and contract terms of a scenario. */
export function toTerms(scenario: Scenario): Terms {
  return {
    contract: wordOf(scenario, 'contract.terms'),
    cnyPerUsd: numberOf(scenario, 'contract.cnyPerUsd'),
    interestPerYear: numberOf(scenario, 'contract.interest'),
    fobUsdPerTonne: numberOf(scenario, 'cargo.fobPrice'),
    haulage: {
      basis: wordOf(scenario, 'haulage.basis'),
      yuanPerTonne: numberOf(scenario, 'haulage.truckPrice'),
      yuanPerHour: numberOf(scenario, 'haulage.hourPrice'),
      yuanPerKm: numberOf(scenario, 'haulage.kmPrice'),
      detentionYuanPerHour: numberOf(scenario, 'haulage.detention'),
      detentionFreeHours: numberOf(scenario, 'haulage.detentionFreeTime'),
      detentionShareShipper: numberOf(scenario, 'haulage.detentionShareShipper'),
      hireYuanPerHour: numberOf(scenario, 'haulage.hire'),
      worksLoadingYuanPerTonne: numberOf(scenario, 'haulage.worksLoadingPrice'),
      shuttles: wordOf(scenario, 'haulage.shuttles'),
      shuttleYuanPerTonne: numberOf(scenario, 'haulage.shuttlePrice'),
    },
    handling: {
      packageYuanPerTonne: numberOf(scenario, 'handling.packagePrice'),
      covers: listOf(scenario, 'handling.covers'),
      directDiscountYuanPerTonne: numberOf(scenario, 'handling.directDiscount'),
      secondHaulYuanPerTonne: numberOf(scenario, 'handling.secondHaulPrice'),
    },
    storage: {
      freeDays: numberOf(scenario, 'storage.freeTime'),
      bands: [
        {
          days: numberOf(scenario, 'storage.firstBandLength'),
          yuanPerTonneDay: numberOf(scenario, 'storage.firstBandPrice'),
        },
        {
          days: numberOf(scenario, 'storage.secondBandLength'),
          yuanPerTonneDay: numberOf(scenario, 'storage.secondBandPrice'),
        },
        { days: Number.POSITIVE_INFINITY, yuanPerTonneDay: numberOf(scenario, 'storage.thirdBandPrice') },
      ],
    },
    customs: {
      declarationYuan: numberOf(scenario, 'customs.declarationFee'),
      inspectionYuan: numberOf(scenario, 'customs.inspectionFee'),
      amendmentYuan: numberOf(scenario, 'customs.amendmentFee'),
    },
    ship: shipTariffs(scenario),
    laytime: laytimeTerms(scenario),
    resource: {
      truckYuanPerHour: numberOf(scenario, 'resources.truckHour'),
      shipYuanPerHour: numberOf(scenario, 'resources.shipHour'),
      loaderYuanPerHour: numberOf(scenario, 'resources.loaderHour'),
      craneYuanPerHour: numberOf(scenario, 'resources.craneHour'),
    },
    carbon: carbonTerms(scenario),
  };
}

function carbonTerms(scenario: Scenario): Terms['carbon'] {
  return {
    yuanPerTonneCo2e: numberOf(scenario, 'carbon.price'),
    diesel: {
      tankToWheel: numberOf(scenario, 'carbon.dieselBurnt'),
      wellToWheel: numberOf(scenario, 'carbon.dieselFactor'),
    },
    truckLoadedLitresPerKm: numberIn(scenario, 'carbon.truckLoadedFuel', 'L/km'),
    truckEmptyLitresPerKm: numberIn(scenario, 'carbon.truckEmptyFuel', 'L/km'),
    truckIdleLitresPerHour: numberOf(scenario, 'carbon.truckIdleFuel'),
    loaderLitresPerTonne: numberOf(scenario, 'carbon.loaderFuel'),
    craneKwhPerTonne: numberOf(scenario, 'carbon.craneElectricity'),
    gridKgPerKwh: numberOf(scenario, 'carbon.gridFactor'),
    shipFuelTonnesPerBerthDay: numberOf(scenario, 'carbon.shipFuelAlongside'),
    shipFuelTonnesPerAnchorDay: numberOf(scenario, 'carbon.shipFuelAtAnchor'),
    marineFuel: {
      tankToWheel: numberOf(scenario, 'carbon.marineFuelBurnt'),
      wellToWheel: numberOf(scenario, 'carbon.marineFuelFactor'),
    },
  };
}

function shipTariffs(scenario: Scenario): Terms['ship'] {
  return {
    dwtPerCargoTonne: numberOf(scenario, 'vessel.dwtPerCargo'),
    netTonnagePerDwt: numberOf(scenario, 'vessel.ntPerDwt'),
    berthageYuanPerNtDay: numberOf(scenario, 'tariffs.berthage'),
    nonProductiveCharged: switchOf(scenario, 'tariffs.nonProductiveCharged'),
    nonProductiveYuanPerNtHour: numberOf(scenario, 'tariffs.nonProductiveBerthage'),
    nonProductiveFreeHours: numberOf(scenario, 'tariffs.nonProductiveFreeTime'),
    anchorageYuanPerNtDay: numberOf(scenario, 'tariffs.anchorage'),
    pilotageYuanPerNt: [
      numberOf(scenario, 'tariffs.pilotageTo40000Nt'),
      numberOf(scenario, 'tariffs.pilotageTo80000Nt'),
      numberOf(scenario, 'tariffs.pilotageTo120000Nt'),
    ],
    tugYuanPerMove: numberOf(scenario, 'tariffs.tugs'),
    shiftsPerCall: numberOf(scenario, 'tariffs.shifts'),
    shiftYuanPerNt: numberOf(scenario, 'tariffs.shifting'),
    tonnageDuesLicence: wordOf(scenario, 'tariffs.tonnageDuesLicence'),
    tonnageDuesCalls: numberOf(scenario, 'tariffs.tonnageDuesCalls'),
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
  const calendar = calendarInputs(scenario, clockDays(scenario));
  return {
    allowance: wordOf(scenario, 'contract.laytimeAllowance'),
    rateTonnesPerDay: numberOf(scenario, 'contract.laytimeRate'),
    hatches: numberOf(scenario, 'contract.laytimeHatches'),
    cranes: quayInputs(scenario).cranesPerCall,
    allowedDays: numberOf(scenario, 'contract.laytimeDays'),
    noticeAt: wordOf(scenario, 'contract.noticeAt'),
    noticeHours: wordOf(scenario, 'contract.noticeHours'),
    officeOpensHour: numberOf(scenario, 'contract.officeOpens'),
    officeClosesHour: numberOf(scenario, 'contract.officeCloses'),
    saturdayWorking: switchOf(scenario, 'contract.saturdayWorking'),
    holidays: calendar.holidayDays,
    turnRule: wordOf(scenario, 'contract.turnRule'),
    turnHours: numberOf(scenario, 'contract.turnTime'),
    soonerCommenced: wordOf(scenario, 'contract.soonerCommenced'),
    regime: wordOf(scenario, 'contract.regime'),
    weatherWorkingDays: switchOf(scenario, 'contract.weatherWorkingDays'),
    exceptions: listOf(scenario, 'contract.exceptions'),
    account: wordOf(scenario, 'contract.laytimeAccount'),
    demurrageUsdPerDay: {
      handysize: numberOf(scenario, 'contract.demurrageHandysize'),
      supramax: numberOf(scenario, 'contract.demurrageSupramax'),
      panamax: numberOf(scenario, 'contract.demurragePanamax'),
    },
    despatch: wordOf(scenario, 'contract.despatch'),
    despatchRatio: numberOf(scenario, 'contract.despatchRatio'),
    openingWeekday: calendar.openingWeekday,
  };
}
