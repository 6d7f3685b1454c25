import {
  type CompareJson,
  hoursTableCells,
  ledgerCells,
  ledgerLines,
  type Messages,
  measuresCells,
  partiesCells,
  publishedCells,
} from '../report/browser.ts';
import { h, on } from './elements.ts';
import type { Rival } from './state.ts';
import { tableOf } from './tables.ts';
import type { PageWords } from './words.ts';

/** The tables below the answer, in their order. */
const PANELS = ['measures', 'parties', 'ledger', 'hours', 'published', 'provenance'] as const;
export type Panel = (typeof PANELS)[number];

/** What tables are made of. */
export interface Told {
  readonly json: CompareJson;
  readonly rival: Rival;
  /** The command line that gives the same. */
  readonly command: string;
}

/** The tables under headings that open; only open ones are kept up with what is simulated. */
export interface Details {
  readonly element: HTMLElement;
  show(told: Told): void;
}

/** Makes the tables. @param opened which are open; kept while the page is */
export function makeDetails(opened: Set<Panel>, words: PageWords, messages: Messages): Details {
  let last: Told | null = null;
  const panels = PANELS.map((panel) => {
    const body = h('div', { class: 'body' }, h('p', {}, words.details.waiting));
    const element = h('details', { open: opened.has(panel) }, h('summary', {}, words.details[panel]), body);
    const fill = () => {
      if (last !== null && element.open) body.replaceChildren(...contentOf(panel, last, words, messages));
    };
    on(element, 'toggle', () => {
      if (element.open) opened.add(panel);
      else opened.delete(panel);
      fill();
    });
    return { element, fill };
  });
  return {
    element: h(
      'section',
      { class: 'details', 'aria-labelledby': 'details-heading' },
      h('h2', { id: 'details-heading' }, words.details.heading),
      ...panels.map(({ element }) => element),
    ),
    show(told) {
      last = told;
      for (const { fill } of panels) fill();
    },
  };
}

function contentOf(panel: Panel, { json, rival, command }: Told, words: PageWords, own: Messages): Node[] {
  const messages = rivalMessages(own, rival, words);
  const { modes, columns, notes } = messages;
  const sides = [modes.staged, modes.direct, columns.difference];
  const note = (text: string) => h('p', { class: 'note' }, text);
  const caption = words.details[panel];
  switch (panel) {
    case 'measures':
      return [tableOf(measuresCells(json.measures, json.confidence, messages), [4, 6], caption), note(notes.sign)];
    case 'parties':
      return [tableOf(partiesCells(ledgerLines(json), sides, messages), [], caption), note(notes.parties)];
    case 'ledger': {
      const { staged, direct, difference } = json.measures['cost.perTonne'];
      const cost = [staged, direct, difference].map((side) => side?.mean ?? null);
      return [tableOf(ledgerCells(ledgerLines(json), sides, cost, messages), [4], caption), note(notes.ledger)];
    }
    case 'hours':
      return [
        ...(['staged', 'direct'] as const).flatMap((mode) => {
          const heading = messages.hours.headings.hours(modes[mode]);
          return [h('h3', {}, heading), tableOf(hoursTableCells(json.hours[mode], messages), [], heading)];
        }),
        note(messages.hours.per),
      ];
    case 'published':
      return json.published.length === 0 || rival === 'hybrid'
        ? [note(words.details.nothingPublished)]
        : [tableOf(publishedCells(json, messages), [3, 4], caption), note(words.details.meaning)];
    case 'provenance': {
      const { scenario, seed, replications, program } = json;
      const run = notes.run(scenario.hash, String(seed), String(replications), program.version);
      return [note(run), h('pre', { tabindex: 0 }, command)];
    }
  }
}

/** The report's words, with the rival in the place of direct loading. */
function rivalMessages(messages: Messages, rival: Rival, words: PageWords): Messages {
  if (rival === 'direct') return messages;
  const { modes, measures } = messages;
  return {
    ...messages,
    modes: { ...modes, direct: modes.hybrid },
    measures: { ...measures, 'saving.lossShare': words.details.hybridLoss },
  };
}
