/** Intervals and paired differences over replications; designs of experiment and what their outcomes say. */
export { type BootstrapInterval, type BootstrapOptions, bootstrap } from './bootstrap.ts';
export { latinHypercube } from './latin-hypercube.ts';
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
export { type PairedDifference, pairedDifference } from './paired.ts';
export { quantile } from './quantile.ts';
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
export { type TInterval, tInterval } from './t-interval.ts';
export { tQuantile } from './t-quantile.ts';
export { type WelchDifference, welch } from './welch.ts';
