import type { Log } from './log.ts';
import { reachedIn, valueIn } from './quantities.ts';

/** A call as it was; instants in hours at UTC+8 since 1970, null where the log does not tell. */
export interface RecordedCall {
  readonly ship: string;
  readonly laycan: number;
  readonly arrived: number;
  readonly berthed: number | null;
  readonly loadFrom: number | null;
  readonly loadTo: number | null;
  readonly sailed: number | null;
  readonly cargoKg: number;
  readonly trips: readonly RecordedTrip[];
}

/** A truck's trip for a call as it was. */
export interface RecordedTrip {
  readonly worksIn: number | null;
  readonly worksOut: number | null;
  readonly reached: number | null;
  readonly left: number | null;
}

/** Rows that can't be replayed. */
export interface Unplaced {
  /** Calls without an arrival or a cargo. */
  readonly calls: number;
  /** Trips of no call. */
  readonly trips: number;
}

/** Trucks may come so long before a ship is alongside and still be hers, hours. */
const BEFORE_SHIP = 6;

/**
 * The calls of logs in order of laycan, each with its trucks' trips: those that name the ship, else those that reached the
 * port while she was there. A call without a laycan had it when she came.
 */
export function recordedCalls(logs: readonly Log[]): {
  readonly calls: readonly RecordedCall[];
  readonly unplaced: Unplaced;
} {
  const listed = logs.filter(({ kind }) => kind === 'calls').flatMap(callsIn);
  const known = listed.flatMap(({ arrived, cargoKg, ...call }) =>
    arrived === null || cargoKg === null
      ? []
      : [{ ...call, arrived, cargoKg, laycan: call.laycan ?? arrived, trips: [] as RecordedTrip[] }],
  );
  const calls = known.sort((one, other) => one.laycan - other.laycan || one.cargoKg - other.cargoKg);
  let lost = 0;
  for (const { ship, trip } of logs.filter(({ kind }) => kind === 'gate').flatMap(tripsIn)) {
    const call = callOf(ship, trip, calls);
    if (call === undefined) lost++;
    else call.trips.push(trip);
  }
  for (const { trips } of calls) trips.sort((one, other) => (sentOrSeen(one) ?? 0) - (sentOrSeen(other) ?? 0));
  return { calls, unplaced: { calls: listed.length - known.length, trips: lost } };
}

type Place = (row: number) => number | null;

function nullable(log: Log, field: Parameters<typeof valueIn>[1]): Place {
  const value = valueIn(log, field);
  return (row) => (Number.isNaN(value(row)) ? null : value(row));
}

function callsIn(log: Log) {
  const [laycan, arrived, berthed] = [nullable(log, 'laycan'), nullable(log, 'arrived'), nullable(log, 'berthed')];
  const [loadFrom, loadTo, sailed] = [nullable(log, 'loadFrom'), nullable(log, 'loadTo'), nullable(log, 'sailed')];
  const [ship, tonnes] = [valueIn(log, 'ship'), nullable(log, 'tonnes')];
  return Array.from({ length: log.kept }, (_, row) => ({
    ship: log.words[ship(row)] ?? '',
    laycan: laycan(row),
    arrived: arrived(row),
    berthed: berthed(row),
    loadFrom: loadFrom(row),
    loadTo: loadTo(row),
    sailed: sailed(row),
    cargoKg: tonnes(row),
  }));
}

function tripsIn(log: Log) {
  const ship = valueIn(log, 'ship');
  const [worksIn, worksOut] = [nullable(log, 'worksIn'), nullable(log, 'worksOut')];
  const reached = nullable(log, reachedIn(log));
  const left = nullable(log, 'portOut');
  return Array.from({ length: log.kept }, (_, row) => ({
    ship: log.words[ship(row)] ?? '',
    trip: { worksIn: worksIn(row), worksOut: worksOut(row), reached: reached(row), left: left(row) },
  }));
}

function callOf<Call extends Pick<RecordedCall, 'ship' | 'arrived' | 'berthed' | 'loadTo' | 'sailed'>>(
  ship: string,
  trip: RecordedTrip,
  calls: readonly Call[],
): Call | undefined {
  const at = sentOrSeen(trip);
  if (at === null) return undefined;
  const near = ({ arrived, berthed, loadTo, sailed }: Call) => {
    const until = loadTo ?? sailed ?? Number.POSITIVE_INFINITY;
    return at >= (berthed ?? arrived) - BEFORE_SHIP && at <= until;
  };
  const named = ship === '' ? [] : calls.filter((call) => call.ship === ship);
  // The same ship may have come several times.
  if (named.length > 0) return named.length === 1 ? named[0] : named.find(near);
  return ship === '' ? calls.find(near) : undefined;
}

function sentOrSeen({ worksIn, worksOut, reached, left }: RecordedTrip): number | null {
  return worksIn ?? worksOut ?? reached ?? left;
}
