import { mean, sampleVariance } from 'simple-statistics';

/** What intervals are made of. */
export interface Moments {
  /** How many values. */
  readonly n: number;
  /** Null of no values. */
  readonly mean: number | null;
  /** Over n − 1; null of fewer than two values. */
  readonly variance: number | null;
}

/** Moments of values that are all there. */
export function momentsOf(values: readonly number[]): Moments {
  return { n: values.length, mean: meanOrNull(values), variance: varianceOrNull(values) };
}

/** Moments of two parts together (Chan, Golub and LeVeque 1983); values that are all equal stay exactly what they are. */
export function together(one: Moments, other: Moments): Moments {
  if (one.n === 0) return other;
  if (other.n === 0) return one;
  const n = one.n + other.n;
  const apart = (other.mean ?? 0) - (one.mean ?? 0);
  const squares = (part: Moments) => (part.variance ?? 0) * (part.n - 1);
  return {
    n,
    mean: (one.mean ?? 0) + (apart * other.n) / n,
    variance: (squares(one) + squares(other) + (apart * apart * one.n * other.n) / n) / (n - 1),
  };
}

/**
 * The mean, null of no values. Equal values give that value exactly: a sum divided by its length may miss it by
 * one last digit, and then nothing would look constant any more.
 */
export function meanOrNull(values: readonly number[]): number | null {
  const first = values[0];
  if (first === undefined) return null;
  return areEqual(values) ? first : mean(values);
}

/** The variance over n − 1, null of fewer than two values, exactly 0 of equal ones. */
export function varianceOrNull(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  return areEqual(values) ? 0 : sampleVariance(values);
}

function areEqual(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}
