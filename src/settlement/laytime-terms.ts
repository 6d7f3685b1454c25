import type { StopCause } from '../port/index.ts';
import type { ShipClass } from './ship-size.ts';

/**
 * The laytime clause of a contract for the loading port. Hours of the day and days are those of UTC+8; day 0 is the day
 * on which the simulation's clock opens.
 */
export interface LaytimeTerms {
  /**
   * What sets the time allowed: a daily rate for the ship, for each of her hatches or for each crane at her, or so many
   * days whatever the cargo.
   */
  readonly allowance: 'rate' | 'ratePerHatch' | 'ratePerCrane' | 'days';
  /** Tonnes per (weather working) day: of the ship, a hatch or a crane. */
  readonly rateTonnesPerDay: number;
  readonly hatches: number;
  readonly cranes: number;
  /** Days allowed, where days are. */
  readonly allowedDays: number;
  /** Where notice of readiness can be tendered: on arrival, in berth or not (WIBON, WIPON); or in berth only. */
  readonly noticeAt: 'arrival' | 'berth';
  /** When it can be: at any time, or in office hours of a working day. */
  readonly noticeHours: 'anyTime' | 'officeHours';
  readonly officeOpensHour: number;
  readonly officeClosesHour: number;
  /** Whether Saturday is a working day; where it is not, SHEX excepts it too (SATSHEX). */
  readonly saturdayWorking: boolean;
  /** Public holidays, days of the clock in any order; never working days. */
  readonly holidays: readonly number[];
  /**
   * When laytime commences after the notice: so many hours after it; or at 14:00 where it came up to noon of a working
   * day, else at 08:00 of the next working day.
   */
  readonly turnRule: 'hours' | 'noon';
  /** Turn time after notice of readiness, hours. */
  readonly turnHours: number;
  /** How time used before turn time ends counts, "unless sooner commenced". */
  readonly soonerCommenced: 'none' | 'half' | 'full';
  /** Sundays and holidays count (SHINC), do not even if used (SHEX EIU), or only so far as used (SHEX UU). */
  readonly regime: 'SHINC' | 'SHEX-EIU' | 'SHEX-UU';
  /** Weather stops do not count (until on demurrage), in berth or at the anchorage. */
  readonly weatherWorkingDays: boolean;
  /** What else does not count until on demurrage. */
  readonly exceptions: readonly StopCause[];
  /**
   * One account a call; one a call, time saved set off against time lost (averaged); or one for the season's calls,
   * whose times allowed are added together (reversible).
   */
  readonly account: 'perCall' | 'averaged' | 'reversible';
  /** Demurrage by size of ship, USD per day. */
  readonly demurrageUsdPerDay: Readonly<Record<ShipClass, number>>;
  /** Despatch on the laytime saved (working time), on all time saved, excepted periods included, or none (free). */
  readonly despatch: 'laytimeSaved' | 'allTimeSaved' | 'noDespatch';
  /** Despatch over demurrage, per day saved; half by custom. */
  readonly despatchRatio: number;
  /** Day of the week of day 0, 0 = Sunday to 6 = Saturday. */
  readonly openingWeekday: number;
}
