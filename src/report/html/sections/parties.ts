import type { LedgerItem, Party } from '../../../settlement/index.ts';
import { figure } from '../../figures.ts';
import { spansDrawing } from '../charts/spans.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, type Page, type Section, scaleAt, tableIn } from '../page.ts';
import { COLOURS, sideColour } from '../palette.ts';
import type { ReportJson } from '../report-json.ts';
import { type TableRow, typographic } from '../table.ts';

const SIDES = ['staged', 'direct', 'difference'] as const;

/** Who pays and who gains, and the whole ledger. */
export function partiesSection(page: Page<ReportJson>): Section {
  return {
    id: 'parties',
    heading: page.words.headings.parties,
    body: html`${partiesChart(page)}<h3>${page.words.ledger}</h3>${ledger(page)}`,
  };
}

function partiesChart(page: Page<ReportJson>): Markup {
  const { json, messages, words } = page;
  const lines = [
    ...json.parties.map(({ party, difference }, i) => ({
      word: messages.parties[party],
      difference,
      pointer: `/parties/${i}`,
    })),
    { word: messages.notes.system, difference: json.system.difference, pointer: '/system' },
  ];
  const scale = scaleAt(page, 'yuan/t', []);
  const spans = lines.map(({ word, difference }, i) => ({
    word,
    from: 0,
    to: difference,
    colour: i === lines.length - 1 ? COLOURS.ink : sideColour(difference),
    label: typographic(figure(difference, scale, true)),
  }));
  const rows = lines.map(
    ({ word, pointer }, i): TableRow => ({
      cells: [word, ...SIDES.map((side) => figureCell(page, `${pointer}/${side}`, scale, side === 'difference'))],
      ...(i === lines.length - 1 ? { is: 'sum' } : {}),
    }),
  );
  return chartIn(page, {
    title: words.partiesTitle,
    alternative: `${words.partiesTitle}: ${words.list(spans.map(({ word, label }) => `${word} ${label}`))}`,
    svg: drawnTwice(page, 'parties', (narrow) => spansDrawing(spans, false, narrow)),
    table: { label: words.partiesTitle, head: heads(page, words.party), rows, modes: { 1: 'staged', 2: 'direct' } },
    note: words.partiesNote,
  });
}

function heads({ messages }: Page<ReportJson>, first: string): string[] {
  return [first, messages.modes.staged, messages.modes.direct, messages.columns.difference];
}

/** Every line of the ledger that is not nothing, by payer. */
function ledger(page: Page<ReportJson>): Markup {
  const { json, messages, words } = page;
  const scale = scaleAt(page, 'yuan/t', []);
  const payers = [...new Set(json.compare.ledger.map(({ payer }) => payer))];
  const rows = payers.flatMap((payer: Party) => {
    const own = json.compare.ledger.flatMap(({ item, payee, kind, ...line }, i): TableRow[] => {
      const shown = SIDES.some((side) => /[1-9]/.test(figure(line[side], scale)));
      if (line.payer !== payer || !shown) return [];
      return [{ cells: [...lineCells(page, item, `/compare/ledger/${i}`), toWhom(page, payee, kind)] }];
    });
    return own.length === 0 ? [] : [{ is: 'group', cells: [messages.parties[payer]] } satisfies TableRow, ...own];
  });
  return html`${tableIn(page, {
    label: words.ledger,
    head: [...heads(page, words.item), ''],
    rows,
    words: [4],
    modes: { 1: 'staged', 2: 'direct' },
  })}<p class="note">${messages.notes.ledger}</p>`;
}

function lineCells(page: Page<ReportJson>, item: LedgerItem, pointer: string): TableRow['cells'] {
  const scale = scaleAt(page, 'yuan/t', []);
  return [
    page.messages.items[item],
    ...SIDES.map((side) => figureCell(page, `${pointer}/${side}`, scale, side === 'difference')),
  ];
}

function toWhom({ messages }: Page<ReportJson>, payee: Party | null, kind: 'resource' | 'transfer'): string {
  const word = messages.kinds[kind];
  return payee === null ? word : messages.notes.paidTo(messages.parties[payee], word);
}
