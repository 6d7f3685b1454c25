import { instantText, visible } from '../scenario/index.ts';
import type { LaytimeReason, SheetEventName, SheetStop } from '../settlement/index.ts';
import type { LaytimeOfCall } from '../study/index.ts';
import type { Program } from './json.ts';

/** What `run --laytime --json` prints: hours count from the clock's opening, `at` is UTC+8 to the minute. */
export interface LaytimeJson extends Omit<LaytimeOfCall, 'openingHour' | 'statement' | 'sheet'> {
  readonly schema: 'zhizhuang/laytime@1';
  readonly program: Program;
  readonly clockOpens: string;
  readonly allowedHours: number;
  readonly availableHours: number;
  readonly usedHours: number;
  readonly balanceHours: number;
  readonly demurrageDays: number;
  readonly despatchDays: number;
  readonly events: readonly { readonly event: SheetEventName; readonly hour: number; readonly at: string }[];
  readonly stops: readonly LaytimeJsonStop[];
  readonly rows: readonly LaytimeJsonRow[];
}

/** What stopped work or the ship, from and until when. */
export interface LaytimeJsonStop {
  readonly reason: SheetStop['reason'];
  readonly fromHour: number;
  readonly toHour: number;
  readonly at: string;
  readonly until: string;
}

/** One row of the sheet; `to` at the end of a day is 24:00. */
export interface LaytimeJsonRow {
  readonly date: string;
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly fromHour: number;
  readonly toHour: number;
  readonly reason: LaytimeReason;
  readonly counts: number;
  readonly countedHours: number;
  readonly balanceHours: number;
}

/** The laytime of a call as one object. */
export function laytimeJson(result: LaytimeOfCall, program: Program): LaytimeJson {
  const { openingHour, statement, sheet, scenario, ...rest } = result;
  const { allowedHours, availableHours, usedHours, balanceHours, demurrageDays, despatchDays } = statement;
  const at = (hour: number) => instantText(openingHour + hour);
  return {
    schema: 'zhizhuang/laytime@1',
    program,
    scenario: { ...scenario, overrides: scenario.overrides.map(visible) },
    ...rest,
    clockOpens: at(0),
    allowedHours,
    availableHours,
    usedHours,
    balanceHours,
    demurrageDays,
    despatchDays,
    events: sheet.events.map(({ event, hour }) => ({ event, hour, at: at(hour) })),
    stops: sheet.stops.map(({ reason, from, to }) => {
      return { reason, fromHour: from, toHour: to, at: at(from), until: at(to) };
    }),
    rows: sheet.rows.map((row) => ({
      date: at(row.day * 24).slice(0, 10),
      weekday: row.weekday,
      from: clockTime(row.from - row.day * 24),
      to: clockTime(row.to - row.day * 24),
      fromHour: row.from,
      toHour: row.to,
      reason: row.reason,
      counts: row.counts,
      countedHours: row.countedHours,
      balanceHours: row.balanceHours,
    })),
  };
}

/**
 * Hours as hours and minutes, rounded to the minute; below 0 with its sign.
 *
 * @example clockTime(30.5); // '30:30'
 */
export function clockTime(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60);
  const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return hours < 0 && minutes > 0 ? `-${text}` : text;
}
