import { describe, type Language, type ParameterKey, type Scenario, visible } from '../scenario/index.ts';
import { figure, figureWithUnit, NO_FIGURE, whole } from './figures.ts';
import { type Commands, pageOf, section } from './frame.ts';
import { table, wrapped } from './layout.ts';
import { clockTime, type LaytimeJson } from './laytime-json.ts';
import { type Messages, messagesOf } from './messages.ts';
import { parameterValue } from './parameters-table.ts';

/** What else of the contract a laytime sheet goes by. */
const CLAUSE: readonly ParameterKey[] = [
  'contract.noticeAt',
  'contract.noticeHours',
  'contract.saturdayWorking',
  'contract.soonerCommenced',
  'contract.regime',
  'contract.weatherWorkingDays',
  'contract.exceptions',
  'contract.laytimeAccount',
  'contract.despatch',
];

/** What sets the time allowed. */
const ALLOWANCE: Readonly<Record<string, readonly ParameterKey[]>> = {
  rate: ['contract.laytimeRate'],
  ratePerHatch: ['contract.laytimeRate', 'contract.laytimeHatches'],
  ratePerCrane: ['contract.laytimeRate', 'quay.cranesPerCall'],
  days: ['contract.laytimeDays'],
};

/** What sets the beginning of laytime. */
const TURN: Readonly<Record<string, readonly ParameterKey[]>> = { hours: ['contract.turnTime'], noon: [] };

/** The laytime of a call as a page: clause, statement of facts, time sheet, and what is paid. */
export function laytimeText(json: LaytimeJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const { laytime: words, notes } = messages;
  const { scenario: of, call, calls, cargoTonnes, ship, seed, program } = json;
  const cargo = figureWithUnit(messages, 't', cargoTonnes);
  const shared = scenario.parameters['contract.laytimeAccount'].value !== 'perCall';
  return pageOf([
    words.title(String(call), String(calls), messages.modes[json.mode]),
    ...wrapped(notes.about(visible(scenario.title[language]), visible(scenario.name))),
    words.ship(cargo, words.classes[ship.shipClass], whole(ship.dwt)),
    ...section(words.headings.clause, table(indented(clauseRows(scenario, language)), ['left', 'left'])),
    ...section(words.headings.facts, table(indented(eventRows(json, messages)), ['left', 'left'])),
    ...section(words.headings.sheet, [
      ...table([[...words.columns], ...sheetRows(json, messages)], ['left', 'left', 'left', 'left', 'left']),
      ...wrapped(words.rounding),
    ]),
    ...section(words.headings.result, [
      ...table(indented(timeRows(json, messages)), ['left', 'right', 'right']),
      ...moneyLines(json, messages).map((line) => `  ${line}`),
      ...(shared ? wrapped(words.shared) : []),
    ]),
    ...section(messages.headings.provenance, [
      ...wrapped(words.season(of.hash, String(seed), program.version), '  '),
      ...(of.overrides.length === 0 ? [] : wrapped(notes.overrides(of.overrides.map(visible)), '  ')),
      notes.repeat(commands.repeat),
    ]),
  ]);
}

function indented(rows: readonly (readonly string[])[]): string[][] {
  return rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest]);
}

/** The laytime clause: what it is about, and what is agreed. */
export function clauseRows(scenario: Scenario, language: Language): string[][] {
  const withMore = (key: ParameterKey, more: Readonly<Record<string, readonly ParameterKey[]>>) => {
    return [key, ...(more[String(scenario.parameters[key].value)] ?? [])];
  };
  const begins = withMore('contract.turnRule', TURN);
  const keys = [...withMore('contract.laytimeAllowance', ALLOWANCE), ...begins, ...CLAUSE];
  return keys.map((key) => {
    const value = parameterValue(key, scenario.parameters[key].value, language);
    return [describe(key)[language][0], value === '' ? NO_FIGURE : value];
  });
}

/** Events and stops in order of time. */
export function eventRows({ events, stops }: LaytimeJson, { laytime }: Messages): string[][] {
  const told = [
    ...events.map(({ hour, at, event }) => ({ hour, at, what: laytime.events[event] })),
    ...stops.map(({ fromHour, at, until, reason }) => {
      return { hour: fromHour, at, what: laytime.until(laytime.reasons[reason], until) };
    }),
  ];
  return told.sort((a, b) => a.hour - b.hour).map(({ at, what }) => [at, what]);
}

/** Time used is the difference of what is left before and after as shown, so that the column adds up by hand. */
export function sheetRows({ rows, availableHours }: LaytimeJson, { laytime }: Messages): string[][] {
  let minutesBefore = minutes(availableHours);
  const cells = rows.map(({ date, weekday, from, to, reason, counts, balanceHours }) => {
    const minutesAfter = minutes(balanceHours);
    const used = minutesBefore - minutesAfter;
    minutesBefore = minutesAfter;
    const share = `${counts * 100}%`;
    const day = laytime.weekdays[weekday] as string;
    return [date, day, from, to, laytime.reasons[reason], share, clockTime(used / 60), clockTime(balanceHours)];
  });
  const start = ['', '', '', '', '', '', '', clockTime(availableHours)];
  return [start, ...cells];
}

function minutes(hours: number): number {
  return Math.round(Math.abs(hours) * 60) * (hours < 0 ? -1 : 1);
}

/** What comes of it in time: what it is, hours and minutes, days. */
export function timeRows(json: LaytimeJson, { laytime }: Messages): string[][] {
  const { allowedHours, availableHours, usedHours, balanceHours } = json;
  const time = (label: string, hours: number) => [label, clockTime(hours), laytime.inDays(decimals(hours / 24))];
  return [
    time(laytime.allowed, allowedHours),
    ...(availableHours === allowedHours ? [] : [time(laytime.available, availableHours)]),
    time(laytime.used, usedHours),
    balanceHours < 0 ? time(laytime.over, -balanceHours) : time(laytime.left, balanceHours),
  ];
}

/** What comes of it in money. */
export function moneyLines(json: LaytimeJson, { laytime }: Messages): string[] {
  const { demurrageDays, despatchDays, cnyPerUsd } = json;
  const money = (label: string, days: number, usdPerDay: number, yuan: number) => {
    return laytime.amount(label, decimals(days), plain(usdPerDay), String(cnyPerUsd), plain(yuan));
  };
  return [
    ...(demurrageDays > 0
      ? [money(laytime.demurrage, demurrageDays, json.demurrageUsdPerDay, json.demurrageYuan)]
      : []),
    ...(despatchDays > 0 ? [money(laytime.despatch, despatchDays, json.despatchUsdPerDay, json.despatchYuan)] : []),
    ...(demurrageDays > 0 || despatchDays > 0 ? [] : [laytime.neither]),
  ];
}

/** Days to a hundredth of a minute. */
function decimals(days: number): string {
  return figure(days, { from: 0, factor: 1, decimals: 5, unit: '' });
}

/** Money, with its hundredths where it has any. */
function plain(amount: number): string {
  const hundredths = Math.round(amount * 100) % 100;
  return figure(amount, { from: 0, factor: 1, decimals: hundredths === 0 ? 0 : 2, unit: '' });
}
