import type { Scenario } from '../scenario/index.ts';
import { type Trial, type Tried, trier } from '../study/index.ts';

/** Some trials of one scenario: plain data, so that another thread can run them. */
export interface TrialBatch {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly trials: readonly Trial[];
}

/** What a worker thread does with a batch of trials. */
export default function runBatch({ scenario, seed, trials }: TrialBatch): Tried[] {
  return trials.map(trier(scenario, seed));
}
