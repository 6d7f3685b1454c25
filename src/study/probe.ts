import type { ModeOutcome } from './mode-outcome.ts';
import { type Output, outputValues } from './output.ts';
import type { Failure, TaskOutcome } from './task.ts';

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
 * What a probe came to.
 *
 * @param outcomes of its tasks, one for each of `modesFor` the outputs
 */
export function probedOf(outputs: readonly Output[], outcomes: readonly TaskOutcome[]): Probed {
  const served: ModeOutcome[] = [];
  for (const one of outcomes) {
    if (!one.ok) return { ok: false, failure: withoutWaits(one.failure) };
    served.push(one.outcome);
  }
  return { ok: true, values: outputValues(outputs, served) };
}

/** Of many points that fail, who waits for what at each is too much to keep. */
function withoutWaits(failure: Failure): Failure {
  return failure.why === 'refused' ? failure : { ...failure, season: { ...failure.season, waits: [] } };
}
