/** Days from 1 January 1970 of a date in the proleptic Gregorian calendar, in whole-number arithmetic. */
function daysFromEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/**
 * The day number of a date such as `2024-07-31`, counted from 1 January 1970.
 *
 * @returns null if the text is no date between the years 1900 and 2199
 */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || day < 1 || day > monthLength(year, month)) return null;
  return daysFromEpoch(year, month, day);
}

/**
 * Hours from the first hour of 1 January 1970 at UTC+8 to an instant such as `2024-03-05T08:00`, taken at UTC+8.
 *
 * @returns null if the text is no such instant
 */
export function parseInstant(text: string): number | null {
  const match = /^(\S{10})T(\d{2}):(\d{2})$/u.exec(text);
  const day = match === null ? null : parseDay(match[1] ?? '');
  if (match === null || day === null) return null;
  const [hour, minute] = [Number(match[2]), Number(match[3])];
  return hour > 23 || minute > 59 ? null : day * 24 + hour + minute / 60;
}

/** The date of a day number, the inverse of {@link parseDay}: `2024-07-31`. */
export function dayText(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * An instant at UTC+8 to the minute, from its hours since the first hour of 1 January 1970 there.
 *
 * @example instantText((parseInstant('2024-03-05T08:00') ?? 0) + 1.5) // '2024-03-05 09:30'
 */
export function instantText(hours: number): string {
  const minutes = Math.round(hours * 60);
  const day = Math.floor(minutes / 1440);
  const minuteOfDay = minutes - day * 1440;
  return `${dayText(day)} ${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
}

/**
 * An instant at UTC+8 to the millisecond, in ISO 8601, from its hours since the first hour of 1 January 1970 there.
 *
 * @example isoInstant((parseInstant('2024-03-05T08:00') ?? 0) + 1.5) // '2024-03-05T09:30:00.000+08:00'
 */
export function isoInstant(hours: number): string {
  const ms = Math.round(hours * 3_600_000);
  const day = Math.floor(ms / 86_400_000);
  const msOfDay = ms - day * 86_400_000;
  const minuteOfDay = Math.floor(msOfDay / 60_000);
  const clock = [Math.floor(minuteOfDay / 60), minuteOfDay % 60, Math.floor(msOfDay / 1000) % 60].map(twoDigits);
  return `${dayText(day)}T${clock.join(':')}.${String(msOfDay % 1000).padStart(3, '0')}+08:00`;
}

/** Months as a clock passes through them. */
export interface MonthsOfClock {
  /** Month of the first day: 0 is January. */
  readonly openingMonth: number;
  /** Hours from the first hour of the first day to the end of its month, and of each month after that. */
  readonly monthEndsHours: readonly number[];
}

/**
 * The months that some days fall in, leap years right.
 *
 * @param openingDay number of the first day, as {@link parseDay} gives it
 * @example monthsOfClock(parseDay('2024-02-28') ?? 0, 3) // { openingMonth: 1, monthEndsHours: [48, 792] }
 */
export function monthsOfClock(openingDay: number, days: number): MonthsOfClock {
  const [year, month] = dayText(openingDay).split('-').map(Number) as [number, number];
  const monthEndsHours: number[] = [];
  for (let next = month; (monthEndsHours.at(-1) ?? 0) < days * 24; next++) {
    const nextYear = year + Math.floor(next / 12);
    monthEndsHours.push((daysFromEpoch(nextYear, (next % 12) + 1, 1) - openingDay) * 24);
  }
  return { openingMonth: month - 1, monthEndsHours };
}

/** Day of the week of a day number: 0 is Sunday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
