import type { PublishedFact } from '../scenario/index.ts';
import type { Summary } from './summary.ts';

export type Verdict = 'fitted' | 'agrees' | 'above' | 'below' | 'notComparable';

/** A published fact beside what was simulated. */
export interface PublishedComparison {
  readonly id: string;
  readonly published: { readonly low: number | null; readonly high: number | null };
  readonly simulated: Pick<Summary, 'mean' | 'low' | 'high'>;
  readonly verdict: Verdict;
}

/** A simulated interval wider than so many times the published one tells nothing about it. */
const WIDEST = 4;

/**
 * Holds one published fact against the simulation. It agrees with an interval when its mean lies in it and its own
 * interval is not much wider; with an upper bound when its whole interval keeps it. It is above or below when its
 * whole interval is. Otherwise there are too few replications to tell: imprecision confirms nothing. What a parameter
 * was fitted to is not confirmed by it.
 */
export function comparePublished(
  fact: PublishedFact,
  simulated: Summary | null,
  fitted: boolean,
  id = fact.id,
): PublishedComparison {
  const { low, high } = fact;
  const { mean = null, low: from = null, high: to = null } = simulated ?? {};
  return {
    id,
    published: { low, high },
    simulated: { mean, low: from, high: to },
    verdict: fitted ? 'fitted' : verdict(fact, mean, from, to),
  };
}

function verdict(fact: PublishedFact, mean: number | null, from: number | null, to: number | null): Verdict {
  if (mean === null || from === null || to === null || fact.reading === 'noVerdict') return 'notComparable';
  const low = fact.low ?? Number.NEGATIVE_INFINITY;
  const high = fact.high ?? Number.POSITIVE_INFINITY;
  if (to < low) return 'below';
  if (from > high) return 'above';
  const tooWide = to - from > WIDEST * (high - low);
  const sure = fact.reading === 'upperBound' ? to <= high : mean >= low && mean <= high && !tooWide;
  return sure ? 'agrees' : 'notComparable';
}
