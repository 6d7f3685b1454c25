import cos from '@stdlib/math-base-special-cos';
import type { Note } from './derive.ts';
import type { Log } from './log.ts';
import { valueIn } from './quantities.ts';
import { LONGEST_DRIVE } from './truck-quantities.ts';

/** A place on the map, and how far around it counts as there. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
}

/** Works and port, by which positions of trucks are read. */
export interface Places {
  readonly works: Place;
  readonly port: Place;
}

const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;
/** A jump faster than this is no truck but a wrong position. */
const FASTEST_KMH = 150;

type Fix = { readonly at: number; readonly latitude: number; readonly longitude: number };

/** What positions say: drives between works and port, both ways, and how long the road is. */
export function trackQuantities(log: Log, { works, port }: Places, note: Note): void {
  for (const track of tracksOf(log)) {
    let from: { readonly place: Place; readonly at: number } | null = null;
    let [km, last] = [0, track[0]];
    for (const fix of track) {
      const step = last === undefined ? 0 : kilometres(last, fix);
      // The position before it stays the last one good.
      if (last !== undefined && step > 0.2 && step > FASTEST_KMH * (fix.at - last.at)) continue;
      km += step;
      last = fix;
      const here = [works, port].find((place) => kilometres(place, fix) <= place.radiusKm) ?? null;
      if (here === null) continue;
      if (from !== null && from.place !== here && fix.at - from.at <= LONGEST_DRIVE) {
        note(here === port ? 'road.loaded' : 'road.empty', fix.at - from.at, from.at, log);
        note('road.distance', km, from.at, log);
      }
      from = { place: here, at: fix.at };
      km = 0;
    }
  }
}

/** Each truck's positions in order of time. */
function tracksOf(log: Log): Fix[][] {
  const [plate, at] = [valueIn(log, 'plate'), valueIn(log, 'at')];
  const [latitude, longitude] = [valueIn(log, 'latitude'), valueIn(log, 'longitude')];
  const tracks = new Map<number, Fix[]>();
  for (let row = 0; row < log.kept; row++) {
    const fix = { at: at(row), latitude: latitude(row), longitude: longitude(row) };
    if (!Object.values(fix).every(Number.isFinite)) continue;
    const track = tracks.get(plate(row)) ?? [];
    tracks.set(plate(row), track);
    track.push(fix);
  }
  return [...tracks.values()].map((track) => track.sort((one, other) => one.at - other.at));
}

/** Straight between two places near each other: on the plane that touches the earth between them. */
function kilometres(one: Pick<Fix, 'latitude' | 'longitude'>, other: Pick<Fix, 'latitude' | 'longitude'>): number {
  const north = (other.latitude - one.latitude) * RADIANS;
  const east = (other.longitude - one.longitude) * RADIANS * cos(((one.latitude + other.latitude) / 2) * RADIANS);
  return EARTH_KM * Math.sqrt(north * north + east * east);
}
