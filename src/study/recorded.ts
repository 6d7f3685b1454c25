import { type Mode, makeWorld, type Recording, recordSeason } from '../port/index.ts';
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
  const inputs = toPortInputs(scenario);
  const world = makeWorld(inputs, seed, replication);
  const seasons = modes.map((mode) => recordSeason(inputs, mode, world));
  const settled = settle(
    seasons.map(({ facts }) => facts),
    modes,
    toTerms(scenario),
  );
  return settled.map((one, i) => ({
    ...one,
    mode: modes[i] as Mode,
    recording: (seasons[i] as (typeof seasons)[number]).recording,
  }));
}
