import { describe } from '../../../scenario/index.ts';
import { factorValue, outputLabel } from '../../design-frame.ts';
import { percent, whole } from '../../figures.ts';
import type { FrontierJson } from '../../frontier-json.ts';
import { rowsOf } from '../../frontier-text.ts';
import { FRONTIER_WORDS } from '../../frontier-words.ts';
import { whiskersOption } from '../charts/whiskers.ts';
import { html } from '../markup.ts';
import { chartIn, drawnTwice, type Section } from '../page.ts';
import type { StudyPage } from './study-json.ts';

/** Height of the chart, pixels. */
const HEIGHT = 300;

/** Where direct loading stops paying, as a curve. */
export function frontierSections(page: StudyPage<FrontierJson>): Section[] {
  const { json, messages, language } = page;
  const { study } = json;
  const words = FRONTIER_WORDS[language];
  const { x, y, points, confidence, measure } = study;
  const signs = words.signs(measure.name.startsWith('saving.'));
  const labelOf = (key: typeof x.key) => describe(key)[language][0];
  const columns = points.map((point) => factorValue(x.key, point.x, language));
  const whiskers = points.flatMap(({ roots }, at) =>
    roots.map(({ at: value, interval }) => ({ at, value, low: interval.low ?? y.low, high: interval.high ?? y.high })),
  );
  const rows = points.flatMap((point, i) =>
    rowsOf(point, { json: study, language, words, signs }).map(([head = '', where = '', range = '', side = '']) => ({
      cells: [
        { text: head, of: `/study/points/${i}/x` },
        { text: where, of: pointersOf(i, point.roots.length, 'at between/0 between/1') },
        {
          text: range,
          of: `${pointersOf(i, point.roots.length, 'interval/low interval/high')} /study/y/low /study/y/high`,
        },
        side,
      ],
    })),
  );
  const title = messages.notes.about(labelOf(y.key), words.crossing);
  const laidOut = words.laidOut(
    labelOf(x.key),
    labelOf(y.key),
    whole(points.length),
    factorValue(y.key, y.low, language),
    factorValue(y.key, y.high, language),
    whole(study.replications),
  );
  const once = points.every(({ roots }) => roots.length <= 1);
  const chart = chartIn(page, {
    title,
    alternative: `${title}: ${page.words.list(rows.map(({ cells: [head, where, , side] }) => `${textOf(head)} ${textOf(where)} ${textOf(side)}`))}`,
    svg: drawnTwice(page, 'frontier', () => ({
      option: whiskersOption(columns, whiskers, once, [y.low, y.high]),
      height: HEIGHT,
    })),
    table: {
      label: title,
      head: [labelOf(x.key), labelOf(y.key), messages.columns.meanInterval(percent(confidence)), words.side],
      rows,
      words: [3],
    },
  });
  const heading = words.heading(outputLabel(measure.name, messages));
  return [
    {
      id: 'frontier',
      heading,
      body: html`<p class="note">${laidOut}</p>${chart}<p class="note">${words.note(percent(confidence), whole(study.scan.length))}</p>`,
    },
  ];
}

function pointersOf(point: number, roots: number, parts: string): string {
  const all = Array.from({ length: roots }, (_, root) =>
    parts.split(' ').map((part) => `/study/points/${point}/roots/${root}/${part}`),
  );
  return all.length === 0 ? `/study/points/${point}/verdict` : all.flat().join(' ');
}

function textOf(cell: string | { readonly text: string } | undefined): string {
  return typeof cell === 'string' ? cell : (cell?.text ?? '');
}
