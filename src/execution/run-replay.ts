import type { RecordedCall } from '../history/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type CallTimes, type Replay, type ReplayOptions, replayer, replayOf } from '../study/index.ts';
import { InterruptedError, type WhereToRun } from './executor.ts';

/**
 * Replays recorded calls, one replication after another; weather and what else no log tells is drawn anew in each.
 *
 * @throws {UnfinishedSeasonError} if a ship can't be served
 * @throws {InterruptedError}
 */
export async function replayCalls(
  scenario: Scenario,
  calls: readonly RecordedCall[],
  options: ReplayOptions & Pick<WhereToRun, 'onProgress' | 'signal'> & { readonly replications: number },
): Promise<Replay> {
  const { replications, onProgress, signal } = options;
  const run = replayer(scenario, calls, options);
  const runs: CallTimes[][] = [];
  for (let replication = 0; replication < replications; replication++) {
    runs.push(run(replication));
    onProgress?.(replication + 1, replications);
    // Whoever interrupts is heard between two replications.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) throw new InterruptedError('interrupted');
  }
  return replayOf(scenario, calls, runs, options);
}
