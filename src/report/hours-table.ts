import {
  ACCOUNT_IDS,
  type AccountId,
  type AccountSummary,
  CRITICAL_RESOURCES,
  HOUR_CAUSES,
  type ModeHours,
} from '../study/index.ts';
import { figure, figureWithUnit, scaleFor } from './figures.ts';
import { section } from './frame.ts';
import { table, wrapped } from './layout.ts';
import type { Messages } from './messages.ts';

/** A share of calls below this is shown as 0.0 and left out. */
const SHOWN_FROM = 0.0005;

/** Hours of one mode under the name it is shown by. */
export interface NamedHours {
  readonly name: string;
  readonly hours: ModeHours;
}

/**
 * For each mode, on what share of calls each resource was critical, the most frequent first; then, if asked for, where
 * its hours go.
 */
export function hoursSections(modes: readonly NamedHours[], withTables: boolean, messages: Messages): string[] {
  const { headings, criticalOf, criticalNote } = messages.hours;
  const lines = modes.flatMap(({ name, hours }) => wrapped(criticalOf(name, sharesIn(hours, messages)), '  '));
  return [
    ...section(headings.critical, [...lines, ...wrapped(criticalNote(!withTables))]),
    ...(withTables ? modes.flatMap((mode) => hoursTable(mode, messages)) : []),
  ];
}

/** On what share of a mode's calls each resource was critical, the most frequent first. */
function sharesIn({ critical }: ModeHours, messages: Messages): string[] {
  const shareOf = (resource: (typeof CRITICAL_RESOURCES)[number]) => critical[resource].share.mean ?? 0;
  return CRITICAL_RESOURCES.filter((resource) => shareOf(resource) >= SHOWN_FROM)
    .toSorted((a, b) => shareOf(b) - shareOf(a))
    .map((resource) => {
      const hours = figureWithUnit(messages, 'h', critical[resource].hours);
      return messages.hours.share(
        messages.hours.resources[resource],
        figureWithUnit(messages, '1', shareOf(resource)),
        hours,
      );
    });
}

/** Where the hours of a mode go. */
function hoursTable({ name, hours }: NamedHours, messages: Messages): string[] {
  const { headings, per } = messages.hours;
  return section(headings.hours(name), [...table(hoursTableCells(hours, messages), ['left']), ...wrapped(per)]);
}

/**
 * The cells of that table, its head first: a row a cause, for each account hours and their share of its whole. Causes
 * that take nothing from anybody are left out; the last row is the whole.
 */
export function hoursTableCells(hours: ModeHours, messages: Messages): string[][] {
  const { causes, accounts, whole } = messages.hours;
  const known = ACCOUNT_IDS.flatMap((id): [AccountId, AccountSummary][] => {
    const account = hours.accounts[id];
    return account === null ? [] : [[id, account]];
  });
  const head = ['', ...known.flatMap(([id]) => [accounts[id], '%'])];
  const rows = HOUR_CAUSES.map((cause) => {
    return [
      causes[cause],
      ...known.flatMap(([, account]) => hoursCells(account, account.causes[cause].mean, messages)),
    ];
  });
  const shown = rows.filter(([, ...cells]) => cells.some((cell) => /[1-9]/.test(cell)));
  const sum = [whole, ...known.flatMap(([, account]) => hoursCells(account, account.whole.mean, messages))];
  return [head, ...shown, sum];
}

/** Hours written as those of the whole are, and their share of it; nothing where there are none. */
function hoursCells({ whole }: AccountSummary, hours: number | null, messages: Messages): [string, string] {
  const text = figure(hours, scaleFor(messages, 'h', [whole.mean]));
  if (!/[1-9]/.test(text) || hours === null || !whole.mean) return ['', ''];
  return [text, figure(hours / whole.mean, scaleFor(messages, '1', [1]))];
}
