import { type Scenario, scenarioText } from '../../scenario/index.ts';
import type { Executor } from '../executor.ts';
import { resultVersion } from '../store/result-version.ts';
import { Coordinator } from './coordinator.ts';
import type { WorkerCard } from './presence.ts';
import { digestOf, queueName } from './queue-name.ts';
import type { RedisAddress } from './redis-address.ts';

/** A cluster to run on. */
export interface ClusterPlace {
  readonly address: RedisAddress;
  /** What the study is called among queues, such as `sweep`: small letters. */
  readonly study: string;
  /** Told what the study waits for. */
  readonly onNote?: ((note: ClusterNote) => void) | undefined;
}

/**
 * What one at a terminal should know: no worker is there; the workers that are there are of another result version and
 * leave the study alone; Redis does not answer, or answers again.
 */
export type ClusterNote =
  | { readonly is: 'noWorkers' }
  | { readonly is: 'otherVersion'; readonly workers: readonly WorkerCard[]; readonly resultVersion: string }
  | { readonly is: 'lost' }
  | { readonly is: 'back' };

/**
 * Runs tasks on a cluster: pieces of them go into a queue on Redis, from which workers on any machine take them. Which
 * worker runs what, or that some piece is run twice, changes no number.
 */
export function onCluster(scenario: Scenario, { address, study, onNote }: ClusterPlace): Executor {
  const text = scenarioText(scenario);
  const queue = queueName({ study, resultVersion: resultVersion(), digest: digestOf(text) });
  let opening: Promise<Coordinator> | null = null;
  return {
    async run(rows, take) {
      opening ??= Coordinator.open(address, queue, text, onNote ?? (() => {}));
      await (await opening).run(rows, take);
    },
    async close() {
      // Whoever ran was told why it could not be opened.
      const coordinator = await opening?.catch(() => null);
      await coordinator?.close();
    },
  };
}
