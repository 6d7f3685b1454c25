import { QUANTILES } from '../../../study/index.ts';
import { factorLabel, outputLabel } from '../../design-frame.ts';
import { figure, interval, percent, scaleFor, whole } from '../../figures.ts';
import type { Scale } from '../../messages.ts';
import type { UncertaintyJson } from '../../uncertainty-json.ts';
import { histogramOption } from '../charts/histogram.ts';
import { type Span, spansDrawing } from '../charts/spans.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, intervalCell, type Section, tableIn } from '../page.ts';
import { COLOURS } from '../palette.ts';
import { type TableRow, typographic } from '../table.ts';
import type { StudyPage } from './study-json.ts';
import { STUDY_WORDS } from './words.ts';

type Uncertainties = StudyPage<UncertaintyJson>;

/** Height of a chart, pixels. */
const HEIGHT = 240;
/** Parameters that a chart shows at most. */
const MOST_BARS = 20;

/** How savings are spread over the ranges of what is not known, and what is worth finding out. */
export function uncertaintySections(page: Uncertainties): Section[] {
  const { json, messages } = page;
  const { study } = json;
  const words = messages.uncertainty;
  const scale = scaleFor(messages, study.measure.unit, [study.mean.mean]);
  const law = words.laws[study.parameters.some((one) => one.law === 'triangular') ? 'triangular' : 'uniform'];
  const drawn = words.drawn(
    whole(study.parameters.length),
    law,
    whole(study.points),
    words.designs[study.design],
    whole(study.replications),
  );
  return [
    {
      id: 'spread',
      heading: words.heading,
      body: html`<p class="note">${drawn}</p>${study.used < 2 ? html`<p>${words.tooFew}</p>` : [spreadChart(page, scale), overview(page, scale), quantiles(page, scale)]}`,
    },
    ...(study.knowing === null ? [] : [knowingSection(page, { ...scale, decimals: scale.decimals + 1 })]),
  ];
}

function spreadChart(page: Uncertainties, scale: Scale): Markup {
  const { json, messages, language } = page;
  const { seasons, mean } = json.study;
  const title = messages.notes.about(
    STUDY_WORDS[language].seasonsSpread,
    outputLabel(json.study.measure.name, messages),
  );
  const option = histogramOption({ bins: seasons.histogram, mean: mean.mean ?? 0, low: mean.low, high: mean.high });
  const said = `${figure(mean.mean, scale)} ${interval(mean, scale)}`;
  return chartIn(page, {
    title,
    alternative: `${title}: ${typographic(said)}`,
    svg: drawnTwice(page, 'spread', () => ({ option, height: HEIGHT })),
    table: {
      label: title,
      head: [page.words.bin, page.words.count],
      rows: seasons.histogram.map(({ low, high, count }, i) => ({
        cells: [
          {
            text: messages.uncertainty.range(figure(low, scale), figure(high, scale)),
            of: `/study/seasons/histogram/${i}/low`,
          },
          { text: whole(count), of: `/study/seasons/histogram/${i}/count` },
        ],
      })),
    },
    note: page.words.spreadMean(typographic(said)),
  });
}

function overview(page: Uncertainties, scale: Scale): Markup {
  const { json, messages } = page;
  const words = messages.uncertainty;
  const { seasons, expected, confidence } = json.study;
  const share = scaleFor(messages, '1', [1]);
  const row = (name: string, pointer: string, of: 'mean' | 'share', one: Scale): TableRow => ({
    cells: [name, figureCell(page, `${pointer}/${of}`, one), intervalCell(page, pointer, one), one.unit],
  });
  return tableIn(page, {
    label: words.heading,
    head: ['', messages.columns.mean, messages.columns.meanInterval(percent(confidence)), messages.columns.unit],
    rows: [
      row(words.base, '/study/base', 'mean', scale),
      row(words.mean, '/study/mean', 'mean', scale),
      ...(seasons.loses === null ? [] : [row(words.loses, '/study/seasons/loses', 'share', share)]),
      ...(expected === null ? [] : [row(words.losesOnAverage, '/study/expected/loses', 'share', share)]),
    ],
    words: [3],
  });
}

function quantiles(page: Uncertainties, scale: Scale): Markup {
  const { json, messages } = page;
  const words = messages.uncertainty;
  const { seasons, expected } = json.study;
  const row = (name: string, pointer: string): TableRow => ({
    cells: [name, ...QUANTILES.map((_, i) => figureCell(page, `${pointer}/${i}`, scale))],
  });
  return tableIn(page, {
    label: `${words.heading} (${scale.unit})`,
    head: [scale.unit, ...QUANTILES.map((p) => words.quantile(percent(p)))],
    rows: [
      ...(seasons.quantiles === null ? [] : [row(words.ofSeason, '/study/seasons/quantiles')]),
      ...(expected === null ? [] : [row(words.ofAverage, '/study/expected/quantiles')]),
    ],
  });
}

function knowingSection(page: Uncertainties, scale: Scale): Section {
  const { json, messages, language } = page;
  const words = messages.uncertainty;
  const { choice, parameters, dummy } = json.study.knowing as NonNullable<UncertaintyJson['knowing']>;
  const share = scaleFor(messages, '1', [1]);
  const title = STUDY_WORDS[language].worth;
  const spans = parameters.slice(0, MOST_BARS).map(
    ({ key, evppi, worthMore }): Span => ({
      word: factorLabel(key, language),
      from: 0,
      to: Math.max(0, evppi),
      colour: worthMore ? COLOURS.direct : COLOURS.tide,
      label: typographic(figure(evppi, scale)),
    }),
  );
  const rows = parameters.map(({ key }, i): TableRow => {
    const pointer = `/study/knowing/parameters/${i}`;
    return {
      cells: [
        factorLabel(key, language),
        figureCell(page, `${pointer}/evppi`, scale),
        figureCell(page, `${pointer}/se`, scale),
        figureCell(page, `${pointer}/explained`, share),
      ],
    };
  });
  const floor: TableRow = {
    is: 'sum',
    cells: [
      words.dummy,
      figureCell(page, '/study/knowing/dummy/floor', scale),
      '',
      figureCell(page, '/study/knowing/dummy/explainedFloor', share),
    ],
  };
  const chart = chartIn(page, {
    title,
    alternative: `${title}: ${page.words.list(spans.map(({ word, label }) => `${word} ${label}`))}`,
    svg: drawnTwice(page, 'worth', (narrow) => spansDrawing(spans, false, narrow)),
    table: {
      label: title,
      head: ['', words.columns.worth, words.columns.se, `${words.columns.explained} %`],
      rows: [...rows, floor],
    },
  });
  const note = words.dummyNote(
    `${figure(dummy.floor, scale)} ${scale.unit}`,
    `${figure(dummy.explainedFloor, share)}%`,
  );
  return {
    id: 'knowing',
    heading: words.knowingHeading,
    body: html`<p>${words.choice[choice]}</p>${chart}<p class="note">${note}</p>`,
  };
}
