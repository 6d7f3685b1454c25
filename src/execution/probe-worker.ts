import type { Scenario } from '../scenario/index.ts';
import { type Output, type Probe, type Probed, prober } from '../study/index.ts';

/** Some probes of one scenario: plain data, so that another thread can run them. */
export interface ProbeBatch {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly outputs: readonly Output[];
  readonly probes: readonly Probe[];
}

/** What a worker thread does with a batch of probes. */
export default function runBatch({ scenario, seed, outputs, probes }: ProbeBatch): Probed[] {
  return probes.map(prober(scenario, seed, outputs));
}
