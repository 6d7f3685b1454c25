import type { Bilingual, Scenario } from '../../../scenario/index.ts';
import type { AttributeJson } from '../../attribute-json.ts';
import type { CalibrateJson } from '../../calibrate-json.ts';
import type { SensitivityJson, SweepJson } from '../../design-json.ts';
import type { FrontierJson } from '../../frontier-json.ts';
import type { Program, VariantsJson } from '../../json.ts';
import type { PlanJson } from '../../plan-json.ts';
import type { UncertaintyJson } from '../../uncertainty-json.ts';
import type { Page } from '../page.ts';
import { type ReportedParameter, reportedParameters } from '../report-json.ts';

/** A study that has a report of its own: what its command prints with `--json`. */
export type StudyJson =
  | SweepJson
  | SensitivityJson
  | UncertaintyJson
  | CalibrateJson
  | AttributeJson
  | FrontierJson
  | PlanJson
  | VariantsJson;

/** Everything that a study's report shows. */
export interface StudyReportJson<S extends StudyJson = StudyJson> {
  readonly schema: 'zhizhuang/report@1';
  readonly program: Program;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly period: Scenario['period'];
  readonly study: S;
  readonly parameters: readonly ReportedParameter[];
}

/** A study's page in one language. */
export type StudyPage<S extends StudyJson = StudyJson> = Page<StudyReportJson<S>>;

/** A study as the data of its report. */
export function studyReportJson<S extends StudyJson>(study: S, scenario: Scenario): StudyReportJson<S> {
  const { title, question, period } = scenario;
  const parameters = reportedParameters(scenario);
  return { schema: 'zhizhuang/report@1', program: study.program, title, question, period, study, parameters };
}
