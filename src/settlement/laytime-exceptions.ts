import type { Terms } from './terms.ts';

/** Why a stretch of laytime does not count. */
export type ExceptionReason = 'sunday' | 'weather';

/** A stretch [from, to) of the clock, hours, that the contract excepts from laytime. */
export interface ExceptedPeriod {
  readonly from: number;
  readonly to: number;
  readonly reason: ExceptionReason;
}

/**
 * The periods excepted between two hours: Sundays under SHEX ("even if used"), then weather stops where laytime
 * runs in weather working days. Where both hold the Sunday is named, being first in the list.
 *
 * Source: Laytime Definitions for Charter Parties 2013 (WWD, SHEX); holidays are left to a later issue.
 *
 * @param from first hour of interest
 * @param to last hour of interest
 * @param weatherStops [from, to) in hours
 * @example a clock that opens on a Saturday has its first Sunday from hour 24 to 48
 */
export function exceptedPeriods(
  from: number,
  to: number,
  weatherStops: readonly (readonly [number, number])[],
  terms: Pick<Terms['laytime'], 'regime' | 'weatherWorkingDays' | 'openingWeekday'>,
): ExceptedPeriod[] {
  const periods = terms.regime === 'SHEX' ? sundays(from, to, terms.openingWeekday) : [];
  if (!terms.weatherWorkingDays) return periods;
  for (const [stops, resumes] of weatherStops) {
    if (stops < to && resumes > from) periods.push({ from: stops, to: resumes, reason: 'weather' });
  }
  return periods;
}

/** The Sundays, 00:00 to 24:00, that touch [from, to). */
function sundays(from: number, to: number, openingWeekday: number): ExceptedPeriod[] {
  const found: ExceptedPeriod[] = [];
  for (let day = Math.floor(from / 24); day * 24 < to; day++) {
    if ((openingWeekday + day) % 7 === 0) found.push({ from: day * 24, to: (day + 1) * 24, reason: 'sunday' });
  }
  return found;
}
