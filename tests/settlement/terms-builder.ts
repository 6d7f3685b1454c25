import type { Terms } from '../../src/settlement/index.ts';

/** Terms in round numbers, so that a ledger can be worked by hand. */
export const ROUND_TERMS: Terms = {
  contract: 'FOB',
  cnyPerUsd: 7,
  interestPerYear: 0.0365,
  fobUsdPerTonne: 10,
  haulage: {
    yuanPerTonne: 9,
    detentionYuanPerHour: 80,
    detentionFreeHours: 0.5,
    detentionShareShipper: 0.75,
    hireYuanPerHour: 120,
    worksLoadingYuanPerTonne: 2,
  },
  handling: {
    packageYuanPerTonne: 18,
    covers: ['stacking', 'shipLoading'],
    directDiscountYuanPerTonne: 1,
    secondHaulYuanPerTonne: 5,
  },
  storage: { freeDays: 20, firstBandDays: 10, firstBandYuanPerTonneDay: 0.3, secondBandYuanPerTonneDay: 0.5 },
  customs: { declarationYuan: 300, inspectionYuan: 2000 },
  ship: {
    dwtPerCargoTonne: 1.25,
    netTonnagePerDwt: 0.4,
    berthageYuanPerNtDay: 0.25,
    anchorageYuanPerNtDay: 0.05,
    pilotageYuanPerNt: [0.45, 0.4, 0.375],
    tugYuanPerMove: 4000,
    tonnageDuesYuanPerNt: [1.5, 2.9, 3.3, 3.8],
    cargoDuesYuanPerTonne: 0.5,
  },
  laytime: {
    rateTonnesPerDay: 10_000,
    turnHours: 12,
    soonerCommenced: 'none',
    regime: 'SHINC',
    weatherWorkingDays: true,
    demurrageUsdPerDay: { handysize: 12_000, supramax: 16_000, panamax: 15_000 },
    despatchRatio: 0.5,
    openingWeekday: 1,
  },
  resource: { truckYuanPerHour: 150, shipYuanPerHour: 4500, loaderYuanPerHour: 200, craneYuanPerHour: 500 },
  carbon: {
    yuanPerTonneCo2e: 100,
    dieselKgPerLitre: 3,
    truckLoadedLitresPerKm: 0.5,
    truckEmptyLitresPerKm: 0.25,
    truckIdleLitresPerHour: 2,
    loaderLitresPerTonne: 0.1,
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
    haulage: { ...haulage, ...scaleKeysMatching(haulage, /Yuan|^yuan/, factor) },
    handling: { ...handling, ...scaleKeysMatching(handling, /Yuan/, factor) },
    storage: { ...storage, ...scaleKeysMatching(storage, /Yuan/, factor) },
    customs: scaleKeysMatching(terms.customs, /Yuan/, factor),
    ship: { ...ship, ...scaleKeysMatching(ship, /Yuan/, factor) },
    laytime: { ...laytime, demurrageUsdPerDay: scaleKeysMatching(laytime.demurrageUsdPerDay, /./, factor) },
    resource: scaleKeysMatching(terms.resource, /Yuan/, factor),
    carbon: { ...terms.carbon, yuanPerTonneCo2e: terms.carbon.yuanPerTonneCo2e * factor },
  };
}

function scaleKeysMatching<T extends object>(group: T, keys: RegExp, factor: number): T {
  const scale = (value: unknown): unknown => (Array.isArray(value) ? value.map(scale) : (value as number) * factor);
  const entries = Object.entries(group).map(([key, value]) => [key, keys.test(key) ? scale(value) : value]);
  return Object.fromEntries(entries) as T;
}
