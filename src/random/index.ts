/** Named streams of random numbers, and the laws drawn from them by inversion. */
export { constant } from './constant.ts';
export { discrete } from './discrete.ts';
export type { Distribution } from './distribution.ts';
export { empirical } from './empirical.ts';
export { erlang } from './erlang.ts';
export { exponential } from './exponential.ts';
export { gamma } from './gamma.ts';
export { lognormal } from './lognormal.ts';
export { normalQuantile } from './normal-quantile.ts';
export type { Stream } from './stream.ts';
export { causeGroup, type Drawn, RandomStreams, type StreamChange } from './streams.ts';
export { triangular } from './triangular.ts';
export { cutNormal, truncatedNormal } from './truncated-normal.ts';
export { uniform } from './uniform.ts';
export { weibull } from './weibull.ts';
