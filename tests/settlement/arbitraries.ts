import fc from 'fast-check';
import type { CallFacts, SeasonFacts, TruckFacts } from '../../src/port/index.ts';
import type { Terms } from '../../src/settlement/index.ts';
import { callFacts, seasonFacts, truckFacts } from './facts-builder.ts';
import { ROUND_TERMS } from './terms-builder.ts';

/** A number of a fine decimal grid, far from subnormals: doubling it is exact. */
const upTo = (max: number) => fc.integer({ min: 0, max: max * 1000 }).map((n) => n / 1000);
const kg = (max: number) => fc.integer({ min: 0, max });

const trucks: fc.Arbitrary<TruckFacts> = fc
  .record({
    waits: fc.array(upTo(12), { maxLength: 20 }),
    loadedKm: upTo(500),
    emptyKm: upTo(500),
    turnHours: upTo(99),
  })
  .map(({ waits, ...rest }) => truckFacts(waits, rest));

const cranes = fc.record({ assignedHours: upTo(200), workingHours: upTo(200), idleForCargoHours: upTo(200) });

/** What was stored, day by day, as far as the cargo goes: no more is stored than goes aboard. */
function withinCargo(storedKgByDays: readonly number[], cargoKg: number): number[] {
  let left = cargoKg;
  return storedKgByDays.map((stored) => {
    const part = Math.min(stored, left);
    left -= part;
    return part;
  });
}

/** A call whose instants follow each other; its cargo straight, staged or both. */
export const calls: fc.Arbitrary<CallFacts> = fc
  .record({
    cargoKg: fc.integer({ min: 1_000_000, max: 80_000_000 }),
    gaps: fc.tuple(upTo(2000), upTo(100), upTo(5), upTo(20), upTo(300), upTo(10)),
    trucks,
    shuttles: trucks,
    cranes,
    hiredTruckHours: upTo(500),
    transitKgHours: kg(1e12),
    storedKgByDays: fc.array(kg(10_000_000), { maxLength: 50 }),
    lostKg: kg(100_000),
    declarations: kg(9),
    inspections: kg(3),
    worksLoaderHours: upTo(300),
    yardLoaderHours: upTo(300),
    loaderHandledKg: kg(200_000_000),
  })
  .map(({ gaps: [at, wait, survey, start, loading, leave], storedKgByDays: stored, ...rest }) => {
    const alongside = at + wait;
    const ready = alongside + survey;
    const loadingStarted = ready + start;
    const loadingCompleted = loadingStarted + loading;
    const sailed = loadingCompleted + leave;
    const storedKgByDays = withinCargo(stored, rest.cargoKg);
    const instants = { arrived: at, alongside, ready, loadingStarted, loadingCompleted, sailed };
    return callFacts({ ...rest, ...instants, storedKgByDays });
  });

/** Weather stops in order that do not overlap. */
export const weather: fc.Arbitrary<[number, number][]> = fc
  .array(fc.tuple(upTo(200), upTo(30)), { maxLength: 30 })
  .map((spells) => {
    let clock = 0;
    return spells.map(([calm, stop]): [number, number] => {
      const from = clock + calm;
      clock = from + stop;
      return [from, clock];
    });
  });

export const seasons: fc.Arbitrary<SeasonFacts> = fc
  .tuple(fc.array(calls, { minLength: 1, maxLength: 5 }), weather)
  .map(([made, stops]) => seasonFacts(made, stops));

export const laytimes: fc.Arbitrary<Terms['laytime']> = fc.record({
  rateTonnesPerDay: fc.integer({ min: 1000, max: 40_000 }),
  turnHours: upTo(48),
  soonerCommenced: fc.constantFrom('none' as const, 'half' as const, 'full' as const),
  regime: fc.constantFrom('SHINC' as const, 'SHEX' as const),
  weatherWorkingDays: fc.boolean(),
  demurrageUsdPerDay: fc.record({ handysize: upTo(30_000), supramax: upTo(30_000), panamax: upTo(30_000) }),
  despatchRatio: upTo(1),
  openingWeekday: fc.integer({ min: 0, max: 6 }),
});

const haulage = fc.record({
  yuanPerTonne: upTo(20),
  detentionYuanPerHour: upTo(200),
  detentionFreeHours: upTo(3),
  detentionShareShipper: upTo(1),
  hireYuanPerHour: upTo(300),
  worksLoadingYuanPerTonne: upTo(5),
});

const handling = fc.record({
  packageYuanPerTonne: upTo(40),
  covers: fc.subarray(['stacking' as const, 'reclaim' as const, 'secondHaul' as const, 'shipLoading' as const]),
  directDiscountYuanPerTonne: upTo(5),
  secondHaulYuanPerTonne: upTo(10),
});

const ship = fc.record({
  dwtPerCargoTonne: fc.integer({ min: 100, max: 150 }).map((n) => n / 100),
  netTonnagePerDwt: upTo(1),
  berthageYuanPerNtDay: upTo(1),
  anchorageYuanPerNtDay: upTo(1),
  pilotageYuanPerNt: fc.tuple(upTo(1), upTo(1), upTo(1)),
  tugYuanPerMove: upTo(20_000),
  tonnageDuesYuanPerNt: fc.tuple(upTo(9), upTo(9), upTo(9), upTo(9)),
  cargoDuesYuanPerTonne: upTo(1),
});

export const terms: fc.Arbitrary<Terms> = fc.record({
  contract: fc.constantFrom('FOB' as const, 'CFR' as const),
  cnyPerUsd: fc.integer({ min: 600, max: 800 }).map((n) => n / 100),
  interestPerYear: upTo(0.2),
  fobUsdPerTonne: upTo(30),
  haulage,
  handling,
  storage: fc.record({
    freeDays: kg(30),
    firstBandDays: kg(15),
    firstBandYuanPerTonneDay: upTo(1),
    secondBandYuanPerTonneDay: upTo(1),
  }),
  customs: fc.record({ declarationYuan: upTo(1000), inspectionYuan: upTo(9000) }),
  ship,
  laytime: laytimes,
  resource: fc.record({
    truckYuanPerHour: upTo(300),
    shipYuanPerHour: upTo(9000),
    loaderYuanPerHour: upTo(400),
    craneYuanPerHour: upTo(900),
  }),
  carbon: upTo(500).map((yuanPerTonneCo2e) => ({ ...ROUND_TERMS.carbon, yuanPerTonneCo2e })),
});
