import { meanOrNull } from './sample-moments.ts';

/**
 * What it is worth to know, before choosing between a sure 0 and an uncertain gain, what the gain is given something:
 * E[max(0, E[gain | it])] − max(0, E[gain]) (Howard 1966). Never below 0: who knows it may still ignore it.
 *
 * @param expected the gain given it, one number an equally likely case
 * @param times how often each case counts
 * @example
 * valueOfKnowing([-2, 4]); // 1
 */
export function valueOfKnowing(
  expected: ArrayLike<number>,
  times: Uint32Array = new Uint32Array(expected.length).fill(1),
): number {
  let [cases, sum, gained] = [0, 0, 0];
  for (let i = 0; i < expected.length; i++) {
    const [value, count] = [expected[i] as number, times[i] as number];
    cases += count;
    sum += count * value;
    if (value > 0) gained += count * value;
  }
  if (cases === 0) return 0;
  return Math.max(0, gained / cases - Math.max(0, sum / cases));
}

/**
 * The value of perfect information told from groups of runs, each group at one case, between two bounds. Upper: the
 * group's mean taken for what it stands for, so luck is taken for knowledge (biased upward). Lower: half of a group
 * decides and the other half is the gain (biased downward), both ways round.
 *
 * @param groups runs by case, each of at least two
 * @returns null where a group has a single run: it cannot be halved
 * @example
 * perfectInformationBounds([[-2, -2], [4, 4]]); // { lower: 1, upper: 1 }
 */
export function perfectInformationBounds(
  groups: readonly (readonly number[])[],
): { readonly lower: number; readonly upper: number } | null {
  if (groups.length === 0 || groups.some((runs) => runs.length < 2)) return null;
  const means = groups.map((runs) => meanOrNull(runs) as number);
  const without = Math.max(0, meanOrNull(means) as number);
  const decided = groups.map((runs) => {
    const half = Math.floor(runs.length / 2);
    const [one, other] = [meanOrNull(runs.slice(0, half)) as number, meanOrNull(runs.slice(half)) as number];
    return ((one > 0 ? other : 0) + (other > 0 ? one : 0)) / 2;
  });
  return { lower: Math.max(0, (meanOrNull(decided) as number) - without), upper: valueOfKnowing(means) };
}
