import { describe } from '../../../scenario/index.ts';
import type { AttributeJson } from '../../attribute-json.ts';
import { figure, percent } from '../../figures.ts';
import { spansDrawing, waterfallSpans } from '../charts/spans.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, intervalCell, numberAt, type Page, type Section, scaleAt } from '../page.ts';
import { sideColour } from '../palette.ts';
import type { ReportJson } from '../report-json.ts';
import { type TableRow, typographic } from '../table.ts';

/** Where the saving comes from: by item of the ledger and, if it was asked for, by mechanism. */
export function savingSection(page: Page<ReportJson>): Section {
  const { json, words, commands } = page;
  return {
    id: 'saving',
    heading: words.headings.saving,
    body: html`${itemsChart(page)}${
      json.attribution === null
        ? html`<p class="note ask">${words.mechanismsAsk}</p><pre>${`${commands.repeat} --attribute`}</pre>`
        : mechanismsChart(page)
    }`,
  };
}

/** A step of a waterfall: its word and where its figure stands. */
export interface Step {
  readonly word: string;
  readonly pointer: string;
}

function itemsChart(page: Page<ReportJson>): Markup {
  const { json, messages, words } = page;
  const total = '/compare/measures/saving.perTonne/difference/mean';
  const steps = json.items
    .map(({ item, saving }, i) => ({ word: messages.items[item], pointer: `/items/${i}/saving`, saving }))
    .sort((one, other) => other.saving - one.saving);
  return waterfallChart(
    page,
    'items',
    words.itemsTitle,
    steps,
    { word: words.net, pointer: total },
    [words.item, words.saved],
    [],
  );
}

function mechanismsChart(page: Page<ReportJson>): Markup {
  const { json, messages, words } = page;
  const attribution = json.attribution!;
  const head = [words.mechanism, words.saved, messages.columns.meanInterval(percent(attribution.confidence))];
  return waterfallChart(
    page,
    'mechanisms',
    words.mechanismsTitle,
    mechanismSteps(page, attribution, '/attribution'),
    { word: words.net, pointer: '/attribution/saving/mean' },
    head,
    [2],
  );
}

/** The parts of the mechanisms and, unless it is nothing, of the rest. @param pointer of the attribution in the data */
export function mechanismSteps(
  { messages, language }: Page,
  { mechanisms, rest }: Pick<AttributeJson, 'mechanisms' | 'rest'>,
  pointer: string,
): Step[] {
  const isNothing = rest.mean === 0 && (rest.sd ?? 0) === 0;
  return [
    ...mechanisms.map(({ name }, i) => ({
      word: describe(`mechanisms.${name}`)[language][0],
      pointer: `${pointer}/mechanisms/${i}/part/mean`,
    })),
    ...(isNothing ? [] : [{ word: messages.attribute.rest, pointer: `${pointer}/rest/mean` }]),
  ];
}

/** A waterfall and its table, from figures of the data. @param intervals columns of intervals, where the figures have them */
export function waterfallChart(
  page: Page,
  name: string,
  title: string,
  steps: readonly Step[],
  sum: Step,
  head: readonly string[],
  intervals: readonly number[],
): Markup {
  const { json, words } = page;
  const scale = scaleAt(page, 'yuan/t', [sum.pointer]);
  const amountOf = ({ pointer }: Step) => numberAt(json, pointer) ?? 0;
  const labelled = (step: Step) => {
    const value = amountOf(step);
    return { word: step.word, value, label: typographic(figure(value, scale, true)) };
  };
  const shown = steps.map(labelled).filter(({ label }) => /[1-9]/.test(label));
  const last = labelled(sum);
  const all = waterfallSpans(shown, last, sideColour);
  const row = (step: Step, is?: 'sum'): TableRow => ({
    cells: [
      step.word,
      figureCell(page, step.pointer, scale, true),
      ...intervals.map(() => intervalCell(page, step.pointer.replace(/\/mean$/, ''), scale)),
    ],
    ...(is === undefined ? {} : { is }),
  });
  const spoken = words.list([...shown, last].map(({ word, label }) => `${word} ${label}`));
  return chartIn(page, {
    title,
    alternative: `${title}: ${spoken}`,
    svg: drawnTwice(page, name, (narrow) => spansDrawing(all, true, narrow)),
    table: { label: title, head, rows: [...steps.map((step) => row(step)), row(sum, 'sum')] },
    note: words.itemsNote,
  });
}
