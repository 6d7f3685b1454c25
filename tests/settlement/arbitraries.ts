import fc from 'fast-check';
import { type CallFacts, type SeasonFacts, STOP_CAUSES, type TruckFacts } from '../../src/port/index.ts';
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

const stops = fc.array(fc.record({ cause: fc.constantFrom(...STOP_CAUSES), after: upTo(300), length: upTo(40) }), {
  maxLength: 4,
});

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
    amendments: kg(3),
    stops,
  })
  .map(({ gaps: [at, wait, survey, start, loading, leave], storedKgByDays: stored, stops: kept, ...rest }) => {
    const alongside = at + wait;
    const ready = alongside + survey;
    const loadingStarted = ready + start;
    const loadingCompleted = loadingStarted + loading;
    const sailed = loadingCompleted + leave;
    const storedKgByDays = withinCargo(stored, rest.cargoKg);
    const instants = { arrived: at, alongside, ready, loadingStarted, loadingCompleted, sailed };
    const told = kept.map(({ cause, after, length }) => ({ cause, from: at + after, to: at + after + length }));
    return callFacts({ ...rest, ...instants, storedKgByDays, stops: told });
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

/** A few public holidays in the first year of the clock. */
const holidays = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 12 });

export const laytimes: fc.Arbitrary<Terms['laytime']> = fc.record({
  allowance: fc.constantFrom('rate' as const, 'ratePerHatch' as const, 'ratePerCrane' as const, 'days' as const),
  hatches: fc.integer({ min: 1, max: 7 }),
  cranes: fc.integer({ min: 1, max: 4 }),
  allowedDays: upTo(10),
  noticeAt: fc.constantFrom('arrival' as const, 'berth' as const),
  noticeHours: fc.constantFrom('anyTime' as const, 'officeHours' as const),
  officeOpensHour: fc.integer({ min: 0, max: 11 }),
  officeClosesHour: fc.integer({ min: 12, max: 24 }),
  saturdayWorking: fc.boolean(),
  holidays,
  turnRule: fc.constantFrom('hours' as const, 'noon' as const),
  exceptions: fc.subarray([...STOP_CAUSES]),
  account: fc.constantFrom('perCall' as const, 'averaged' as const, 'reversible' as const),
  despatch: fc.constantFrom('laytimeSaved' as const, 'allTimeSaved' as const, 'noDespatch' as const),
  rateTonnesPerDay: fc.integer({ min: 1000, max: 40_000 }),
  turnHours: upTo(48),
  soonerCommenced: fc.constantFrom('none' as const, 'half' as const, 'full' as const),
  regime: fc.constantFrom('SHINC' as const, 'SHEX-EIU' as const, 'SHEX-UU' as const),
  weatherWorkingDays: fc.boolean(),
  demurrageUsdPerDay: fc.record({ handysize: upTo(30_000), supramax: upTo(30_000), panamax: upTo(30_000) }),
  despatchRatio: upTo(1),
  openingWeekday: fc.integer({ min: 0, max: 6 }),
});

const haulage = fc.record({
  basis: fc.constantFrom('tonne' as const, 'hourKm' as const),
  yuanPerHour: upTo(300),
  yuanPerKm: upTo(9),
  shuttles: fc.constantFrom('own' as const, 'hired' as const),
  shuttleYuanPerTonne: upTo(9),
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
  nonProductiveCharged: fc.boolean(),
  nonProductiveYuanPerNtHour: upTo(1),
  nonProductiveFreeHours: upTo(9),
  shiftsPerCall: fc.nat(3),
  shiftYuanPerNt: upTo(1),
  tonnageDuesLicence: fc.constantFrom('30d' as const, '90d' as const, '1yr' as const),
  tonnageDuesCalls: fc.integer({ min: 1, max: 9 }),
  anchorageYuanPerNtDay: upTo(1),
  pilotageYuanPerNt: fc.tuple(upTo(1), upTo(1), upTo(1)),
  tugYuanPerMove: upTo(20_000),
  tonnageDuesYuanPerNt: fc.tuple(upTo(9), upTo(9), upTo(9), upTo(9)),
  cargoDuesYuanPerTonne: upTo(1),
});

const band = fc.record({ days: kg(15), yuanPerTonneDay: upTo(1) });

export const terms: fc.Arbitrary<Terms> = fc.record({
  contract: fc.constantFrom('FOB' as const, 'CFR' as const),
  cnyPerUsd: fc.integer({ min: 600, max: 800 }).map((n) => n / 100),
  interestPerYear: upTo(0.2),
  fobUsdPerTonne: upTo(30),
  haulage,
  handling,
  storage: fc.record({ freeDays: kg(30), bands: fc.tuple(band, band, band) }),
  customs: fc.record({ declarationYuan: upTo(1000), inspectionYuan: upTo(9000), amendmentYuan: upTo(500) }),
  ship,
  laytime: laytimes,
  resource: fc.record({
    truckYuanPerHour: upTo(300),
    shipYuanPerHour: upTo(9000),
    loaderYuanPerHour: upTo(400),
    craneYuanPerHour: upTo(900),
  }),
  carbon: fc
    .record({
      yuanPerTonneCo2e: upTo(500),
      craneKwhPerTonne: upTo(1),
      shipFuelTonnesPerBerthDay: upTo(4),
      shipFuelTonnesPerAnchorDay: upTo(4),
    })
    .map((some) => ({ ...ROUND_TERMS.carbon, ...some })),
});
