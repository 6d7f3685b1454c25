/** Intervals and paired differences over replications. */
export { type PairedDifference, pairedDifference } from './paired.ts';
export { quantile } from './quantile.ts';
export { type TInterval, tInterval } from './t-interval.ts';
export { tQuantile } from './t-quantile.ts';
export { type WelchDifference, welch } from './welch.ts';
