import type { MeasureId } from '../../../study/index.ts';
import { figure, interval, NO_FIGURE, percent, withUnit } from '../../figures.ts';
import { KEY_MEASURES } from '../../measures-table.ts';
import { shownDifference } from '../../share-interval.ts';
import { surenessOf, verdictClauses } from '../../verdict.ts';
import { html, type Markup } from '../markup.ts';
import { figureCell, type Page, type Section, scaleAt, tableIn } from '../page.ts';
import type { ReportJson } from '../report-json.ts';
import { type TableRow, typographic } from '../table.ts';

/** The answer in one sentence, what goes with it, and the key measures. */
export function verdictSection(page: Page<ReportJson>): Section {
  const { json, messages, words } = page;
  const [answer = '', ...others] = verdictClauses(json.compare, messages);
  const told = (clause: string) => typographic(words.sentence(clause));
  return {
    id: 'verdict',
    heading: messages.headings.verdict,
    body: html`<p class="answer">${told(answer)}</p>
${tiles(page)}
<ul class="clauses">${others.map((clause) => html`<li>${told(clause)}</li>`)}</ul>
<h3>${messages.headings.measures}</h3>
${measures(page)}
<p class="note">${typographic(messages.notes.sign)}</p>`,
  };
}

/** Four figures that a manager looks for. */
function tiles(page: Page<ReportJson>): Markup {
  const { json, words } = page;
  const hours = json.compare.measures['vessel.portHours'].difference?.mean ?? 0;
  const tile = (id: MeasureId, what: string, turned = false) => {
    const pointer = `/compare/measures/${id}/difference`;
    const { unit, difference } = json.compare.measures[id];
    const scale = scaleAt(page, unit, [`${pointer}/mean`]);
    const mean = difference?.mean ?? null;
    const shown = figure(turned && mean !== null ? Math.abs(mean) : mean, scale);
    const { low, high } = shownDifference(id, difference, unit);
    const range = turned && hours < 0 && low !== null && high !== null ? { low: -high, high: -low } : { low, high };
    return html`<div><b data-of="${pointer}/mean">${typographic(withUnit(shown, scale.unit))}</b><span>${what}</span><small>${typographic(interval(range, scale))}</small></div>`;
  };
  return html`<div class="tiles">${tile('saving.perTonne', words.tiles.saving)}${tile('saving.total', words.tiles.total)}${tile(
    'vessel.portHours',
    hours < 0 ? words.tiles.longer : words.tiles.shorter,
    true,
  )}${tile('saving.lossShare', words.tiles.losses)}</div>`;
}

function measures(page: Page<ReportJson>): Markup {
  const { json, messages } = page;
  const { modes, columns, headings } = messages;
  const rows = KEY_MEASURES.map((id): TableRow => {
    const pointer = `/compare/measures/${id}`;
    const { unit, difference } = json.compare.measures[id];
    const of = (side: string) => `${pointer}/${side}/mean`;
    const scale = scaleAt(page, unit, ['staged', 'direct', 'difference'].map(of));
    const signed = id !== 'saving.lossShare';
    const sureness = difference === null || !signed ? 'unknown' : surenessOf(difference);
    const mark = sureness === 'gain' || sureness === 'loss' ? ' *' : '';
    const bounds = interval(shownDifference(id, difference, unit), scale);
    return {
      cells: [
        messages.measures[id],
        figureCell(page, of('staged'), scale),
        figureCell(page, of('direct'), scale),
        figureCell(page, of('difference'), scale, signed),
        {
          text: bounds === NO_FIGURE ? bounds : `${bounds}${mark}`,
          of: `${pointer}/difference/low ${pointer}/difference/high`,
        },
        scale.unit,
      ],
    };
  });
  return tableIn(page, {
    label: headings.measures,
    head: [
      '',
      modes.staged,
      modes.direct,
      columns.difference,
      columns.interval(percent(json.compare.confidence)),
      columns.unit,
    ],
    rows,
    words: [5],
    modes: { 1: 'staged', 2: 'direct' },
  });
}
