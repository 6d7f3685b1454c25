import { HOUR_CAUSES, type RecordedOutcome, TRUCK_PLACES } from '../study/index.ts';
import type { Program } from './json.ts';
import { arrayPieces } from './json-array.ts';
import { berthId, craneId, lotsOfTrip, type SeasonLog, shipId, tripId, truckId } from './season-log.ts';

/** What held from one hour of the clock to another, plain; keys are the same in every language. */
export interface IntervalRow {
  readonly of: 'trip' | 'stage' | 'wait' | 'crane' | 'pour' | 'closure';
  readonly from: number;
  /** Null: not over when the clock closed. */
  readonly to: number | null;
  readonly [key: string]: string | number | boolean | null | readonly string[];
}

/** How a season came to be, before its intervals. */
export interface IntervalHead {
  readonly schema: 'zhizhuang/intervals@1';
  readonly program: Program;
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly replication: number;
  readonly mode: string;
  /** The instant at which hour 0 of the clock stands. */
  readonly opening: string;
  readonly horizonHours: number;
}

/** A season's intervals as one JSON object, a row a line, hours since the clock's opening. */
export function* intervalPieces(
  head: Omit<IntervalHead, 'opening' | 'horizonHours'>,
  log: SeasonLog,
): Generator<string> {
  const { season, instant } = log;
  const whole = { ...head, opening: instant(0), horizonHours: season.facts.horizonHours } satisfies IntervalHead;
  yield `${JSON.stringify(whole).slice(0, -1)},"intervals":`;
  yield* arrayPieces(intervalRows(season));
  yield '}\n';
}

/** The intervals of a recorded season one by one: trips with their stages and waits, cranes, pours, closures. */
export function* intervalRows({ recording }: Pick<RecordedOutcome, 'recording'>): Generator<IntervalRow> {
  for (let trip = 0; trip < recording.trips.count; trip++) yield* tripRows(recording, trip);
  const { cranes, pours, closures, ships } = recording;
  const craneOf = (call: number, crane: number) => {
    const berth = ships[call]?.berth ?? null;
    return { ship: shipId(call), crane: berth === null ? null : craneId(berth, crane) };
  };
  for (let row = 0; row < cranes.call.length; row++) {
    const [from, to, cause] = [cranes.from[row], cranes.to[row], cranes.cause[row]] as Row;
    const of = craneOf(cranes.call[row] as number, cranes.crane[row] as number);
    yield { of: 'crane', from, to, ...of, cause: HOUR_CAUSES[cause] as string };
  }
  for (let row = 0; row < pours.call.length; row++) {
    const [from, to, kg] = [pours.from[row], pours.to[row], pours.kg[row]] as Row;
    const of = craneOf(pours.call[row] as number, pours.crane[row] as number);
    const trip = pours.trip[row] as number;
    yield { of: 'pour', from, to, ...of, trip: tripId(trip), kg, tipped: pours.tipped[row] as number };
  }
  for (const { part, cause, berth, number, from, to } of closures) {
    for (const [row, begins] of from.entries()) {
      const which = { berth: berth === null ? null : berthId(berth), number: number === null ? null : number + 1 };
      yield { of: 'closure', from: begins, to: to[row] as number, part, ...which, cause };
    }
  }
}

type Row = readonly [from: number, to: number, third: number];

function* tripRows(recording: RecordedOutcome['recording'], trip: number): Generator<IntervalRow> {
  const { trips, stages, waits } = recording;
  const back = trips.back[trip] as number;
  const end = Number.isNaN(back) ? null : back;
  const name = { trip: tripId(trip) };
  yield {
    of: 'trip',
    from: trips.sent[trip] as number,
    to: end,
    ...name,
    truck: truckId(trips.shuttle[trip] === 1, trips.truck[trip] as number),
    ship: shipId(trips.call[trip] as number),
    load: (trips.k[trip] as number) + 1,
    kg: trips.kg[trip] as number,
    hired: trips.hired[trip] === 1,
    lots: lotsOfTrip(recording, trip),
  };
  const after = trips.stages[trip + 1] as number;
  for (let row = trips.stages[trip] as number; row < after; row++) {
    const to = row + 1 < after ? (stages.from[row + 1] as number) : end;
    const place = TRUCK_PLACES[stages.place[row] as number] as string;
    yield { of: 'stage', from: stages.from[row] as number, to, ...name, place, laden: stages.laden[row] === 1 };
  }
  for (let row = trips.waits[trip] as number; row < (trips.waits[trip + 1] as number); row++) {
    const cause = HOUR_CAUSES[waits.cause[row] as number] as string;
    yield { of: 'wait', from: waits.from[row] as number, to: waits.to[row] as number, ...name, cause };
  }
}
