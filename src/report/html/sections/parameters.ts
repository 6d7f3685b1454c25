import { describe, STANDINGS } from '../../../scenario/index.ts';
import { NO_FIGURE, whole } from '../../figures.ts';
import { parameterValue, valueWithLaw } from '../../parameters-table.ts';
import { html } from '../markup.ts';
import { type Page, type Section, tableIn } from '../page.ts';
import type { ReportedParameter } from '../report-json.ts';
import type { TableRow } from '../table.ts';

/** What is known least first. */
const ORDER = STANDINGS.toReversed();

/** What marks a parameter that nobody can vouch for, or that was fitted. */
const MARKS: Readonly<Partial<Record<ReportedParameter['standing'], string>>> = {
  fitted: '◆',
  assumed: '○',
  recalled: '△',
};

/** Every parameter with its standing and source: those that were fitted first, then by how little is known of them. */
export function parametersSection(page: Page<{ readonly parameters: readonly ReportedParameter[] }>): Section {
  const { json, messages, words } = page;
  const counts = ORDER.flatMap((standing) => {
    const count = json.parameters.filter((one) => one.standing === standing).length;
    return count === 0 ? [] : [`${messages.standings[standing]} ${whole(count)}`];
  });
  const rows = ORDER.flatMap((standing) => {
    const own = json.parameters.flatMap((one, i) => (one.standing === standing ? [parameterRow(page, one, i)] : []));
    return own.length === 0 ? [] : [{ is: 'group', cells: [messages.standings[standing]] } satisfies TableRow, ...own];
  });
  return {
    id: 'parameters',
    heading: words.headings.parameters,
    body: html`<p class="note">${words.parametersNote(counts)} ${words.marks}</p>${tableIn(page, {
      label: words.headings.parameters,
      head: words.parameterColumns,
      rows,
      words: [1, 2, 3, 4],
    })}`,
  };
}

/** One parameter. @param at its place in the data */
function parameterRow({ messages, words, language }: Page, parameter: ReportedParameter, at: number): TableRow {
  const { key, law, range, standing, prior, source, note } = parameter;
  const pointer = `/parameters/${at}`;
  const mark = MARKS[standing];
  const fitted = prior === null ? null : words.was(parameterValue(key, prior, language));
  return {
    cells: [
      html`${describe(key)[language][0]}<small>${key}</small>`,
      { text: valueWithLaw(key, parameter, language), of: `${pointer}/value${law === null ? '' : ` ${pointer}/law`}` },
      { text: range === null ? NO_FIGURE : `[${range[0]}, ${range[1]}]`, of: `${pointer}/range/0 ${pointer}/range/1` },
      html`<span class="standing ${standing}">${mark === undefined ? null : `${mark} `}${messages.standings[standing]}</span>`,
      html`${[fitted, source, note].map((part) => (part === null || part === '' ? null : html`<div>${part}</div>`))}`,
    ],
  };
}
