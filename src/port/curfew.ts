import type { Calendar } from './calendar.ts';
import { daily } from './shifts.ts';

/** Closed in the given hours of every day, each from its beginning to the next hour's. @param hours of the day, whole */
export function curfewCalendar(hours: readonly number[], horizonHours: number): Calendar {
  return daily(
    horizonHours,
    hours.map((hour) => [hour, hour + 1]),
  );
}
