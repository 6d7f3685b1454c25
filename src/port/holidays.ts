import { Calendar } from './calendar.ts';
import type { CalendarInputs, OfficeDays } from './inputs.ts';

/** Closed on public holidays, from midnight to midnight. */
export function holidayCalendar({ holidayDays }: CalendarInputs): Calendar {
  return daysOff(holidayDays);
}

/**
 * Closed on the days on which an office is not manned.
 *
 * @param days `exceptHolidays`: weekends are manned; `workdays`: they are not, but for those worked in exchange for a
 *   holiday
 */
export function officeDaysCalendar(days: OfficeDays, calendar: CalendarInputs, horizonHours: number): Calendar {
  if (days === 'everyDay') return Calendar.always;
  const { openingWeekday, holidayDays, makeUpDays } = calendar;
  if (days === 'exceptHolidays') return daysOff(holidayDays);
  const all = Array.from({ length: Math.ceil(horizonHours / 24) }, (_, day) => day);
  const weekend = all.filter((day) => isWeekend((openingWeekday + day) % 7) && !makeUpDays.includes(day));
  return daysOff([...weekend, ...holidayDays]);
}

function isWeekend(weekday: number): boolean {
  return weekday === 0 || weekday === 6;
}

function daysOff(days: readonly number[]): Calendar {
  return new Calendar(days.map((day) => [24 * day, 24 * (day + 1)]));
}
