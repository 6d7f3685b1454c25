import { finished, type Mode, makeWorld, type Recording, recordingSteps, type Stepwise } from '../port/index.ts';
import { type Scenario, toPortInputs, toTerms } from '../scenario/index.ts';
import type { Settled } from './measures.ts';
import { settle } from './mode-outcome.ts';

/** A season with its settlement and all that happened in it. */
export interface RecordedOutcome extends Settled {
  readonly mode: Mode;
  readonly recording: Recording;
}

/**
 * The seasons of one replication, recorded; their facts and money are those of the same replication in any study.
 *
 * @returns mode by mode in the order given
 * @throws {UnfinishedSeasonError} when a ship has not sailed by the time the clock closes
 */
export function recordReplication(
  scenario: Scenario,
  modes: readonly Mode[],
  seed: number | string,
  replication: number,
): readonly RecordedOutcome[] {
  return finished(stepwiseRecording(scenario, modes, seed, replication));
}

/** The same, for who must listen to others meanwhile, and may leave it half-way. */
export function* stepwiseRecording(
  scenario: Scenario,
  modes: readonly Mode[],
  seed: number | string,
  replication: number,
): Stepwise<readonly RecordedOutcome[]> {
  const inputs = toPortInputs(scenario);
  const terms = toTerms(scenario);
  const world = makeWorld(inputs, seed, replication);
  const outcomes: RecordedOutcome[] = [];
  for (const mode of modes) {
    const { facts, recording } = yield* recordingSteps(inputs, mode, world);
    outcomes.push({ ...settle([facts], [mode], terms)[0]!, mode, recording });
  }
  return outcomes;
}
