import type { Language, Scenario } from '../scenario/index.ts';
import type { ParameterPosterior, Summary, TargetResult } from '../study/index.ts';
import type { CalibrateJson } from './calibrate-json.ts';
import type { CalibrateWords } from './calibrate-words.ts';
import { factorLabel, factorValue, failureLines, outputLabel } from './design-frame.ts';
import { figure, figureWithUnit, interval, NO_FIGURE, percent, scaleFor, whole, withUnit } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { table, wrapped } from './layout.ts';
import { type Messages, messagesOf } from './messages.ts';

/** What the parts of a page need. */
interface Page {
  readonly json: CalibrateJson;
  readonly language: Language;
  readonly messages: Messages;
  readonly words: CalibrateWords;
}

/** A fit as a page: what was wanted and reached, what was fitted, and what stays open. */
export function calibrateText(json: CalibrateJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const { headings, calibrate: words } = messages;
  const page: Page = { json, language, messages, words };
  const { points, budget, replications, failures } = json;
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(words.heading(json.method), [
      ...wrapped(words.found(whole(points.length), whole(budget), whole(replications))),
      ...traceLines(page),
      ...failureLines(failures.points, failures.first, scenario, language),
    ]),
    ...section(words.targets.heading, targetLines(page)),
    ...section(words.parameters.heading, parameterLines(page)),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function traceLines({ json, words }: Page): string[] {
  const { trace } = json;
  if (trace === null) return [];
  const shares = (of: readonly number[]) => of.map((share) => `${(100 * share).toFixed(1)}%`).join(' ');
  if (trace.of === 'waves') return wrapped(words.waves(shares(trace.left)));
  const short = trace.reached === null || trace.reached > Math.sqrt(3) ? wrapped(words.shortOfTolerance) : [];
  return [...wrapped(words.generations(shares(trace.accepted))), ...short];
}

function targetLines(page: Page): string[] {
  const { json, language, words } = page;
  const { targets: said } = words;
  const { parameters } = json;
  const nothing = parameters.some(({ value }) => value === null);
  const known = json.posterior?.parameters ?? [];
  const ends = parameters.filter(({ atEnd }, d) => atEnd && known[d]?.known !== 'open');
  return [
    ...json.targets.flatMap((target) => oneTarget(target, page)),
    ...wrapped(nothing ? words.nothing : json.reached ? words.reached : words.notReached),
    ...(ends.length > 0 && !nothing
      ? wrapped(words.atEnd(ends.map(({ key }) => factorLabel(key, language)).join(words.separator)))
      : []),
    ...wrapped(said.note(percent(json.confidence))),
  ];
}

/** A target, and under it what was before, what is fitted, and what that is in other seasons. */
function oneTarget(target: TargetResult, { messages, words: { targets: said } }: Page): string[] {
  const { measure, unit, low, high, before, fitted, check } = target;
  const scale = scaleFor(messages, unit, [low, high, before?.mean, fitted?.mean, check?.mean]);
  const band = withUnit(said.band(figure(low, scale), figure(high, scale)), scale.unit);
  const row = (name: string, found: Summary | null) => [
    `  ${name}`,
    figure(found?.mean, scale),
    found === null ? NO_FIGURE : interval(found, scale),
    verdictOf(found?.mean ?? null, target, messages, said),
  ];
  const rows = [row(said.before, before), row(said.fitted, fitted), row(said.check, check)];
  return [
    ...wrapped(said.wanted(outputLabel(measure, messages), band)),
    ...table(rows, ['left', 'right', 'right', 'left']),
  ];
}

function verdictOf(
  mean: number | null,
  { low, high, unit }: TargetResult,
  messages: Messages,
  said: CalibrateWords['targets'],
): string {
  if (mean === null) return said.none;
  if (mean >= low && mean <= high) return said.within;
  const by = figureWithUnit(messages, unit, mean > high ? mean - high : low - mean);
  return mean > high ? said.above(by) : said.below(by);
}

function parameterLines(page: Page): string[] {
  const { json, language, words } = page;
  const { parameters: said } = words;
  const rows = json.parameters.map(({ key, low, high, prior, value }, d) => {
    const left = json.posterior?.parameters[d];
    const shown = (of: number) => Number(of.toPrecision(4));
    return [
      factorLabel(key, language),
      `${shown(low)}..${shown(high)}`,
      factorValue(key, prior, language),
      value === null ? NO_FIGURE : factorValue(key, value, language),
      left === undefined ? NO_FIGURE : `[${shown(left.low)}, ${shown(left.high)}]`,
      left === undefined ? NO_FIGURE : percent(Number(left.width.toFixed(2))),
      left === undefined ? '' : said.known[left.known],
    ];
  });
  const head = ['', said.range, said.before, said.fitted, said.left(percent(json.confidence)), said.width];
  return [...table([head, ...rows], ['left', 'right', 'right', 'right', 'right', 'right', 'left']), ...leftLines(page)];
}

/** What stays open after the fit, in words. */
function leftLines({ json, language, words }: Page): string[] {
  const { posterior } = json;
  if (posterior === null) return json.points.some(({ loss }) => loss !== null) ? wrapped(words.noneLeft) : [];
  const label = (key: string) => factorLabel(key, language);
  const open = posterior.parameters.filter(({ known }) => known === 'open').map(({ key }) => label(key));
  const size = posterior.size === null ? '' : whole(posterior.size);
  const least = posterior.directions.at(-1);
  return [
    ...wrapped(words.from[posterior.from](size)),
    ...(open.length > 0 ? wrapped(words.open(open.join(words.separator))) : []),
    ...posterior.confounded.flatMap(({ keys: [one, other], correlation }) =>
      wrapped(words.confounded(label(one), label(other), correlation.toFixed(2))),
    ),
    ...(least === undefined || posterior.confounded.length === 0
      ? []
      : wrapped(
          words.sloppy(
            directionOf(least.components, posterior.parameters, label),
            percent(Number(least.width.toFixed(2))),
          ),
        )),
  ];
}

/** Components of a direction below this are left out. */
const SLIGHT = 0.2;

/** A direction as a sum of parameters, each in widths of its range. */
function directionOf(
  components: readonly number[],
  parameters: readonly ParameterPosterior[],
  label: (key: string) => string,
): string {
  const terms = components.map((by, d) => ({ by, name: label(parameters[d]?.key ?? '') }));
  return terms
    .filter(({ by }) => Math.abs(by) >= SLIGHT)
    .map(({ by, name }) => `${by < 0 ? '−' : '+'}${Math.abs(by).toFixed(2)} ${name}`)
    .join(' ');
}
