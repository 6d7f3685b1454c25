import type { Language, Scenario } from '../scenario/index.ts';
import type { FactorValue, SweepPoint } from '../study/index.ts';
import { factorLabel, factorValue, failureLines, outputLabel } from './design-frame.ts';
import type { SweepJson } from './design-json.ts';
import { figure, interval, percent, scaleFor, whole, withUnit } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { PAGE_WIDTH, table, widthOf, wrapped } from './layout.ts';
import { type Messages, messagesOf } from './messages.ts';

/** Points that a page lists. */
const MOST_POINTS = 60;

/** A sweep as a page: a row for each point, with means and intervals. */
export function sweepText(json: SweepJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const { headings } = messages;
  const { sweep } = messages.design;
  const { points, factors, replications, design } = json;
  const failed = points.filter(({ failure }) => failure !== null);
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(sweep.heading(design), [
      ...wrapped(sweep.laidOut(whole(points.length), whole(factors.length), whole(replications))),
      ...pointsTables(json, messages, language),
      ...(points.length > MOST_POINTS ? wrapped(sweep.cut(whole(MOST_POINTS), whole(points.length))) : []),
      ...Object.keys(json.measures).flatMap((name) => extremeLines(name, json, messages)),
      ...failureLines(failed.length, failed[0]?.failure ?? null, scenario, language),
    ]),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

/** As many measures side by side as a page is wide; the others in tables of their own below. */
function pointsTables(json: SweepJson, messages: Messages, language: Language): string[] {
  const lines: string[] = [];
  let names = Object.keys(json.measures);
  while (names.length > 0) {
    const tables = names.map((_, i) => pointsTable(names.slice(0, i + 1), json, messages, language));
    const fitting = tables.findLastIndex((rows) => Math.max(...rows.map(widthOf)) <= PAGE_WIDTH);
    const last = Math.max(0, fitting);
    lines.push(...(lines.length > 0 ? [''] : []), ...(tables[last] ?? []));
    names = names.slice(last + 1);
  }
  return lines;
}

function pointsTable(names: readonly string[], json: SweepJson, messages: Messages, language: Language): string[] {
  const keys = json.factors.map(({ key }) => key);
  const scales = names.map((name) => scaleOf(name, json, messages));
  const head = [
    messages.design.sweep.point,
    ...keys.map((key) => factorLabel(key, language)),
    ...names.flatMap((name, i) => [
      messages.notes.about(outputLabel(name, messages), scales[i]?.unit ?? ''),
      messages.columns.meanInterval(percent(json.confidence)),
    ]),
  ];
  const rows = json.points.slice(0, MOST_POINTS).map(({ point, values, measures }) => [
    whole(point),
    ...keys.map((key) => factorValue(key, values[key] ?? null, language)),
    ...names.flatMap((name, i) => {
      const scale = scales[i] as (typeof scales)[number];
      const summary = measures[name] ?? null;
      return [figure(summary?.mean, scale), interval(summary ?? { low: null, high: null }, scale)];
    }),
  ]);
  return table([head, ...rows], ['right', ...keys.map(() => 'right' as const)]);
}

function scaleOf(name: string, { points, measures }: SweepJson, messages: Messages) {
  return scaleFor(
    messages,
    measures[name] ?? '',
    points.map((point) => point.measures[name]?.mean),
  );
}

function extremeLines(name: string, json: SweepJson, messages: Messages): string[] {
  const meanOf = (point: SweepPoint) => point.measures[name]?.mean ?? null;
  const known = json.points.filter((point) => meanOf(point) !== null);
  const sorted = known.toSorted((one, other) => (meanOf(other) ?? 0) - (meanOf(one) ?? 0));
  const [greatest, least] = [sorted[0], sorted.at(-1)];
  if (greatest === undefined || least === undefined) return [];
  const scale = scaleOf(name, json, messages);
  const said = (point: SweepPoint) => withUnit(figure(meanOf(point), scale), scale.unit);
  const where = ({ values }: SweepPoint) =>
    json.factors.map(({ key }) => `${key}=${shortValue(values[key] ?? '')}`).join(' ');
  const label = outputLabel(name, messages);
  return wrapped(messages.design.sweep.extremes(label, said(greatest), where(greatest), said(least), where(least)));
}

/** As `--set` takes it, but for digits that nobody reads. */
function shortValue(value: FactorValue): string {
  return String(typeof value === 'number' ? Number(value.toPrecision(6)) : value);
}
