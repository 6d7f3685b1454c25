import type { MeasureId } from '../../../study/index.ts';
import { figure, interval, NO_FIGURE, withUnit } from '../../figures.ts';
import { KEY_MEASURES, measuresCells } from '../../measures-table.ts';
import { shownDifference } from '../../share-interval.ts';
import { verdictClauses } from '../../verdict.ts';
import { html, type Markup } from '../markup.ts';
import { type Page, type Section, scaleAt, tableIn } from '../page.ts';
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

/** The table of the text report, its figures with where they stand. */
function measures(page: Page<ReportJson>): Markup {
  const { json, messages } = page;
  const [head = [], ...cells] = measuresCells(json.compare.measures, json.compare.confidence, messages);
  const rows = KEY_MEASURES.map((id, i): TableRow => {
    const pointer = `/compare/measures/${id}`;
    const [label = '', staged = '', direct = '', difference = '', mark, bounds = '', unit = ''] = cells[i] ?? [];
    return {
      cells: [
        label,
        { text: staged, of: `${pointer}/staged/mean` },
        { text: direct, of: `${pointer}/direct/mean` },
        { text: difference, of: `${pointer}/difference/mean` },
        {
          text: bounds === NO_FIGURE || mark === '' ? bounds : `${bounds} ${mark}`,
          of: `${pointer}/difference/low ${pointer}/difference/high`,
        },
        unit,
      ],
    };
  });
  return tableIn(page, {
    label: messages.headings.measures,
    // The mark stands in the interval's cell: no column of its own.
    head: head.toSpliced(4, 1),
    rows,
    words: [5],
    modes: { 1: 'staged', 2: 'direct' },
  });
}
