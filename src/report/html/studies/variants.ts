import type { ModeMeasureId } from '../../../study/index.ts';
import {
  bestCells,
  LEADING,
  leadingSentence,
  pairCells,
  sameSentences,
  savingsCells,
  togetherCells,
} from '../../family-tables.ts';
import { figure, percent, scaleFor } from '../../figures.ts';
import type { VariantsJson } from '../../json.ts';
import { KEY_MEASURES } from '../../measures-table.ts';
import { modeLabel } from '../../mode-label.ts';
import { failureSentences, variantSettings } from '../../variants-text.ts';
import { type Span, spansDrawing } from '../charts/spans.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, type Section, tableIn } from '../page.ts';
import { COLOURS } from '../palette.ts';
import { type FigureCell, type TableRow, typographic } from '../table.ts';
import type { StudyPage } from './study-json.ts';
import { STUDY_WORDS } from './words.ts';

type Variants = StudyPage<VariantsJson>;

/** Several modes and variants: which costs least, what each comes to, and what could not be served. */
export function variantsSections(page: Variants): Section[] {
  const { json, messages, scenario, language } = page;
  const { headings } = messages.variants;
  const { study } = json;
  const family = study.families[LEADING];
  const failures = failureSentences(study, scenario, language);
  return [
    {
      id: 'together',
      heading: headings.together(messages.measures[LEADING], scaleFor(messages, 'yuan/t', []).unit),
      body: html`${family === null ? null : html`<p class="answer">${typographic(leadingSentence(family, percent(study.confidence), messages))}</p>`}
<ul class="clauses">${[...variantSettings(study, messages), ...sameSentences(study, messages)].map((line) => html`<li>${line}</li>`)}</ul>
${family === null ? null : together(page, family)}`,
    },
    ...(failures.length === 0
      ? []
      : [
          {
            id: 'failures',
            heading: headings.failures,
            body: html`<ul class="clauses">${failures.map((line) => html`<li>${typographic(line)}</li>`)}</ul>`,
          },
        ]),
    ...(study.savings.length === 0
      ? []
      : [cellsSection(page, 'savings', headings.savings(messages.measures['saving.perTonne']), savings(page), [3])]),
    { id: 'measures', heading: messages.headings.measures, body: measures(page) },
    ...(family === null ? [] : [cellsSection(page, 'best', headings.best, bestCells(study, messages), [2])]),
    ...(family?.pairs == null
      ? []
      : [cellsSection(page, 'pairs', headings.pairs(messages.measures[LEADING]), pairs(page, family), [3])]),
  ];
}

type Cell = string | FigureCell;
type Family = NonNullable<VariantsJson['families'][typeof LEADING]>;

/** Each side against the base: intervals that hold all at once as bars, and the table. */
function together(page: Variants, family: Family): Markup {
  const { json, messages, language } = page;
  const { study } = json;
  const said = STUDY_WORDS[language];
  const scale = scaleFor(messages, family.unit, []);
  const confidence = percent(study.confidence);
  const spans = family.comparisons.map(({ variant, mean, dunnett: { low, high } }): Span => {
    const colour = low > 0 ? COLOURS.direct : high < 0 ? COLOURS.staged : COLOURS.tide;
    const label = typographic(figure(mean, scale, true));
    return { word: modeLabel(variant, messages), from: low, to: high, mark: mean, colour, label };
  });
  const base = modeLabel(study.base, messages);
  const title = messages.notes.about(said.against(base), scale.unit);
  const [head = [], ...cells] = togetherCells(study, family, messages);
  const rows = study.variants.map(({ name }, i): TableRow => {
    const at = family.comparisons.findIndex(({ variant }) => variant === name);
    const of = `/study/families/${LEADING}/comparisons/${at}`;
    const pointers = [`/study/variants/${i}/measures/${LEADING}/mean`, `${of}/mean`, bounds(`${of}/dunnett`)];
    const relative = [`${of}/relative/mean`, bounds(`${of}/relative/fieller`)];
    return { cells: pointed(cells[i] ?? [], at < 0 ? pointers.slice(0, 1) : [...pointers, ...relative]) };
  });
  const note = messages.variants.note(base, confidence);
  return html`${chartIn(page, {
    title,
    alternative: `${title}: ${page.words.list(spans.map(({ word, label }) => `${word} ${label}`))}`,
    svg: drawnTwice(page, 'together', (narrow) => spansDrawing(spans, false, narrow)),
    table: { label: title, head, rows, words: [7] },
    note: said.againstNote(confidence),
  })}<p class="note">${typographic(note)}</p>${
    study.streams === 'independent' && html`<p class="note">${messages.variants.independent}</p>`
  }`;
}

/** The measures of all sides beside each other. */
function measures(page: Variants): Markup {
  const { json, messages } = page;
  const { variants } = json.study;
  const ids = KEY_MEASURES.filter((id) => variants.some((side) => side.measures[id as ModeMeasureId]?.mean != null));
  const rows = ids.map((id): TableRow => {
    const own = variants.map((side) => side.measures[id as ModeMeasureId]);
    const scale = scaleFor(
      messages,
      own[0]?.unit ?? '',
      own.map((one) => one?.mean),
    );
    const figures = variants.map((_, i) => figureCell(page, `/study/variants/${i}/measures/${id}/mean`, scale));
    const label = messages.measures[id];
    return { cells: [scale.unit === '' ? label : messages.notes.about(label, scale.unit), ...figures] };
  });
  const names = variants.map(({ name }) => modeLabel(name, messages));
  return tableIn(page, {
    label: messages.headings.measures,
    head: ['', ...names],
    rows,
  });
}

function savings(page: Variants): readonly (readonly Cell[])[] {
  const { study } = page.json;
  const [head = [], ...rows] = savingsCells(study, page.messages);
  const pointersOf = (i: number) => {
    const of = `/study/savings/${i}/measures/saving.perTonne`;
    return [`${of}/mean`, bounds(of), null, `/study/savings/${i}/measures/saving.lossShare/mean`];
  };
  return [head, ...rows.map((cells, i) => pointed(cells, pointersOf(i)))];
}

function pairs(page: Variants, family: Family): readonly (readonly Cell[])[] {
  const [head = [], ...rows] = pairCells(family, page.json.study.confidence, page.messages);
  const of = (i: number) => `/study/families/${LEADING}/pairs/${i}`;
  return [head, ...rows.map((cells, i) => pointed(cells, [`${of(i)}/mean`, bounds(of(i))]))];
}

const bounds = (pointer: string) => `${pointer}/low ${pointer}/high`;

/** Cells after the first with where their figures stand; null: what is no figure. */
function pointed([first = '', ...cells]: readonly string[], pointers: readonly (string | null)[]): Cell[] {
  return [
    first,
    ...cells.map((text, i) => {
      const of = pointers[i] ?? null;
      return of === null ? text : { text, of };
    }),
  ];
}

/** A section with a table. @param words columns that hold words */
function cellsSection(
  page: Variants,
  id: string,
  heading: string,
  [head = [], ...rows]: readonly (readonly Cell[])[],
  words: readonly number[],
): Section {
  const heads = head.map((cell) => (typeof cell === 'string' ? cell : cell.text));
  return {
    id,
    heading,
    body: tableIn(page, { label: heading, head: heads, rows: rows.map((cells) => ({ cells })), words }),
  };
}
