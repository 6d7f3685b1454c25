/**
 * The library's public face: everything the command line does can be called from a program.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 * import { compareScenario, readScenario } from 'zhizhuang';
 *
 * const read = readScenario(readFileSync('scenarios/bayuquan-72kt.yaml'), 'bayuquan-72kt.yaml');
 * if (!read.ok) throw new Error('bad scenario');
 * const { measures } = await compareScenario(read.scenario, { seed: 1, replications: 30 });
 * measures['saving.perTonne'].difference; // { mean, sd, low, high, … } in yuan/t
 */
export * from './engine/index.ts';
export {
  type Batch,
  compareModes,
  compareScenario,
  type Executor,
  executorFor,
  type OnProgress,
  runMode,
  type StudyOptions,
} from './execution/index.ts';
export {
  type CallFacts,
  HOUR_CAUSES,
  type HourCause,
  type HoursByCause,
  MECHANISMS,
  type Mechanisms,
  type Mode,
  makeWorld,
  type PortInputs,
  type SeasonFacts,
  type SeasonObserver,
  simulateSeason,
  UnfinishedSeasonError,
  type World,
} from './port/index.ts';
export * from './random/index.ts';
export {
  type CallRows,
  type CompareJson,
  compareJson,
  compareText,
  type LaytimeJson,
  laytimeJson,
  laytimeText,
  type RunJson,
  runJson,
  runText,
  type ValidateJson,
  type VariantsJson,
  validateJson,
  validateText,
  variantsJson,
  variantsText,
} from './report/index.ts';
export {
  applyOverrides,
  CATALOGUE,
  formatProblem,
  type Language,
  type ParameterKey,
  type Problem,
  parseScenario,
  type ReadResult,
  readScenario,
  type Scenario,
  toPortInputs,
  toTerms,
  withPriors,
} from './scenario/index.ts';
export {
  type LaytimeSheet,
  type LaytimeStatement,
  LEDGER_ITEMS,
  type LedgerLine,
  laytimeSheet,
  laytimeStatement,
  laytimeStatements,
  type SeasonSettlement,
  settleSeason,
  type Terms,
} from './settlement/index.ts';
export { pairedDifference, quantile, type TInterval, tInterval, tQuantile } from './stats/index.ts';
export {
  type CallRow,
  type Comparison,
  type Critical,
  type CriticalResource,
  compare,
  compareVariants,
  criticalOf,
  type DifferenceSummary,
  firstCalls,
  type LaytimeOfCall,
  laytimeOfCall,
  type MeasureId,
  type ModeHours,
  type Outcome,
  type Preview,
  prepare,
  preview,
  type SingleMode,
  type Summary,
  single,
  type VariantComparison,
} from './study/index.ts';
