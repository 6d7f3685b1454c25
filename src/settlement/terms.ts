import type { ShipClass } from './ship-size.ts';

/**
 * The prices, tariffs and contract terms a season is settled by. The scenario layer fills it. Prices are in
 * yuan unless their name says USD; weights in tonnes, times in hours or days as named. All are finite and not
 * negative; the settlement does not check them again, but for the laytime rate, which must be above 0.
 */
export interface Terms {
  readonly contract: 'FOB' | 'CFR';
  readonly cnyPerUsd: number;
  /** Yearly interest on cargo under way, 1/yr. */
  readonly interestPerYear: number;
  /** Value of the cargo, USD/t. */
  readonly fobUsdPerTonne: number;
  readonly haulage: {
    /** Works to port, both modes. */
    readonly yuanPerTonne: number;
    /** Waiting beyond the free time, works to port trucks only. */
    readonly detentionYuanPerHour: number;
    /** Waiting per round trip that is not charged, hours. */
    readonly detentionFreeHours: number;
    /** Share of detention billed to the shipper; the haulier bears the rest. */
    readonly detentionShareShipper: number;
    /** Trucks hired by the hour for a call, on top of the price per tonne. */
    readonly hireYuanPerHour: number;
    readonly worksLoadingYuanPerTonne: number;
  };
  readonly handling: {
    /** The port's package, per tonne aboard. */
    readonly packageYuanPerTonne: number;
    /** Operations the package covers. */
    readonly covers: readonly HandlingOperation[];
    /** Taken off the package where cargo goes straight to the ship. */
    readonly directDiscountYuanPerTonne: number;
    /** Second haul and reclaim together, charged on staged cargo unless the package covers both. */
    readonly secondHaulYuanPerTonne: number;
  };
  readonly storage: {
    /** Days stored without charge; the day after them is the first charged. */
    readonly freeDays: number;
    /** Length of the first charged band, days. */
    readonly firstBandDays: number;
    readonly firstBandYuanPerTonneDay: number;
    readonly secondBandYuanPerTonneDay: number;
  };
  readonly customs: {
    readonly declarationYuan: number;
    readonly inspectionYuan: number;
  };
  readonly ship: {
    /** Deadweight per tonne of cargo. */
    readonly dwtPerCargoTonne: number;
    readonly netTonnagePerDwt: number;
    readonly berthageYuanPerNtDay: number;
    readonly anchorageYuanPerNtDay: number;
    /** Pilotage per NT and move in the bands up to 40,000, 80,000 and 120,000 NT; NT above add nothing. */
    readonly pilotageYuanPerNt: readonly [number, number, number];
    readonly tugYuanPerMove: number;
    /** Tonnage dues for 30 days per NT, in the classes up to 2,000, 10,000, 50,000 NT and above. */
    readonly tonnageDuesYuanPerNt: readonly [number, number, number, number];
    readonly cargoDuesYuanPerTonne: number;
  };
  readonly laytime: {
    /** Loading rate that sets the time allowed, tonnes per (weather working) day. */
    readonly rateTonnesPerDay: number;
    /** Turn time after notice of readiness, hours. */
    readonly turnHours: number;
    /** How time used before turn time ends counts, "unless sooner commenced". */
    readonly soonerCommenced: 'none' | 'half' | 'full';
    /** SHINC: Sundays and holidays count; SHEX: Sundays do not, even if used. Holidays are not modelled yet. */
    readonly regime: 'SHINC' | 'SHEX';
    /** Weather stops do not count (until on demurrage). */
    readonly weatherWorkingDays: boolean;
    /** Demurrage by size of ship, USD per day. */
    readonly demurrageUsdPerDay: Readonly<Record<ShipClass, number>>;
    /** Despatch over demurrage, per day saved; half by custom. */
    readonly despatchRatio: number;
    /** Day of the week on which the simulation's clock opens at 00:00, 0 = Sunday to 6 = Saturday; for SHEX. */
    readonly openingWeekday: number;
  };
  /** What an hour of each thing uses up, for the system's ledger. */
  readonly resource: {
    readonly truckYuanPerHour: number;
    readonly shipYuanPerHour: number;
    readonly loaderYuanPerHour: number;
    readonly craneYuanPerHour: number;
  };
  readonly carbon: {
    readonly yuanPerTonneCo2e: number;
    /** Well-to-wheel, kg CO2e per litre of diesel. */
    readonly dieselKgPerLitre: number;
    readonly truckLoadedLitresPerKm: number;
    readonly truckEmptyLitresPerKm: number;
    readonly truckIdleLitresPerHour: number;
    readonly loaderLitresPerTonne: number;
  };
}

/** An operation that a port's handling package may cover. */
export type HandlingOperation = 'stacking' | 'reclaim' | 'secondHaul' | 'shipLoading';
