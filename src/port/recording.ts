import type { Passage } from './harbour.ts';
import type { HourCause } from './hours.ts';
import type { MachineKind, TideInputs } from './inputs.ts';

/**
 * What happened in one season, hour by hour: everything that a player, a chart over time or an event log needs beside the
 * facts, as recorded intervals. Plain data; what there is much of stands in columns (typed arrays), row by row alike, so
 * that it can be sent to another thread and back. Instants are hours since the clock's opening, masses whole kilograms,
 * places and causes numbers in `TRUCK_PLACES` and `HOUR_CAUSES`.
 */
export interface Recording {
  /** Hour at which the clock closed. */
  readonly horizonHours: number;
  readonly setting: Setting;
  readonly trips: TripColumns;
  readonly stages: StageColumns;
  readonly waits: WaitColumns;
  /** Lots that trips carried some of, by their place in the facts of the call: several where a load is of two. */
  readonly carried: { readonly lot: Int32Array };
  readonly cranes: CraneColumns;
  readonly pours: PourColumns;
  readonly stocks: Stocks;
  /** One entry per call, in order of laycan. */
  readonly ships: readonly ShipRecord[];
  /** Ships of other trades, by arrival. */
  readonly otherShips: readonly ShipRecord[];
  /** When something could not be used, whether or not anybody wanted to. */
  readonly closures: readonly Closure[];
  readonly hires: readonly Hire[];
  /** Rests and refuelling of trucks at the works; those on the way are waits of their trips. */
  readonly stands: readonly Stand[];
}

/** The port as it stands, for a drawing to scale. Counts, kilometres, kilograms. */
export interface Setting {
  readonly trucks: number;
  readonly shuttles: number;
  readonly roadKm: number;
  readonly shuttleKm: number;
  readonly worksLoaders: number;
  readonly weighbridgeLanes: number;
  readonly gateLanes: number;
  readonly mannedLanes: number;
  readonly inspectionBays: number;
  readonly stackingSlots: number;
  readonly reclaimLoaders: number;
  readonly berths: number;
  readonly cranesPerCall: number;
  readonly warehouseKg: number;
  readonly yardKg: number;
  readonly pads: number;
  readonly tide: TideInputs;
}

/** Round trips of trucks, in the order in which they were sent. */
export interface TripColumns {
  readonly count: number;
  /** 1: a shuttle between yard and quay; 0: a truck of the works. Either has numbers of its own. */
  readonly shuttle: Uint8Array;
  readonly truck: Int32Array;
  readonly hired: Uint8Array;
  readonly call: Int32Array;
  /** Number of the load within its call, among the works' loads or the shuttles'. */
  readonly k: Int32Array;
  readonly kg: Int32Array;
  readonly sent: Float64Array;
  /** Back and free again; NaN: still away when the clock closed. */
  readonly back: Float64Array;
  /** Stages of trip i are the rows from `stages[i]` to before `stages[i + 1]`; waits likewise. */
  readonly stages: Int32Array;
  readonly waits: Int32Array;
  /** Likewise rows of {@link Recording.carried}. */
  readonly lots: Int32Array;
}

/**
 * Where a truck was from `from` until the next stage of its trip, or until it was back. The stages of a trip begin when it
 * is sent and leave no gap.
 */
export interface StageColumns {
  readonly place: Uint8Array;
  readonly from: Float64Array;
  /** 1: its load is on board. */
  readonly laden: Uint8Array;
}

/**
 * What a truck waited for, trip by trip. Delays on a drive (an incident, a breakdown, a rest) are told as if it had stood
 * half-way.
 */
export interface WaitColumns {
  readonly cause: Uint8Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** What cranes spent their time on between ready and loading completed, each crane without gaps; not sorted. */
export interface CraneColumns {
  readonly call: Int32Array;
  readonly crane: Uint8Array;
  /** `service` while it pours, changes hatch or trims: which of these, the pours tell. */
  readonly cause: Uint8Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/**
 * Cargo going aboard, evenly from `from` to `to`, in the order in which it was finished. A load whose pour was interrupted
 * has several rows one after the other.
 */
export interface PourColumns {
  readonly call: Int32Array;
  readonly crane: Uint8Array;
  readonly kg: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The trip that brought it. */
  readonly trip: Int32Array;
  /** Since when it lay beside the ship. */
  readonly tipped: Float64Array;
}

/** A level that holds from each instant to the next; several at one instant held for no time, the last of them apart. */
export interface StepSeries {
  readonly at: Float64Array;
  readonly value: Int32Array;
}

export interface Stocks {
  /** In the works' warehouse and not promised to a truck, kg. */
  readonly works: StepSeries;
  /** In the yard, kg. */
  readonly yard: StepSeries;
  /** Of it, in each call's stack; empty where a call has none. */
  readonly stacks: readonly StepSeries[];
  /** Of it, kept for starving calls; empty where nothing is. */
  readonly reserve: StepSeries;
  /** Pads of the yard that calls hold. */
  readonly pads: StepSeries;
}

/** A ship's berth and moves; her instants are in the facts. */
export interface ShipRecord {
  /** From 0; null where she had none by the close. */
  readonly berth: number | null;
  readonly moves: readonly ShipMove[];
}

/** A move as it was planned and then made. */
export interface ShipMove extends Passage {
  /** Height of the tide above chart datum that she needed in the channel, metres; not above 0: any. */
  readonly waterM: number;
}

/** What can be closed. Machines go by number; cranes also by berth. */
export type ClosedPart =
  | 'worksLoading'
  | 'stacking'
  | 'reclaiming'
  | 'quay'
  | 'pilotage'
  | 'road'
  | 'office'
  | 'incident'
  | MachineKind;

/** Intervals [from, to) in which a part was closed or out of order by one cause; in order, cut at the clock's closing. */
export interface Closure {
  readonly part: ClosedPart;
  readonly cause: HourCause;
  /** From 0; null for what is not counted through. */
  readonly berth: number | null;
  readonly number: number | null;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** A truck on hire. */
export interface Hire {
  readonly truck: number;
  readonly from: number;
  readonly to: number;
}

export interface Stand {
  readonly truck: number;
  readonly doing: 'rest' | 'refuel';
  readonly from: number;
  readonly to: number;
}
