/**
 * Gives each of some intervals the lowest place that is free when it begins, as trucks take bays.
 *
 * @param intervals in order of their beginning
 * @example slotsOf([[0, 5], [1, 2], [3, 4]]) // [0, 1, 1]
 */
export function slotsOf(intervals: readonly (readonly [from: number, to: number])[]): number[] {
  const takenUntil: number[] = [];
  return intervals.map(([from, to]) => {
    const free = takenUntil.findIndex((until) => until <= from);
    const slot = free < 0 ? takenUntil.length : free;
    takenUntil[slot] = to;
    return slot;
  });
}
