import type { EChartsCoreOption } from 'echarts/core';
import type { Language, Scenario } from '../../scenario/index.ts';
import { figure, interval, scaleFor } from '../figures.ts';
import type { Commands } from '../frame.ts';
import type { Messages, Scale } from '../messages.ts';
import { BROAD, type Draw, type Drawing, NARROW } from './draw.ts';
import { escaped, html, Markup } from './markup.ts';
import { type FigureCell, type Table, tableMarkup } from './table.ts';
import type { HtmlWords } from './words.ts';

/** What a section is made of, in one language. */
export interface Page<J extends object = object> {
  readonly json: J;
  readonly scenario: Scenario;
  readonly commands: Commands;
  readonly language: Language;
  readonly messages: Messages;
  readonly words: HtmlWords;
  readonly draw: Draw;
  /** Charts that are the same in both languages but for their words, by name: as they were drawn for the first. */
  readonly drawn: Map<string, Markup>;
}

/** A section of the report: its heading, and what stands under it. */
export interface Section {
  /** Its name in links, the same in both languages. */
  readonly id: string;
  readonly heading: string;
  readonly body: Markup;
}

/** What stands in a report's data at a JSON pointer. */
export function at(json: object, pointer: string): unknown {
  const [, ...keys] = pointer.split('/');
  return keys.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null)?.[key], json);
}

/** A number of the report's data; null where there is none. */
export function numberAt(json: object, pointer: string): number | null {
  const value = at(json, pointer);
  return typeof value === 'number' ? value : null;
}

/** A number of the report's data as a cell. */
export function figureCell({ json }: Page, pointer: string, scale: Scale, signed = false): FigureCell {
  return { text: figure(numberAt(json, pointer), scale, signed), of: pointer };
}

/** An interval of the report's data as a cell. @param pointer of what has `low` and `high` */
export function intervalCell({ json }: Page, pointer: string, scale: Scale): FigureCell {
  const [low, high] = [numberAt(json, `${pointer}/low`), numberAt(json, `${pointer}/high`)];
  return { text: interval({ low, high }, scale), of: `${pointer}/low ${pointer}/high` };
}

/** How numbers of the report's data that are read together are written. */
export function scaleAt({ json, messages }: Page, unit: string, pointers: readonly string[]): Scale {
  return scaleFor(
    messages,
    unit,
    pointers.map((pointer) => numberAt(json, pointer)),
  );
}

/** A table in a page. */
export function tableIn({ words }: Page, table: Table): Markup {
  return tableMarkup(table, words.copy);
}

/** A chart with its title, its key, and its figures as a table for who can't see it. */
export interface Chart {
  readonly title: string;
  /** What it shows, in a sentence: read instead of it. */
  readonly alternative: string;
  readonly svg: Markup;
  readonly table: Table;
  readonly note?: string;
  /** Half the page wide. */
  readonly half?: boolean;
}

/** A chart over the page's whole width, and the same for a phone: one of them is shown. @param name within its language */
export function drawnTwice({ draw, language }: Page, name: string, drawing: (narrow: boolean) => Drawing): Markup {
  const [broad, narrow] = [drawing(false), drawing(true)];
  return html`<div class="broad">${draw(`${name}-${language}`, broad.option, BROAD, broad.height)}</div><div class="narrow">${draw(`${name}-narrow-${language}`, narrow.option, NARROW, narrow.height)}</div>`;
}

/** Holds the place of the language, and those after it of words: no text of a report has these characters. */
const SLOT = 0xe000;

/**
 * A chart that is the same in both languages but for some words: drawn for one, and put in the words of the other.
 *
 * @param words of the page's language; they take no part in how the chart is laid out
 * @param name unlike that of any other chart in its language
 * @param option told what stands for each word
 */
export function drawnOnce(
  { draw, drawn, language }: Page,
  words: readonly string[],
  name: string,
  option: (words: readonly string[]) => EChartsCoreOption,
  [width, height]: readonly [width: number, height: number],
): Markup {
  const [own, ...slots] = [language, ...words].map((_, at) => String.fromCharCode(SLOT + at));
  const svg = drawn.get(name) ?? draw(`${name}-${own}`, option(slots), width, height);
  drawn.set(name, svg);
  const texts = [language, ...words.map(escaped)];
  return new Markup(svg.text.replace(/[\ue000-\ue0ff]/g, (slot) => texts[slot.charCodeAt(0) - SLOT] ?? ''));
}

/** A chart in a page. */
export function chartIn(page: Page, { title, alternative, svg, table, note, half }: Chart): Markup {
  return html`<figure${half === true ? html` class="half"` : null}><figcaption>${title}</figcaption>
<div class="chart" role="img" aria-label="${alternative}">${svg}</div>
${note === undefined ? null : html`<p class="note">${note}</p>`}
<details><summary>${page.words.data}</summary>${tableIn(page, table)}</details>
</figure>
`;
}

/** The key of the modes, above charts that show both. */
export function modeKey({ messages: { modes } }: Page): Markup {
  return html`<p class="key"><span><i class="staged"></i>${modes.staged}</span><span><i class="direct"></i>${modes.direct}</span></p>
`;
}

/** Heads above columns of staging and of direct loading. @param before columns that are of neither */
export function modeGroups({ modes }: Messages, before: number, each: number): NonNullable<Table['groups']> {
  return [
    { text: '', columns: before },
    { text: modes.staged, columns: each, mode: 'staged' },
    { text: modes.direct, columns: each, mode: 'direct' },
  ];
}
