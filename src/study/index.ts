export {
  fillingAt,
  fillingsOf,
  HOUR_CAUSES,
  type HourCause,
  type Instruction as LotInstruction,
  levelAt,
  MODES,
  type Mode,
  type Outcome as LotOutcome,
  type Recording,
  type StepSeries,
  type Stepwise,
  TRUCK_PLACES,
  type TripRoute,
  type TruckPlace,
  tripRoute,
  trucksAtPlaces,
  type UnfinishedSeason,
  type Wait,
} from '../port/index.ts';
export {
  type Alternative,
  alternativesOf,
  alternativeTasks,
  type NamedSettings,
  type Streams,
} from './alternative.ts';
export {
  type AccountPart,
  type Attribution,
  type AttributionPlan,
  attribution,
  attributionSize,
  type CoalitionRun,
  coalitionRuns,
  type ItemPart,
  MECHANISM_NAMES,
  type MechanismName,
  type MechanismPart,
  playersOf,
  type Split,
} from './attribute.ts';
export {
  type Calibration,
  calibrate,
  calibrateSize,
  type FittedParameter,
  type RunProbes,
  type TargetResult,
} from './calibrate.ts';

export {
  budgetFor,
  CALIBRATE_METHODS,
  type CalibrateMethod,
  type CalibratePlan,
  leastBudget,
} from './calibrate-plan.ts';
export type { CalibrationPoint } from './calibrate-point.ts';
export type { Known, ParameterPosterior, Posterior } from './calibrate-posterior.ts';
export { fittedValues } from './calibrate-record.ts';
export type { SearchTrace } from './calibrate-search.ts';
export { CALL_INSTANTS, type CallInstant, type CallRow, firstCalls } from './calls.ts';
export type { CloseUp } from './close-up.ts';
export { type CloseUps, closeUps, type OfBoth } from './close-ups.ts';
export {
  COMPARED,
  type CompareOptions,
  type Comparison,
  compare,
  compareFold,
  type LedgerRow,
} from './compare.ts';
export { CRITICAL_RESOURCES, type Critical, type CriticalResource, criticalOf } from './critical.ts';
export { type EventLog, eventLogOf, LOG_KINDS, type LogKind } from './event-log.ts';
export {
  type Factor,
  type FactorValue,
  factorAt,
  gridValues,
  type ListFactor,
  ownFactor,
  type RangeFactor,
  settingOf,
} from './factor.ts';
export { BAND, type Band, FLOWS, type FlowId, type Flows } from './flows.ts';
export type { Fold } from './folds.ts';
export { type Frontier, type FrontierPlan, type FrontierPoint, frontierColumns, frontierSearch } from './frontier.ts';
export type { Column, ColumnVerdict, Level, Root } from './frontier-column.ts';
export { callsOf, type StudyHead } from './head.ts';
export {
  ACCOUNT_IDS,
  type AccountId,
  type AccountSummary,
  type HoursDifference,
  type ModeHours,
  type SeasonHours,
  seasonHours,
} from './hours.ts';
export { type LaytimeOfCall, laytimeOfCall } from './laytime.ts';
export type { LaytimeResult } from './laytime-calls.ts';
export { type MeasureRow, measureRows } from './measure-rows.ts';
export {
  type MeasureId,
  MODE_MEASURES,
  type ModeMeasureId,
  SAVING_MEASURES,
  type SavingMeasureId,
  unitOf,
} from './measures.ts';
export type { MassBalance } from './mode-folds.ts';
export type { CarbonEntry, LedgerEntry, ModeFigures, ModeOutcome, OutcomeParts, Part } from './mode-outcome.ts';
export type {
  BaseComparison,
  BestComparison,
  BestSubset,
  MeasureFamily,
  PairComparison,
} from './multiple-comparisons.ts';
export {
  OUTPUT_NAMES,
  type Output,
  type OutputReader,
  outputName,
  outputNamed,
  outputReader,
  outputUnit,
  type Side,
} from './output.ts';
export { type ConsideredChoice, type PlanOptions, planSearch, type ShipPlan } from './plan.ts';
export type { Assessment, SailBy, Share } from './plan-assessment.ts';
export { type Choice, type Choices, choicesOf, type Dial, ownChoices, setKeys, settingsOf } from './plan-choices.ts';
export { type Goodness, refine, type Setting } from './plan-refinement.ts';
export {
  defaultMeasure,
  type PrecisionAnswer,
  type PrecisionAsk,
  type PrecisionPlan,
  type PrecisionRow,
  precisionNames,
  precisionUnit,
  type Sides,
  watched,
} from './precision.ts';
export { type Preview, preview } from './preview.ts';
export type { LoadingRates } from './preview-rates.ts';
export { type Probe, type Probed, probedOf } from './probe.ts';
export type { PublishedComparison, Verdict } from './published.ts';
export { type FactorFault, type ReadFactors, rangedFactors, readFactors } from './read-factors.ts';
export { type PrecisionFault, readPrecision } from './read-precision.ts';
export { type RecordedOutcome, recordReplication, stepwiseRecording } from './recorded.ts';
export {
  type Replay,
  type ReplayComparison,
  type ReplayOptions,
  type ReplayVerdict,
  replayer,
  replayOf,
} from './replay.ts';
export type { CallTimes, ReplayMeasure } from './replay-times.ts';
export { type Outcome, outcomeOf, outcomeTasks, prepare } from './replication.ts';
export type { ScreenedGroup, Screening } from './screening.ts';
export type { Search } from './search.ts';
export type { BerthPlan, SeasonView, ShipStay } from './season-view.ts';
export {
  type Fate,
  type Observation,
  proveChance,
  type Selection,
  type SelectionPlan,
  selectBest,
  type Wanted,
} from './selection.ts';
export { type Sensitivity, sensitivity, sensitivityProbes, sensitivitySize } from './sensitivity.ts';
export {
  DUMMY,
  type FactorGroup,
  type Failures,
  SENSITIVITY_METHODS,
  type SensitivityMethod,
  type SensitivityPlan,
} from './sensitivity-plan.ts';
export { type MeasureSummary, type ModeSummary, type SingleMode, single, singleFold, summariseMode } from './single.ts';
export { SPREAD_MEASURES, type Spread, spreads } from './spreads.ts';
export { fittedKeys, unsourcedKeys } from './standings.ts';
export { type DifferenceSummary, type Summary, summarise, summariseDifference } from './summary.ts';
export {
  SWEEP_DESIGNS,
  type Sweep,
  type SweepDesign,
  type SweepPlan,
  type SweepPoint,
  sweep,
  sweepPoints,
  sweepProbes,
  sweepSize,
} from './sweep.ts';
export { ownTargets, type ReadTargets, readTargets, type Target, type TargetFault } from './targets.ts';
export { type Failure, stepwiseRunner, type Task, type TaskOutcome, taskRunner } from './task.ts';
export { type Release, type Timetable, timetableOf } from './timetable.ts';
export type { Tornado, TornadoBar, TornadoEnd } from './tornado.ts';
export { ROUTES, type Route, type TripStart, tripStarts } from './trips.ts';
export {
  drawnAt,
  LAWS,
  type Law,
  type UncertainParameter,
  uncertain,
  unsourcedFactors,
} from './uncertain-parameter.ts';
export {
  QUANTILES,
  type UncertainFailures,
  type UncertainMean,
  type Uncertainty,
  type UncertaintySplit,
  uncertainty,
} from './uncertainty.ts';
export {
  DECIDING_MEASURES,
  type DecidingMeasure,
  outputOf,
  UNCERTAINTY_DESIGNS,
  type UncertaintyDesign,
  type UncertaintyPlan,
  uncertaintyPoints,
  uncertaintyProbes,
  uncertaintySize,
} from './uncertainty-plan.ts';
export { UTILISED, type Utilisation, type Utilised } from './utilisation.ts';
export {
  type CauseEffect,
  ENOUGH,
  type OutOfStep,
  type VarianceOutcomes,
  type VarianceReduction,
  varianceReduction,
} from './variance-reduction.ts';
export { type VarianceRun, type VarianceRuns, varianceRuns } from './variance-runs.ts';
export type { Convergence, GroupShares, PairShare, VarianceShares } from './variance-shares.ts';
export {
  compareVariants,
  type FailedVariant,
  type MeasureDifference,
  outcomesOf,
  type Variant,
  type VariantComparison,
  type VariantDifference,
  type VariantOptions,
  type VariantSavings,
} from './variants.ts';
export { CHECK_AREAS, type CheckArea, type Checked } from './verify/check.ts';
export {
  CHECKS,
  type PublishedCheck,
  SELF_REPLICATIONS,
  type Verification,
  verification,
} from './verify/verification.ts';
export type { DummyWorth, WorthOfAll, WorthOfParameter } from './worth-of-knowing.ts';
