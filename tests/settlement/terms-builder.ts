import type { Terms } from '../../src/settlement/index.ts';

/** Terms in round numbers, so that a ledger can be worked by hand. */
export const ROUND_TERMS: Terms = {
  contract: 'FOB',
  cnyPerUsd: 7,
  interestPerYear: 0.0365,
  fobUsdPerTonne: 10,
  haulage: {
    basis: 'tonne',
    yuanPerTonne: 9,
    yuanPerHour: 100,
    yuanPerKm: 3,
    detentionYuanPerHour: 80,
    detentionFreeHours: 0.5,
    detentionShareShipper: 0.75,
    hireYuanPerHour: 120,
    worksLoadingYuanPerTonne: 2,
    shuttles: 'own',
    shuttleYuanPerTonne: 4,
  },
  handling: {
    packageYuanPerTonne: 18,
    covers: ['stacking', 'shipLoading'],
    directDiscountYuanPerTonne: 1,
    secondHaulYuanPerTonne: 5,
  },
  storage: {
    freeDays: 20,
    bands: [
      { days: 10, yuanPerTonneDay: 0.3 },
      { days: 10, yuanPerTonneDay: 0.5 },
      { days: Number.POSITIVE_INFINITY, yuanPerTonneDay: 0.8 },
    ],
  },
  customs: { declarationYuan: 300, inspectionYuan: 2000, amendmentYuan: 200 },
  ship: {
    dwtPerCargoTonne: 1.25,
    netTonnagePerDwt: 0.4,
    berthageYuanPerNtDay: 0.25,
    nonProductiveCharged: false,
    nonProductiveYuanPerNtHour: 0.15,
    nonProductiveFreeHours: 4,
    anchorageYuanPerNtDay: 0.05,
    pilotageYuanPerNt: [0.45, 0.4, 0.375],
    tugYuanPerMove: 4000,
    shiftsPerCall: 0,
    shiftYuanPerNt: 0.2,
    tonnageDuesLicence: '30d',
    tonnageDuesCalls: 1,
    tonnageDuesYuanPerNt: [1.5, 2.9, 3.3, 3.8],
    cargoDuesYuanPerTonne: 0.5,
  },
  laytime: {
    allowance: 'rate',
    rateTonnesPerDay: 10_000,
    hatches: 5,
    cranes: 2,
    allowedDays: 3,
    noticeAt: 'arrival',
    noticeHours: 'anyTime',
    officeOpensHour: 8,
    officeClosesHour: 17,
    saturdayWorking: true,
    holidays: [],
    turnRule: 'hours',
    turnHours: 12,
    soonerCommenced: 'none',
    regime: 'SHINC',
    weatherWorkingDays: true,
    exceptions: [],
    account: 'perCall',
    demurrageUsdPerDay: { handysize: 12_000, supramax: 16_000, panamax: 15_000 },
    despatch: 'laytimeSaved',
    despatchRatio: 0.5,
    openingWeekday: 1,
  },
  resource: { truckYuanPerHour: 150, shipYuanPerHour: 4500, loaderYuanPerHour: 200, craneYuanPerHour: 500 },
  carbon: {
    yuanPerTonneCo2e: 100,
    diesel: { tankToWheel: 2.5, wellToWheel: 3 },
    truckLoadedLitresPerKm: 0.5,
    truckEmptyLitresPerKm: 0.25,
    truckIdleLitresPerHour: 2,
    loaderLitresPerTonne: 0.1,
    craneKwhPerTonne: 0,
    gridKgPerKwh: 0.5,
    shipFuelTonnesPerBerthDay: 0,
    shipFuelTonnesPerAnchorDay: 0,
    marineFuel: { tankToWheel: 3.2, wellToWheel: 3.9 },
  },
};

/** The laytime clause of `ROUND_TERMS` with some of it changed. */
export function laytimeTerms(overrides: Partial<Terms['laytime']> = {}): Terms['laytime'] {
  return { ...ROUND_TERMS.laytime, ...overrides };
}

/** Every price times a factor: yuan and USD, hire, FOB value, demurrage, carbon; no rate, ratio, share or free time. */
export function scalePrices(terms: Terms, factor: number): Terms {
  const { haulage, handling, storage, ship, laytime } = terms;
  return {
    ...terms,
    fobUsdPerTonne: terms.fobUsdPerTonne * factor,
    haulage: { ...haulage, ...scaleKeysMatching(haulage, /yuan/i, factor) },
    handling: { ...handling, ...scaleKeysMatching(handling, /Yuan/, factor) },
    storage: { ...storage, bands: scaledBands(storage.bands, factor) },
    customs: scaleKeysMatching(terms.customs, /Yuan/, factor),
    ship: { ...ship, ...scaleKeysMatching(ship, /Yuan/, factor) },
    laytime: { ...laytime, demurrageUsdPerDay: scaleKeysMatching(laytime.demurrageUsdPerDay, /./, factor) },
    resource: scaleKeysMatching(terms.resource, /Yuan/, factor),
    carbon: { ...terms.carbon, yuanPerTonneCo2e: terms.carbon.yuanPerTonneCo2e * factor },
  };
}

function scaledBands([first, second, third]: Terms['storage']['bands'], factor: number): Terms['storage']['bands'] {
  const scaled = (band: typeof first) => ({ ...band, yuanPerTonneDay: band.yuanPerTonneDay * factor });
  return [scaled(first), scaled(second), scaled(third)];
}

function scaleKeysMatching<T extends object>(group: T, keys: RegExp, factor: number): T {
  const scale = (value: unknown): unknown => (Array.isArray(value) ? value.map(scale) : (value as number) * factor);
  const entries = Object.entries(group).map(([key, value]) => [key, keys.test(key) ? scale(value) : value]);
  return Object.fromEntries(entries) as T;
}
