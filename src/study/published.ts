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

/**
 * Holds one published fact against the simulation. An interval agrees when the simulated one overlaps it; an
 * upper bound agrees when the simulated mean does not exceed it; what a parameter was fitted to is not confirmed
 * by it.
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
    verdict: fitted ? 'fitted' : verdict(fact, mean, from ?? mean, to ?? mean),
  };
}

function verdict(fact: PublishedFact, mean: number | null, from: number | null, to: number | null): Verdict {
  if (mean === null || from === null || to === null || fact.reading === 'noVerdict') return 'notComparable';
  if (fact.reading === 'upperBound') return fact.high !== null && mean > fact.high ? 'above' : 'agrees';
  if (fact.low !== null && to < fact.low) return 'below';
  if (fact.high !== null && from > fact.high) return 'above';
  return 'agrees';
}
