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
  /** Runs some replications, and gives what came of each in their order. */
  readonly run: (first: number, count: number, take: (replication: T) => void, onProgress: OnProgress) => Promise<void>;
  /** Takes what came of each replication of the study, in their order. */
  readonly take: (replication: T) => void;
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
  take,
  sidesOf,
  onProgress,
}: Replicated<T>): Promise<void> {
  if (precision === undefined) return run(0, replications, take, (done) => onProgress?.(done));
  const { asks, budget } = precision;
  const looked = watched(sides, asks);
  const rule = new SequentialRule(
    looked.map(({ asked }) => asked),
    confidence,
    replications,
  );
  let stopped = false;
  const takeUntil = (outcome: T) => {
    if (stopped) return;
    take(outcome);
    stopped = rule.add(looked.map(({ of }) => of(sidesOf(outcome))));
  };
  // What is told of the precision is that of the batches before: later outcomes of this one come in any order.
  for (let first = 0, end = replications; !stopped && first < budget; first = end) {
    end = Math.min(budget, first === 0 ? replications : nextEnd(rule.expected, first));
    const last = end;
    const expected = rule.n === 0 ? last : (rule.expected ?? budget);
    const now =
      rule.n === 0
        ? undefined
        : furthest(
            looked.map(({ measure }) => measure),
            rule.attained,
          );
    const told = (done: number) => onProgress?.(first + done, Math.max(last, Math.min(budget, expected)), now);
    await run(first, last - first, takeUntil, told);
  }
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
