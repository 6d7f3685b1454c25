import type { CallFacts } from '../port/index.ts';
import type { LaytimeTerms } from './laytime-terms.ts';
import { dayOff, officeHourFrom, workingDayFrom } from './working-days.ts';

/** What the beginning of laytime goes by. */
export type NoticeTimes = Pick<CallFacts, 'laycan' | 'arrived' | 'alongside' | 'loadingStarted'>;

/** Hours of the day of the noon rule. */
const [NOON, SAME_AFTERNOON, NEXT_MORNING] = [12, 14, 8];

/** When laytime begins for one call, hours of the clock. */
export interface LaytimeStart {
  /** Notice of readiness is tendered and good. */
  readonly noticeAt: number;
  /** Turn time is over. */
  readonly turnEnds: number;
  /** From here on time counts but for exceptions: the end of turn time, or loading that commenced sooner. */
  readonly startsAt: number;
}

/**
 * Notice of readiness, turn time and the beginning of laytime.
 *
 * Notice is tendered on arrival (WIBON, WIPON) or once in berth, at any time or in office hours of a working day; what
 * an early ship tenders is good from her laycan on. Laytime begins so many hours after it, or by the noon rule: notice up
 * to and including noon of a working day, 14:00 that day; later, or on another day, 08:00 of the next working day.
 *
 * Source: Laytime Definitions for Charter Parties 2013 (WIBON); 12 h after notice unless sooner commenced: imigroup.com;
 * the noon rule: a sample contract, th4.ilovetranslation.com. "Up to and including noon" as in GENCON, recalled.
 *
 * @example notice on Friday at 15:00 under the noon rule, Saturday working: laytime begins on Saturday at 08:00
 */
export function laytimeStart(call: NoticeTimes, terms: LaytimeTerms): LaytimeStart {
  const place = terms.noticeAt === 'berth' ? call.alongside : call.arrived;
  const ready = Math.max(place, call.laycan);
  const noticeAt = terms.noticeHours === 'officeHours' ? officeHourFrom(ready, terms) : ready;
  const turnEnds = terms.turnRule === 'noon' ? afterNoonRule(noticeAt, terms) : noticeAt + terms.turnHours;
  const startsAt = terms.soonerCommenced === 'none' ? turnEnds : Math.min(turnEnds, call.loadingStarted);
  return { noticeAt, turnEnds, startsAt };
}

function afterNoonRule(noticeAt: number, terms: LaytimeTerms): number {
  const day = Math.floor(noticeAt / 24);
  const beforeNoon = noticeAt - day * 24 <= NOON;
  if (beforeNoon && dayOff(day, terms) === null) return day * 24 + SAME_AFTERNOON;
  return workingDayFrom(day + 1, terms) * 24 + NEXT_MORNING;
}
