import type { ModeFigures } from './mode-outcome.ts';
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
 * @param valuesOf from `outputReader`
 * @param outcomes of its tasks, one for each of the reader's modes
 */
export function probedOf<Looked extends ModeFigures>(
  valuesOf: (outcomes: readonly Looked[]) => readonly (number | null)[],
  outcomes: readonly TaskOutcome<Looked>[],
): Probed {
  const served: Looked[] = [];
  for (const one of outcomes) {
    if (!one.ok) return { ok: false, failure: withoutWaits(one.failure) };
    served.push(one.outcome);
  }
  return { ok: true, values: valuesOf(served) };
}

/** Of many points that fail, who waits for what at each is too much to keep. */
function withoutWaits(failure: Failure): Failure {
  return failure.why === 'refused' ? failure : { ...failure, season: { ...failure.season, waits: [] } };
}
