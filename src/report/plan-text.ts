import { describe, type Language, type ParameterKey, type Scenario } from '../scenario/index.ts';
import type { Assessment, FactorValue, Fate, Share, Summary, Timetable } from '../study/index.ts';
import { factorValue, failureText } from './design-frame.ts';
import { figureWithUnit, NO_FIGURE, percent, interval as range, scaleFor, whole } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { table, wrapped } from './layout.ts';
import { type Messages, messagesOf } from './messages.ts';
import { modeLabel } from './mode-label.ts';
import type { PlanJson } from './plan-json.ts';
import { PLAN_WORDS, type PlanWords } from './plan-words.ts';

/** Hours of a line of the timetable's outline. */
const BLOCK = 8;

/** What the parts of a page need. */
interface Page {
  readonly json: PlanJson;
  readonly language: Language;
  readonly messages: Messages;
  readonly words: PlanWords;
}

/** A plan as a page: what to do, what it is expected to come to, what else there was, and when trucks go. */
export function planText(json: PlanJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const words = PLAN_WORDS[language];
  const page: Page = { json, language, messages, words };
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(words.heading, [...wrapped(demandOf(page)), ...answerLines(page)]),
    ...section(words.considered, consideredLines(page, scenario)),
    ...(json.timetable === null ? [] : section(words.timetable, timetableLines(json.timetable, page))),
    ...section(messages.headings.checks, standingLines(scenario, commands, language)),
    ...section(messages.headings.provenance, [
      ...provenanceLines({ ...json, replications: json.chosen?.replications ?? 0 }, commands, messages),
      ...wrapped(words.trials(whole(json.trials)), '  '),
    ]),
  ]);
}

function byOf({ json: { sailBy }, words }: Page): string {
  if (sailBy === null) return '';
  return 'hours' in sailBy ? words.afterArrival(String(sailBy.hours)) : words.before(sailBy.at);
}

/** What was asked for. */
export function demandOf(page: Page): string {
  const { json, words } = page;
  return json.chance === null ? words.noDemand : words.demand(byOf(page), percent(json.chance));
}

function answerLines(page: Page): string[] {
  const { json, words } = page;
  const [head = [], ...rows] = answerCells(page);
  if (json.chosen === null) return wrapped(head[0] ?? '');
  return [
    ...table([head, ...rows], ['left', 'left', 'left']),
    ...wrapped(words.assessed(whole(json.chosen.replications), percent(json.confidence))),
    ...refinedLines(page),
  ];
}

/** The chosen way and the runner-up beside it, under their heads; where nothing is chosen, the one cell that says so. */
export function answerCells(page: Page): string[][] {
  const { json, words } = page;
  const { chosen, runnerUp } = json;
  if (chosen === null) return [[json.chance === null ? words.noneAtAll : words.none(byOf(page), percent(json.chance))]];
  const both = runnerUp === null ? [chosen] : [chosen, runnerUp];
  const rows = both.map((one) => factsOf(one, page));
  const labels = [...new Set(rows.flatMap((facts) => [...facts.keys()]))];
  const dearer = runnerUp === null ? [] : [[words.dearerBy, '', money(runnerUp.dearerBy, page)]];
  return [
    ['', words.chosen, ...(runnerUp === null ? [] : [words.runnerUp])],
    ...labels.map((label) => [label, ...rows.map((facts) => facts.get(label) ?? NO_FIGURE)]),
    ...dearer,
  ];
}

function factsOf(one: Assessment, { json, language, messages, words }: Page): Map<string, string> {
  const page = { json, language, messages, words };
  const { mean, p50, p90, p95 } = one.portHours;
  const hours = (value: number) => value.toFixed(1);
  const values = Object.entries(one.values) as [ParameterKey, FactorValue][];
  return new Map([
    [words.mode, modeLabel(one.mode, messages)],
    ...values.map(([key, value]) => [describe(key)[language][0], factorValue(key, value, language)] as const),
    [words.cost, money(one.cost, page)],
    [words.portHours, words.portHoursOf(hours(mean), [p50, p90, p95].map(hours))],
    [words.sails('50%'), one.sails.p50],
    [words.sails('95%'), one.sails.p95],
    ...(one.inTime === null ? [] : [[words.inTime, shareText(one.inTime)] as const]),
    [words.onDemurrage, shareText(one.onDemurrage)],
    [words.demurrage, figureWithUnit(messages, 'yuan', one.demurrageYuan?.mean)],
  ]);
}

function shareText({ share, low, high }: Share): string {
  const text = (value: number) => `${(100 * value).toFixed(1)}%`;
  return `${text(share)} [${text(low)}, ${text(high)}]`;
}

/** A mean in yuan per tonne with its interval. */
function money(summary: Summary | null, { messages }: Page): string {
  const scale = scaleFor(messages, 'yuan/t', [summary?.mean]);
  return `${figureWithUnit(messages, 'yuan/t', summary?.mean)} ${range(summary ?? { low: null, high: null }, scale)}`;
}

function refinedLines(page: Page): string[] {
  const { json, language, words } = page;
  if (json.refined === null) return [];
  const { from, to, saves } = json.refined;
  const moves = (Object.keys(to) as ParameterKey[]).map((key) => {
    return words.move(
      describe(key)[language][0],
      factorValue(key, from[key] ?? null, language),
      factorValue(key, to[key] ?? null, language),
    );
  });
  return wrapped(words.refined(moves, money(saves, page), percent(json.confidence)));
}

function consideredLines({ json, messages, words, language }: Page, scenario: Scenario): string[] {
  const fates = Object.keys(words.fates) as Fate[];
  const counts = fates.map((fate) => [
    whole(json.considered.filter((one) => one.fate === fate).length),
    words.fates[fate],
  ]);
  const error = 1 - json.confidence;
  return [
    ...table(
      counts.filter(([count]) => count !== '0'),
      ['right', 'left'],
    ),
    ...wrapped(
      words.promise(
        ...([percent(json.confidence), percent(error / 2), percent(error / 2)] as const),
        figureWithUnit(messages, 'yuan/t', json.indifference),
        json.chance !== null,
      ),
    ),
    ...(json.separated ? [] : wrapped(words.notSeparated)),
    ...(json.failure === null
      ? []
      : [...wrapped(words.failed), ...wrapped(failureText(json.failure, scenario, language), '  ')]),
  ];
}

/** The timetable in outline: trucks and tonnes of each eight hours. */
function timetableLines({ arrives, ready, sails, releases }: Timetable, { words }: Page): string[] {
  const blocks = new Map<string, { trucks: number; tonnes: number; cells: string[] }>();
  for (const { from, route, trucks, tonnes } of releases) {
    const hour = Math.floor(Number(from.slice(11, 13)) / BLOCK) * BLOCK;
    const clock = (at: number) => `${String(at).padStart(2, '0')}:00`;
    const cells = [from.slice(0, 10), clock(hour), clock(hour + BLOCK), words.routes[route]];
    const block = blocks.get(cells.join()) ?? { trucks: 0, tonnes: 0, cells };
    blocks.set(cells.join(), { cells, trucks: block.trucks + trucks, tonnes: block.tonnes + tonnes });
  }
  const { date, from, to, route, trucks, tonnes } = words.columns;
  const rows = [...blocks.values()].map((block) => [...block.cells, whole(block.trucks), whole(block.tonnes)]);
  return [
    ...wrapped(words.course(arrives, ready, sails)),
    ...table([[date, from, to, route, trucks, tonnes], ...rows], ['left', 'left', 'left', 'left']),
    words.byQuarter,
  ];
}
