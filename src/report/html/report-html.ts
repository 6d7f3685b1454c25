import type { Language, Scenario } from '../../scenario/index.ts';
import type { Commands } from '../frame.ts';
import { documentOf } from './document.ts';
import { loadDraw } from './draw.ts';
import type { ReportJson } from './report-json.ts';
import { berthsSection } from './sections/berths.ts';
import { flowsSection } from './sections/flows.ts';
import { hoursSection } from './sections/hours.ts';
import { laytimeSection } from './sections/laytime.ts';
import { parametersSection } from './sections/parameters.ts';
import { partiesSection } from './sections/parties.ts';
import { provenanceSection } from './sections/provenance.ts';
import { publishedSection } from './sections/published.ts';
import { savingSection } from './sections/saving.ts';
import { spreadsSection } from './sections/spreads.ts';
import { utilisationSection } from './sections/utilisation.ts';
import { verdictSection } from './sections/verdict.ts';
import { htmlWordsOf } from './words.ts';

/**
 * The comparison as one HTML file that opens from disk, in both languages, with charts and all its data.
 *
 * @param json from `reportJson`
 * @param scenario what was compared
 * @param language the one it opens in
 * @param commands what a reader can run next
 * @returns the same bytes for the same scenario, seed and version
 * @example writeFileSync('report.html', await reportHtml(json, scenario, 'zh', commands));
 */
export async function reportHtml(
  json: ReportJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
): Promise<string> {
  return documentOf({
    json,
    scenario,
    commands,
    language,
    draw: await loadDraw(),
    kind: (one) => htmlWordsOf(one).kind,
    calls: json.compare.calls,
    sections: (page) => [
      verdictSection(page),
      publishedSection(page),
      savingSection(page),
      partiesSection(page),
      spreadsSection(page),
      hoursSection(page),
      berthsSection(page),
      flowsSection(page),
      utilisationSection(page),
      laytimeSection(page),
      parametersSection(page),
      provenanceSection(page),
    ],
  });
}
