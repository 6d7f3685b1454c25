import { factorLabel, factorValue, outputLabel } from '../../design-frame.ts';
import type { SweepJson } from '../../design-json.ts';
import { percent, scaleFor, whole } from '../../figures.ts';
import { whiskersOption } from '../charts/whiskers.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, intervalCell, type Section, tableIn } from '../page.ts';
import type { Table } from '../table.ts';
import type { StudyPage } from './study-json.ts';
import { STUDY_WORDS } from './words.ts';

/** Height of a chart, pixels. */
const HEIGHT = 260;
/** Savings that may be on either side of 0. */
const BREAKS_EVEN = /saving\.(?:perTonne|total|system\.perTonne)$/u;

/** What comes out at each point; one parameter on a grid is drawn as a line too. */
export function sweepSections(page: StudyPage<SweepJson>): Section[] {
  const { study } = page.json;
  const { sweep } = page.messages.design;
  const laidOut = sweep.laidOut(whole(study.points.length), whole(study.factors.length), whole(study.replications));
  const isLine = study.factors.length === 1 && study.design === 'grid';
  const names = Object.keys(study.measures);
  return [
    {
      id: 'sweep',
      heading: sweep.heading(study.design),
      body: html`<p class="note">${laidOut}</p>${names.map((name, i) => (isLine ? line(page, name, i) : tableIn(page, tableOf(page, name))))}`,
    },
  ];
}

function tableOf(page: StudyPage<SweepJson>, name: string): Table {
  const { json, messages, language } = page;
  const { study } = json;
  const unit = study.measures[name] ?? '';
  const scale = scaleFor(
    messages,
    unit,
    study.points.map((point) => point.measures[name]?.mean),
  );
  const keys = study.factors.map(({ key }) => key);
  return {
    label: messages.notes.about(outputLabel(name, messages), scale.unit),
    head: [
      messages.design.sweep.point,
      ...keys.map((key) => factorLabel(key, language)),
      messages.notes.about(outputLabel(name, messages), scale.unit),
      messages.columns.meanInterval(percent(study.confidence)),
    ],
    rows: study.points.map(({ values }, i) => ({
      cells: [
        { text: whole(i + 1), of: `/study/points/${i}/point` },
        ...keys.map((key) => ({
          text: factorValue(key, values[key] ?? null, language),
          of: `/study/points/${i}/values/${key}`,
        })),
        figureCell(page, `/study/points/${i}/measures/${name}/mean`, scale),
        intervalCell(page, `/study/points/${i}/measures/${name}`, scale),
      ],
    })),
  };
}

function line(page: StudyPage<SweepJson>, name: string, at: number): Markup {
  const { json, messages, language } = page;
  const { study } = json;
  const [factor] = study.factors;
  if (factor === undefined) return html``;
  const { factor: times, unit } = scaleFor(
    messages,
    study.measures[name] ?? '',
    study.points.map((point) => point.measures[name]?.mean),
  );
  const scaled = (value: number | null) => (value === null ? null : value * times);
  const whiskers = study.points.flatMap(({ measures }, i) => {
    const found = measures[name];
    return found == null || found.mean === null
      ? []
      : [{ at: i, value: found.mean * times, low: scaled(found.low), high: scaled(found.high) }];
  });
  const words = study.points.map(({ values }) => factorValue(factor.key, values[factor.key] ?? null, language));
  const title = `${messages.notes.about(outputLabel(name, messages), unit)} / ${factorLabel(factor.key, language)}`;
  return chartIn(page, {
    title,
    alternative: `${title}: ${whiskers.map(({ at: point, value }) => `${words[point]} ${Number(value.toPrecision(3))}`).join('; ')}`,
    svg: drawnTwice(page, `sweep${at}`, () => ({ option: whiskersOption(words, whiskers, true), height: HEIGHT })),
    table: tableOf(page, name),
    ...(BREAKS_EVEN.test(name) ? { note: breakEven(page, name, words) } : {}),
  });
}

/** Says between which points a saving changes its side of 0. @param words the points' values */
function breakEven(
  { json, language, words: said }: StudyPage<SweepJson>,
  name: string,
  words: readonly string[],
): string {
  const { between, breakEven: sentence } = STUDY_WORDS[language];
  const means = json.study.points.map(({ measures }) => measures[name]?.mean ?? null);
  const where = crossings(means).map((i) => between(words[i] ?? '', words[i + 1] ?? ''));
  return sentence(where.length === 0 ? null : said.list(where));
}

/** Places after which figures go to the other side of 0; over one that is not known nothing is said. */
export function crossings(figures: readonly (number | null)[]): number[] {
  return figures.slice(1).flatMap((next, i) => {
    const one = figures[i] ?? null;
    return one !== null && next !== null && one < 0 !== next < 0 ? i : [];
  });
}
