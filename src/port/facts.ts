import type { HoursByCause } from './hours.ts';
import type { WeatherEpisode } from './weather.ts';

/**
 * What happened in one simulated season under one mode: hours, kilograms, kilometres and counts, no money.
 * All instants are hours since the clock's opening; all masses are whole kilograms.
 */
export interface SeasonFacts {
  /** Hour at which the clock closed. */
  readonly horizonHours: number;
  readonly berths: number;
  /** One entry per call, in order of laycan. */
  readonly calls: readonly CallFacts[];
  /** Ships that came after their laycan had closed. */
  readonly missedLaycans: number;
  readonly mass: MassFacts;
  /** Ships of other trades, by arrival. */
  readonly otherShips: readonly OtherShipFacts[];
  /** Weather stops of loading, [from, to) in hours, in order, not overlapping. */
  readonly weatherStops: readonly (readonly [from: number, to: number])[];
  /** All weather, by kind, in order of its beginning, whether or not it stopped anything. */
  readonly weatherEpisodes: readonly WeatherEpisode[];
  /** Most trucks to reach the port gate within one clock hour. */
  readonly gatePeakPerHour: number;
  readonly yardPeakKg: number;
  /** Most pads of the yard held at once; in an undivided yard, most cargoes. */
  readonly yardPeakPads: number;
  readonly works: WorksFacts;
  readonly fleet: FleetFacts;
}

/** What kept the works from making slag and its stock from leaving, over the whole clock. */
export interface WorksFacts {
  /** Hours of production for which the full warehouse had no room. */
  readonly fullHours: number;
  /** Made in those hours and not taken in: part of no balance. */
  readonly turnedAwayKg: number;
  /** Of these hours and kilograms, those until the last truck was loaded: after it nothing makes room before the close. */
  readonly fullHoursWhileServing: number;
  readonly turnedAwayKgWhileServing: number;
  /** Hours for which production was stopped for maintenance. */
  readonly maintenanceHours: number;
  /** Hours in which at least one load waited for stock. */
  readonly shortHours: number;
}

/** Where the trucks between works and port were, over the whole clock: the parts come to `truckHours`. */
export interface FleetFacts {
  /** The base fleet from the clock's opening to its closing, and hired trucks while on hire. */
  readonly truckHours: number;
  /** From being sent until back at the works, rests on the way included. */
  readonly tripHours: number;
  /** At the works, fit to go, in working hours. */
  readonly idleHours: number;
  /** The same outside working hours. */
  readonly offHours: number;
  /** Resting at the works, the drivers having driven long enough. */
  readonly restHours: number;
  /** Filling up, or waiting for a pump. */
  readonly refuelHours: number;
  /** Rests that the rule asked for, at the works and on the way. */
  readonly rests: number;
  readonly refuels: number;
}

/** Opening + produced = loaded + lost + closing + underway, exactly. */
export interface MassFacts {
  readonly openingKg: number;
  readonly producedKg: number;
  readonly loadedKg: number;
  readonly lostKg: number;
  /** In the works at the close: in the warehouse, and what customs refused, which stays out of it. */
  readonly closingKg: number;
  /** Promised to trucks, on them and in the yard at the close; by then every apron is empty. */
  readonly underwayKg: number;
}

/** What a control instruction asks for: nothing, the papers, a look at the goods by machine or by hand. */
export type Instruction = 'release' | 'documents' | 'machine' | 'physical';

/** What customs does with a lot in the end: released, released with a sample taken, or refused and sent back. */
export type Outcome = 'released' | 'sampled' | 'returned';

export interface CallFacts {
  /** Place in the order of laycans, from 0. */
  readonly index: number;
  readonly cargoKg: number;
  /** The laycan opens. */
  readonly laycan: number;
  /** Cancelling date: who comes later has missed her laycan. */
  readonly laycanCloses: number;
  /** When her agents expected her to arrive, before she did. */
  readonly estimatedArrival: number;
  /** The ship reaches the anchorage; notice of readiness is tendered then. */
  readonly arrived: number;
  /** Ordered to a berth, which is hers from now on; she may still wait for weather, tide, pilot, tugs or channel. */
  readonly berthGranted: number;
  /** The pilot boards at the anchorage: she is moving. Waiting for the tide in between is in `hours.ship.tide`. */
  readonly pilotOnBoard: number;
  /** First line ashore. */
  readonly alongside: number;
  /** Initial draft survey done: able to load. */
  readonly ready: number;
  readonly loadingStarted: number;
  readonly loadingCompleted: number;
  /** The pilot boards at the berth: she may have waited for weather, tide, tugs or channel since the final survey. */
  readonly unberthing: number;
  readonly sailed: number;
  /** Trucks between works and port. */
  readonly trucks: TruckFacts;
  /** Shuttle trucks between yard and quay; all zero where the cargo goes straight to the ship. */
  readonly shuttles: TruckFacts;
  /** Hours on hire, summed over the trucks hired for this call. */
  readonly hiredTruckHours: number;
  /** Truck loads that went straight to the ship. */
  readonly straightLoads: number;
  /** First of them: from leaving the works' gate until its cargo begins to go aboard; null where there is none. */
  readonly firstToLoadingHours: number | null;
  /** The same, mean over all of them. */
  readonly meanToLoadingHours: number | null;
  /** Sum over the cargo of kg times hours from the port gate to aboard. */
  readonly portDwellKgHours: number;
  /** Sum over the cargo of kg times hours from leaving the works to aboard. */
  readonly transitKgHours: number;
  /** Kilograms by days stored in the yard: entry d holds what lay there d days, each day begun counted whole. */
  readonly storedKgByDays: readonly number[];
  readonly lostKg: number;
  /** In the order of the cargo; after them those that replaced refused ones, whose kilograms come on top of the cargo's. */
  readonly lots: readonly LotFacts[];
  /** Lodged, those that lapsed and those for replaced lots included. */
  readonly declarations: number;
  /** Declarations that lapsed before their cargo came and were lodged anew. */
  readonly lapses: number;
  /** Lots whose goods were inspected, by machine or by hand. */
  readonly inspections: number;
  /** Amendments filed because the final draft survey differs too much from what was declared. */
  readonly amendments: number;
  /** What customs refused. */
  readonly refused: RefusedFacts;
  readonly cranes: CraneFacts;
  /** Poured into each hatch, kg, from forward to aft; empty where hatches are not told apart. */
  readonly kgByHatch: readonly number[];
  /** Yard pads that the cargo lay on; in an undivided yard 1; 0 where it goes straight to the ship. */
  readonly pads: number;
  /** Wheel loaders in the works (loading trucks). */
  readonly worksLoaderHours: number;
  /** Machines in the yard (stacking and reclaiming). */
  readonly yardLoaderHours: number;
  /** Kilograms picked up by a wheel loader, summed over handlings. */
  readonly loaderHandledKg: number;
  /** What kept the ship or all her loading, [from, to) in hours; weather that stops cranes stands apart; may overlap. */
  readonly stops: readonly StopFacts[];
  readonly hours: CallHours;
}

/** What may keep a ship or all her loading; a contract may except any of them from laytime. */
export const STOP_CAUSES = [
  'shifting',
  'survey',
  'breakdown',
  'closure',
  'ice',
  'tide',
  'pilotage',
  'customs',
] as const;

/**
 * `shifting`: from the anchorage to the berth; `survey`: draft survey before loading; `breakdown`: all her cranes at once;
 * `closure`: the port is closed to ships by wind or fog when she would move, or the quay outside its hours while she
 * loads; `ice`: the same by ice; `tide`: too little water for her move; `pilotage`: no pilot, tugs or channel for it;
 * `customs`: nothing can be loaded because customs holds what comes next, or she waits for an amendment.
 */
export type StopCause = (typeof STOP_CAUSES)[number];

export interface StopFacts {
  readonly cause: StopCause;
  readonly from: number;
  readonly to: number;
}

/** What a call's hours were spent on; each account adds up to the whole it is of. */
export interface CallHours {
  /** Round trips of the trucks: `trucks.turnHours`. */
  readonly trucks: HoursByCause;
  /** Round trips of the shuttles: `shuttles.turnHours`. */
  readonly shuttles: HoursByCause;
  /** Crane-hours from ready to loading completed: `cranes.assignedHours`. */
  readonly cranes: HoursByCause;
  /** Kilogram-hours from the port gate to aboard: `portDwellKgHours`. */
  readonly cargo: HoursByCause;
  /** From arrival to sailing; while she loads, what her cranes' hours were spent on, each crane a share. */
  readonly ship: HoursByCause;
}

/** A ship of another trade; null for what had not happened when the clock closed. */
export interface OtherShipFacts {
  readonly arrived: number;
  readonly alongside: number | null;
  readonly sailed: number | null;
}

export interface TruckFacts {
  readonly loads: number;
  readonly loadedKm: number;
  readonly emptyKm: number;
  /** Sum over round trips of their whole length. */
  readonly turnHours: number;
  /** Sum over round trips of the time spent waiting. */
  readonly waitHours: number;
  /** Waiting of each round trip that may be charged for, hours, in order of dispatch; 0 on a hired truck. */
  readonly waitHoursByTrip: Float64Array;
}

/** Cargo that was hauled back to the works; its trips stand among those of the call's trucks. */
export interface RefusedFacts {
  readonly kg: number;
  /** Of it, what had been stacked in the yard. */
  readonly fromYardKg: number;
  readonly loads: number;
  /** From the port back to the works, loaded. */
  readonly km: number;
  /** From turning back, or from being sent to fetch it, until tipped at the works. */
  readonly hours: number;
}

export interface LotFacts {
  readonly kg: number;
  /** Its declaration is lodged, for the last time if it lapsed. */
  readonly lodged: number;
  /** Documents reviewed, control instruction given. */
  readonly reviewed: number;
  /** What the instruction means for this lot: on an inspection of goods `release` for all but the one picked. */
  readonly instruction: Instruction;
  /** First truck of the lot enters the supervised area (the port gate). */
  readonly arrived: number;
  /** A bay is given over to it, and is done with it; null without. */
  readonly inspectionBegan: number | null;
  readonly inspectionEnded: number | null;
  readonly outcome: Outcome;
  /** Released or, by its outcome, refused. */
  readonly released: number;
  /** Its goods were inspected. */
  readonly inspected: boolean;
}

export interface CraneFacts {
  /** Crane-hours from ready to loading completed. */
  readonly assignedHours: number;
  /** Crane-hours that moved cargo. */
  readonly workingHours: number;
  /** Crane-hours that waited for cargo while able to work. */
  readonly idleForCargoHours: number;
}
