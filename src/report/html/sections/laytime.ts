import { scaleFor, whole } from '../../figures.ts';
import { clauseRows, eventRows, moneyLines, sheetRows, timeRows } from '../../laytime-text.ts';
import { html, type Markup } from '../markup.ts';
import { figureCell, modeGroups, type Page, type Section, tableIn } from '../page.ts';
import type { ReportJson } from '../report-json.ts';
import { typographic } from '../table.ts';

/** The laytime of every call, and the whole statement of the largest cargo in both modes. */
export function laytimeSection(page: Page<ReportJson>): Section {
  const { json, words } = page;
  return {
    id: 'laytime',
    heading: words.headings.laytime,
    body: html`<p class="note">${words.laytimeNote(whole(json.recorded.view.replication))}</p>${results(page)}${sheet(page, 'staged')}${sheet(page, 'direct')}`,
  };
}

function results(page: Page<ReportJson>): Markup {
  const { json, messages, words } = page;
  const [call, cargo, allowed, used, left, paid] = words.laytimeColumns;
  const hours = scaleFor(messages, 'h', [10]);
  const plain = { from: 0, factor: 1, decimals: 0, unit: '' };
  const { staged } = json.recorded.laytime;
  const side = (mode: 'staged' | 'direct', i: number) => {
    const pointer = `/recorded/laytime/${mode}/${i}`;
    return [
      figureCell(page, `${pointer}/usedHours`, hours),
      figureCell(page, `${pointer}/balanceHours`, hours),
      figureCell(page, `${pointer}/netYuan`, plain),
    ];
  };
  return tableIn(page, {
    label: words.laytimeResults,
    head: [call, cargo, allowed, used, left, paid, used, left, paid],
    rows: staged.map((one, i) => ({
      cells: [
        String(one.call),
        figureCell(page, `/recorded/laytime/staged/${i}/cargoTonnes`, plain),
        figureCell(page, `/recorded/laytime/staged/${i}/allowedHours`, hours),
        ...side('staged', i),
        ...side('direct', i),
      ],
    })),
    groups: modeGroups(messages, 3, 3),
  });
}

function sheet(page: Page<ReportJson>, mode: 'staged' | 'direct'): Markup {
  const { json, messages, words, scenario, language } = page;
  const of = json.recorded.laytimeSheets[mode];
  const { laytime } = messages;
  const wordsOnly = [1, 2, 3, 4];
  const table = (
    label: string,
    head: readonly string[],
    rows: readonly (readonly string[])[],
    columns: readonly number[],
  ) => tableIn(page, { label, head, rows: rows.map((cells) => ({ cells })), words: columns });
  return html`<details class="sheet"><summary>${words.laytimeSheet(String(of.call), String(of.calls), messages.modes[mode])}</summary>
${table(laytime.headings.clause, ['', ''], clauseRows(scenario, language), wordsOnly)}
${table(laytime.headings.facts, ['', ''], eventRows(of, messages), wordsOnly)}
${table(laytime.headings.sheet, laytime.columns, sheetRows(of, messages), wordsOnly)}
<p class="note">${laytime.rounding}</p>
${table(laytime.headings.result, ['', '', ''], timeRows(of, messages), [])}
<ul class="clauses">${moneyLines(of, messages).map((line) => html`<li>${typographic(line)}</li>`)}</ul></details>
`;
}
