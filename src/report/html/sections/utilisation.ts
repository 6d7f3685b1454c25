import { UTILISED } from '../../../study/index.ts';
import { figure, scaleFor, whole, withUnit } from '../../figures.ts';
import { pairsDrawing } from '../charts/pairs.ts';
import { html } from '../markup.ts';
import { chartIn, drawnTwice, figureCell, modeKey, numberAt, type Page, type Section } from '../page.ts';
import type { ReportJson } from '../report-json.ts';

/** How much cranes, berths, trucks and loaders are used. */
export function utilisationSection(page: Page<ReportJson>): Section {
  const { json, messages, words } = page;
  const scale = scaleFor(messages, '1', [1]);
  const pointer = (mode: 'staged' | 'direct', id: string) => `/recorded/utilisation/${mode}/${id}/mean`;
  const shown = UTILISED.map((id) => {
    const [staged, direct] = [numberAt(json, pointer('staged', id)), numberAt(json, pointer('direct', id))];
    const text = (share: number | null) => withUnit(figure(share, scale), scale.unit);
    return { word: words.used[id], staged, direct, labels: [text(staged), text(direct)] as const };
  });
  const title = words.usedTitle;
  const { modes } = messages;
  const chart = chartIn(page, {
    title,
    alternative: `${title}, ${modes.staged} / ${modes.direct}: ${words.list(shown.map(({ word, labels }) => `${word} ${labels.join(' / ')}`))}`,
    svg: drawnTwice(page, 'used', (narrow) => pairsDrawing(shown, narrow, 1)),
    table: {
      label: title,
      head: ['', `${modes.staged} %`, `${modes.direct} %`],
      rows: UTILISED.map((id) => ({
        cells: [
          words.used[id],
          figureCell(page, pointer('staged', id), scale),
          figureCell(page, pointer('direct', id), scale),
        ],
      })),
      modes: { 1: 'staged', 2: 'direct' },
    },
    note: words.usedNote(whole(json.recorded.replications)),
  });
  return { id: 'utilisation', heading: words.headings.utilisation, body: html`${modeKey(page)}${chart}` };
}
