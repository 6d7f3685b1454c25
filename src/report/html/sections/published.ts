import { publishedRows } from '../../published-table.ts';
import { html } from '../markup.ts';
import { type Page, type Section, tableIn } from '../page.ts';
import type { ReportJson } from '../report-json.ts';
import type { TableRow } from '../table.ts';

/** Published facts beside what was simulated; nothing where the scenario has none. */
export function publishedSection(page: Page<ReportJson>): Section | null {
  const { json, messages, words } = page;
  if (json.compare.published.length === 0) return null;
  const { headings, columns } = messages;
  const rows = publishedRows(json.compare, messages).map(({ cells, fact }): TableRow => {
    const [label = '', published = '', simulated = '', unit = '', verdict = ''] = cells;
    const own = fact === null ? null : json.compare.published[fact];
    const pointer =
      fact === null
        ? '/compare/measures/saving.portCharges.perTonne/difference'
        : `/compare/published/${fact}/simulated`;
    const given = fact ?? json.compare.published.findIndex(({ id }) => id === 'saving.perTonne');
    const bounds = ['low', 'high'].map((end) => `/compare/published/${given}/published/${end}`).join(' ');
    return {
      cells: [
        label,
        { text: published, of: bounds },
        { text: simulated, of: `${pointer}/mean ${pointer}/low ${pointer}/high` },
        unit,
        html`<span class="verdict ${own?.verdict ?? 'notComparable'}">${verdict}</span>`,
      ],
      ...(own?.id.endsWith('.unfitted') || own === null ? { is: 'sub' } : {}),
    };
  });
  return {
    id: 'published',
    heading: headings.published,
    body: html`${tableIn(page, {
      label: headings.published,
      head: ['', columns.published, columns.simulated, columns.unit, columns.verdict],
      rows,
      words: [3, 4],
    })}<p class="note">${words.publishedNote}</p>`,
  };
}
