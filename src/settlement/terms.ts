import type { LaytimeTerms } from './laytime-terms.ts';

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
    /** How the works' trucks are paid: by the tonne, or by the hour and the kilometre. */
    readonly basis: 'tonne' | 'hourKm';
    /** Works to port, both modes, where trucks are paid by the tonne. */
    readonly yuanPerTonne: number;
    /** Where they are paid by hour and kilometre: an hour of a round trip that is not paid as detention. */
    readonly yuanPerHour: number;
    /** Likewise: a kilometre, loaded or empty. */
    readonly yuanPerKm: number;
    /** Waiting beyond the free time. */
    readonly detentionYuanPerHour: number;
    /** Waiting per round trip that is not charged, hours. */
    readonly detentionFreeHours: number;
    /** Share of the works' trucks' detention billed to the shipper; the haulier bears the rest. */
    readonly detentionShareShipper: number;
    /** Trucks hired by the hour for a call, on top of what the haul pays. */
    readonly hireYuanPerHour: number;
    readonly worksLoadingYuanPerTonne: number;
    /** Whose the shuttles between yard and quay are: the port's own, or a haulier's that the port hires. */
    readonly shuttles: 'own' | 'hired';
    /** What the port pays for hired shuttles, with detention beside it. */
    readonly shuttleYuanPerTonne: number;
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
    /** The charged bands in order; days beyond the last band's length fall in it too. */
    readonly bands: readonly [StorageBand, StorageBand, StorageBand];
  };
  readonly customs: {
    readonly declarationYuan: number;
    readonly inspectionYuan: number;
    /** Per declaration amended. */
    readonly amendmentYuan: number;
  };
  readonly ship: {
    /** Deadweight per tonne of cargo. */
    readonly dwtPerCargoTonne: number;
    readonly netTonnagePerDwt: number;
    readonly berthageYuanPerNtDay: number;
    /** Whether hours alongside without work are charged by the hour as non-productive, not as berthage. */
    readonly nonProductiveCharged: boolean;
    readonly nonProductiveYuanPerNtHour: number;
    /** Hours after completion of loading in which she may leave before her stay is non-productive. */
    readonly nonProductiveFreeHours: number;
    readonly anchorageYuanPerNtDay: number;
    /** Pilotage per NT and move in the bands up to 40,000, 80,000 and 120,000 NT; NT above add nothing. */
    readonly pilotageYuanPerNt: readonly [number, number, number];
    readonly tugYuanPerMove: number;
    /** Moves from berth to berth in a call. */
    readonly shiftsPerCall: number;
    readonly shiftYuanPerNt: number;
    /** Tonnage dues for 30 days per NT, in the classes up to 2,000, 10,000, 50,000 NT and above. */
    readonly tonnageDuesYuanPerNt: readonly [number, number, number, number];
    /** For how long dues are paid: 90 days cost twice, a year six times what 30 days cost. */
    readonly tonnageDuesLicence: '30d' | '90d' | '1yr';
    /** Calls at Chinese ports that share one licence. */
    readonly tonnageDuesCalls: number;
    readonly cargoDuesYuanPerTonne: number;
  };
  readonly laytime: LaytimeTerms;
  /** What an hour of each thing uses up, for the system's ledger. */
  readonly resource: {
    readonly truckYuanPerHour: number;
    readonly shipYuanPerHour: number;
    readonly loaderYuanPerHour: number;
    readonly craneYuanPerHour: number;
  };
  readonly carbon: {
    readonly yuanPerTonneCo2e: number;
    /** Diesel, kg CO2e per litre. */
    readonly diesel: FuelFactor;
    readonly truckLoadedLitresPerKm: number;
    readonly truckEmptyLitresPerKm: number;
    readonly truckIdleLitresPerHour: number;
    readonly loaderLitresPerTonne: number;
    /** Electric cranes, per tonne aboard. */
    readonly craneKwhPerTonne: number;
    /** The grid, kg CO2e per kWh; none of it comes out of the crane. */
    readonly gridKgPerKwh: number;
    /** The ship's auxiliary engines, tonnes of fuel per day. */
    readonly shipFuelTonnesPerBerthDay: number;
    readonly shipFuelTonnesPerAnchorDay: number;
    /** Marine gas oil, kg CO2e per kg. */
    readonly marineFuel: FuelFactor;
  };
}

/** Greenhouse gas of a fuel: out of the exhaust alone, and with its making. */
export interface FuelFactor {
  readonly tankToWheel: number;
  readonly wellToWheel: number;
}

/** One charged band of a storage tariff. */
export interface StorageBand {
  /** Days it lasts; of the last band nothing is read: it never ends. */
  readonly days: number;
  readonly yuanPerTonneDay: number;
}

/** An operation that a port's handling package may cover. */
export type HandlingOperation = 'stacking' | 'reclaim' | 'secondHaul' | 'shipLoading';
