import type { PairedFamily } from './paired-family.ts';

/** A side against the best of all others. */
export interface AgainstBest {
  /** It may be the best of all. */
  readonly possible: boolean;
  /** Its mean less that of the best other side, toward worse: at most 0 only if it may be the best. */
  readonly low: number;
  readonly high: number;
}

/**
 * Hsu's comparisons with the best (Hsu 1984; on common random numbers Nelson and Matejcik 1995): constrained intervals
 * for how much worse each side is than the best of the others, and the subset of sides that may be the best (Gupta).
 * The intervals hold all together, and the subset then has the best in it, with the family's confidence. For each
 * side only its comparisons with the others are taken together, since the best is one of them.
 *
 * @param better which mean is the best: the lowest or the highest
 * @param critical the critical values to take: simulated unless said otherwise
 */
export function comparisonsWithBest(
  { means, errors, oneSided }: Pick<PairedFamily, 'means' | 'errors' | 'oneSided'>,
  better: 'low' | 'high',
  critical: 'simulated' | 'bonferroni' = 'simulated',
): AgainstBest[] {
  const sides = means.map((_, side) => side);
  const worse = (i: number, j: number) => (better === 'low' ? means[i]! - means[j]! : means[j]! - means[i]!);
  const width = (i: number, j: number) => oneSided[i]![critical] * errors[i]![j]!;
  const others = (i: number) => sides.filter((side) => side !== i);
  const possible = sides.map((i) => others(i).every((j) => worse(i, j) <= width(i, j)));
  return sides.map((i) => {
    const rivals = others(i).filter((j) => possible[j]);
    const high = Math.max(0, ...rivals.map((j) => worse(i, j) + width(j, i)));
    const low = possible[i] ? Math.min(0, Math.max(...others(i).map((j) => worse(i, j) - width(i, j)))) : 0;
    return { possible: possible[i]!, low, high };
  });
}
