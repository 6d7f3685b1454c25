import { type ReportStudy, reportStudy } from '../../../src/execution/index.ts';
import { type ReportJson, reportHtml, reportJson } from '../../../src/report/index.ts';
import type { Scenario } from '../../../src/scenario/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from '../small-study.ts';

let study: Promise<ReportStudy> | null = null;

/** The small season's study with its mechanisms, simulated once. */
export function smallReportStudy(): Promise<ReportStudy> {
  study ??= reportStudy(smallScenario(true), { seed: 1, replications: 4, attribute: true });
  return study;
}

export async function smallReportJson(scenario: Scenario = smallScenario(true)): Promise<ReportJson> {
  return reportJson(await smallReportStudy(), scenario, PROGRAM);
}

const pages = new Map<string, Promise<string>>();

/** The page of it, made once. */
export function smallReport(language: 'en' | 'zh' = 'en'): Promise<string> {
  const made =
    pages.get(language) ?? smallReportJson().then((json) => reportHtml(json, smallScenario(true), language, COMMANDS));
  pages.set(language, made);
  return made;
}

/** What a page holds as data. */
export function dataIn(page: string): unknown {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/su.exec(page)?.[1] ?? '');
}
