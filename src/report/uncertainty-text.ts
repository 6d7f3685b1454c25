import { type Language, type ParameterKey, type Scenario, visible } from '../scenario/index.ts';
import { type Failure, QUANTILES } from '../study/index.ts';
import { barOf } from './bars.ts';
import { factorLabel, failureLines, failureText, outputLabel } from './design-frame.ts';
import { figure, figureWithUnit, interval, NO_FIGURE, percent, scaleFor, whole, withUnit } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { table, wrapped } from './layout.ts';
import { type Messages, messagesOf, type Scale } from './messages.ts';
import type { UncertaintyJson } from './uncertainty-json.ts';

/** Parameters that a page lists unless more are above the floor, and columns of the longest bar. */
const [MOST_ROWS, BAR_WIDTH] = [12, 40];
/** Parameters named that would narrow the spread. */
const MOST_NARROWING = 3;

interface Page {
  readonly json: UncertaintyJson;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly messages: Messages;
  /** Of the saving per tonne. */
  readonly scale: Scale;
}

/** A study of uncertainty as a page. */
export function uncertaintyText(
  json: UncertaintyJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
): string {
  const messages = messagesOf(language);
  const scale = scaleFor(messages, json.measure.unit, [json.mean.mean]);
  const page: Page = { json, scenario, language, messages, scale };
  const { headings } = messages;
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...savingLines(page),
    ...knowingLines(page),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function savingLines(page: Page): string[] {
  const { json, messages, scale, scenario, language } = page;
  const words = messages.uncertainty;
  const { parameters, points, used, design, replications, failures, fittedHeld, baseFailure } = json;
  const heading = messages.notes.about(
    words.heading,
    messages.design.sensitivity.ofMeasure(outputLabel(json.measure.name, messages), scale.unit),
  );
  const law = words.laws[parameters.some((one) => one.law === 'triangular') ? 'triangular' : 'uniform'];
  return section(heading, [
    ...wrapped(words.drawn(whole(parameters.length), law, whole(points), words.designs[design], whole(replications))),
    ...(used < 2 ? wrapped(words.tooFew) : [...overview(page), ...quantileTable(page), ...bars(page), ...notes(page)]),
    ...(fittedHeld.length === 0 ? [] : wrapped(words.fittedHeld(labels(fittedHeld, page)))),
    ...failureLines(points - used, failures.first, scenario, language),
    ...(failures.refusedBy.length === 0 ? [] : wrapped(words.refusedBy(blamed(page)))),
    ...(failures.unfinished === 0 ? [] : wrapped(words.unserved(whole(failures.unfinished)))),
    ...(failures.refused === 0 ? [] : wrapped(words.conditional)),
    ...(baseFailure === null ? [] : baseLines(baseFailure, page)),
  ]);
}

function baseLines(failure: Failure, { messages, scenario, language }: Page): string[] {
  const { baseFailed } = messages.uncertainty;
  return [...wrapped(baseFailed), ...wrapped(failureText(failure, scenario, language), '  ')];
}

function labels(keys: readonly ParameterKey[], { language }: Page): string {
  return keys.map((key) => factorLabel(key, language)).join(language === 'zh' ? '、' : ', ');
}

function blamed({ json, language, messages }: Page): string[] {
  return json.failures.refusedBy.map(({ key, points }) => {
    const label = factorLabel(key.replace(/^parameters\./u, ''), language);
    return messages.uncertainty.keyWith(visible(label), whole(points));
  });
}

/** The saving in a few rows, each a figure with its interval. */
function overview({ json, messages, scale }: Page): string[] {
  const words = messages.uncertainty;
  const { base, mean, seasons, expected, confidence } = json;
  const share = (value: number) => figureWithUnit(messages, '1', value);
  const lossRow = (name: string, loses: typeof seasons.loses) =>
    loses === null ? [] : [[name, share(loses.share), `[${share(loses.low)}, ${share(loses.high)}]`]];
  const none = { low: null, high: null };
  return table(
    [
      ['', '', messages.columns.meanInterval(percent(confidence))],
      [words.base, figure(base?.mean, scale), interval(base ?? none, scale)],
      [words.mean, figure(mean.mean, scale), interval(mean, scale)],
      ...lossRow(words.loses, seasons.loses),
      ...lossRow(words.losesOnAverage, expected?.loses ?? null),
    ],
    ['left'],
  );
}

function quantileTable({ json, messages, scale }: Page): string[] {
  const words = messages.uncertainty;
  const { seasons, expected } = json;
  const row = (name: string, quantiles: readonly number[] | null) =>
    quantiles === null ? [] : [[name, ...quantiles.map((value) => figure(value, scale))]];
  const head = ['', ...QUANTILES.map((p) => words.quantile(percent(p)))];
  const rows = [...row(words.ofSeason, seasons.quantiles), ...row(words.ofAverage, expected?.quantiles ?? null)];
  return ['', ...table([head, ...rows], ['left'])];
}

/** How the savings of seasons are spread. */
function bars({ json, messages, scale }: Page): string[] {
  const { histogram } = json.seasons;
  const count = histogram.reduce((sum, bin) => sum + bin.count, 0);
  const most = Math.max(...histogram.map((bin) => bin.count));
  const edge = (value: number) => figure(value, scale);
  const rows = histogram.map((bin) => [
    messages.uncertainty.range(edge(bin.low), edge(bin.high)),
    figureWithUnit(messages, '1', bin.count / count),
    barOf(bin.count, most, BAR_WIDTH),
  ]);
  return ['', ...table(rows, ['right', 'right', 'left']), ''];
}

function notes({ json, messages }: Page): string[] {
  const words = messages.uncertainty;
  const { mean, split, measure } = json;
  const amount = (value: number | null) => figureWithUnit(messages, measure.unit, value);
  if (split === null) return wrapped(words.noSplit);
  const half = mean.low === null || mean.high === null ? null : (mean.high - mean.low) / 2;
  // Luck's part of the half-width, by the same quantile.
  const luck = half === null || !mean.se ? null : (half * (mean.luckSe ?? 0)) / mean.se;
  const share = (value: number | null) => (value === null ? NO_FIGURE : figureWithUnit(messages, '1', value));
  const { value, low, high } = split.parametersShare;
  const said = words.split(share(value), share(low), share(high), amount(split.parametersSd), amount(split.luckSd));
  return [...wrapped(words.meanNote(amount(half), amount(luck))), ...wrapped(said)];
}

function knowingLines(page: Page): string[] {
  const { json, messages, scale } = page;
  const { knowing, calls } = json;
  if (knowing === null) return [];
  const words = messages.uncertainty;
  const { choice, all } = knowing;
  const amount = (value: number | null) => withUnit(figure(value, finer(scale)), scale.unit);
  const season = (value: number) => figureWithUnit(messages, 'yuan', value * calls.tonnes);
  const worth =
    all.evpi === null
      ? words.atMost(amount(all.upper), season(all.upper))
      : words.all(amount(all.evpi), amount(all.lower), amount(all.upper), amount(all.se), season(all.evpi));
  return section(words.knowingHeading, [
    ...wrapped(words.choice[choice]),
    ...wrapped(worth),
    ...worthTable(page),
    ...verdictLines(page),
  ]);
}

/** Which parameter is most worth finding out, if any can be told from a dummy, and which would narrow the spread most. */
function verdictLines({ json, messages, language, scale }: Page): string[] {
  const words = messages.uncertainty;
  const { parameters } = json.knowing as NonNullable<UncertaintyJson['knowing']>;
  const moving = parameters.filter(({ moves }) => moves).toSorted((one, other) => other.explained - one.explained);
  if (moving.length === 0) return wrapped(words.none);
  const policies = policiesOf(json);
  const named = (key: string) => factorLabel(key, language) + (policies.has(key) ? ' †' : '');
  const [first] = parameters.filter(({ key, moves, worthMore }) => moves && worthMore && !policies.has(key));
  const season = (value: number) => figureWithUnit(messages, 'yuan', value * json.calls.tonnes);
  const most =
    first === undefined
      ? words.noneWorth
      : words.most(
          factorLabel(first.key, language),
          withUnit(figure(first.evppi, finer(scale)), scale.unit),
          season(first.evppi),
        );
  const list = moving.slice(0, MOST_NARROWING).map(({ key, explained }) => {
    return words.keyWith(named(key), figureWithUnit(messages, '1', explained));
  });
  return [...wrapped(most), ...wrapped(words.narrows(list))];
}

/** One digit more than the saving has: what is known is worth less than what is saved. */
function finer(scale: Scale): Scale {
  return { ...scale, decimals: scale.decimals + 1 };
}

/** What somebody decides: it is to be settled rather than found out. */
function policiesOf({ parameters }: UncertaintyJson): ReadonlySet<string> {
  return new Set(parameters.flatMap(({ factor, isPolicy }) => (isPolicy ? [factor.key] : [])));
}

/** Parameters above a floor, and the first of the others, the dearest first. */
function worthTable({ json, messages, language, scale }: Page): string[] {
  const words = messages.uncertainty;
  const { parameters, dummy } = json.knowing as NonNullable<UncertaintyJson['knowing']>;
  const policies = policiesOf(json);
  const fine = finer(scale);
  const share = (value: number) => figureWithUnit(messages, '1', value);
  const season = (value: number) => figureWithUnit(messages, 'yuan', value * json.calls.tonnes);
  const shown = parameters.filter((one, i) => i < MOST_ROWS || one.moves);
  const rows = shown.map(({ key, evppi, se, explained, moves, worthMore }) => [
    factorLabel(key, language) + (policies.has(key) ? ' †' : ''),
    figure(evppi, fine) + (moves && worthMore ? '*' : ' '),
    figure(se, fine),
    season(evppi),
    share(explained) + (moves ? '*' : ' '),
  ]);
  const floor = [
    words.dummy,
    `${figure(dummy.floor, fine)} `,
    '',
    season(dummy.floor),
    `${share(dummy.explainedFloor)} `,
  ];
  const { worth, se, season: ofSeason, explained } = words.columns;
  const head = ['', `${worth} `, se, ofSeason, `${explained} `];
  return [
    ...table([head, ...rows, floor], ['left']),
    ...(shown.length < parameters.length ? wrapped(words.cut(whole(parameters.length - shown.length))) : []),
    ...wrapped(words.dummyNote(`${figure(dummy.floor, fine)} ${scale.unit}`, share(dummy.explainedFloor))),
    ...wrapped(words.marks(shown.some(({ key }) => policies.has(key)))),
  ];
}
