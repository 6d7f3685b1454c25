import type { CallFacts } from '../port/index.ts';
import { type ExceptedPeriod, type ExceptionReason, exceptedPeriods } from './laytime-exceptions.ts';
import type { Terms } from './terms.ts';

/** Why a row of the statement counts as it does. */
export type LaytimeReason =
  | 'beforeLaycan'
  | 'turnTime'
  | 'soonerCommenced'
  | 'laytime'
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
  /** Cargo over the loading rate, hours. */
  readonly allowedHours: number;
  /** Time counted against it, time on demurrage included, hours. */
  readonly usedHours: number;
  /** Allowed less used: above 0 time saved, below 0 time on demurrage; hours. */
  readonly balanceHours: number;
  /** From this hour time counts but for exceptions; after completion where loading ended within turn time. */
  readonly startsAt: number;
  /** The hour at which the time allowed was used up; null where loading was completed before. */
  readonly expiresAt: number | null;
  /** Contiguous from notice of readiness to completion of loading; none is empty. */
  readonly rows: readonly LaytimeRow[];
  readonly demurrageDays: number;
  /** All time saved counts for despatch, days. */
  readonly despatchDays: number;
}

type LaytimeTerms = Terms['laytime'];
type CallTimes = Pick<CallFacts, 'cargoKg' | 'laycan' | 'arrived' | 'loadingStarted' | 'loadingCompleted'>;
type Stretch = Omit<LaytimeRow, 'countedHours'>;

/**
 * The laytime statement of one call.
 *
 * The rules: notice of readiness is tendered at the anchorage on arrival, whether in berth or not (WIBON), and is good
 * from the laycan on. Turn time runs from then without exceptions; "unless sooner commenced", loading done within it counts none, half or full.
 * After turn time all time counts but Sundays (SHEX) and weather stops (weather working days). Once the time
 * allowed is used up the ship is on demurrage and everything counts: once on demurrage, always on demurrage.
 * Completion of loading ends it. Despatch is on all time saved.
 *
 * Source: Laytime Definitions for Charter Parties 2013 (BIMCO, Baltic, CMI, FONASBA); turn time unless sooner
 * commenced: imigroup.com sale terms. See docs/background/settlement.md.
 *
 * @param call cargo in kg and the call's instants, hours since the clock's opening
 * @param weatherStops [from, to) in hours, in order, not overlapping
 * @param terms the laytime clause
 * @throws RangeError where the loading rate is not above 0
 * @example 20,000 t at 10,000 t a day allow 48 h; notice at hour 6, turn time 12 h, a storm from 30 to 38 and
 * completion at 68 use 12 + 30 = 42 h: 6 h are saved, 0.25 days of despatch
 */
export function laytimeStatement(call: CallTimes, weatherStops: SeasonWeather, terms: LaytimeTerms): LaytimeStatement {
  const allowedHours = laytimeAllowedHours(call.cargoKg, terms.rateTonnesPerDay);
  const startsAt = laytimeStart(call, terms);
  const { rows, usedHours, expiresAt } = runDown(stretches(call, weatherStops, terms), allowedHours);
  if (expiresAt === null) {
    const saved = allowedHours - usedHours;
    const despatchDays = saved / 24;
    return { allowedHours, usedHours, balanceHours: saved, startsAt, expiresAt, rows, demurrageDays: 0, despatchDays };
  }
  const over = call.loadingCompleted - expiresAt;
  if (over > 0) {
    const onDemurrage: Stretch = { from: expiresAt, to: call.loadingCompleted, reason: 'onDemurrage', counts: 1 };
    rows.push(counted(onDemurrage));
  }
  const balance = { usedHours: allowedHours + over, balanceHours: 0 - over, demurrageDays: over / 24, despatchDays: 0 };
  return { allowedHours, ...balance, startsAt, expiresAt, rows };
}

/** Weather stops of a season, [from, to) in hours, in order, not overlapping. */
export type SeasonWeather = readonly (readonly [from: number, to: number])[];

/**
 * Time allowed for a cargo, hours: tonnes / (tonnes per day) × 24, pro rata.
 *
 * Source: "8,000 t per WWD of 24 consecutive hours, SSHINC, pro rata", wenda.zidianfy.com (one example).
 *
 * @throws RangeError where the rate is not above 0
 * @example laytimeAllowedHours(20_000_000, 10_000); // 48
 */
export function laytimeAllowedHours(cargoKg: number, rateTonnesPerDay: number): number {
  if (!(rateTonnesPerDay > 0)) {
    throw new RangeError(`the laytime loading rate must be above 0 t/day, found ${rateTonnesPerDay}`);
  }
  return (cargoKg / 1000 / rateTonnesPerDay) * 24;
}

/** The end of turn time, or the start of loading where that is sooner and counts. */
function laytimeStart(call: CallTimes, terms: LaytimeTerms): number {
  const turnEnds = turnTimeEnds(call, terms);
  return terms.soonerCommenced === 'none' ? turnEnds : Math.min(turnEnds, call.loadingStarted);
}

/** Turn time runs from notice of readiness, which an early ship can give for her laycan only. */
function turnTimeEnds({ arrived, laycan }: CallTimes, { turnHours }: LaytimeTerms): number {
  return Math.max(arrived, laycan) + turnHours;
}

/** Runs the time allowed down over the stretches; the rows stop where it is used up. */
function runDown(all: readonly Stretch[], allowedHours: number) {
  const rows: LaytimeRow[] = [];
  let usedHours = 0;
  for (const stretch of all) {
    const { from, to, counts } = stretch;
    const left = allowedHours - usedHours;
    if (counts > 0 && (to - from) * counts >= left) {
      const expiresAt = Math.min(to, from + left / counts);
      if (expiresAt > from) rows.push(counted({ ...stretch, to: expiresAt }));
      return { rows, usedHours: allowedHours, expiresAt };
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

/** Cuts notice-to-completion wherever the rule changes; neighbours under one rule are joined. */
function stretches(call: CallTimes, weatherStops: SeasonWeather, terms: LaytimeTerms): Stretch[] {
  const { arrived, laycan, loadingCompleted } = call;
  const excepted = exceptedPeriods(arrived, loadingCompleted, weatherStops, terms);
  const cuts = [laycan, turnTimeEnds(call, terms), laytimeStart(call, terms), loadingCompleted];
  for (const period of excepted) cuts.push(period.from, period.to);
  cuts.sort((a, b) => a - b);
  const found: Stretch[] = [];
  let from = arrived;
  for (const to of cuts) {
    if (to <= from || to > loadingCompleted) continue;
    const rule = ruleAt(from, call, excepted, terms);
    const last = found.at(-1);
    if (last?.reason === rule.reason) found[found.length - 1] = { ...last, to };
    else found.push({ from, to, ...rule });
    from = to;
  }
  return found;
}

/** How the clock counts just after an hour, demurrage apart. */
function ruleAt(
  hour: number,
  call: CallTimes,
  excepted: readonly ExceptedPeriod[],
  terms: LaytimeTerms,
): Pick<LaytimeRow, 'reason' | 'counts'> {
  if (hour < laytimeStart(call, terms)) return { reason: hour < call.laycan ? 'beforeLaycan' : 'turnTime', counts: 0 };
  const exception = excepted.find((period) => period.from <= hour && hour < period.to);
  if (exception) return { reason: exception.reason, counts: 0 };
  if (hour >= turnTimeEnds(call, terms)) return { reason: 'laytime', counts: 1 };
  return { reason: 'soonerCommenced', counts: terms.soonerCommenced === 'half' ? 0.5 : 1 };
}
