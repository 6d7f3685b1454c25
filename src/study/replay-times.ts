import type { RecordedCall } from '../history/index.ts';
import { PLACE_NUMBERS, type RecordedSeason } from '../port/index.ts';

/** What a replay holds against the log: of ships, then of trucks. */
export const REPLAY_MEASURES = [
  'vessel.waitHours',
  'vessel.loadingHours',
  'vessel.berthHours',
  'vessel.portHours',
  'truck.worksHours',
  'truck.roadHours',
  'truck.portHours',
] as const;

/**
 * `vessel.waitHours`: arrival to alongside; `loadingHours`: first to last load; `berthHours`: alongside to sailing;
 * `portHours`: arrival to sailing. `truck.worksHours`: coming to load until leaving the works; `roadHours`: from there to
 * the port gate; `portHours`: from there until leaving the port.
 */
export type ReplayMeasure = (typeof REPLAY_MEASURES)[number];

/** A call's times in hours: one of the ship, as many of its trucks as are known. */
export type CallTimes = Readonly<Record<ReplayMeasure, readonly number[]>>;

/** The times of a call as it was recorded. */
export function recordedTimes({ arrived, berthed, loadFrom, loadTo, sailed, trips }: RecordedCall): CallTimes {
  return {
    'vessel.waitHours': between(arrived, berthed),
    'vessel.loadingHours': between(loadFrom, loadTo),
    'vessel.berthHours': between(berthed, sailed),
    'vessel.portHours': between(arrived, sailed),
    'truck.worksHours': trips.flatMap(({ worksIn, worksOut }) => between(worksIn, worksOut)),
    'truck.roadHours': trips.flatMap(({ worksOut, reached }) => between(worksOut, reached)),
    'truck.portHours': trips.flatMap(({ reached, left }) => between(reached, left)),
  };
}

/** The times of every call as they were simulated, trucks of the works alone. */
export function simulatedTimes({ facts, recording }: RecordedSeason): CallTimes[] {
  const trucks = facts.calls.map(() => ({ works: [] as number[], road: [] as number[], port: [] as number[] }));
  const { trips, stages } = recording;
  for (let trip = 0; trip < trips.count; trip++) {
    const of = trucks[trips.call[trip] as number];
    if (trips.shuttle[trip] === 1 || of === undefined) continue;
    const [from, to] = [trips.stages[trip] as number, trips.stages[trip + 1] as number];
    const first = (...places: readonly number[]) => {
      for (let stage = from; stage < to; stage++) {
        if (places.includes(stages.place[stage] as number)) return stages.from[stage] as number;
      }
      return null;
    };
    const [left, reached, home] = [first(ROAD), first(...GATE), first(ROAD_HOME)];
    of.works.push(...between(trips.sent[trip] as number, left));
    of.road.push(...between(left, reached));
    of.port.push(...between(reached, home));
  }
  return facts.calls.map(({ arrived, alongside, loadingStarted, loadingCompleted, sailed }, i) => ({
    'vessel.waitHours': [alongside - arrived],
    'vessel.loadingHours': [loadingCompleted - loadingStarted],
    'vessel.berthHours': [sailed - alongside],
    'vessel.portHours': [sailed - arrived],
    'truck.worksHours': trucks[i]?.works ?? [],
    'truck.roadHours': trucks[i]?.road ?? [],
    'truck.portHours': trucks[i]?.port ?? [],
  }));
}

const ROAD = PLACE_NUMBERS.roadLoaded;
const GATE = [PLACE_NUMBERS.gateLine, PLACE_NUMBERS.gate];
const ROAD_HOME = PLACE_NUMBERS.roadEmpty;

function between(from: number | null, to: number | null): number[] {
  return from === null || to === null ? [] : [to - from];
}
