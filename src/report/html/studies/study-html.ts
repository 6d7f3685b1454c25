import type { Language, Scenario } from '../../../scenario/index.ts';
import type { Commands } from '../../frame.ts';
import { documentOf } from '../document.ts';
import { loadDraw } from '../draw.ts';
import type { Section } from '../page.ts';
import { parametersSection } from '../sections/parameters.ts';
import { provenanceOf } from '../sections/provenance.ts';
import { attributeSections } from './attribute.ts';
import { calibrateSections } from './calibrate.ts';
import { frontierSections } from './frontier.ts';
import { planSections } from './plan.ts';
import { sensitivitySections } from './sensitivity.ts';
import { type StudyJson, type StudyPage, studyReportJson } from './study-json.ts';
import { sweepSections } from './sweep.ts';
import { uncertaintySections } from './uncertainty.ts';
import { variantsSections } from './variants.ts';
import { STUDY_WORDS } from './words.ts';

/** Sections by study; each is given pages of its own study only. */
const SECTIONS = {
  'zhizhuang/sweep@1': sweepSections,
  'zhizhuang/sensitivity@1': sensitivitySections,
  'zhizhuang/uncertainty@1': uncertaintySections,
  'zhizhuang/calibrate@1': calibrateSections,
  'zhizhuang/attribute@1': attributeSections,
  'zhizhuang/frontier@1': frontierSections,
  'zhizhuang/plan@1': planSections,
  'zhizhuang/compare-variants@1': variantsSections,
} as const satisfies { [S in StudyJson as S['schema']]: (page: StudyPage<S>) => Section[] };

/**
 * A study as one HTML file of the same frame as the comparison's report: its own tables and charts, the parameters with
 * their standing, and where it comes from.
 *
 * @param study what its command prints with `--json`
 */
export async function studyHtml(
  study: StudyJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
): Promise<string> {
  const kind = study.schema.replace(/^zhizhuang\/|@1$/gu, '') as keyof (typeof STUDY_WORDS)['en']['kinds'];
  const sectionsOf = SECTIONS[study.schema] as unknown as (page: StudyPage) => Section[];
  return documentOf({
    json: studyReportJson(study, scenario),
    scenario,
    commands,
    language,
    draw: await loadDraw(),
    kind: (one) => STUDY_WORDS[one].kinds[kind],
    calls: study.calls,
    sections: (page) => [...sectionsOf(page), parametersSection(page), provenance(page)],
  });
}

function provenance(page: StudyPage): Section {
  const { study } = page.json;
  const replications = 'replications' in study ? study.replications : (study.chosen?.replications ?? 0);
  return provenanceOf(page, { ...study, replications });
}
