import { sampleCovariance } from 'simple-statistics';
import { type Moments, momentsOf, together } from './sample-moments.ts';

/** What is told of two measures of the same replications. */
export interface PairMoments {
  readonly x: Moments;
  readonly y: Moments;
  /** Of x − y. */
  readonly difference: Moments;
  /** Over n − 1; null of fewer than two pairs. */
  readonly covariance: number | null;
}

/** Moments of pairs that are all there. */
export function pairMomentsOf(x: readonly number[], y: readonly number[]): PairMoments {
  return {
    x: momentsOf(x),
    y: momentsOf(y),
    difference: momentsOf(x.map((value, index) => value - (y[index] as number))),
    covariance: x.length < 2 ? null : sampleCovariance(x, y),
  };
}

/** Moments of two parts together. */
export function togetherInPairs(one: PairMoments, other: PairMoments): PairMoments {
  const [n, m] = [one.x.n, other.x.n];
  const apart = (side: 'x' | 'y') => (other[side].mean ?? 0) - (one[side].mean ?? 0);
  const products = (part: PairMoments) => (part.covariance ?? 0) * (part.x.n - 1);
  return {
    x: together(one.x, other.x),
    y: together(one.y, other.y),
    difference: together(one.difference, other.difference),
    covariance: (products(one) + products(other) + (apart('x') * apart('y') * n * m) / (n + m)) / (n + m - 1),
  };
}
