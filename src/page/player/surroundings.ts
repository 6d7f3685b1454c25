import { Tide, type WeatherKind } from '../../port/index.ts';
import type { Side } from './side.ts';

/** What both sides have in common at an instant: weather, tide, light. Written anew for every picture. */
export interface Surroundings {
  wind: 0 | 6 | 7;
  fog: boolean;
  rain: boolean;
  ice: boolean;
  /** Weather whose kind is not told apart. */
  storm: boolean;
  /** Loading is stopped by weather. */
  stopped: boolean;
  /** Metres above chart datum, and the highest that can be. */
  tideM: number;
  highestM: number;
  /** 0 by day, 1 by night. */
  night: number;
}

export function calmSurroundings(): Surroundings {
  return {
    wind: 0,
    fog: false,
    rain: false,
    ice: false,
    storm: false,
    stopped: false,
    tideM: 0,
    highestM: 1,
    night: 0,
  };
}

/** Tells the surroundings of two seasons of one world. */
export function surroundingsOf({
  season: { facts, recording },
}: Side): (hour: number, into: Surroundings) => Surroundings {
  const tide = new Tide(recording.setting.tide, recording.horizonHours);
  const highestM = Math.max(0.1, recording.setting.tide.springRangeM);
  return (hour, into) => {
    into.wind = 0;
    into.fog = false;
    into.rain = false;
    into.ice = false;
    into.storm = false;
    for (const { kind, from, to } of facts.weatherEpisodes) {
      if (hour < from) break;
      if (hour < to) add(into, kind);
    }
    into.stopped = facts.weatherStops.some(([from, to]) => hour >= from && hour < to);
    into.tideM = tide.height(hour);
    into.highestM = highestM;
    into.night = nightAt(hour);
    return into;
  };
}

function add(into: Surroundings, kind: WeatherKind | 'any'): void {
  if (kind === 'any') into.storm = true;
  else if (kind === 'wind7') into.wind = 7;
  else if (kind === 'wind6') into.wind = into.wind === 7 ? 7 : 6;
  else into[kind] = true;
}

/** Dusk from 18 to 19, dawn from 5 to 6, whatever the season: for the eye alone. */
function nightAt(hour: number): number {
  const ofDay = hour % 24;
  if (ofDay < 5 || ofDay >= 19) return 1;
  if (ofDay < 6) return 6 - ofDay;
  return ofDay >= 18 ? ofDay - 18 : 0;
}
