import { Calendar } from './calendar.ts';
import { holidayCalendar, officeDaysCalendar } from './holidays.ts';
import type { CalendarInputs, CustomsInputs, ShiftInputs, StationShifts } from './inputs.ts';

/** The crews' change-overs and meals, every day at the given hours: machines stand while they last. */
export function crewCalendar(inputs: ShiftInputs, horizonHours: number): Calendar {
  return daily(horizonHours, crewBreaks(inputs));
}

/** Closed outside a station's hours, and on public holidays if it rests on them. */
export function stationCalendar(station: StationShifts, calendar: CalendarInputs, horizonHours: number): Calendar {
  const hours = daily(horizonHours, outside(station.opensHour, station.closesHour));
  return station.restsOnHolidays ? Calendar.allOf([hours, holidayCalendar(calendar)]) : hours;
}

/** The customs office: closed outside its hours, and on the days on which it is not manned. */
export function officeCalendar(office: OfficeHours, calendar: CalendarInputs, horizonHours: number): Calendar {
  const hours = daily(horizonHours, outside(office.officeOpensHour, office.officeClosesHour));
  return Calendar.allOf([hours, officeDaysCalendar(office.officeDays, calendar, horizonHours)]);
}

/** Hours of an ordinary day in which a station's machines can work: within its hours, breaks of the crew apart. */
export function workingHoursOfDay(inputs: ShiftInputs, station: StationShifts): number {
  // The second of two days, so that a break which began before midnight counts.
  const breaks = [...crewBreaks(inputs), ...outside(station.opensHour, station.closesHour)];
  return daily(48, breaks).openHours(24, 48);
}

type OfficeHours = Pick<CustomsInputs, 'officeOpensHour' | 'officeClosesHour' | 'officeDays'>;

type Closures = readonly (readonly [from: number, to: number])[];

function crewBreaks({ startsAtHours, changeoverHours, mealsAtHours, mealHours }: ShiftInputs): Closures {
  return [
    ...startsAtHours.map((from) => [from, from + changeoverHours] as const),
    ...mealsAtHours.map((from) => [from, from + mealHours] as const),
  ];
}

/** @param opens hour of the day @param closes hour of the day, at most 24 */
function outside(opens: number, closes: number): Closures {
  return [
    [0, opens],
    [closes, 24],
  ];
}

/** The same closures every day, each at midnight + its hour. */
export function daily(horizonHours: number, closures: Closures): Calendar {
  const days = Math.ceil(horizonHours / 24);
  const all: [number, number][] = [];
  for (let day = 0; day < days; day++) {
    for (const [from, to] of closures) all.push([24 * day + from, 24 * day + to]);
  }
  return new Calendar(all);
}
