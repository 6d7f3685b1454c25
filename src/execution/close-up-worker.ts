import type { Scenario } from '../scenario/index.ts';
import { type CloseUp, closeUpOf } from '../study/index.ts';

/** A replication to be looked at: plain data, so that another thread can. */
export interface CloseUpJob {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly replication: number;
}

/** What a worker thread does with it. */
export default function lookClosely({ scenario, seed, replication }: CloseUpJob): CloseUp {
  return closeUpOf(scenario, seed, replication);
}
