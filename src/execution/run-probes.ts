import type { Scenario } from '../scenario/index.ts';
import { type Output, type Probe, type Probed, prober } from '../study/index.ts';
import type { OnProgress } from './executor.ts';
import type { ProbeBatch } from './probe-worker.ts';
import { runRows } from './run-rows.ts';

/** What probes are run of, and where. */
export interface ProbeOptions {
  readonly seed: number;
  readonly outputs: readonly Output[];
  /** Worker threads, 1 unless said otherwise: no result depends on them. */
  readonly threads?: number;
  readonly onProgress?: OnProgress;
}

/**
 * Runs rows of probes; those of a row that share a simulation should stand in it together.
 *
 * @returns their outputs in the same rows
 */
export function runProbes(
  scenario: Scenario,
  rows: readonly (readonly Probe[])[],
  { seed, outputs, ...where }: ProbeOptions,
): Promise<Probed[][]> {
  return runRows<Probe, Probed>(rows, {
    ...where,
    worker: 'probe-worker',
    batch: (probes): ProbeBatch => ({ scenario, seed, outputs, probes }),
    here: () => prober(scenario, seed, outputs),
  });
}
