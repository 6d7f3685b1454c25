import type { CallFacts } from './facts.ts';
import type { RecordedSeason } from './record-season.ts';
import { tripRoute } from './recorded-trucks.ts';
import type { Recording } from './recording.ts';
import type { WeatherEpisode } from './weather.ts';

const SHIP_EVENTS = [
  'arrived',
  'berthGranted',
  'pilotOnBoard',
  'alongside',
  'ready',
  'loadingStarted',
  'loadingCompleted',
  'unberthing',
  'sailed',
] as const satisfies readonly (keyof CallFacts & SeasonEventKind)[];

/**
 * What a season is told by, in the order in which things of one instant are told. Of the world: weather that begins and
 * ends, a crane that fails and works again. Of a ship's cargo: the first truck sent to the yard or straight to the ship,
 * the last one stacked, the first shuttle sent. Of a lot: its papers and its inspection. Of a ship: her instants.
 */
export const SEASON_EVENT_KINDS = [
  'weatherEnded',
  'weatherBegan',
  'craneRepaired',
  'craneFailed',
  'stagingBegan',
  'stagingEnded',
  'lodged',
  'inspectionBegan',
  'released',
  'refused',
  'arrived',
  'berthGranted',
  'pilotOnBoard',
  'alongside',
  'dispatchBegan',
  'shuttlingBegan',
  'ready',
  'loadingStarted',
  'loadingCompleted',
  'unberthing',
  'sailed',
] as const;

export type SeasonEventKind = (typeof SEASON_EVENT_KINDS)[number];

export interface SeasonEvent {
  readonly hour: number;
  readonly kind: SeasonEventKind;
  /** Its call, from 0; null for what is of no one call. */
  readonly call: number | null;
  /** Which lot of the call, or which crane, from 0; else null. */
  readonly number: number | null;
  readonly weather: WeatherEpisode['kind'] | null;
}

/** What happened, in order of time. */
export function recordedEvents({ facts, recording }: RecordedSeason): SeasonEvent[] {
  const events = [
    ...haulEvents(recording),
    ...facts.calls.flatMap((call) => [...shipEvents(call), ...lotEvents(call)]),
    ...facts.weatherEpisodes.flatMap(({ kind, from, to }) => [
      event(from, 'weatherBegan', { weather: kind }),
      event(to, 'weatherEnded', { weather: kind }),
    ]),
    ...facts.calls.flatMap((call) => craneEvents(recording, call)),
  ];
  return events.filter(({ hour }) => hour <= facts.horizonHours).sort((a, b) => a.hour - b.hour || rank(a) - rank(b));
}

function rank({ kind }: SeasonEvent): number {
  return SEASON_EVENT_KINDS.indexOf(kind);
}

function event(hour: number, kind: SeasonEventKind, of: Partial<SeasonEvent>): SeasonEvent {
  return { hour, kind, call: null, number: null, weather: null, ...of };
}

function shipEvents(call: CallFacts): SeasonEvent[] {
  return SHIP_EVENTS.map((kind) => event(call[kind], kind, { call: call.index }));
}

function lotEvents({ index: call, lots }: CallFacts): SeasonEvent[] {
  return lots.flatMap((lot, number) => [
    event(lot.lodged, 'lodged', { call, number }),
    ...(lot.inspectionBegan === null ? [] : [event(lot.inspectionBegan, 'inspectionBegan', { call, number })]),
    event(lot.released, lot.outcome === 'returned' ? 'refused' : 'released', { call, number }),
  ]);
}

const FIRST_OF = { toYard: 'stagingBegan', toShip: 'dispatchBegan', yardToShip: 'shuttlingBegan' } as const;

/** Which trucks began what, by the first of each call, and when the last of its cargo was stacked. */
function haulEvents(recording: Recording): SeasonEvent[] {
  const { trips, stocks } = recording;
  const first = new Map<string, SeasonEvent>();
  for (let trip = 0; trip < trips.count; trip++) {
    const call = trips.call[trip] as number;
    const route = tripRoute(recording, trip);
    if (route === 'back' || first.has(`${route} ${call}`)) continue;
    first.set(`${route} ${call}`, event(trips.sent[trip] as number, FIRST_OF[route], { call }));
  }
  const ends = stocks.stacks.flatMap(({ at, value }, call) => {
    const last = value.findLastIndex((kg, row) => kg > (value[row - 1] ?? kg));
    return last < 0 ? [] : [event(at[last] as number, 'stagingEnded', { call })];
  });
  return [...first.values(), ...ends];
}

/** Cranes that fail while a ship is loaded. */
function craneEvents(
  { closures, ships }: Recording,
  { index: call, ready, loadingCompleted }: CallFacts,
): SeasonEvent[] {
  const berth = ships[call]?.berth;
  return closures
    .filter((closure) => closure.part === 'crane' && closure.berth === berth)
    .flatMap(({ number, from, to }) =>
      [...from].flatMap((hour, i) =>
        hour < ready || hour >= loadingCompleted
          ? []
          : [event(hour, 'craneFailed', { call, number }), event(to[i] as number, 'craneRepaired', { call, number })],
      ),
    );
}
