import { visible } from '../../../scenario/index.ts';
import { whole } from '../../figures.ts';
import { massLine, standingLines } from '../../frame.ts';
import type { CompareJson } from '../../json.ts';
import { html } from '../markup.ts';
import type { Page, Section } from '../page.ts';
import type { ReportJson } from '../report-json.ts';
import { typographic } from '../table.ts';

/** Where the report comes from, whether its balances close, and how to get it again. */
export function provenanceSection(page: Page<ReportJson>): Section {
  const { compare } = page.json;
  const balances = (['staged', 'direct'] as const).map((mode) =>
    massLine(mode, compare.massBalance[mode], page.messages),
  );
  return provenanceOf(page, compare, balances);
}

/**
 * Where a report comes from, and how to get it again.
 *
 * @param told what is said besides, each the lines of one item
 */
export function provenanceOf(
  page: Page,
  made: Pick<CompareJson, 'scenario' | 'seed' | 'replications' | 'program'>,
  told: readonly (readonly string[])[] = [],
): Section {
  const { messages, words, scenario, commands, language } = page;
  const { notes } = messages;
  const { hash, overrides } = made.scenario;
  const said = (lines: readonly string[]) =>
    html`<li>${typographic(lines.map((line) => line.trim()).join(language === 'zh' ? '' : ' '))}</li>`;
  return {
    id: 'provenance',
    heading: words.headings.provenance,
    body: html`<ul class="clauses">
<li>${notes.run(hash, String(made.seed), whole(made.replications), made.program.version)}</li>
${overrides.length === 0 ? null : html`<li>${notes.overrides(overrides.map(visible))}</li>`}
${[...told, standingLines(scenario, commands, language)].map(said)}
</ul>
<p>${words.repeat}</p><pre>${commands.repeat}</pre>
<p class="note">${words.provenanceNote} ${words.dataNote}</p>`,
  };
}
