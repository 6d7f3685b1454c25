import { describe, type ParameterKey } from '../../../scenario/index.ts';
import { factorValue } from '../../design-frame.ts';
import { scaleFor, whole } from '../../figures.ts';
import { modeLabel } from '../../mode-label.ts';
import type { PlanJson } from '../../plan-json.ts';
import { answerCells, demandOf } from '../../plan-text.ts';
import { PLAN_WORDS } from '../../plan-words.ts';
import { timetableRows } from '../../timetable-table.ts';
import { whiskersOption } from '../charts/whiskers.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, intervalCell, type Section, tableIn } from '../page.ts';
import type { TableRow } from '../table.ts';
import type { StudyPage } from './study-json.ts';
import { STUDY_WORDS } from './words.ts';

type Plans = StudyPage<PlanJson>;

/** Height of the chart, pixels. */
const HEIGHT = 240;

/** How to serve the ship, what else was considered, and when trucks go. */
export function planSections(page: Plans): Section[] {
  const { json, messages, language } = page;
  const { study } = json;
  const words = PLAN_WORDS[language];
  const own = { json: study, language, messages, words };
  const [answer, ...rows] = answerCells(own);
  const { timetable } = study;
  return [
    {
      id: 'answer',
      heading: words.heading,
      body: html`<p>${demandOf(own)}</p>${
        rows.length === 0
          ? html`<p class="answer">${answer?.[0] ?? ''}</p>`
          : tableIn(page, {
              label: words.heading,
              head: answer ?? [],
              rows: rows.map((cells) => ({ cells })),
              words: [1, 2],
            })
      }`,
    },
    { id: 'considered', heading: words.considered, body: considered(page) },
    ...(timetable === null ? [] : [timetableSection(page, timetable)]),
  ];
}

function considered(page: Plans): Markup {
  const { json, messages, language } = page;
  const { study } = json;
  const words = PLAN_WORDS[language];
  const said = STUDY_WORDS[language];
  const scale = scaleFor(messages, 'yuan/t', []);
  const wayOf = ({ mode, values }: (typeof study.considered)[number]) =>
    page.words.list([
      modeLabel(mode, messages),
      ...Object.entries(values).map(
        ([key, value]) => `${describe(key as ParameterKey)[language][0]} ${factorValue(key, value ?? null, language)}`,
      ),
    ]);
  const rows = study.considered.map(
    (one, i): TableRow => ({
      cells: [
        whole(i + 1),
        { text: wayOf(one), of: `/study/considered/${i}/values` },
        figureCell(page, `/study/considered/${i}/cost/mean`, scale),
        intervalCell(page, `/study/considered/${i}/cost`, scale),
        words.fates[one.fate],
      ],
    }),
  );
  const whiskers = study.considered.flatMap(({ cost }, at) =>
    cost?.mean == null ? [] : [{ at, value: cost.mean, low: cost.low, high: cost.high }],
  );
  const numbers = study.considered.map((_, i) => whole(i + 1));
  const title = messages.notes.about(words.cost, scale.unit);
  return chartIn(page, {
    title,
    alternative: `${title}: ${page.words.list(whiskers.map(({ at, value }) => `${at + 1} ${value.toFixed(2)}`))}`,
    svg: drawnTwice(page, 'cost', () => ({ option: whiskersOption(numbers, whiskers, false), height: HEIGHT })),
    table: {
      label: words.considered,
      head: [said.choice, '', title, messages.columns.interval('95%'), said.fate],
      rows,
      words: [1, 4],
    },
  });
}

function timetableSection(page: Plans, timetable: NonNullable<PlanJson['timetable']>): Section {
  const { language } = page;
  const words = PLAN_WORDS[language];
  const [head = [], ...rows] = timetableRows(timetable, language);
  const fields = [
    'from',
    'from',
    'to',
    'route',
    'hoursFromReady',
    'trucks',
    'firstLoad',
    'lastLoad',
    'tonnes',
    'tonnesSoFar',
  ];
  return {
    id: 'timetable',
    heading: words.timetable,
    body: html`<p class="note">${words.course(timetable.arrives, timetable.ready, timetable.sails)}</p>${tableIn(page, {
      label: words.timetable,
      head: head.map(String),
      rows: rows.map((row, i) => ({
        cells: row.map((cell, column) => ({
          text: String(cell),
          of: `/study/timetable/releases/${i}/${fields[column]}`,
        })),
      })),
      words: [1, 2, 3],
    })}`,
  };
}
