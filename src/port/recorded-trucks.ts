import { PLACE_NUMBERS, TRUCK_PLACES, type TruckPlace } from './places.ts';
import { lastBefore } from './recorded-levels.ts';
import type { Recording, StepSeries } from './recording.ts';

/** Numbers of some places, as recordings hold them. */
export function placeNumbers(places: readonly TruckPlace[]): ReadonlySet<number> {
  return new Set(places.map((place) => PLACE_NUMBERS[place]));
}

/** Places where trucks stand in line for somebody, or are held. */
export const LINES = TRUCK_PLACES.filter(
  (place) => place.endsWith('Line') || ['gateHeld', 'inspectionYard', 'worksGate', 'portGate'].includes(place),
);

/** All round trips of one truck, one after the other. */
export interface TruckTimeline {
  readonly shuttle: boolean;
  readonly truck: number;
  /** Numbers of its trips, and when each began. */
  readonly trips: Int32Array;
  readonly sent: Float64Array;
}

/** The trucks that were ever sent, those of the works first, each by number. */
export function truckTimelines({ trips }: Recording): TruckTimeline[] {
  const own: [works: number[][], shuttles: number[][]] = [[], []];
  for (let trip = 0; trip < trips.count; trip++) {
    const fleet = own[trips.shuttle[trip] === 1 ? 1 : 0];
    const truck = trips.truck[trip] as number;
    fleet[truck] ??= [];
    fleet[truck].push(trip);
  }
  return own.flatMap((fleet, kind) =>
    fleet.flatMap((numbers, truck) => [
      {
        shuttle: kind === 1,
        truck,
        trips: Int32Array.from(numbers),
        sent: Float64Array.from(numbers, (trip) => trips.sent[trip] as number),
      },
    ]),
  );
}

/** Where a truck is; written anew by {@link truckAt}, so that asking costs no memory. */
export interface TruckState {
  /** Its trip under way; −1: none, it is at the works or at the yard. */
  trip: number;
  /** Row in the stages, place in {@link TRUCK_PLACES}, and since and until when it is there. */
  stage: number;
  place: number;
  from: number;
  to: number;
  laden: boolean;
}

/** Until when a trip lasted: the clock's closing where its truck was still away. */
export function tripEnd({ trips, horizonHours }: Recording, trip: number): number {
  const back = trips.back[trip] as number;
  return Number.isNaN(back) ? horizonHours : back;
}

/** Where a truck is at an instant. @returns whether it is on a trip */
export function truckAt(
  recording: Recording,
  { trips: own, sent }: TruckTimeline,
  hour: number,
  state: TruckState,
): boolean {
  const { trips, stages } = recording;
  const trip = own[lastBefore(sent, hour)] ?? -1;
  state.trip = -1;
  if (trip < 0) return false;
  const until = tripEnd(recording, trip);
  if (hour >= until) return false;
  const [first, after] = [trips.stages[trip] as number, trips.stages[trip + 1] as number];
  const stage = Math.max(first, lastBefore(stages.from, hour, first, after));
  state.trip = trip;
  state.stage = stage;
  state.place = stages.place[stage] as number;
  state.from = stages.from[stage] as number;
  state.to = stage + 1 < after ? (stages.from[stage + 1] as number) : until;
  state.laden = stages.laden[stage] === 1;
  return true;
}

/** The share of its drive that a truck has behind it: it stands while it waits on the way. */
export function wayDone({ trips, waits }: Recording, { trip, from, to }: TruckState, hour: number): number {
  let [whole, done] = [to - from, hour - from];
  for (let row = trips.waits[trip] as number; row < (trips.waits[trip + 1] as number); row++) {
    const [since, until] = [waits.from[row] as number, waits.to[row] as number];
    if (since < from || until > to) continue;
    whole -= until - since;
    done -= Math.max(0, Math.min(hour, until) - since);
  }
  return whole > 0 ? Math.min(1, Math.max(0, done / whole)) : 1;
}

/** Where a trip took its load: to the yard, straight to the ship, from the yard to the ship, or back to the works. */
export type TripRoute = 'toYard' | 'toShip' | 'yardToShip' | 'back';

/** What a trip was for; one still under way when the clock closed is told by what it had not yet passed. */
export function tripRoute({ trips, stages }: Recording, trip: number): TripRoute {
  if (trips.shuttle[trip] === 1) return 'yardToShip';
  const [first, after] = [trips.stages[trip] as number, trips.stages[trip + 1] as number];
  const passed = (place: TruckPlace) => stages.place.subarray(first, after).includes(PLACE_NUMBERS[place]);
  if (passed('stackLine') || passed('stacking')) return 'toYard';
  return passed('roadBack') || passed('roadOut') ? 'back' : 'toShip';
}

/** How many trucks are at some places, over time: the length of a line, the trucks on the road. */
export function trucksAtPlaces(recording: Recording, places: readonly TruckPlace[]): StepSeries {
  const { trips, stages } = recording;
  const wanted = new Uint8Array(TRUCK_PLACES.length);
  for (const place of places) wanted[PLACE_NUMBERS[place]] = 1;
  const [comings, goings]: [number[], number[]] = [[], []];
  for (let trip = 0; trip < trips.count; trip++) {
    const after = trips.stages[trip + 1] as number;
    let here = 0;
    for (let stage = trips.stages[trip] as number; stage < after; stage++) {
      const is = wanted[stages.place[stage] as number] as number;
      if (is === here) continue;
      (is === 1 ? comings : goings).push(stages.from[stage] as number);
      here = is;
    }
    if (here === 1) goings.push(tripEnd(recording, trip));
  }
  return countOf(Float64Array.from(comings).sort(), Float64Array.from(goings).sort());
}

/** Trucks and shuttles on a trip, over time. */
export function trucksAway(recording: Recording): StepSeries {
  const { sent, back } = recording.trips;
  return countOf(sent, back.map((_, trip) => tripEnd(recording, trip)).sort());
}

/** How many are there, by when they come and go, each in order; of one instant those who go first. */
function countOf(comings: Float64Array, goings: Float64Array): StepSeries {
  const at = new Float64Array(1 + comings.length + goings.length);
  const value = new Int32Array(at.length);
  let [come, gone] = [0, 0];
  for (let row = 1; row < at.length; row++) {
    const goes =
      gone < goings.length && (come === comings.length || (goings[gone] as number) <= (comings[come] as number));
    at[row] = (goes ? goings[gone++] : comings[come++]) as number;
    value[row] = come - gone;
  }
  return { at, value };
}
