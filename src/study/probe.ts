import type { Scenario } from '../scenario/index.ts';
import { modesFor, type Output, outputValues } from './output.ts';
import type { ModeOutcome } from './replication.ts';
import { type Failure, taskRunner } from './task.ts';

/** One point of a design in one replication. */
export interface Probe {
  /** What is set over the scenario, such as `fleet.size=30`; each key once. */
  readonly settings: readonly string[];
  readonly replication: number;
}

/** The outputs of one probe; null where one does not apply. */
export type Probed =
  | { readonly ok: true; readonly values: readonly (number | null)[] }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Runs probes of one scenario, each a task in every mode that the outputs need. Those of one replication should be
 * run after each other: they share what `taskRunner` shares.
 *
 * @param outputs what is looked at
 * @param simulations how many are kept for probes that share them, if it is to be said
 * @returns a function that gives a probe's outputs; the same probe gives the same ones, whatever was run before
 */
export function prober(
  scenario: Scenario,
  seed: number,
  outputs: readonly Output[],
  simulations?: number,
): (probe: Probe) => Probed {
  const modes = modesFor(outputs);
  const run = taskRunner(scenario, simulations && simulations * modes.length);
  return ({ settings, replication }) => {
    const outcomes: ModeOutcome[] = [];
    for (const mode of modes) {
      const ran = run({ settings, mode, seed, replication });
      if (!ran.ok) return { ok: false, failure: withoutWaits(ran.failure) };
      outcomes.push(ran.outcome);
    }
    return { ok: true, values: outputValues(outputs, outcomes) };
  };
}

/** Of many points that fail, who waits for what at each is too much to keep. */
function withoutWaits(failure: Failure): Failure {
  return failure.why === 'refused' ? failure : { ...failure, season: { ...failure.season, waits: [] } };
}
