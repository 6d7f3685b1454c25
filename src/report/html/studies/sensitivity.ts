import { DUMMY } from '../../../study/index.ts';
import { factorLabel, factorValue, outputLabel } from '../../design-frame.ts';
import type { SensitivityJson } from '../../design-json.ts';
import { figure, figureWithUnit, interval, percent, scaleFor, whole } from '../../figures.ts';
import type { Scale } from '../../messages.ts';
import { type Span, spansDrawing } from '../charts/spans.ts';
import { html } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, intervalCell, numberAt, type Section } from '../page.ts';
import { COLOURS } from '../palette.ts';
import { type TableRow, typographic } from '../table.ts';
import type { StudyPage } from './study-json.ts';
import { STUDY_WORDS } from './words.ts';

type Sensitivities = StudyPage<SensitivityJson>;

/** Bars that a chart shows at most. */
const MOST_BARS = 25;
/** Shares as they are, to three digits after the point. */
const SHARE: Scale = { from: 0, factor: 1, decimals: 3, unit: '' };

/** Which parameters a measure depends on: a tornado, or bars with their intervals. */
export function sensitivitySections(page: Sensitivities): Section[] {
  const { study } = page.json;
  if (study.method === 'tornado') return [tornadoSection(page, study.tornado)];
  return [study.method === 'morris' ? morrisSection(page, study.morris) : sobolSection(page, study.sobol)];
}

function heading({ json, messages }: Sensitivities, name: string, unit: string): string {
  const measure = outputLabel(json.study.measure.name, messages);
  return messages.notes.about(name, messages.design.sensitivity.ofMeasure(measure, unit));
}

type Tornado = Extract<SensitivityJson, { method: 'tornado' }>['tornado'];

function tornadoSection(page: Sensitivities, { base, bars, dummy }: Tornado): Section {
  const { json, messages, language } = page;
  const { measure, confidence, replications } = json.study;
  const words = messages.design.sensitivity;
  const scale = scaleFor(messages, measure.unit, [base?.mean, ...bars.map(({ swing }) => swing?.mean)]);
  const all = [
    ...bars.map((bar, i) => ({ bar, pointer: `/study/tornado/bars/${i}` })),
    { bar: dummy, pointer: '/study/tornado/dummy' },
  ];
  const origin = (base?.mean ?? 0) * scale.factor;
  const spans = all.slice(0, MOST_BARS).flatMap(({ bar }): Span[] => {
    const [low, high] = [bar.low.output?.mean, bar.high.output?.mean];
    if (low == null || high == null) return [];
    const colour = bar.name === DUMMY ? COLOURS.tide : COLOURS.direct;
    const [from, to] = [Math.min(low, high) * scale.factor, Math.max(low, high) * scale.factor];
    return [
      {
        word: factorLabel(bar.name, language),
        from,
        to,
        colour,
        label: typographic(figure(bar.swing?.mean, scale, true)),
      },
    ];
  });
  const value = (name: string, of: Parameters<typeof factorValue>[1]) => factorValue(name, of, language);
  const rows = all.map(({ bar, pointer }): TableRow => {
    const swing = figureCell(page, `${pointer}/swing/mean`, scale, true);
    const resolved = (bar.swing?.low ?? 0) * (bar.swing?.high ?? 0) > 0;
    return {
      cells: [
        factorLabel(bar.name, language),
        { text: value(bar.name, bar.low.value), of: `${pointer}/low/value` },
        { text: value(bar.name, bar.high.value), of: `${pointer}/high/value` },
        figureCell(page, `${pointer}/low/output/mean`, scale),
        figureCell(page, `${pointer}/high/output/mean`, scale),
        { ...swing, text: `${swing.text}${resolved ? ' *' : ''}` },
        intervalCell(page, `${pointer}/swing`, scale),
      ],
    };
  });
  const title = heading(page, words.tornado, scale.unit);
  const head = [
    '',
    words.low,
    words.high,
    words.atLow,
    words.atHigh,
    words.swing,
    messages.columns.meanInterval(percent(confidence)),
  ];
  const chart = chartIn(page, {
    title,
    alternative: `${title}: ${page.words.list(spans.map(({ word, label }) => `${word} ${label}`))}`,
    svg: drawnTwice(page, 'tornado', (narrow) => spansDrawing(spans, false, narrow, origin)),
    table: { label: title, head, rows, words: [1, 2] },
    note: STUDY_WORDS[language].tornadoNote(typographic(figureWithUnit(messages, measure.unit, base?.mean))),
  });
  return {
    id: 'tornado',
    heading: words.tornado,
    body: html`${chart}<p class="note">${words.tornadoNote(whole(replications))}</p>`,
  };
}

interface Bars {
  readonly id: string;
  readonly heading: string;
  readonly scale: Scale;
  /** Names of the groups and where they stand. */
  readonly groups: readonly { readonly name: string; readonly pointer: string }[];
  /** What is drawn, with its interval; then what stands beside it. */
  readonly drawn: string;
  readonly columns: readonly { readonly head: string; readonly of: string; readonly interval?: boolean }[];
  readonly note: string;
}

function barsSection(page: Sensitivities, { id, heading: name, scale, groups, drawn, columns, note }: Bars): Section {
  const { json, language, messages } = page;
  const range = messages.columns.meanInterval(percent(json.study.confidence));
  const spans = groups.slice(0, MOST_BARS).map(({ name: group, pointer }): Span => {
    const [value, low, high] = ['value', 'low', 'high'].map((part) => numberAt(json, `${pointer}/${drawn}/${part}`));
    const label = `${figure(value, scale)} ${interval({ low: low ?? null, high: high ?? null }, scale)}`;
    return {
      word: factorLabel(group, language),
      from: 0,
      to: Math.max(0, (value ?? 0) * scale.factor),
      colour: group === DUMMY ? COLOURS.tide : COLOURS.direct,
      label: typographic(label),
    };
  });
  const rows = groups.map(
    ({ name: group, pointer }): TableRow => ({
      cells: [
        factorLabel(group, language),
        ...columns.flatMap(({ of, interval: withRange }) => [
          figureCell(page, `${pointer}/${of}`, scale),
          ...(withRange === true ? [intervalCell(page, `${pointer}/${of.replace(/\/value$/u, '')}`, scale)] : []),
        ]),
      ],
    }),
  );
  const title = heading(page, name, scale.unit);
  const chart = chartIn(page, {
    title,
    alternative: `${title}: ${page.words.list(spans.map(({ word, label }) => `${word} ${label}`))}`,
    svg: drawnTwice(page, id, (narrow) => spansDrawing(spans, false, narrow)),
    table: {
      label: title,
      head: ['', ...columns.flatMap(({ head, interval: withRange }) => (withRange === true ? [head, range] : [head]))],
      rows,
    },
  });
  return { id, heading: name, body: html`${chart}<p class="note">${typographic(note)}</p>` };
}

type Morris = Extract<SensitivityJson, { method: 'morris' }>['morris'];

function morrisSection(page: Sensitivities, { groups, trajectories, levels }: Morris): Section {
  const { json, messages } = page;
  const words = messages.design.sensitivity;
  return barsSection(page, {
    id: 'morris',
    heading: words.morris,
    scale: scaleFor(
      messages,
      json.study.measure.unit,
      groups.map(({ muStar }) => muStar.value),
    ),
    groups: pointersOf('morris', groups),
    drawn: 'muStar',
    columns: [
      { head: words.muStar, of: 'muStar/value', interval: true },
      { head: words.mu, of: 'mu' },
      { head: words.sigma, of: 'sigma' },
    ],
    note: words.morrisNote(whole(trajectories), whole(levels), whole(json.study.replications)),
  });
}

type Sobol = Extract<SensitivityJson, { method: 'sobol' }>['sobol'];

function sobolSection(page: Sensitivities, { groups, usedRows, mean, sd }: Sobol): Section {
  const { json, messages } = page;
  const words = messages.design.sensitivity;
  const amount = (value: number | null) => figureWithUnit(messages, json.study.measure.unit, value);
  return barsSection(page, {
    id: 'sobol',
    heading: words.sobol,
    scale: SHARE,
    groups: pointersOf('sobol', groups),
    drawn: 'total',
    columns: [
      { head: words.first, of: 'first/value', interval: true },
      { head: words.total, of: 'total/value', interval: true },
    ],
    note: words.sobolNote(whole(usedRows), amount(mean), amount(sd), whole(json.study.replications)),
  });
}

function pointersOf(method: 'morris' | 'sobol', groups: readonly { readonly name: string }[]) {
  const own = groups.map(({ name }, i) => ({ name, pointer: `/study/${method}/groups/${i}` }));
  return [...own, { name: DUMMY, pointer: `/study/${method}/dummy` }];
}
