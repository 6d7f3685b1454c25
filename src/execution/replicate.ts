import { type Attained, SequentialRule } from '../stats/index.ts';
import { type PrecisionPlan, type Sides, watched } from '../study/index.ts';
import type { OnProgress, PrecisionNow } from './executor.ts';

/** A study that goes on until it is precise enough, if that is asked. */
export interface Replicated<T> {
  /** Names of the sides, base first. */
  readonly sides: readonly string[];
  /** Replications to make; where a precision is asked, those before which it does not stop. */
  readonly replications: number;
  readonly precision: PrecisionPlan | undefined;
  readonly confidence: number;
  /** Runs some replications. @returns what came of each, in their order */
  readonly run: (first: number, count: number, onProgress: OnProgress) => Promise<readonly T[]>;
  readonly sidesOf: (replication: T) => Sides;
  readonly onProgress: OnProgress | undefined;
}

/**
 * Replicates as often as asked, or until every measure has its precision, or up to the budget. Batches are as large as
 * what is expected to be needed still, yet at most double what there is, for early estimates are poor. The outcomes are
 * looked at one by one in order of replication, and those after the stop are dropped: how many there are in the end
 * depends on the outcomes alone.
 */
export async function replicate<T>({
  sides,
  replications,
  precision,
  confidence,
  run,
  sidesOf,
  onProgress,
}: Replicated<T>): Promise<readonly T[]> {
  if (precision === undefined) return run(0, replications, (done) => onProgress?.(done));
  const { asks, budget } = precision;
  const looked = watched(sides, asks);
  const rule = new SequentialRule(
    looked.map(({ asked }) => asked),
    confidence,
    replications,
  );
  const outcomes: T[] = [];
  while (outcomes.length < budget) {
    const first = outcomes.length;
    const end = Math.min(budget, first === 0 ? replications : nextEnd(rule.expected, first));
    const told = (done: number) =>
      onProgress?.(
        first + done,
        Math.max(end, Math.min(budget, rule.n === 0 ? end : (rule.expected ?? budget))),
        rule.n === 0
          ? undefined
          : furthest(
              looked.map(({ measure }) => measure),
              rule.attained,
            ),
      );
    for (const outcome of await run(first, end - first, told)) {
      outcomes.push(outcome);
      if (rule.add(looked.map(({ of }) => of(sidesOf(outcome))))) return outcomes;
    }
  }
  return outcomes;
}

/** The measure that is furthest from what was asked of it. */
function furthest(names: readonly string[], attained: readonly Attained[]): PrecisionNow | undefined {
  const ratio = ({ halfWidth, allowed }: Attained) =>
    halfWidth === null || allowed === null ? Number.POSITIVE_INFINITY : halfWidth / allowed;
  const worst = attained.reduce((far, one, at) => (ratio(one) > ratio(attained[far] as Attained) ? at : far), 0);
  const { halfWidth, allowed } = attained[worst] as Attained;
  return { measure: names[worst] ?? '', halfWidth, allowed };
}

function nextEnd(expected: number | null, first: number): number {
  return Math.min(2 * first, Math.max(first + 1, expected ?? Number.POSITIVE_INFINITY));
}
