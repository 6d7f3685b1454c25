import type { CallFacts, StopCause } from '../port/index.ts';
import type { LaytimeTerms } from './laytime-terms.ts';
import { type DayOff, dayOff } from './working-days.ts';

/** Why a stretch of laytime does not count. */
export type ExceptionReason = DayOff | 'weather' | StopCause;

/** A stretch [from, to) of the clock, hours. */
export interface Period<Reason extends string = ExceptionReason> {
  readonly from: number;
  readonly to: number;
  readonly reason: Reason;
}

/** Weather stops of a season, [from, to) in hours, in order, not overlapping. */
export type SeasonWeather = readonly (readonly [from: number, to: number])[];

/** What of the clock between two hours may be excepted from laytime. */
export interface Periods {
  /** Sundays, holidays, Saturdays that are none of working days. */
  readonly days: readonly Period<DayOff>[];
  /** Whatever stops work: weather, then what the facts tell of; whether or not the contract excepts it. */
  readonly stops: readonly Period<'weather' | StopCause>[];
}

/**
 * The days off and the stops that touch [from, to).
 *
 * Source: Laytime Definitions for Charter Parties 2013 (WWD, SHEX).
 *
 * @param weatherStops in order, not overlapping
 * @param stops what else kept the ship or her loading
 * @example a clock that opens on a Saturday has its first Sunday from hour 24 to 48
 */
export function periodsBetween(
  from: number,
  to: number,
  weatherStops: SeasonWeather,
  stops: CallFacts['stops'],
  terms: Pick<LaytimeTerms, 'regime' | 'openingWeekday' | 'saturdayWorking' | 'holidays'>,
): Periods {
  const days: Period<DayOff>[] = [];
  for (let day = Math.floor(from / 24); terms.regime !== 'SHINC' && day * 24 < to; day++) {
    const reason = dayOff(day, terms);
    if (reason !== null) days.push({ from: day * 24, to: (day + 1) * 24, reason });
  }
  return { days, stops: stopsBetween(from, to, weatherStops, stops) };
}

/** The stops that touch [from, to), weather first. */
export function stopsBetween(
  from: number,
  to: number,
  weatherStops: SeasonWeather,
  stops: CallFacts['stops'],
): Period<'weather' | StopCause>[] {
  const found: Period<'weather' | StopCause>[] = [];
  for (let i = firstEndingAfter(from, weatherStops); i < weatherStops.length; i++) {
    const [stopped, resumed] = weatherStops[i] as readonly [number, number];
    if (stopped >= to) break;
    found.push({ from: stopped, to: resumed, reason: 'weather' });
  }
  for (const { from: stopped, to: resumed, cause } of stops) {
    if (stopped < to && resumed > from) found.push({ from: stopped, to: resumed, reason: cause });
  }
  return found;
}

/** Place of the first stop that ends after an hour. */
function firstEndingAfter(hour: number, weatherStops: SeasonWeather): number {
  let low = 0;
  let high = weatherStops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weatherStops[middle] as readonly [number, number])[1] > hour) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Why the time just after an hour does not count, null if it does: a day off, unless the contract counts what is used of
 * it and loading goes on; else a stop that the contract excepts. Where both hold the day is named.
 *
 * @param loading whether the ship is between commencement and completion of loading
 */
export function exceptionAt(
  hour: number,
  { days, stops }: Periods,
  loading: boolean,
  terms: Pick<LaytimeTerms, 'regime' | 'weatherWorkingDays' | 'exceptions'>,
): ExceptionReason | null {
  const holds = ({ from, to }: Period) => from <= hour && hour < to;
  const day = days.find(holds);
  const used = terms.regime === 'SHEX-UU' && loading && !stops.some(holds);
  if (day !== undefined && !used) return day.reason;
  const excepted = (reason: 'weather' | StopCause) =>
    reason === 'weather' ? terms.weatherWorkingDays : terms.exceptions.includes(reason);
  return stops.find((stop) => holds(stop) && excepted(stop.reason))?.reason ?? null;
}
