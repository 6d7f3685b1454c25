import { instantText, isoInstant, parseDay } from './calendar.ts';
import { numberOf, type Scenario } from './scenario.ts';

type Clock = Pick<Scenario, 'parameters' | 'period'>;

/** The day on which a scenario's clock opens, as `parseDay` counts days. */
export function openingDay(scenario: Clock): number {
  return (parseDay(scenario.period.start) ?? 0) - numberOf(scenario, 'calls.clockOpening');
}

/**
 * An hour of the clock as an instant at UTC+8, to the minute.
 *
 * @param hour since the clock's opening
 * @example clockInstant(scenario, 241.5) // '2024-01-01 01:30', with ten days of clock before the period
 */
export function clockInstant(scenario: Clock, hour: number): string {
  return instantText(openingDay(scenario) * 24 + hour);
}

/**
 * How an hour of the clock is written as an instant at UTC+8 in ISO 8601, to the millisecond.
 *
 * @example isoClock(scenario)(241.5) // '2024-01-01T01:30:00.000+08:00', with ten days of clock before the period
 */
export function isoClock(scenario: Clock): (hour: number) => string {
  const opening = openingDay(scenario) * 24;
  return (hour) => isoInstant(opening + hour);
}
