import { type CloseUp, closeUpOf } from '../study/index.ts';
import type { CloseUpJob } from './run-close-ups.ts';

/** What a worker thread does with a replication to be looked at. */
export default function lookClosely({ scenario, seed, replication }: CloseUpJob): CloseUp {
  return closeUpOf(scenario, seed, replication);
}
