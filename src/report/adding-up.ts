/**
 * Numbers rounded so that, as they are shown, they add up to their sum as it is shown: the sum is rounded, and what
 * rounding each would miss goes to those that lose most by it (largest remainders). None moves by more than one unit
 * of the last digit.
 *
 * @param values in the unit they are shown in
 * @param decimals digits after the point
 * @example roundedToSum([0.4, 0.4, 0.4], 0) // [1, 0, 0]
 */
export function roundedToSum(values: readonly number[], decimals: number): number[] {
  const unit = Number(`1e${decimals}`);
  const scaled = values.map((value) => value * unit);
  const floors = scaled.map(Math.floor);
  const total = Math.round(scaled.reduce((sum, value) => sum + value, 0));
  const missing = total - floors.reduce((sum, value) => sum + value, 0);
  const remainder = (i: number) => (scaled[i] as number) - (floors[i] as number);
  const first = values.map((_, i) => i).sort((one, other) => remainder(other) - remainder(one) || one - other);
  const raised = new Set(first.slice(0, missing));
  return floors.map((value, i) => (value + (raised.has(i) ? 1 : 0)) / unit);
}
