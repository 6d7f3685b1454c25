import { visible } from '../../../scenario/index.ts';
import { whole } from '../../figures.ts';
import { massLine, standingLines } from '../../frame.ts';
import { html } from '../markup.ts';
import type { Page, Section } from '../page.ts';
import type { ReportJson } from '../report-json.ts';
import { typographic } from '../table.ts';

/** Where the report comes from, whether its balances close, and how to get it again. */
export function provenanceSection(page: Page<ReportJson>): Section {
  const { json, messages, words, scenario, commands, language } = page;
  const { compare } = json;
  const { notes } = messages;
  const { hash, overrides } = compare.scenario;
  const said = (lines: readonly string[]) =>
    html`<li>${typographic(lines.map((line) => line.trim()).join(language === 'zh' ? '' : ' '))}</li>`;
  return {
    id: 'provenance',
    heading: words.headings.provenance,
    body: html`<ul class="clauses">
<li>${notes.run(hash, String(compare.seed), whole(compare.replications), compare.program.version)}</li>
${overrides.length === 0 ? null : html`<li>${notes.overrides(overrides.map(visible))}</li>`}
${(['staged', 'direct'] as const).map((mode) => said(massLine(mode, compare.massBalance[mode], messages)))}
${said(standingLines(scenario, commands, language))}
</ul>
<p>${words.repeat}</p><pre>${commands.repeat}</pre>
<p class="note">${words.provenanceNote} ${words.dataNote}</p>`,
  };
}
