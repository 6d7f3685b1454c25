/** Intervals and paired differences over replications; designs of experiment and what their outcomes say; searches. */
export { type AbcSmcOptions, type AbcSmcState, abcSmc, type Particle } from './abc-smc.ts';
export { type BatchMeans, batchMeans, lag1 } from './batch-means.ts';
export { type AgainstBest, comparisonsWithBest } from './best.ts';
export { binomialInterval, binomialTail } from './binomial.ts';
export { type BootstrapInterval, type BootstrapOptions, bootstrap } from './bootstrap.ts';
export { type CmaEsOptions, type CmaEsState, cmaEs } from './cma-es.ts';
export {
  type ConditionalMean,
  conditionalMean,
  type RegressionBasis,
  type Regressor,
  regressionBasis,
} from './conditional-mean.ts';
export { controlled } from './control-variates.ts';
export { type Estimate, estimates, quotient, varianceOf } from './estimates.ts';
export { fieller, type RatioInterval } from './fieller.ts';
export { type FitOptions, type FittedLaw, type FitVerdict, fitLaws, MOST_FITTED } from './fit-laws.ts';
export {
  type GaussianProcessParameters,
  gaussianProcess,
  likeliestProcess,
  type Prediction,
} from './gaussian-process.ts';
export { type Distances, distances, type QuantilePair } from './goodness-of-fit.ts';
export { type Bin, histogram } from './histogram.ts';
export {
  type HistoryMatchingOptions,
  type HistoryMatchingState,
  historyMatching,
  type Wave,
} from './history-matching.ts';
export { holm } from './holm.ts';
export { type Identifiability, identifiability, linearisedCovariance } from './identifiability.ts';
export { KimNelson, type KimNelsonPlan } from './kim-nelson.ts';
export { latinHypercube } from './latin-hypercube.ts';
export { fitLaw, LAW_NAMES, type Law, type LawName, type Sample, sampleOf } from './law-families.ts';
export { cholesky, type Eigen, symmetricEigen } from './linear-algebra.ts';
export {
  elementaryEffect,
  type MorrisMeasures,
  type MorrisStep,
  morrisDelta,
  morrisMeasures,
  morrisOfWholeGrid,
  morrisTrajectories,
  type Trajectory,
} from './morris.ts';
export { mser5, type Truncation } from './mser5.ts';
export { type NelderMeadOptions, type NelderMeadState, nelderMead } from './nelder-mead.ts';
export { type PairedDifference, pairedDifference, pairedDifferenceOf } from './paired.ts';
export { type CriticalValue, MOST_SIDES, type PairedFamily, pairedFamily } from './paired-family.ts';
export { quantile } from './quantile.ts';
export { type Bracket, type RootOptions, rootSearch, zeroOfLine } from './root-search.ts';
export { RunningPairs, RunningSample } from './running-sample.ts';
export type { Moments } from './sample-moments.ts';
export {
  type Finding,
  type Judged,
  minimise,
  ofLoss,
  type Search,
  type SearchMethod,
  searchBy,
} from './search.ts';
export { type Attained, attainedBy, lookAhead, type Precision, precisionOf, SequentialRule } from './sequential.ts';
export { shapley } from './shapley.ts';
export { shuffled } from './shuffled.ts';
export {
  type Index,
  type PairIndex,
  type SaltelliRow,
  type SaltelliValues,
  type SobolIndices,
  saltelliRow,
  sobolIndices,
} from './sobol-indices.ts';
export { MOST_SOBOL_DIMENSIONS, type SobolSequence, sobolSequence } from './sobol-sequence.ts';
export { type SteadyState, steadyState } from './steady-state.ts';
export { studentTail } from './student-tail.ts';
export { intervalOf, type TInterval, tInterval } from './t-interval.ts';
export { tQuantile } from './t-quantile.ts';
export { perfectInformationBounds, valueOfKnowing } from './value-of-information.ts';
export { type VarianceComponents, varianceComponents } from './variance-components.ts';
export { effectiveSize, weightedCovariance, weightedMean, weightedQuantile } from './weighted-sample.ts';
export { type WelchDifference, welch } from './welch.ts';
export { type ShareInterval, wilson } from './wilson.ts';
