import type { Scenario } from '../scenario/index.ts';
import {
  type Attribution,
  attributionSize,
  type CloseUp,
  type CloseUps,
  type Comparison,
  closeUps,
  type OfBoth,
  type Outcome,
  type Spread,
  spreads,
} from '../study/index.ts';
import { attributionOf } from './run-attribution.ts';
import { comparedWith, type StudyOptions } from './run-study.ts';

/** Replications that are looked at closely, at most. */
export const RECORDED = 10;

/** How a report is made. */
export interface ReportStudyOptions extends StudyOptions {
  /** Split the saving among the mechanisms too, with all their combinations run. */
  readonly attribute?: boolean;
}

/** All that a report shows, before it is put in words. */
export interface ReportStudy {
  readonly comparison: Comparison;
  readonly spreads: readonly Spread[];
  readonly recorded: CloseUps;
  readonly attribution: Attribution | null;
}

/**
 * Compares staging with direct loading, and looks closely at the first replications: what `zhizhuang report` shows.
 *
 * @throws UnfinishedSeasonError when a season cannot be served
 * @example const study = await reportStudy(scenario, { seed: 1, replications: 30 });
 */
export async function reportStudy(scenario: Scenario, options: ReportStudyOptions): Promise<ReportStudy> {
  const { seed, confidence = 0.95, onProgress, attribute = false } = options;
  const { comparison, outcomes } = await comparedWith(scenario, { ...options, looks: RECORDED });
  const { replications } = comparison;
  const plan = { mode: 'direct', measure: 'saving.perTonne', seed, replications, confidence } as const;
  const all = replications + attributionSize(scenario, plan);
  const told = (done: number) => onProgress?.(replications + done, all);
  return {
    comparison,
    spreads: spreads(outcomes),
    recorded: closeUps(scenario, outcomes.flatMap(lookAt), { seed, confidence }),
    attribution: attribute ? await attributionOf(scenario, plan, { ...options, onProgress: told }) : null,
  };
}

/** What was seen of a replication that was looked at. */
function lookAt({ closeUps: seen }: Outcome): OfBoth<CloseUp>[] {
  const [staged, direct] = seen ?? [];
  return staged === undefined || direct === undefined ? [] : [{ staged, direct }];
}
