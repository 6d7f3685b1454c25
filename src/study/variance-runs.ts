import { type Mode, makeWorld, simulateSeason } from '../port/index.ts';
import { causeGroup, type Drawn, type StreamChange } from '../random/index.ts';
import { type Scenario, toPortInputs } from '../scenario/index.ts';
import { COMPARED } from './compare.ts';

/** A set of replications that measures what chance does: as many as the comparison has, its numbers changed. */
export interface VarianceRun {
  readonly modes: readonly Mode[];
  readonly change: StreamChange;
}

/** What is run to measure variance reduction, beside the comparison itself. */
export interface VarianceRuns {
  /** The second mode in a world of its own. */
  readonly independent: VarianceRun;
  /** Both modes with 1 − u for every u. */
  readonly antithetic: VarianceRun;
  /** Both modes with one group of causes drawn anew, group by group. */
  readonly redrawn: readonly (VarianceRun & { readonly group: string })[];
  /** What a replication apart from all these drew: it says how many uniforms of which causes make a control. */
  readonly drawn: readonly Drawn[];
}

/**
 * Lays out the runs. The groups of causes are found by looking at what one further replication draws, so no list of
 * them has to be kept.
 *
 * @param replications of the comparison; those so many further on give the numbers drawn anew
 */
export function varianceRuns(scenario: Scenario, seed: number, replications: number): VarianceRuns {
  const inputs = toPortInputs(scenario);
  const world = makeWorld(inputs, seed, 2 * replications);
  for (const mode of COMPARED) simulateSeason(inputs, mode, world);
  const drawn = world.streams.drawn.filter(({ count }) => count > 0);
  const groups = [...new Set(drawn.map(({ cause }) => causeGroup(cause)))].sort();
  const by = replications;
  return {
    independent: { modes: COMPARED.slice(1), change: { redrawn: { groups: null, by } } },
    antithetic: { modes: COMPARED, change: { antithetic: true } },
    redrawn: groups.map((group) => ({ group, modes: COMPARED, change: { redrawn: { groups: [group], by } } })),
    drawn,
  };
}
