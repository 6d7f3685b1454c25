import type { CallFacts } from '../port/index.ts';
import { laytimeAllowedHours } from './laytime-allowed.ts';
import {
  type ExceptionReason,
  exceptionAt,
  type Periods,
  periodsBetween,
  type SeasonWeather,
} from './laytime-exceptions.ts';
import { type LaytimeStart, laytimeStart } from './laytime-start.ts';
import type { LaytimeTerms } from './laytime-terms.ts';

/** Why a row of the statement counts as it does. */
export type LaytimeReason =
  | 'beforeLaycan'
  | 'beforeBerth'
  | 'officeClosed'
  | 'turnTime'
  | 'soonerCommenced'
  | 'laytime'
  | 'usedExcepted'
  | 'onDemurrage'
  | ExceptionReason;

/** One stretch of the statement, hours of the simulation's clock. */
export interface LaytimeRow {
  readonly from: number;
  readonly to: number;
  readonly reason: LaytimeReason;
  /** Share of the stretch that counts as time used. */
  readonly counts: 0 | 0.5 | 1;
  /** (to − from) × counts. */
  readonly countedHours: number;
}

/** A laytime statement, as a shipbroker would check it by hand. */
export interface LaytimeStatement {
  /** Notice of readiness is tendered and good. */
  readonly noticeAt: number;
  /** Time allowed for this call's cargo, hours. */
  readonly allowedHours: number;
  /** Time this call may use, hours: the time allowed, or what is left of the season's where laytime is reversible. */
  readonly availableHours: number;
  /** Time counted against it, time on demurrage included, hours. */
  readonly usedHours: number;
  /** Available less used: above 0 time left, below 0 time on demurrage; hours. */
  readonly balanceHours: number;
  /** From this hour time counts but for exceptions; after completion where loading ended within turn time. */
  readonly startsAt: number;
  /** The hour at which the time available was used up; null where loading was completed before. */
  readonly expiresAt: number | null;
  /** Contiguous from arrival to completion of loading; none is empty. */
  readonly rows: readonly LaytimeRow[];
  /** Days on demurrage that are paid: after setting off where laytime is averaged. */
  readonly demurrageDays: number;
  /** Time saved for which despatch is earned, days: laytime saved or all time saved, as the clause says. */
  readonly despatchDays: number;
}

/** What of an account a call finds. */
export interface OpenAccount {
  readonly availableHours: number;
  /** It was used up by a call before. */
  readonly expired: boolean;
}

type CallTimes = Pick<
  CallFacts,
  'cargoKg' | 'laycan' | 'arrived' | 'alongside' | 'loadingStarted' | 'loadingCompleted' | 'stops'
>;
type Stretch = Omit<LaytimeRow, 'countedHours'>;

/** Everything by which a call's hours are judged. */
interface Clock {
  readonly call: CallTimes;
  readonly start: LaytimeStart;
  readonly weatherStops: SeasonWeather;
  readonly terms: LaytimeTerms;
}

/**
 * The laytime statement of one call on an account of its own.
 *
 * The rules: notice of readiness, turn time and the beginning of laytime as {@link laytimeStart} says; "unless sooner
 * commenced", loading done before counts none, half or full. From then on all time counts but the days and stops that
 * the contract excepts. Once the time allowed is used up the ship is on demurrage and everything counts: once on
 * demurrage, always on demurrage. Completion of loading ends it, before the last draft survey.
 *
 * Source: Laytime Definitions for Charter Parties 2013 (BIMCO, Baltic, CMI, FONASBA). See docs/background/settlement.md.
 *
 * @param call cargo in kg and the call's instants, hours since the clock's opening
 * @param weatherStops [from, to) in hours, in order, not overlapping
 * @param terms the laytime clause
 * @throws RangeError where the loading rate is not above 0
 * @example 20,000 t at 10,000 t a day allow 48 h; notice at hour 6, turn time 12 h, a storm from 30 to 38 and
 * completion at 68 use 12 + 30 = 42 h: 6 h are saved, 0.25 days of despatch
 */
export function laytimeStatement(call: CallTimes, weatherStops: SeasonWeather, terms: LaytimeTerms): LaytimeStatement {
  const account = { availableHours: laytimeAllowedHours(call.cargoKg, terms), expired: false };
  const statement = statementOn(account, call, weatherStops, terms);
  const despatchDays = hoursForDespatch(statement, call, weatherStops, terms) / 24;
  return { ...statement, despatchDays };
}

/** The statement of one call on an account that others may share; despatch is not yet in it. */
export function statementOn(
  account: OpenAccount,
  call: CallTimes,
  weatherStops: SeasonWeather,
  terms: LaytimeTerms,
): LaytimeStatement {
  const { availableHours } = account;
  const clock: Clock = { call, weatherStops, terms, start: laytimeStart(call, terms) };
  const { noticeAt, startsAt } = clock.start;
  const allowedHours = laytimeAllowedHours(call.cargoKg, terms);
  const head = { noticeAt, allowedHours, availableHours, startsAt, despatchDays: 0 };
  const { rows, usedHours, expiresAt } = account.expired ? expiredBefore(clock) : runDownCall(clock, availableHours);
  if (expiresAt === null) {
    return { ...head, usedHours, balanceHours: availableHours - usedHours, expiresAt, rows, demurrageDays: 0 };
  }
  const over = call.loadingCompleted - expiresAt;
  if (over > 0) {
    const onDemurrage: Stretch = { from: expiresAt, to: call.loadingCompleted, reason: 'onDemurrage', counts: 1 };
    rows.push(counted(onDemurrage));
  }
  const balance = { usedHours: availableHours + over, balanceHours: 0 - over, demurrageDays: over / 24 };
  return { ...head, ...balance, expiresAt, rows };
}

/**
 * Time left at completion for which despatch is earned, hours: the laytime itself; or all time to the hour at which it
 * would have been used up, with the excepted periods in between; or none.
 */
export function hoursForDespatch(
  { balanceHours }: Pick<LaytimeStatement, 'balanceHours'>,
  call: CallTimes,
  weatherStops: SeasonWeather,
  terms: LaytimeTerms,
): number {
  if (terms.despatch === 'noDespatch') return 0;
  return hoursSaved({ balanceHours }, call, weatherStops, terms);
}

/**
 * The same whether or not despatch is paid: laytime, unless the clause says all time. What kept the ship herself after
 * completion, such as the tide for her sailing, would not have kept her loading; weather and days off would.
 */
export function hoursSaved(
  { balanceHours }: Pick<LaytimeStatement, 'balanceHours'>,
  call: CallTimes,
  weatherStops: SeasonWeather,
  terms: LaytimeTerms,
): number {
  const left = Math.max(0, balanceHours);
  if (left === 0 || terms.despatch !== 'allTimeSaved') return left;
  const clock: Clock = { call: { ...call, stops: [] }, weatherStops, terms, start: laytimeStart(call, terms) };
  const completed = call.loadingCompleted;
  for (let length = Math.max(left, 24); ; length *= 2) {
    const { expiresAt } = runDown(stretches(clock, completed, completed + length), left);
    if (expiresAt !== null) return expiresAt - completed;
  }
}

function runDownCall(clock: Clock, availableHours: number) {
  return runDown(stretches(clock, clock.call.arrived, clock.call.loadingCompleted), availableHours);
}

/** Others used the account up: all of her laytime is demurrage, from its beginning and without exceptions. */
function expiredBefore(clock: Clock) {
  const { arrived, loadingCompleted } = clock.call;
  const { startsAt } = clock.start;
  const rows = stretches(clock, arrived, Math.min(Math.max(startsAt, arrived), loadingCompleted)).map(counted);
  return { rows, usedHours: 0, expiresAt: startsAt < loadingCompleted ? Math.max(startsAt, arrived) : null };
}

/** Runs the time available down over the stretches; the rows stop where it is used up. */
function runDown(all: readonly Stretch[], availableHours: number) {
  const rows: LaytimeRow[] = [];
  let usedHours = 0;
  for (const stretch of all) {
    const { from, to, counts } = stretch;
    const left = availableHours - usedHours;
    if (counts > 0 && (to - from) * counts >= left) {
      const expiresAt = Math.min(to, from + left / counts);
      if (expiresAt > from) rows.push(counted({ ...stretch, to: expiresAt }));
      return { rows, usedHours: availableHours, expiresAt };
    }
    const row = counted(stretch);
    usedHours += row.countedHours;
    rows.push(row);
  }
  return { rows, usedHours, expiresAt: null };
}

function counted(stretch: Stretch): LaytimeRow {
  return { ...stretch, countedHours: (stretch.to - stretch.from) * stretch.counts };
}

/** Cuts a time wherever the rule changes; neighbours under one rule are joined. */
function stretches(clock: Clock, begins: number, ends: number): Stretch[] {
  const { call, start, terms } = clock;
  const periods = periodsBetween(begins, ends, clock.weatherStops, call.stops, terms);
  const { laycan, alongside, loadingStarted, loadingCompleted } = call;
  const cuts = [laycan, alongside, start.noticeAt, start.turnEnds, loadingStarted, loadingCompleted, ends];
  for (const period of periods.days) cuts.push(period.from, period.to);
  for (const period of periods.stops) cuts.push(period.from, period.to);
  cuts.sort((a, b) => a - b);
  const found: Stretch[] = [];
  let from = begins;
  for (const to of cuts) {
    if (to <= from || to > ends) continue;
    const rule = ruleAt(from, clock, periods);
    const last = found.at(-1);
    if (last?.reason === rule.reason) found[found.length - 1] = { ...last, to };
    else found.push({ from, to, ...rule });
    from = to;
  }
  return found;
}

/** How the clock counts just after an hour, demurrage apart. */
function ruleAt(hour: number, clock: Clock, periods: Periods): Pick<LaytimeRow, 'reason' | 'counts'> {
  const { call, start, terms } = clock;
  if (hour < start.startsAt) return { reason: reasonBefore(hour, clock), counts: 0 };
  const loading = call.loadingStarted <= hour && hour < call.loadingCompleted;
  const exception = exceptionAt(hour, periods, loading, terms);
  if (exception !== null) return { reason: exception, counts: 0 };
  if (hour < start.turnEnds && hour >= call.loadingCompleted) return { reason: 'turnTime', counts: 0 };
  if (hour < start.turnEnds) return { reason: 'soonerCommenced', counts: terms.soonerCommenced === 'half' ? 0.5 : 1 };
  const dayOff = periods.days.some(({ from, to }) => from <= hour && hour < to);
  return { reason: dayOff ? 'usedExcepted' : 'laytime', counts: 1 };
}

/** Why laytime has not begun. */
function reasonBefore(hour: number, { call, start, terms }: Clock): LaytimeReason {
  if (hour >= start.noticeAt) return 'turnTime';
  if (hour < call.laycan) return 'beforeLaycan';
  return terms.noticeAt === 'berth' && hour < call.alongside ? 'beforeBerth' : 'officeClosed';
}
