import { instantText, parseDay } from './calendar.ts';
import { numberOf, type Scenario } from './scenario.ts';

/** Hours from the first hour of 1 January 1970 at UTC+8 to the opening of a scenario's clock. */
export function clockOpening(scenario: Scenario): number {
  return ((parseDay(scenario.period.start) ?? 0) - numberOf(scenario, 'calls.clockOpening')) * 24;
}

/**
 * An hour of the clock as an instant at UTC+8, to the minute.
 *
 * @param hour since the clock's opening
 * @example clockInstant(scenario, 241.5) // '2024-01-01 01:30', with ten days of clock before the period
 */
export function clockInstant(scenario: Scenario, hour: number): string {
  return instantText(clockOpening(scenario) + hour);
}
