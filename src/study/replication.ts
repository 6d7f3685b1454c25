import { type Mode, makeWorld, simulateSeason, UnfinishedSeasonError } from '../port/index.ts';
import type { StreamChange } from '../random/index.ts';
import { type Scenario, toPortInputs, toTerms } from '../scenario/index.ts';
import type { Settled } from './measures.ts';
import { type ModeOutcome, settle } from './mode-outcome.ts';
import { fittedKeys } from './standings.ts';
import { type Task, type TaskOutcome, taskRunner } from './task.ts';

/** What came out of one replication, mode by mode in the order asked for. */
export interface Outcome {
  readonly replication: number;
  readonly modes: readonly ModeOutcome[];
  /** The same with every fitted parameter at its prior; null where nothing is fitted. */
  readonly unfitted: readonly ModeOutcome[] | null;
}

/** Runs one replication in the modes given, its random numbers changed if that is asked. */
export type RunOne = (modes: readonly Mode[], seed: number, replication: number, change?: StreamChange) => Outcome;

/**
 * Makes a scenario ready, so that its replications share the work.
 *
 * @returns a function that runs one replication in the modes given
 * @throws UnfinishedSeasonError, that function, when a season cannot be served
 * @example const outcome = prepare(scenario)(['staged', 'direct'], 1, 0);
 */
export function prepare(scenario: Scenario): RunOne {
  const run = taskRunner(scenario);
  return (modes, seed, replication, change) =>
    outcomeOf(replication, modes, outcomeTasks(scenario, modes, seed, replication, change).map(run));
}

/** The tasks of one replication: its modes, and where something is fitted its modes at the priors. */
export function outcomeTasks(
  scenario: Scenario,
  modes: readonly Mode[],
  seed: number,
  replication: number,
  change?: StreamChange,
): Task[] {
  const priors = priorSettings(scenario);
  const points = priors.length > 0 ? [[], priors] : [[]];
  const changed = change === undefined ? {} : { change };
  return points.flatMap((settings) => modes.map((mode) => ({ settings, mode, seed, replication, ...changed })));
}

/**
 * What the tasks of one replication came to.
 *
 * @param outcomes of {@link outcomeTasks}
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export function outcomeOf(replication: number, modes: readonly Mode[], outcomes: readonly TaskOutcome[]): Outcome {
  const served = outcomes.map((one) => {
    if (one.ok) return one.outcome;
    if (one.failure.why === 'unfinished')
      throw new UnfinishedSeasonError('The season cannot be served.', one.failure.season);
    throw new Error(`A scenario's own values were refused: ${JSON.stringify(one.failure.problems)}`);
  });
  const unfitted = served.slice(modes.length);
  return { replication, modes: served.slice(0, modes.length), unfitted: unfitted.length > 0 ? unfitted : null };
}

/**
 * The seasons of one replication themselves, for who looks at its calls one by one.
 *
 * @returns mode by mode in the order given
 */
export function seasonsOf(
  scenario: Scenario,
  modes: readonly Mode[],
  seed: number | string,
  replication: number,
): readonly Settled[] {
  const inputs = toPortInputs(scenario);
  const world = makeWorld(inputs, seed, replication);
  const seasons = modes.map((mode) => simulateSeason(inputs, mode, world));
  return settle(seasons, modes, toTerms(scenario));
}

/** What sets every fitted parameter back to its prior. */
function priorSettings(scenario: Scenario): string[] {
  return fittedKeys(scenario).map((key) => `${key}=${scenario.parameters[key].prior}`);
}
