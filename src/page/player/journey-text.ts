import { HOUR_CAUSES, TRUCK_PLACES, type TruckPlace, tripEnd } from '../../port/index.ts';
import { type Side, tripBefore } from './side.ts';
import type { PlayerWords } from './words.ts';

/** One line of a truck's journey. */
export interface JourneyLine {
  readonly text: string;
  /** The truck is there now. */
  readonly now: boolean;
}

/** A truck's present trip in words, or its last one. */
export interface JourneyText {
  readonly heading: string;
  readonly lines: readonly JourneyLine[];
}

/**
 * What a truck has done on its trip up to an hour.
 *
 * @param timeline its number in the side's timelines
 * @param clock writes an hour as a time of day
 */
export function journeyText(
  side: Side,
  timeline: number,
  hour: number,
  words: PlayerWords,
  clock: (hour: number) => string,
): JourneyText {
  const { recording } = side.season;
  const { trips, stages } = recording;
  const truck = side.timelines[timeline];
  const trip = truck === undefined ? -1 : tripBefore(truck, hour);
  if (trip < 0) return { heading: words.follow.notYet, lines: [] };
  const until = tripEnd(recording, trip);
  const after = trips.stages[trip + 1] as number;
  const lines: JourneyLine[] = [];
  for (let row = trips.stages[trip] as number; row < after; row++) {
    const from = stages.from[row] as number;
    if (from > hour) break;
    const to = row + 1 < after ? (stages.from[row + 1] as number) : until;
    const end = Math.min(to, hour);
    const place = TRUCK_PLACES[stages.place[row] as number] as TruckPlace;
    const shuttleHeld = place === 'inspectionYard' && truck?.shuttle === true;
    const name = shuttleHeld ? words.follow.atStack : words.follow.places[place];
    const waited = waitsText(side, trip, from, end, words);
    const text = words.follow.stage(name, clock(from), words.length((end - from) * 60));
    lines.push({ text: waited.length === 0 ? text : words.follow.waited(text, waited), now: hour < to });
  }
  const number = (truck?.trips.indexOf(trip) ?? 0) + 1;
  const tonnes = ((trips.kg[trip] as number) / 1000).toFixed(1);
  const told = words.follow.trip(number, tonnes, (trips.call[trip] as number) + 1);
  return { heading: hour < until ? told : words.follow.readyAfter(told), lines };
}

/** What it waited a minute or longer for within a stage, so far, each cause with its length. */
function waitsText({ season }: Side, trip: number, from: number, to: number, words: PlayerWords): string[] {
  const { trips, waits } = season.recording;
  const hours = new Map<number, number>();
  for (let row = trips.waits[trip] as number; row < (trips.waits[trip + 1] as number); row++) {
    const length = Math.min(to, waits.to[row] as number) - Math.max(from, waits.from[row] as number);
    if (length <= 1e-9) continue;
    const cause = waits.cause[row] as number;
    hours.set(cause, (hours.get(cause) ?? 0) + length);
  }
  return [...hours]
    .filter(([, length]) => length * 60 >= 1)
    .map(([cause, length]) => {
      return `${words.follow.causes[HOUR_CAUSES[cause] as (typeof HOUR_CAUSES)[number]]} ${words.length(length * 60)}`;
    });
}
