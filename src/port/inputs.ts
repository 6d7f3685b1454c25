import type { Distribution } from '../random/index.ts';
import type { Mechanisms, Mode } from './modes.ts';

/**
 * Everything the port model needs to know, in hours, kilograms and kilometres. The scenario layer fills
 * it; nothing in it is money.
 *
 * One file, though long: a plain block of data for each station, in the order of the chain, and no logic.
 */
export interface PortInputs {
  readonly calendar: CalendarInputs;
  readonly season: SeasonInputs;
  readonly works: WorksInputs;
  readonly fleet: FleetInputs;
  readonly road: RoadInputs;
  readonly gate: GateInputs;
  readonly customs: CustomsInputs;
  readonly yard: YardInputs;
  readonly quay: QuayInputs;
  readonly vessel: VesselInputs;
  readonly berths: BerthInputs;
  readonly harbour: HarbourInputs;
  readonly tide: TideInputs;
  readonly traffic: TrafficInputs;
  readonly weather: WeatherInputs;
  readonly breakdowns: BreakdownInputs;
  readonly shifts: ShiftInputs;
  readonly dispatch: DispatchInputs;
  readonly modes: ModeInputs;
}

/** Which days the clock's hours fall on, at UTC+8. Days are counted from the clock's opening: day 0 is hours 0 to 24. */
export interface CalendarInputs {
  /** Month in which the clock opens: 0 is January. */
  readonly openingMonth: number;
  /** Hours at which that month and those after it end, in order; the last not before the clock's closing. */
  readonly monthEndsHours: readonly number[];
  /** Weekday of day 0: 0 is Sunday. */
  readonly openingWeekday: number;
  /** Public holidays while the clock runs, in order. */
  readonly holidayDays: readonly number[];
  /** Days of a weekend that are worked in exchange for a holiday, in order. */
  readonly makeUpDays: readonly number[];
}

/** The calls to be served and the clock they are served on. Hour 0 is midnight (UTC+8) at the clock's opening. */
export interface SeasonInputs {
  /** Hours from the clock's opening to the first hour of the period. */
  readonly openingHours: number;
  /** Length of the period in which laycans fall, hours. */
  readonly periodHours: number;
  /** Hours from the period's end to the clock's closing, long enough for the last ship to sail. */
  readonly closingHours: number;
  /** Cargo of each call in kg (integers), in any order; shuffled per replication. */
  readonly cargoesKg: readonly number[];
  /** How each cargo goes whenever the season is not staged, where that is not the season's mode; by place. */
  readonly cargoModes: readonly (Mode | null)[];
  /** Erlang order of the gaps between laycans: 1 is random (Poisson given the count), more is more regular. */
  readonly laycanShape: number;
  /** Laycans given instead of drawn: hours after the period's start, one per cargo, which is then not shuffled. */
  readonly laycansHours: readonly number[] | null;
  /** Arrivals as they were instead of drawn about the laycans: hours after the period's start, one per cargo, with given laycans. */
  readonly arrivalsHours: readonly number[] | null;
  /** Standard deviation of actual arrival about the laycan, hours; the draw is cut at three of them. */
  readonly arrivalDeviationSdHours: number;
  /** From the opening of a laycan to its cancelling date, hours. */
  readonly laycanHours: number;
  /** Standard deviation of the estimated arrival about the actual one, hours; the draw is cut at three of them. */
  readonly estimateSdHours: number;
  /** The estimated arrival is known so many hours before it, and not earlier. */
  readonly noticeHours: number;
}

export interface WorksInputs {
  /** Slag made for export in the mean, net of domestic sales, kg per hour. */
  readonly outputKgPerHour: number;
  /** The whole output, kg per hour: while the warehouse is below the reserve, domestic sales are held back. */
  readonly wholeOutputKgPerHour: number;
  /** Stock below which the whole output goes to export, kg; 0: never. */
  readonly reserveKg: number;
  readonly capacityKg: number;
  readonly openingStockKg: number;
  readonly loaders: number;
  /** Loading one truck, hours. */
  readonly loadingHours: Distribution;
  readonly weighbridgeLanes: number;
  /** Weighing one truck, hours. */
  readonly weighingHours: Distribution;
  /** Empty trucks are weighed in (tare) on the same lanes, before they are loaded. */
  readonly weighIn: boolean;
  /** Production stops for maintenance once every so many hours, counted from the clock's opening. */
  readonly maintenanceEveryHours: number;
  /** Length of each such stop, hours; 0: none. */
  readonly maintenanceHours: number;
}

export interface FleetInputs {
  /** The base fleet. */
  readonly trucks: number;
  /** Trucks hired by the hour for a direct call when the target under way exceeds the base fleet. */
  readonly hiredTrucks: number;
  /** The part of the fleet that collects to the yard at leisure (staged). */
  readonly stagingTrucks: number;
  /** Net load of one truck, kg. */
  readonly payloadKg: Distribution;
  /** Chance that a truck breaks down on a loaded trip. */
  readonly breakdownProbability: number;
  /** Time lost by a breakdown, hours. */
  readonly repairHours: Distribution;
  /** Trucks are sent between these hours of the day only; 0 and 24: round the clock. */
  readonly workFromHour: number;
  readonly workToHour: number;
  /** Longest driving without a rest, hours; Infinity: no rule. */
  readonly driveLimitHours: number;
  /** Length of a rest, hours. */
  readonly restHours: number;
  /** Kilometres on one filling; Infinity: never refuelled. */
  readonly refuelEveryKm: number;
  /** Filling up one truck, hours. */
  readonly refuelHours: number;
  /** Trucks that can be filled up at once. */
  readonly pumps: number;
}

export interface RoadInputs {
  readonly distanceKm: number;
  readonly loadedKmPerHour: number;
  readonly emptyKmPerHour: number;
  /** Factor on the travel time of one trip; mean 1. */
  readonly timeFactor: Distribution;
  /** Factor on travel time by hour of day (24 values, 1 = free flow), by the hour of departure. */
  readonly congestionByHour: readonly number[];
  /** Hours of the day (whole, each an hour long) in which no truck may set out, neither way. */
  readonly curfewHours: readonly number[];
  /** Mean time from one incident's end to the next, hours; Infinity: none. */
  readonly incidentGapHours: number;
  /** Length of an incident, hours. */
  readonly incidentHours: Distribution;
  /** Factor on the travel time of a drive that sets out while an incident lasts; at least 1. */
  readonly incidentFactor: number;
  /** No truck sets out while an incident lasts. */
  readonly incidentsClose: boolean;
}

export interface GateInputs {
  /** Automatic lanes; without manned ones they serve everyone. */
  readonly lanes: number;
  /** Manned lanes, for trucks whose instruction cannot be read. */
  readonly mannedLanes: number;
  /** A manned lane that stands free takes anyone when no automatic one is. */
  readonly mannedServeAll: boolean;
  /** Automatic passage of one truck: weighing, plate, instruction; hours. */
  readonly serviceHours: Distribution;
  /** Weighing and papers of one truck in a manned lane, hours. */
  readonly mannedServiceHours: Distribution;
  /** Added in the lane where the instruction is not read automatically, hours. */
  readonly manualCheckHours: Distribution;
  /** Weighbridges behind the lanes; 0: trucks are weighed in the lane. */
  readonly weighbridges: number;
  /** Weighing one truck there, hours. */
  readonly weighingHours: Distribution;
  /** Lanes out of the port; 0: leaving takes no time. */
  readonly outLanes: number;
  /** One truck in a lane out, hours. */
  readonly outHours: Distribution;
}

export type OfficeDays = 'everyDay' | 'exceptHolidays' | 'workdays';

export interface CustomsInputs {
  /** Size of a lot (a truck convoy that customs treats as one), kg. */
  readonly lotKg: number;
  /** 0: all lots of a call in one. */
  readonly lotsPerDeclaration: number;
  /** A declaration lodged ahead lapses when none of its cargo has come within so many hours; Infinity: never. */
  readonly validHours: number;
  /** Declaring ahead: hours before the cargo's planned arrival that the declaration is lodged. */
  readonly aheadHours: number;
  /** Declaring late: least hours between lodging and loading; 0 switches the rule off. */
  readonly lateLeadHours: number;
  /** Review of the documents, office hours counted only. */
  readonly reviewHours: Distribution;
  /** The office opens and closes at these hours of the day; 0 and 24: round the clock. */
  readonly officeOpensHour: number;
  readonly officeClosesHour: number;
  /** Days on which the office is manned. */
  readonly officeDays: OfficeDays;
  /** Chance, per declaration, that the control instruction is to inspect. */
  readonly inspectionProbability: number;
  /** Of the declarations to inspect, those whose papers alone are checked; they need no bay and no arrival. */
  readonly documentShare: number;
  /** Such a check, after the review, office hours counted only. */
  readonly documentHours: Distribution;
  /** Of the declarations to inspect, those inspected by machine; the rest by hand. */
  readonly machineShare: number;
  /** In a bay, by machine. */
  readonly machineHours: Distribution;
  /** In a bay, by hand. */
  readonly inspectionHours: Distribution;
  readonly inspectionBays: number;
  /** Of the lots inspected, those refused. */
  readonly returnedShare: number;
  /** Of the lots inspected, those of which a sample is taken. */
  readonly sampledShare: number;
  /** Taking it, in the bay. */
  readonly samplingHours: Distribution;
  /** From then to the laboratory's result. */
  readonly laboratoryHours: Distribution;
  /** Sampled cargo waits for the result. */
  readonly laboratoryHolds: boolean;
  /** Trucks that customs can hold at once; Infinity: any number. */
  readonly inspectionPlaces: number;
  /** Final draft survey less tonnes declared, relative to these. */
  readonly surveyDeviation: Distribution;
  /** Above such a relative deviation an amendment is filed. */
  readonly amendmentTolerance: number;
  /** Until it is accepted, office hours counted only. */
  readonly amendmentHours: Distribution;
  /** The ship may not sail before. */
  readonly amendmentHoldsShip: boolean;
}

export interface YardInputs {
  readonly capacityKg: number;
  /** Bounded stacks of equal size, each for one call at a time; 1: undivided, cargoes lie side by side. */
  readonly pads: number;
  /** Staging begins with the first free pad; else once there are enough for the whole cargo. */
  readonly rolling: boolean;
  /** Trucks that can be tipped at once. */
  readonly stackingSlots: number;
  readonly stackingHours: Distribution;
  /** Machines that push tipped loads up the stack; a slot is free again when that is done. */
  readonly stackingMachines: number;
  /** Pushing one load up, hours; 0: done while the truck tips. */
  readonly pushUpHours: Distribution;
  readonly reclaimLoaders: number;
  /** Reclaim loaders that find room at the face of one cargo's stack. */
  readonly loadersPerPad: number;
  /** Loading one shuttle truck from the stack, hours. */
  readonly reclaimHours: Distribution;
  readonly shuttleTrucks: number;
  readonly shuttleKm: number;
  readonly shuttleKmPerHour: number;
  /** Factor on the time of one shuttle drive; mean 1. */
  readonly shuttleTimeFactor: Distribution;
  /** Share of the cargo lost in one yard cycle (stack and reclaim). */
  readonly lossFraction: number;
  /** Staging of a call begins so many hours before its laycan. */
  readonly stagingLeadHours: number;
}

export interface QuayInputs {
  readonly berths: number;
  /** Machines that load one ship: grab cranes, or shiploaders where there are hoppers. */
  readonly cranesPerCall: number;
  /** One of them while working, kg per hour. */
  readonly craneKgPerHour: number;
  /** Factor on the crane time of one load; mean 1. */
  readonly craneTimeFactor: Distribution;
  /** Tipping one truck on the apron or into a hopper, hours. */
  readonly tipHours: Distribution;
  /** Capacity of the hopper in front of each shiploader; null: cranes grab loads from the apron's ground. */
  readonly hopperKg: number | null;
  /** Loads that can wait on the apron per crane, the one being worked included. */
  readonly loadsPerCrane: number;
  /** A crane pauses to change hatch and trim after this many kg. */
  readonly hatchKg: number;
  /** Length of that pause, hours. */
  readonly hatchChangeHours: number;
  /** Hatches worked in turn instead of pauses after so many kg; null: those. */
  readonly hatchPlan: HatchPlanInputs | null;
}

/** How the hatches of a ship are worked in turn. */
export interface HatchPlanInputs {
  /** Hatches of a ship with less than so much cargo; the first that fits, else the last. */
  readonly hatchesBySize: readonly { readonly belowKg: number; readonly hatches: number }[];
  /** Share of the cargo, the trimming pour apart, that is poured into all hatches before any gets the rest; 1: all. */
  readonly firstPassShare: number;
  /** Share of the cargo kept for a last pass into two hatches, to bring her on an even keel. */
  readonly trimPourShare: number;
  /** Draft survey between two passes, hours. */
  readonly surveyHours: number;
  /** Taking a crane from one hatch to another, hours. */
  readonly changeHours: number;
  /** Trimming a hatch when its share of a pass is in, hours. */
  readonly trimHours: number;
  /** Hatches that must lie between two cranes at work. */
  readonly hatchesBetween: number;
}

export interface VesselInputs {
  /** Anchorage to alongside, pilot and mooring included, hours. */
  readonly berthingHours: Distribution;
  /** One draft survey; there is one before and one after loading; hours. */
  readonly surveyHours: Distribution;
  /** Papers, casting off and sailing after the final survey, hours. */
  readonly unberthingHours: Distribution;
  /** A ship that comes before her laycan opens waits at the anchorage until it does. */
  readonly waitsForLaycan: boolean;
  /** Deadweight over cargo, by mass. */
  readonly deadweightPerCargo: number;
  /** Laden draught in metres over the cube root of the deadweight in tonnes. */
  readonly draughtFactor: number;
  /** Draught in ballast, in which she arrives, over the laden one. */
  readonly ballastShare: number;
}

/** Which ships the berths take, and whose turn it is. */
export interface BerthInputs {
  /** So many of the berths are small. */
  readonly small: number;
  /** Largest deadweight a small berth takes, tonnes. */
  readonly smallTonnes: number;
  /** Whose ships go first; null: who waits longest. */
  readonly first: 'slag' | 'other' | null;
}

/** Pilots, tugs and the channel between anchorage and berths. */
export interface HarbourInputs {
  /** 0: as many as are wanted. */
  readonly pilots: number;
  /** 0: as many as are wanted. */
  readonly tugs: number;
  readonly tugsPerMove: number;
  /** For a ship of this deadweight and above, tonnes. */
  readonly largeShipTonnes: number;
  readonly tugsPerLargeMove: number;
  /** One ship at a time. */
  readonly oneWayChannel: boolean;
  /** Part of each move that is spent in the channel, hours; the move's whole length if that is shorter. */
  readonly passageHours: number;
  /** Depth of the channel at chart datum, metres. */
  readonly channelDepthM: number;
  /** Water a ship must have under her keel in the channel, metres. */
  readonly underKeelM: number;
}

export interface TideInputs {
  /** From low to high water at springs and at neaps, metres. */
  readonly springRangeM: number;
  readonly neapRangeM: number;
  /** An hour of the clock at which it is high water at springs. */
  readonly springHighWaterHour: number;
}

/** Ships of other trades that use the same berths, pilots, tugs and channel. */
export interface TrafficInputs {
  /** 0: none. */
  readonly shipsPerHour: number;
  /** Erlang order of the gaps between them. */
  readonly gapShape: number;
  /** Alongside, from the last line ashore to asking for a pilot, hours. */
  readonly stayHours: Distribution;
  /** Of each of them, tonnes. */
  readonly deadweight: number;
}

/** What weather may stop: the cranes' loading, stacking in the yard, pilotage. */
export type WeatherActivity = 'cranes' | 'stacking' | 'pilotage';

/** Spells that stop cranes, stacking and pilotage. */
export interface WeatherInputs {
  /** Share of all hours that are stopped. */
  readonly stopShare: number;
  /** Length of one spell, hours. */
  readonly stopHours: Distribution;
  /** Weather by kind and month instead of those; null: those. */
  readonly byKind: WeatherByKindInputs | null;
}

/** Each kind of weather as a process of its own. */
export interface WeatherByKindInputs {
  /** Blows of at least Beaufort 6. */
  readonly wind6: EpisodeInputs;
  /** Wind of at least Beaufort 7, within such blows. */
  readonly wind7: {
    /** Chance that a blow reaches it. */
    readonly probability: number;
    /** Part of such a blow's length for which it does. */
    readonly part: number;
    readonly stops: readonly WeatherActivity[];
  };
  readonly fog: EpisodeInputs;
  readonly rain: EpisodeInputs;
  readonly ice: EpisodeInputs;
}

export interface EpisodeInputs {
  /** Share of a month's hours, January first, were the month to last; each below 1. */
  readonly shareByMonth: readonly number[];
  /** Length of one episode, hours. */
  readonly hours: Distribution;
  readonly stops: readonly WeatherActivity[];
}

/** Machines that fail in calendar time. */
export type MachineKind = 'crane' | 'worksLoader' | 'weighbridge' | 'gateLane' | 'stacker' | 'reclaimer';

export type BreakdownInputs = Readonly<Record<MachineKind, MachineBreakdowns>>;

export interface MachineBreakdowns {
  /** Mean time of one machine from a repair to its next failure, calendar hours; Infinity: never. */
  readonly mtbfHours: number;
  readonly repairHours: Distribution;
}

export interface ShiftInputs {
  /** Hours of the day at which crews change over. */
  readonly startsAtHours: readonly number[];
  /** Time lost at each change, hours: cranes and the loaders of works and yard stand. */
  readonly changeoverHours: number;
  /** Hours of the day at which crews break for a meal: the same machines stand. */
  readonly mealsAtHours: readonly number[];
  /** Length of one such break, hours. */
  readonly mealHours: number;
  /** Loaders in the works. */
  readonly works: StationShifts;
  /** Stacking and reclaiming. */
  readonly yard: StationShifts;
  /** Cranes. */
  readonly quay: StationShifts;
}

/** When a station is manned. */
export interface StationShifts {
  /** Hours of the day between which it works; 0 and 24: round the clock. */
  readonly opensHour: number;
  readonly closesHour: number;
  readonly restsOnHolidays: boolean;
}

export type DispatchPolicyName = 'all-at-once' | 'headway' | 'pull' | 'appointments' | 'look-ahead';

export interface DispatchInputs {
  readonly policy: DispatchPolicyName;
  /** Pull: trucks kept under way. */
  readonly trucksUnderWay: number;
  /** Headway: hours between releases. Appointments: hours between two slots at the gate. */
  readonly headwayHours: number;
  /** Appointments: standard deviation of a truck's arrival about its slot, hours. */
  readonly punctualitySdHours: number;
  /** Dispatch begins so many hours before the ship is expected to be ready; look-ahead finds that out itself. */
  readonly leadHours: number;
  /**
   * Trucks are sent when they were, whatever the policy: hours from the clock's opening, in order, for each call in order of
   * laycan; none before she has her berth, and at once when they are used up.
   */
  readonly departuresHours: readonly (readonly number[])[] | null;
}

/** What sets the modes apart from one another. */
export interface ModeInputs {
  /** The mechanisms at work in direct and hybrid mode. */
  readonly mechanisms: Mechanisms;
  readonly hybrid: HybridInputs;
  readonly fallback: FallbackInputs;
}

/** Hybrid: the part of each cargo that is staged ahead. */
export interface HybridInputs {
  /** Staged of every cargo, kg. */
  readonly bufferKg: number;
  /** Staged of every cargo on top, share of it. */
  readonly stagedShare: number;
  /** When the staged part is drawn: at once from when the ship is alongside, or when her cranes starve. */
  readonly draw: 'at-once' | 'when-starving';
}

/** What helps a call whose cranes starve. */
export interface FallbackInputs {
  /** A crane starves that has waited so many hours for a load. */
  readonly afterHours: number;
  /** Stock kept in the yard for starving calls, kg; 0: none. */
  readonly reserveKg: number;
}
