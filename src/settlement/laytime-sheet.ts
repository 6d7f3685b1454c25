import type { CallFacts, StopCause } from '../port/index.ts';
import type { LaytimeRow, LaytimeStatement } from './laytime.ts';
import { type Period, type SeasonWeather, stopsBetween } from './laytime-exceptions.ts';
import { weekdayOf } from './working-days.ts';

/** What happened at an instant, in the words of a statement of facts. */
export type SheetEventName =
  | 'laycan'
  | 'arrived'
  | 'noticeTendered'
  | 'alongside'
  | 'readyToLoad'
  | 'loadingCommenced'
  | 'laytimeCommences'
  | 'laytimeExpires'
  | 'loadingCompleted'
  | 'sailed';

export interface SheetEvent {
  readonly event: SheetEventName;
  readonly hour: number;
}

/** A row of the time sheet: a stretch of one calendar day under one rule. */
export interface SheetRow extends LaytimeRow {
  /** Days since the clock's opening. */
  readonly day: number;
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekday: number;
  /** Time left after the row, hours; below 0 on demurrage. */
  readonly balanceHours: number;
}

/** A stop within the ship's stay, hours of the clock. */
export type SheetStop = Period<'weather' | StopCause>;

/** Statement of facts and time sheet of one call: what a shipbroker checks by hand. */
export interface LaytimeSheet {
  /** In order of time. */
  readonly events: readonly SheetEvent[];
  /** What stopped work or the ship while she was in port, whether or not the contract excepts it; in order of time. */
  readonly stops: readonly SheetStop[];
  readonly rows: readonly SheetRow[];
}

/**
 * The sheet of one call: the statement's rows cut at midnight, each with the time left after it, and the instants and
 * stops that a statement of facts names. Laytime commences only where some of it does before loading is completed.
 *
 * @param weatherStops of the season, in order, not overlapping
 * @param openingWeekday day of the week of the clock's first day
 * @example a row from Monday 18:00 to Tuesday 06:00 becomes one of 6 h on Monday and one of 6 h on Tuesday
 */
export function laytimeSheet(
  call: CallFacts,
  statement: LaytimeStatement,
  weatherStops: SeasonWeather,
  openingWeekday: number,
): LaytimeSheet {
  const stops = stopsOf(call, weatherStops);
  return { events: eventsOf(call, statement), stops, rows: rowsOf(statement, openingWeekday) };
}

function stopsOf({ arrived, sailed, stops }: CallFacts, weatherStops: SeasonWeather): SheetStop[] {
  const found = stopsBetween(arrived, sailed, weatherStops, stops).map(({ from, to, reason }) => {
    return { from: Math.max(from, arrived), to: Math.min(to, sailed), reason };
  });
  return found.sort((a, b) => a.from - b.from);
}

function eventsOf(call: CallFacts, { noticeAt, startsAt, expiresAt }: LaytimeStatement): SheetEvent[] {
  const hours: readonly (readonly [SheetEventName, number | null])[] = [
    ['laycan', call.laycan],
    ['arrived', call.arrived],
    ['noticeTendered', noticeAt],
    ['alongside', call.alongside],
    ['readyToLoad', call.ready],
    ['loadingCommenced', call.loadingStarted],
    ['laytimeCommences', startsAt < call.loadingCompleted ? startsAt : null],
    ['laytimeExpires', expiresAt],
    ['loadingCompleted', call.loadingCompleted],
    ['sailed', call.sailed],
  ];
  const events = hours.flatMap(([event, hour]) => (hour === null ? [] : [{ event, hour }]));
  return events.sort((a, b) => a.hour - b.hour);
}

function rowsOf({ rows, availableHours }: LaytimeStatement, openingWeekday: number): SheetRow[] {
  let balanceHours = availableHours;
  const found: SheetRow[] = [];
  for (const row of rows) {
    let from = row.from;
    while (from < row.to) {
      const day = Math.floor(from / 24);
      const to = Math.min(row.to, (day + 1) * 24);
      const countedHours = (to - from) * row.counts;
      balanceHours -= countedHours;
      found.push({ ...row, from, to, countedHours, day, weekday: weekdayOf(day, openingWeekday), balanceHours });
      from = to;
    }
  }
  return found;
}
