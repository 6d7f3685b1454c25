import type { Scenario } from '../../scenario/index.ts';
import type { Attribution, Comparison } from '../../study/index.ts';
import { attributeJson } from '../attribute-json.ts';
import { type ReportJson, reportedParameters } from '../html/report-json.ts';
import { compareJson, type Program } from '../json.ts';

/** What a STRESS-DES report is made of. Nothing in it depends on the machine or the time. */
export interface StressJson
  extends Pick<ReportJson, 'program' | 'title' | 'question' | 'period' | 'compare' | 'attribution' | 'parameters'> {
  readonly schema: 'zhizhuang/stress-des@1';
}

/** A study as the data of its STRESS-DES report. @param attribution null where the mechanisms were not run one by one */
export function stressJson(
  comparison: Comparison,
  attribution: Attribution | null,
  scenario: Scenario,
  program: Program,
): StressJson {
  const { title, question, period } = scenario;
  return {
    schema: 'zhizhuang/stress-des@1',
    program,
    title,
    question,
    period,
    compare: compareJson(comparison, program),
    attribution: attribution && attributeJson(attribution, program),
    parameters: reportedParameters(scenario),
  };
}
