import { Calendar } from './calendar.ts';
import type { ShiftInputs } from './inputs.ts';

/** The crews' change-overs, every day at the given hours: machines stand while they last. */
export function shiftCalendar(inputs: ShiftInputs, horizonHours: number): Calendar {
  const { startsAtHours, changeoverHours } = inputs;
  return daily(
    horizonHours,
    startsAtHours.map((from) => [from, from + changeoverHours]),
  );
}

/** Closed outside an office's hours. @param opens hour of the day @param closes hour of the day, at most 24 */
export function officeCalendar(opens: number, closes: number, horizonHours: number): Calendar {
  return daily(horizonHours, [
    [0, opens],
    [closes, 24],
  ]);
}

/** The same closures every day, each at midnight + its hour. */
function daily(horizonHours: number, closures: readonly (readonly [number, number])[]): Calendar {
  const days = Math.ceil(horizonHours / 24);
  const all: [number, number][] = [];
  for (let day = 0; day < days; day++) {
    for (const [from, to] of closures) all.push([24 * day + from, 24 * day + to]);
  }
  return new Calendar(all);
}
