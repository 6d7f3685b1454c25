import type { RandomStreams } from '../random/index.ts';
import { Calendar } from './calendar.ts';
import type { CalendarInputs, EpisodeInputs, WeatherActivity, WeatherByKindInputs, WeatherInputs } from './inputs.ts';
import { byMonth, drawSpells, type Spell, steadily } from './spells.ts';

/**
 * Kinds of weather, as episodes: wind of at least Beaufort 6 and, within it, of at least 7; fog; heavy rain; ice.
 */
export const WEATHER_KINDS = ['wind6', 'wind7', 'fog', 'rain', 'ice'] as const;

export type WeatherKind = (typeof WEATHER_KINDS)[number];

/** One spell of weather. */
export interface WeatherEpisode {
  /** `any` where the kinds are not told apart. */
  readonly kind: WeatherKind | 'any';
  /** Hours since the clock's opening; a spell may end after its closing. */
  readonly from: number;
  readonly to: number;
}

/** The weather of a season, whatever anybody does in it. */
export class Weather {
  /** In order of their beginning; of two that begin together, as {@link WEATHER_KINDS} has them. */
  readonly episodes: readonly WeatherEpisode[];
  readonly #stops: (kind: WeatherEpisode['kind']) => readonly WeatherActivity[];
  readonly #calendars: Readonly<Record<WeatherActivity, Calendar>>;

  /** @param stops which kinds stop what; those that stop nothing are told of all the same */
  constructor(
    episodes: readonly WeatherEpisode[],
    stops: (kind: WeatherEpisode['kind']) => readonly WeatherActivity[],
  ) {
    this.episodes = [...episodes].sort((a, b) => a.from - b.from);
    this.#stops = stops;
    this.#calendars = {
      cranes: this.lettingOf('cranes', () => true),
      stacking: this.lettingOf('stacking', () => true),
      pilotage: this.lettingOf('pilotage', () => true),
    };
  }

  /** When those kinds of weather alone would let an activity go on. */
  lettingOf(activity: WeatherActivity, ofKind: (kind: WeatherEpisode['kind']) => boolean): Calendar {
    const those = this.episodes.filter(({ kind }) => ofKind(kind) && this.#stops(kind).includes(activity));
    return new Calendar(those.map(({ from, to }) => [from, to] as const));
  }

  /** When weather lets an activity go on. */
  letting(activity: WeatherActivity): Calendar {
    return this.#calendars[activity];
  }
}

/**
 * Draws the weather: an alternating renewal process with exponential gaps, all kinds in one by default, or one process
 * a kind with a hazard that goes by the month. Each kind has streams of its own, so that a change to one moves no other.
 */
export function drawWeather(
  inputs: WeatherInputs,
  calendar: CalendarInputs,
  horizonHours: number,
  streams: RandomStreams,
): Weather {
  const { byKind } = inputs;
  if (byKind === null) {
    const spells = drawFlat(inputs, horizonHours, streams);
    return new Weather(episodesOf('any', spells), () => ['cranes', 'stacking', 'pilotage']);
  }
  const drawn = (kind: Exclude<WeatherKind, 'wind7'>) =>
    drawEpisodes(byKind[kind], kind, calendar, horizonHours, streams);
  const wind6 = drawn('wind6');
  const episodes = [
    ...episodesOf('wind6', wind6),
    ...episodesOf('wind7', drawWithin(byKind.wind7, wind6, streams)),
    ...episodesOf('fog', drawn('fog')),
    ...episodesOf('rain', drawn('rain')),
    ...episodesOf('ice', drawn('ice')),
  ];
  return new Weather(episodes, (kind) => (kind === 'any' ? [] : byKind[kind].stops));
}

function episodesOf(kind: WeatherEpisode['kind'], spells: readonly Spell[]): WeatherEpisode[] {
  return spells.map(([from, to]) => ({ kind, from, to }));
}

function drawFlat(inputs: WeatherInputs, horizonHours: number, streams: RandomStreams): Spell[] {
  const { stopShare, stopHours } = inputs;
  if (stopShare === 0) return [];
  const gaps = streams.stream('weather.gap');
  const spells = streams.stream('weather.spell');
  return drawSpells(
    horizonHours,
    steadily((stopHours.mean * (1 - stopShare)) / stopShare),
    (k) => gaps.at(k),
    (k) => stopHours.quantile(spells.at(k)),
  );
}

/** The hazard of a month is what makes its share in a month that lasted: share / (1 − share) / mean length. */
function drawEpisodes(
  { shareByMonth, hours }: EpisodeInputs,
  kind: WeatherKind,
  calendar: CalendarInputs,
  horizonHours: number,
  streams: RandomStreams,
): Spell[] {
  const gaps = streams.stream(`weather.${kind}.gap`);
  const spells = streams.stream(`weather.${kind}.spell`);
  const hazards = shareByMonth.map((share) => share / (1 - share) / hours.mean);
  return drawSpells(
    horizonHours,
    byMonth(hazards, calendar),
    (k) => gaps.at(k),
    (k) => hours.quantile(spells.at(k)),
  );
}

/** Some blows reach the higher force, for a part of their length, anywhere within. */
function drawWithin(
  { probability, part }: WeatherByKindInputs['wind7'],
  blows: readonly Spell[],
  streams: RandomStreams,
): Spell[] {
  const picks = streams.stream('weather.wind7.pick');
  const places = streams.stream('weather.wind7.place');
  return blows.flatMap(([from, to], k): Spell[] => {
    if (picks.at(k) >= probability) return [];
    const begins = from + places.at(k) * (1 - part) * (to - from);
    return [[begins, Math.min(begins + part * (to - from), to)]];
  });
}
