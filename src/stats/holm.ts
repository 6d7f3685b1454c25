/**
 * Holm's step-down p-values (Holm 1979): the k-th smallest of m times m − k + 1, never below one before it and at
 * most 1. Rejecting where they are at most α errs at all with a chance of at most α, whatever the dependence.
 *
 * @param pValues each from 0 to 1
 * @returns adjusted ones, in the order given
 * @throws RangeError if one is not from 0 to 1
 * @example
 * holm([0.01, 0.5, 0.02]); // [0.03, 0.5, 0.04]
 */
export function holm(pValues: readonly number[]): number[] {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A p-value must be from 0 to 1, but is ${String(p)}.`);
  }
  const order = pValues.map((_, at) => at).sort((one, other) => pValues[one]! - pValues[other]!);
  const adjusted = pValues.map(() => 0);
  let least = 0;
  for (const [step, at] of order.entries()) {
    least = Math.min(1, Math.max(least, (pValues.length - step) * pValues[at]!));
    adjusted[at] = least;
  }
  return adjusted;
}
