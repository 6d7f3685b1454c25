import { type Cell, csvPieces } from './csv.ts';
import { EVENT_COLUMNS, type EventColumn } from './event-words.ts';
import { type SeasonLog, toldEvents } from './season-log.ts';

/** Decimals of an hour: below a tenth of a second. */
const DECIMALS = 5;

/** The events of a season as rows of {@link EVENT_COLUMNS}, without a head; instants in ISO 8601. */
export function* eventRows(season: SeasonLog): Generator<readonly Cell[]> {
  const { words, instant } = season;
  for (const { kind, hour, route, ...event } of toldEvents(season)) {
    const { id, ship, lots, trip, truck, berth, crane, tonnes } = event;
    const cells: Readonly<Record<EventColumn, Cell>> = {
      event: id,
      time: instant(hour),
      hour: Number(hour.toFixed(DECIMALS)),
      activity: words.kinds[kind],
      ship,
      lot: lots.length === 0 ? null : lots.join(' '),
      trip,
      route: route === null ? null : words.routes[route],
      truck,
      berth,
      crane,
      tonnes,
    };
    yield EVENT_COLUMNS.map((column) => cells[column]);
  }
}

/** The event log as CSV, an event a row under a head in the reader's language. */
export function eventCsv(season: SeasonLog): Generator<string> {
  return csvPieces(withHead(season));
}

function* withHead(season: SeasonLog): Generator<readonly Cell[]> {
  yield EVENT_COLUMNS.map((column) => season.words.columns[column]);
  yield* eventRows(season);
}

/** What each column of {@link EVENT_COLUMNS} holds. */
export const EVENT_COLUMN_TYPES: Readonly<Record<EventColumn, 'text' | 'number' | 'instant'>> = {
  event: 'text',
  time: 'instant',
  hour: 'number',
  activity: 'text',
  ship: 'text',
  lot: 'text',
  trip: 'text',
  route: 'text',
  truck: 'text',
  berth: 'text',
  crane: 'text',
  tonnes: 'number',
};
