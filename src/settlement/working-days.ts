import type { LaytimeTerms } from './laytime-terms.ts';

/** Why a day is no working day. */
export type DayOff = 'sunday' | 'saturday' | 'holiday';

type Week = Pick<LaytimeTerms, 'openingWeekday' | 'saturdayWorking' | 'holidays'>;

/**
 * Why a day is no working day; null where it is one. A holiday that falls on a Sunday is a Sunday.
 *
 * @param day days since the clock's opening; may be negative
 * @example dayOff(1, { openingWeekday: 6, saturdayWorking: true, holidays: [] }); // 'sunday'
 */
export function dayOff(day: number, { openingWeekday, saturdayWorking, holidays }: Week): DayOff | null {
  const weekday = weekdayOf(day, openingWeekday);
  if (weekday === 0) return 'sunday';
  if (weekday === 6 && !saturdayWorking) return 'saturday';
  return holidays.includes(day) ? 'holiday' : null;
}

/** Day of the week, 0 = Sunday to 6 = Saturday. */
export function weekdayOf(day: number, openingWeekday: number): number {
  return (((openingWeekday + day) % 7) + 7) % 7;
}

/** The first working day from a day on. */
export function workingDayFrom(day: number, week: Week): number {
  let found = day;
  while (dayOff(found, week) !== null) found++;
  return found;
}

/**
 * The first hour from an hour on at which the office is open.
 *
 * @throws RangeError where the office does not close after it opens: there would be no such hour
 * @example on a Saturday at 18:00, of an office that is open on working days from 8 to 17, Monday 08:00
 */
export function officeHourFrom(
  hour: number,
  terms: Week & Pick<LaytimeTerms, 'officeOpensHour' | 'officeClosesHour'>,
): number {
  const { officeOpensHour: opens, officeClosesHour: closes } = terms;
  if (!(closes > opens)) {
    throw new RangeError(`the office must close after it opens, found opening ${opens} and closing ${closes}`);
  }
  const day = Math.floor(hour / 24);
  const hourOfDay = hour - day * 24;
  if (dayOff(day, terms) === null && hourOfDay < closes) return Math.max(hour, day * 24 + opens);
  return workingDayFrom(day + 1, terms) * 24 + opens;
}
