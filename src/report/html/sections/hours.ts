import { ACCOUNT_IDS, type AccountId, HOUR_CAUSES } from '../../../study/index.ts';
import { figure, scaleFor } from '../../figures.ts';
import { pairsDrawing } from '../charts/pairs.ts';
import { html, type Markup } from '../markup.ts';
import { chartIn, figureCell, modeKey, type Page, type Section } from '../page.ts';
import type { ReportJson } from '../report-json.ts';
import type { TableRow } from '../table.ts';

/** Width of a chart, pixels. */
const WIDTH = 370;
/** A cause with a smaller share of both wholes is left out of the chart. */
const SHOWN_FROM = 0.01;

/** Where trucks, cranes, cargo and ships spend their hours, staged beside direct. */
export function hoursSection(page: Page<ReportJson>): Section {
  const { words } = page;
  return {
    id: 'hours',
    heading: words.headings.hours,
    body: html`<p class="note">${words.hoursNote}</p>${modeKey(page)}
<div class="halves">${ACCOUNT_IDS.map((id) => accountChart(page, id))}</div>`,
  };
}

function accountChart(page: Page<ReportJson>, id: AccountId): Markup {
  const { json, messages, words, language } = page;
  const { staged, direct } = json.compare.hours;
  const [one, other] = [staged.accounts[id], direct.accounts[id]];
  const [wholeOne, wholeOther] = [one?.whole.mean ?? 0, other?.whole.mean ?? 0];
  if (wholeOne === 0 && wholeOther === 0) return html``;
  const scale = scaleFor(messages, 'h', [Math.max(wholeOne, wholeOther)]);
  const title = words.accounts[id];
  const hoursOf = (cause: (typeof HOUR_CAUSES)[number]) =>
    [one?.causes[cause].mean ?? null, other?.causes[cause].mean ?? null] as const;
  const causes = HOUR_CAUSES.filter((cause) => hoursOf(cause).some((hours) => (hours ?? 0) > 0));
  const isLarge = (hours: number | null, whole: number) => (hours ?? 0) > 0 && (hours ?? 0) >= SHOWN_FROM * whole;
  const pairs = causes.flatMap((cause) => {
    const [a, b] = hoursOf(cause);
    const labels = [a, b].map((hours) => (hours === null ? '' : figure(hours, scale))) as [string, string];
    const shown = (isLarge(a, wholeOne) || isLarge(b, wholeOther)) && labels.some((label) => /[1-9]/.test(label));
    return shown ? { word: messages.hours.causes[cause], staged: a, direct: b, labels } : [];
  });
  const pointer = (mode: 'staged' | 'direct', of: string) => `/compare/hours/${mode}/accounts/${id}/${of}/mean`;
  const cells = (of: string) => [
    figureCell(page, pointer('staged', of), scale),
    figureCell(page, pointer('direct', of), scale),
  ];
  const rows = [
    ...causes.map((cause): TableRow => ({ cells: [messages.hours.causes[cause], ...cells(`causes/${cause}`)] })),
    { cells: [messages.hours.whole, ...cells('whole')], is: 'sum' } satisfies TableRow,
  ];
  const { modes } = messages;
  const { option, height } = pairsDrawing(pairs, false);
  const spoken = words.list(pairs.map(({ word, labels }) => `${word} ${labels.join(' / ')}`));
  return chartIn(page, {
    title,
    alternative: `${title}, ${modes.staged} / ${modes.direct}: ${spoken}`,
    svg: page.draw(`hours-${id}-${language}`, option, WIDTH, height),
    table: { label: title, head: [words.cause, modes.staged, modes.direct], rows, modes: { 1: 'staged', 2: 'direct' } },
    half: true,
  });
}
