import { mean, sampleVariance } from 'simple-statistics';

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
