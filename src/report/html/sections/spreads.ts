import type { Spread } from '../../../study/index.ts';
import { figure, interval, percent, scaleFor, whole } from '../../figures.ts';
import { histogramOption } from '../charts/histogram.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, type Page, type Section } from '../page.ts';
import type { ReportJson } from '../report-json.ts';
import { typographic } from '../table.ts';

const [WIDTH, HEIGHT] = [370, 168];

/** How the paired differences are spread over replications. */
export function spreadsSection(page: Page<ReportJson>): Section {
  const { json, words } = page;
  const { replications, confidence } = json.compare;
  return {
    id: 'spreads',
    heading: words.headings.spreads,
    body:
      replications < 2
        ? html`<p>${words.spreadsOne}</p>`
        : html`<p class="note">${words.spreadsNote(whole(replications), percent(confidence))}</p>
<div class="halves">${json.spreads.map((spread, i) => spreadChart(page, spread, i))}</div>`,
  };
}

function spreadChart(page: Page<ReportJson>, { id, unit, values, bins }: Spread, at: number): Markup {
  const { json, messages, words, language } = page;
  const difference = json.compare.measures[id].difference;
  if (values.length === 0 || difference?.mean === null || difference === null) return html``;
  const scale = scaleFor(messages, unit, [difference.mean, ...bins.flatMap(({ low, high }) => [low, high])]);
  const shown = (value: number) => Number((value * scale.factor).toPrecision(12));
  const option = histogramOption({
    bins: bins.map(({ low, high, count }) => ({ low: shown(low), high: shown(high), count })),
    mean: shown(difference.mean),
    low: difference.low === null ? null : shown(difference.low),
    high: difference.high === null ? null : shown(difference.high),
  });
  const above = values.filter((value) => value > 0).length;
  const mean = typographic(figure(difference.mean, scale, true));
  const range = typographic(interval(difference, scale));
  const title = `${words.spreadTitle[id]} (${scale.unit})`;
  const pointer = `/spreads/${at}/bins`;
  const edge: typeof scale = { ...scale, decimals: decimalsOf(bins.map(({ low }) => shown(low))) };
  return chartIn(page, {
    title: language === 'zh' ? `${words.spreadTitle[id]}（${scale.unit}）` : title,
    alternative: `${title}: ${words.spreadAlternative(mean, range, whole(above), whole(values.length))}`,
    svg: page.draw(`spread${at}-${language}`, option, WIDTH, HEIGHT),
    table: {
      label: title,
      head: [words.bin, words.count],
      rows: bins.map(({ low, high, count }, bin) => ({
        cells: [
          {
            text: messages.notes.between(figure(low, edge), figure(high, edge)),
            of: `${pointer}/${bin}/low ${pointer}/${bin}/high`,
          },
          { text: whole(count), of: `${pointer}/${bin}/count` },
        ],
      })),
    },
    half: true,
    note: words.spreadMean(`${mean} ${range}`),
  });
}

/** Decimals that round numbers have at most. */
function decimalsOf(values: readonly number[]): number {
  return Math.max(0, ...values.map((value) => String(value).split('.')[1]?.length ?? 0));
}
