import type { Language, Scenario } from '../scenario/index.ts';
import type { FactorValue, Screening, Tornado, TornadoBar, VarianceShares } from '../study/index.ts';
import { barOf } from './bars.ts';
import { factorLabel, factorValue, failureLines, outputLabel } from './design-frame.ts';
import type { SensitivityJson } from './design-json.ts';
import { figure, figureWithUnit, interval, NO_FIGURE, percent, scaleFor, whole } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { type Alignment, table, wrapped } from './layout.ts';
import { type Messages, messagesOf, type Scale } from './messages.ts';

/** Parameters and pairs that a page lists. */
const [MOST_ROWS, MOST_PAIRS] = [30, 10];
/** Columns of the longest bar. */
const BAR_WIDTH = 10;
/** A total index below this is as good as none. */
const NEXT_TO_NOTHING = 0.01;

/** What the parts of a page need. */
interface Page {
  readonly json: SensitivityJson;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly messages: Messages;
}

/** A sensitivity study as a page. */
export function sensitivityText(
  json: SensitivityJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
): string {
  const messages = messagesOf(language);
  const page: Page = { json, scenario, language, messages };
  const { headings } = messages;
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...bodyOf(page),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, [
      ...provenanceLines(json, commands, messages),
      ...wrapped(messages.design.sensitivity.evaluations(whole(json.evaluations)), '  '),
    ]),
  ]);
}

function bodyOf(page: Page): string[] {
  const { json } = page;
  if (json.method === 'tornado') return tornadoLines(json.tornado, page);
  return json.method === 'morris' ? morrisLines(json.morris, page) : sobolLines(json.sobol, page);
}

function headingOf(name: string, { json, messages }: Page, scale: Scale): string {
  const { ofMeasure } = messages.design.sensitivity;
  return messages.notes.about(name, ofMeasure(outputLabel(json.measure.name, messages), scale.unit));
}

function cutLine(count: number, { messages }: Page, most = MOST_ROWS): string[] {
  return count > most ? wrapped(messages.design.sensitivity.cut(whole(count - most))) : [];
}

function tornadoLines({ base, baseFailure, bars, dummy }: Tornado, page: Page): string[] {
  const { json, scenario, messages, language } = page;
  const words = messages.design.sensitivity;
  const scale = scaleFor(messages, json.measure.unit, [base?.mean, ...bars.map(({ swing }) => swing?.mean)]);
  const longest = Math.max(...[...bars, dummy].map(lengthOf));
  const row = (bar: TornadoBar) => {
    const value = (of: FactorValue | null) => factorValue(bar.name, of, language);
    const resolved = bar.swing?.low != null && bar.swing.high != null && bar.swing.low * bar.swing.high > 0;
    return [
      factorLabel(bar.name, language),
      value(bar.low.value),
      value(bar.high.value),
      figure(bar.low.output?.mean, scale),
      figure(bar.high.output?.mean, scale),
      figure(bar.swing?.mean, scale, true) + (resolved ? '*' : ' '),
      interval(bar.swing ?? { low: null, high: null }, scale),
      barOf(lengthOf(bar), longest, BAR_WIDTH),
    ];
  };
  const head = ['', words.low, words.high, words.atLow, words.atHigh, `${words.swing} `];
  const interval95 = messages.columns.meanInterval(percent(json.confidence));
  const failed = bars.flatMap(({ low, high }) => [low, high]).filter(({ failure }) => failure !== null);
  const luck = reachOf(dummy);
  const below = bars.filter((bar) => lengthOf(bar) < luck).length;
  const reach = figureWithUnit(messages, json.measure.unit, luck);
  const alignments: Alignment[] = ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'left'];
  return section(headingOf(words.tornado, page, scale), [
    ...wrapped(words.base(base === null ? NO_FIGURE : figureWithUnit(messages, json.measure.unit, base.mean))),
    ...table([[...head, interval95], ...bars.slice(0, MOST_ROWS).map(row), row(dummy)], alignments),
    ...cutLine(bars.length, page),
    ...wrapped(words.tornadoNote(whole(json.replications))),
    ...wrapped(words.luckBar(reach, percent(json.confidence), whole(below), whole(bars.length))),
    ...failureLines(
      failed.length + (baseFailure === null ? 0 : 1),
      baseFailure ?? failed[0]?.failure ?? null,
      scenario,
      language,
    ),
  ]);
}

function lengthOf({ swing }: TornadoBar): number {
  return Math.abs(swing?.mean ?? 0);
}

/** The farther end of a bar's interval; its length where there is none. */
function reachOf(bar: TornadoBar): number {
  const { low, high } = bar.swing ?? { low: null, high: null };
  return low === null || high === null ? lengthOf(bar) : Math.max(Math.abs(low), Math.abs(high));
}

function morrisLines({ trajectories, levels, groups, dummy, failures }: Screening, page: Page): string[] {
  const { json, scenario, messages, language } = page;
  const words = messages.design.sensitivity;
  const scale = scaleFor(
    messages,
    json.measure.unit,
    groups.map(({ muStar }) => muStar.value),
  );
  const rows = [...groups.slice(0, MOST_ROWS), dummy].map(({ name, mu, muStar, sigma }) => [
    factorLabel(name, language),
    figure(muStar.value, scale),
    interval(muStar, scale),
    figure(mu, scale, true),
    figure(sigma, scale),
  ]);
  const head = ['', words.muStar, messages.columns.meanInterval(percent(json.confidence)), words.mu, words.sigma];
  const below = groups.filter(({ muStar }) => (muStar.value ?? 0) < (dummy.muStar.value ?? 0)).length;
  return section(headingOf(words.morris, page, scale), [
    ...table([head, ...rows], ['left']),
    ...cutLine(groups.length, page),
    ...wrapped(words.morrisNote(whole(trajectories), whole(levels), whole(json.replications))),
    ...wrapped(words.belowLuck(whole(below), whole(groups.length))),
    ...failureLines(failures.points, failures.first, scenario, language),
  ]);
}

/** Shares as they are, to three digits after the point. */
const SHARE: Scale = { from: 0, factor: 1, decimals: 3, unit: '' };

function sobolLines(shares: VarianceShares, page: Page): string[] {
  const { json, scenario, messages, language } = page;
  const { groups, dummy, failures } = shares;
  const words = messages.design.sensitivity;
  const scale = scaleFor(messages, json.measure.unit, [shares.mean, shares.sd]);
  const range = messages.columns.meanInterval(percent(json.confidence));
  const rows = [...groups.slice(0, MOST_ROWS), dummy].map(({ name, first, total }) => [
    factorLabel(name, language),
    figure(first.value, SHARE),
    interval(first, SHARE),
    figure(total.value, SHARE),
    interval(total, SHARE),
  ]);
  const [mean, sd] = [shares.mean, shares.sd].map((value) => figureWithUnit(messages, json.measure.unit, value));
  // An estimate may fall below 0; a share does not.
  const [alone, withAll] = [dummy.first, dummy.total].map(({ value }) =>
    figureWithUnit(messages, '1', value === null ? null : Math.max(0, value)),
  );
  const unresolved = groups.filter(({ total }) => (total.low ?? 0) < NEXT_TO_NOTHING).length;
  const replications = whole(json.replications);
  return [
    ...section(headingOf(words.sobol, page, scale), [
      ...table([['', words.first, range, words.total, range], ...rows], ['left']),
      ...cutLine(groups.length, page),
      ...wrapped(words.sobolNote(whole(shares.usedRows), mean ?? NO_FIGURE, sd ?? NO_FIGURE, replications)),
      ...wrapped(words.luckShare(alone ?? NO_FIGURE, withAll ?? NO_FIGURE)),
      ...wrapped(words.unresolved(whole(unresolved), whole(groups.length))),
      ...failureLines(failures.points, failures.first, scenario, language),
    ]),
    ...pairLines(shares, page),
    ...convergenceLines(shares, page),
  ];
}

function pairLines({ second }: VarianceShares, page: Page): string[] {
  if (second === null) return [];
  const { json, messages, language } = page;
  const words = messages.design.sensitivity;
  const rows = second.slice(0, MOST_PAIRS).map(({ groups: [one, other], ...index }) => {
    const names = [factorLabel(one, language), factorLabel(other, language)];
    return [...names, figure(index.value, SHARE), interval(index, SHARE)];
  });
  const head = ['', words.pair, '', messages.columns.meanInterval(percent(json.confidence))];
  const lines = [...table([head, ...rows], ['left', 'left']), ...cutLine(second.length, page, MOST_PAIRS)];
  return section(words.second, lines);
}

function convergenceLines({ groups, dummy, convergence }: VarianceShares, page: Page): string[] {
  const { language, messages } = page;
  const words = messages.design.sensitivity;
  const head = [words.rows, ...convergence.map(({ rows }) => whole(rows))];
  const rows = [...groups.slice(0, MOST_ROWS), dummy].map(({ name }) => [
    factorLabel(name, language),
    ...convergence.map(({ total }) => figure(total[name], SHARE)),
  ]);
  return section(words.convergence, table([head, ...rows], ['left']));
}
