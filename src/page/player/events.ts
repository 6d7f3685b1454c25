import { lastBefore, recordedEvents, type SeasonEvent } from '../../port/index.ts';
import type { Side } from './side.ts';
import type { PlayerWords } from './words.ts';

/** An event of one side, or of both at once. */
export interface PlayerEvent extends SeasonEvent {
  readonly side: 'left' | 'right' | 'both';
}

/** The events of both sides in order of time, those that both share told once. */
export function mergedEvents(left: Side, right: Side): PlayerEvent[] {
  const own = (side: Side) =>
    recordedEvents(side.season).filter(
      ({ hour }) => hour >= Math.min(left.from, right.from) && hour <= Math.max(left.to, right.to),
    );
  const [ofLeft, ofRight] = [own(left), own(right)];
  const shared = new Set(ofRight.map(keyOf));
  const told = new Set(ofLeft.map(keyOf));
  const events: PlayerEvent[] = [
    ...ofLeft.map((event) => ({ ...event, side: shared.has(keyOf(event)) ? ('both' as const) : ('left' as const) })),
    ...ofRight.filter((event) => !told.has(keyOf(event))).map((event) => ({ ...event, side: 'right' as const })),
  ];
  return events.sort((a, b) => a.hour - b.hour);
}

function keyOf({ hour, kind, call, number }: SeasonEvent): string {
  return `${hour} ${kind} ${call} ${number}`;
}

/** Place of the first event after an hour; as many as there are events where none is. */
export function nextEvent(hours: Float64Array, hour: number): number {
  return lastBefore(hours, hour) + 1;
}

/** Place of the last event before an hour; −1 where none is. */
export function previousEvent(hours: Float64Array, hour: number): number {
  let place = lastBefore(hours, hour);
  while (place >= 0 && (hours[place] as number) >= hour) place--;
  return place;
}

/** Events told in one line, at most. */
const MOST_TOLD = 3;

/** The event at a place in words, with all others of that instant, and when that is; null where there is none. */
export function eventsText(
  events: readonly PlayerEvent[],
  place: number,
  names: SideNames,
  words: PlayerWords,
): { readonly hour: number; readonly text: string } | null {
  const event = events[place];
  if (event === undefined) return null;
  let [first, after] = [place, place + 1];
  while (events[first - 1]?.hour === event.hour) first--;
  while (events[after]?.hour === event.hour) after++;
  const texts = alike(events.slice(first, after)).map((group) => eventText(group, names, words));
  const more = texts.length - MOST_TOLD;
  const told = more > 0 ? [...texts.slice(0, MOST_TOLD), words.event.more(more)] : texts;
  return { hour: event.hour, text: told.join(words.event.and) };
}

/** What the two sides are called. */
export interface SideNames {
  readonly left: string;
  readonly right: string;
}

/** Events of one instant, those that differ by their lot or crane alone put together. */
function alike(events: readonly PlayerEvent[]): (readonly [PlayerEvent, ...PlayerEvent[]])[] {
  const groups = new Map<string, [PlayerEvent, ...PlayerEvent[]]>();
  for (const event of events) {
    const key = `${event.side} ${event.kind} ${event.call} ${event.weather}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}

/** Events that differ by their lot or crane alone in words, without their time. */
export function eventText(
  events: readonly [PlayerEvent, ...PlayerEvent[]],
  sides: SideNames,
  words: PlayerWords,
): string {
  const [{ kind, side, call, weather }] = events;
  const what = words.event.what[kind]({
    ship: (call ?? 0) + 1,
    number: events.map(({ number }) => (number ?? 0) + 1).join(words.event.list),
    several: events.length > 1,
    weather: weather === null ? '' : words.clock.weather[weather],
  });
  return words.event.of(side === 'both' ? words.event.both : sides[side], what);
}
