import { type CallFacts, type LotFacts, type Recording, TRUCK_PLACES, type TruckPlace } from '../port/index.ts';
import type { RecordedOutcome } from './recorded.ts';

const SHIP_EVENTS = {
  shipArrived: 'arrived',
  noticeTendered: 'arrived',
  berthGranted: 'berthGranted',
  pilotOnBoard: 'pilotOnBoard',
  alongside: 'alongside',
  ready: 'ready',
  loadingCommenced: 'loadingStarted',
  loadingCompleted: 'loadingCompleted',
  unberthing: 'unberthing',
  sailed: 'sailed',
} as const satisfies Record<string, keyof CallFacts>;

const LOT_EVENTS = {
  supervised: 'arrived',
  lodged: 'lodged',
  reviewed: 'reviewed',
  inspectionBegan: 'inspectionBegan',
  inspectionEnded: 'inspectionEnded',
} as const satisfies Record<string, keyof LotFacts>;

/**
 * What an event log tells of: of a ship her instants; of a lot its papers, its inspection and what customs decided; of a
 * truck's trip where it came and went; of a crane each pour. `heldBegan` and `heldEnded` are a truck's that waits for
 * customs to release what it carries.
 */
export const LOG_KINDS = [
  ...(Object.keys(SHIP_EVENTS) as (keyof typeof SHIP_EVENTS)[]),
  ...(Object.keys(LOT_EVENTS) as (keyof typeof LOT_EVENTS)[]),
  'released',
  'refused',
  'truckSent',
  'worksLoadingBegan',
  'worksLoadingEnded',
  'leftWorks',
  'reachedGate',
  'passedGate',
  'heldBegan',
  'heldEnded',
  'stackingBegan',
  'stacked',
  'reclaimingBegan',
  'reclaimed',
  'tippingBegan',
  'tipped',
  'leftPort',
  'sentBack',
  'tippedAtWorks',
  'truckBack',
  'pouringBegan',
  'pouringEnded',
] as const;

export type LogKind = (typeof LOG_KINDS)[number];

/**
 * All events of a season in order of time, column by column: those of one instant in an order in which they can have
 * come about. −1 stands for none.
 */
export interface EventLog {
  readonly count: number;
  /** Since the clock's opening. */
  readonly hour: Float64Array;
  /** Place in {@link LOG_KINDS}. */
  readonly kind: Uint8Array;
  /** From 0. */
  readonly call: Int32Array;
  /** Row in the recording's trips. */
  readonly trip: Int32Array;
  /** Which lot of its call, from 0. */
  readonly lot: Int32Array;
  /** Which crane of its call's berth, from 0. */
  readonly crane: Int32Array;
  /** Kilograms that it is about, such as those of a pour or a lot; 0: none. */
  readonly kg: Int32Array;
}

/** Tells a recorded season as events; what comes after the clock's closing is left out. */
export function eventLogOf({ facts, recording }: Pick<RecordedOutcome, 'facts' | 'recording'>): EventLog {
  const rows = new Rows(facts.horizonHours);
  for (const call of facts.calls) addCall(rows, call);
  for (let trip = 0; trip < recording.trips.count; trip++) addTrip(rows, recording, trip);
  addPours(rows, recording);
  return rows.sorted();
}

/** Events as they are found, a number in each column. */
class Rows {
  readonly #until: number;
  readonly #hour: number[] = [];
  readonly #columns = { kind: [], call: [], trip: [], lot: [], crane: [], kg: [] } as Record<Whole, number[]>;

  constructor(until: number) {
    this.#until = until;
  }

  add(hour: number, kind: LogKind, call: number, of: Partial<Record<'trip' | 'lot' | 'crane' | 'kg', number>>): void {
    if (!(hour <= this.#until)) return;
    const { trip = -1, lot = -1, crane = -1, kg = 0 } = of;
    const row = { kind: KIND_NUMBERS[kind], call, trip, lot, crane, kg };
    this.#hour.push(hour);
    for (const name of WHOLE) this.#columns[name].push(row[name]);
  }

  sorted(): EventLog {
    const hours = this.#hour;
    const { kind, call, trip, lot, crane, kg } = this.#columns;
    const order = Uint32Array.from(hours, (_, row) => row).sort(
      (a, b) => at(hours, a) - at(hours, b) || rank(at(kind, a)) - rank(at(kind, b)) || a - b,
    );
    const inOrder = (column: readonly number[]) => Int32Array.from(order, (row) => at(column, row));
    return {
      count: order.length,
      hour: Float64Array.from(order, (row) => at(hours, row)),
      kind: Uint8Array.from(order, (row) => at(kind, row)),
      call: inOrder(call),
      trip: inOrder(trip),
      lot: inOrder(lot),
      crane: inOrder(crane),
      kg: inOrder(kg),
    };
  }
}

const WHOLE = ['kind', 'call', 'trip', 'lot', 'crane', 'kg'] as const;
type Whole = (typeof WHOLE)[number];

const KIND_NUMBERS = Object.fromEntries(LOG_KINDS.map((kind, number) => [kind, number])) as Record<LogKind, number>;
const LAST = new Set(['loadingCompleted', 'unberthing', 'sailed'].map((kind) => KIND_NUMBERS[kind as LogKind]));
const FIRST_OF_TRUCKS = KIND_NUMBERS.truckSent;

/** Of one instant: what a ship or lot allows, what trucks and cranes do, what a ship has done. */
function rank(kind: number): number {
  if (LAST.has(kind)) return 2;
  return kind < FIRST_OF_TRUCKS ? 0 : 1;
}

function at(column: readonly number[], row: number): number {
  return column[row] as number;
}

function addCall(rows: Rows, call: CallFacts): void {
  for (const [kind, instant] of Object.entries(SHIP_EVENTS)) rows.add(call[instant], kind as LogKind, call.index, {});
  for (const [lot, facts] of call.lots.entries()) {
    const { kg, outcome, released } = facts;
    for (const [kind, instant] of Object.entries(LOT_EVENTS)) {
      const hour = facts[instant];
      if (hour !== null) rows.add(hour, kind as LogKind, call.index, { lot, kg });
    }
    rows.add(released, outcome === 'returned' ? 'refused' : 'released', call.index, { lot, kg });
  }
}

/** Places that are one for the log, with what it is called to come there and to leave. */
const STATIONS: readonly {
  readonly places: readonly TruckPlace[];
  readonly came?: LogKind;
  readonly left?: LogKind;
}[] = [
  { places: ['loader'], came: 'worksLoadingBegan', left: 'worksLoadingEnded' },
  { places: ['roadLoaded'], came: 'leftWorks', left: 'reachedGate' },
  { places: ['gateLine', 'gate', 'gateHeld', 'gateWeighLine', 'gateWeigh'], left: 'passedGate' },
  { places: ['inspectionYard'], came: 'heldBegan', left: 'heldEnded' },
  { places: ['stacking'], came: 'stackingBegan', left: 'stacked' },
  { places: ['reclaim'], came: 'reclaimingBegan', left: 'reclaimed' },
  { places: ['tipping'], came: 'tippingBegan', left: 'tipped' },
  { places: ['roadEmpty'], came: 'leftPort' },
  { places: ['roadBack'], came: 'sentBack' },
  { places: ['worksTip'], left: 'tippedAtWorks' },
];

/** Which station each place belongs to, by the place's number; −1: none that is told of. */
const STATION_OF = Int8Array.from(TRUCK_PLACES, (place) => STATIONS.findIndex(({ places }) => places.includes(place)));

/** A trip's events, in the order in which the truck came by; a station where it was for no time is not told of. */
function addTrip(rows: Rows, { trips, stages }: Recording, trip: number): void {
  const call = trips.call[trip] as number;
  const kg = trips.kg[trip] as number;
  const add = (hour: number, kind: LogKind | undefined) => {
    if (kind !== undefined) rows.add(hour, kind, call, { trip, kg });
  };
  add(trips.sent[trip] as number, 'truckSent');
  let here = -1;
  const move = (hour: number, station: number) => {
    if (station === here) return;
    add(hour, STATIONS[here]?.left);
    add(hour, STATIONS[station]?.came);
    here = station;
  };
  for (let stage = trips.stages[trip] as number; stage < (trips.stages[trip + 1] as number); stage++) {
    move(stages.from[stage] as number, STATION_OF[stages.place[stage] as number] as number);
  }
  const back = trips.back[trip] as number;
  if (Number.isNaN(back)) return;
  move(back, -1);
  add(back, 'truckBack');
}

function addPours(rows: Rows, { pours, trips }: Recording): void {
  for (let pour = 0; pour < pours.call.length; pour++) {
    const call = pours.call[pour] as number;
    const of = { trip: pours.trip[pour] as number, crane: pours.crane[pour] as number, kg: pours.kg[pour] as number };
    const isKnown = of.trip >= 0 && of.trip < trips.count;
    const about = isKnown ? of : { crane: of.crane, kg: of.kg };
    rows.add(pours.from[pour] as number, 'pouringBegan', call, about);
    rows.add(pours.to[pour] as number, 'pouringEnded', call, about);
  }
}
