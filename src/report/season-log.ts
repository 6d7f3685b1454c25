import { isoClock, type Language, type Scenario } from '../scenario/index.ts';
import {
  type EventLog,
  eventLogOf,
  LOG_KINDS,
  type LogKind,
  type RecordedOutcome,
  type TripRoute,
  tripRoute,
} from '../study/index.ts';
import { EVENT_WORDS, type EventWords } from './event-words.ts';

/** A recorded season as it is written out: its events, what they are about, and the words for it. */
export interface SeasonLog {
  readonly season: Pick<RecordedOutcome, 'facts' | 'recording'>;
  readonly log: EventLog;
  readonly words: EventWords;
  /** An hour of the clock as an instant. */
  readonly instant: (hour: number) => string;
}

/** A season of {@link recordReplication}, ready to be written out. */
export function seasonLog(
  scenario: Scenario,
  season: Pick<RecordedOutcome, 'facts' | 'recording'>,
  language: Language,
): SeasonLog {
  return { season, log: eventLogOf(season), words: EVENT_WORDS[language], instant: isoClock(scenario) };
}

/** One event with the names of what it is about; null for what it is not about. */
export interface ToldEvent {
  readonly id: string;
  readonly hour: number;
  readonly kind: LogKind;
  readonly ship: string;
  /** The lot that it is about; of a trip, those that its load is of. */
  readonly lots: readonly string[];
  readonly trip: string | null;
  readonly truck: string | null;
  readonly route: TripRoute | null;
  readonly berth: string | null;
  readonly crane: string | null;
  readonly tonnes: number | null;
}

/** Events of a ship that are at her berth. */
const AT_BERTH: ReadonlySet<LogKind> = new Set([
  'berthGranted',
  'alongside',
  'ready',
  'loadingCommenced',
  'loadingCompleted',
  'unberthing',
]);

/** What happens to a load when its truck has left it. */
const POURS: ReadonlySet<LogKind> = new Set(['pouringBegan', 'pouringEnded']);

/** The events one by one, in order of time. */
export function* toldEvents({ season: { recording }, log }: SeasonLog): Generator<ToldEvent> {
  const routes = Array.from({ length: recording.trips.count }, (_, trip) => tripRoute(recording, trip));
  for (let row = 0; row < log.count; row++) {
    const kind = LOG_KINDS[log.kind[row] as number] as LogKind;
    const call = log.call[row] as number;
    const [trip, lot, crane, kg] = [log.trip[row], log.lot[row], log.crane[row], log.kg[row]] as Numbers;
    const berth = recording.ships[call]?.berth ?? null;
    const isAtBerth = crane >= 0 || AT_BERTH.has(kind);
    yield {
      id: `e${row + 1}`,
      hour: log.hour[row] as number,
      kind,
      ship: shipId(call),
      lots: lot >= 0 ? [lotId(call, lot)] : trip >= 0 ? lotsOfTrip(recording, trip) : [],
      trip: trip < 0 ? null : tripId(trip),
      truck:
        trip < 0 || POURS.has(kind)
          ? null
          : truckId(recording.trips.shuttle[trip] === 1, recording.trips.truck[trip] as number),
      route: trip < 0 ? null : (routes[trip] as TripRoute),
      berth: berth === null || !isAtBerth ? null : berthId(berth),
      crane: berth === null || crane < 0 ? null : craneId(berth, crane),
      tonnes: kg === 0 ? null : kg / 1000,
    };
  }
}

/** The lots that a trip's load is of, by name; none of the yard's reserve. */
export function lotsOfTrip({ trips, carried }: RecordedOutcome['recording'], trip: number): string[] {
  const call = trips.call[trip] as number;
  const rows = carried.lot.subarray(trips.lots[trip], trips.lots[trip + 1]);
  return Array.from(rows, (lot) => lotId(call, lot));
}

type Numbers = readonly [trip: number, lot: number, crane: number, kg: number];

/** How things are named in every export, numbers from 1. */
export const shipId = (call: number): string => `ship-${call + 1}`;
export const lotId = (call: number, lot: number): string => `lot-${call + 1}-${lot + 1}`;
export const tripId = (trip: number): string => `trip-${trip + 1}`;
export const truckId = (isShuttle: boolean, truck: number): string => `${isShuttle ? 'shuttle' : 'truck'}-${truck + 1}`;
export const berthId = (berth: number): string => `berth-${berth + 1}`;
export const craneId = (berth: number, crane: number): string => `crane-${berth + 1}-${crane + 1}`;
