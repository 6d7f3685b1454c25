import { describe, type Language, type ParameterKey, type Scenario, unitInWords } from '../scenario/index.ts';
import { ACCOUNT_IDS, CALL_INSTANTS, COMPARED, HOUR_CAUSES, type MeasureId } from '../study/index.ts';
import type { Cell } from './csv.ts';
import type { CompareJson } from './json.ts';
import { type Messages, messagesOf } from './messages.ts';
import { modeLabel } from './mode-label.ts';
import { parameterValue } from './parameters-table.ts';
import { WORKBOOK_WORDS, type WorkbookWords } from './workbook-words.ts';
import { type Sheet, workbook } from './xlsx.ts';

type Rows = readonly (readonly Cell[])[];

/** What the sheets are made of. */
interface Told {
  readonly json: CompareJson;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly messages: Messages;
  readonly words: WorkbookWords;
}

/**
 * A comparison as a workbook to reckon on with: every measure, the ledger, hours by cause, the calls of the first
 * replication where the object has them, and every parameter with its standing and source. Figures are not rounded and
 * stand in the units of the JSON.
 */
export function compareXlsx(json: CompareJson, scenario: Scenario, language: Language): Promise<Uint8Array> {
  return workbook(compareSheets(json, scenario, language));
}

function compareSheets(json: CompareJson, scenario: Scenario, language: Language): Sheet[] {
  const words = WORKBOOK_WORDS[language];
  const told = { json, scenario, language, messages: messagesOf(language), words };
  const { sheets } = words;
  return [
    { name: sheets.about, rows: aboutRows(told), widths: [28, 70] },
    { name: sheets.measures, rows: measureRows(told), widths: [44, 30, 10, 14, 14, 14, 14, 14] },
    { name: sheets.ledger, rows: ledgerRows(told), widths: [36, 12, 12, 12, 14, 14, 14] },
    { name: sheets.hours, rows: hourRows(told), widths: [14, 18, 12, 14, 14, 14] },
    { name: sheets.calls, rows: callRows(told), widths: [12, 8, 12, ...CALL_INSTANTS.map(() => 22), 12, 12] },
    { name: sheets.parameters, rows: parameterRows(told), widths: [44, 34, 18, 12, 12, 12, 14, 60] },
  ];
}

function aboutRows({ json, scenario, language, words: { about, sheets } }: Told): Rows {
  const { seed, replications, confidence, program } = json;
  return [
    [sheets.about, ''],
    [about.scenario, `${scenario.title[language]} (${scenario.name})`],
    [about.question, scenario.question[language]],
    [about.hash, json.scenario.hash],
    [about.overrides, json.scenario.overrides.join(' ')],
    [about.seed, seed],
    [about.replications, replications],
    [about.confidence, confidence],
    [about.program, `${program.name} ${program.version}`],
  ];
}

function measureRows({ json, messages, words: { columns } }: Told): Rows {
  const head = [columns.name, columns.id, messages.columns.unit, ...sides(messages), columns.low, columns.high];
  const rows = (Object.keys(json.measures) as MeasureId[]).map((id) => {
    const { unit, staged, direct, difference } = json.measures[id];
    const bounds = [difference?.low ?? null, difference?.high ?? null];
    const means = [staged, direct, difference].map((side) => side?.mean ?? null);
    return [messages.measures[id], id, unit, ...means, ...bounds];
  });
  return [head, ...rows];
}

/** Headings of staged, direct and their difference. */
function sides(messages: Messages): string[] {
  return [...COMPARED.map((mode) => modeLabel(mode, messages)), messages.columns.difference];
}

function ledgerRows({ json, messages, words: { columns } }: Told): Rows {
  const { items, parties, kinds } = messages;
  const head = [columns.item, columns.payer, columns.payee, columns.kind, ...sides(messages)];
  const rows = json.ledger.map(({ item, payer, payee, kind, staged, direct, difference }) => {
    return [
      items[item],
      parties[payer],
      payee === null ? null : parties[payee],
      kinds[kind],
      staged,
      direct,
      difference,
    ];
  });
  return [head, ...rows];
}

function hourRows({ json: { hours }, messages, words: { columns, per } }: Told): Rows {
  const { accounts, causes, whole } = messages.hours;
  const rows = ACCOUNT_IDS.flatMap((id) => {
    const all = [hours.staged.accounts[id], hours.direct.accounts[id], hours.difference.accounts[id]];
    const unit = all.find((one) => one !== null)?.per;
    if (unit === undefined) return [];
    const meansOf = (cause: (typeof HOUR_CAUSES)[number] | null) =>
      all.map((one) => (cause === null ? one?.whole : one?.causes[cause])?.mean ?? null);
    return [
      ...HOUR_CAUSES.map((cause): Cell[] => [accounts[id], causes[cause], per[unit], ...meansOf(cause)]),
      [accounts[id], whole.replace('= ', ''), per[unit], ...meansOf(null)],
    ];
  });
  return [[columns.account, columns.cause, columns.per, ...sides(messages)], ...rows];
}

function callRows({ json: { callRows: given = {} }, messages, words }: Told): Rows {
  const { columns } = messages.hours;
  const instants = CALL_INSTANTS.map((instant) => columns[instant]);
  const head = [words.columns.mode, columns.call, columns.cargo, ...instants, columns.port, columns.cost];
  const rows = Object.entries(given).flatMap(([mode, calls]) =>
    calls.map((call): Cell[] => [
      modeLabel(mode, messages),
      call.call,
      call.cargoTonnes,
      ...CALL_INSTANTS.map((instant) => call[instant]),
      call.portHours,
      call.costPerTonne,
    ]),
  );
  return [head, ...rows];
}

function parameterRows({ scenario, language, messages, words: { columns } }: Told): Rows {
  const head = [
    columns.name,
    columns.id,
    messages.columns.value,
    messages.columns.unit,
    columns.least,
    columns.most,
    columns.standing,
    columns.source,
  ];
  const rows = (Object.keys(scenario.parameters) as ParameterKey[]).map((key): Cell[] => {
    const { value, unit, range, standing, source } = scenario.parameters[key];
    const [least = null, most = null] = range ?? [];
    return [
      describe(key)[language][0],
      key,
      typeof value === 'number' ? value : parameterValue(key, value, language),
      typeof value !== 'number' || unit === null || unit === '1' ? null : unitInWords(unit, language),
      least,
      most,
      messages.standings[standing],
      source,
    ];
  });
  return [head, ...rows];
}
