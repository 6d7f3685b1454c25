import { type Mode, makeWorld, simulateSeason, UnfinishedSeasonError } from '../port/index.ts';
import type { StreamChange } from '../random/index.ts';
import { type Scenario, toPortInputs, toTerms } from '../scenario/index.ts';
import type { CloseUp } from './close-up.ts';
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
  /** Mode by mode, where they were asked for. */
  readonly closeUps?: readonly CloseUp[];
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
    outcomeOf(replication, modes, outcomeTasks(scenario, modes, seed, replication, { change }).map(run));
}

/**
 * The tasks of one replication: its modes, and where something is fitted its modes at the priors.
 *
 * @param change what of their random numbers is changed
 * @param look whether its seasons are looked at closely; those at the priors never are
 */
export function outcomeTasks(
  scenario: Scenario,
  modes: readonly Mode[],
  seed: number,
  replication: number,
  { change, look = false }: { readonly change?: StreamChange | undefined; readonly look?: boolean } = {},
): Task[] {
  const own = { seed, replication, ...(change && { change }) };
  const tasks = modes.map((mode): Task => ({ settings: [], mode, ...own, ...(look && { look }) }));
  const priors = priorSettings(scenario);
  if (priors.length === 0) return tasks;
  return [...tasks, ...modes.map((mode) => ({ settings: priors, mode, ...own }))];
}

/**
 * What the tasks of one replication came to.
 *
 * @param outcomes of {@link outcomeTasks}
 * @throws UnfinishedSeasonError when a season cannot be served
 */
export function outcomeOf(replication: number, modes: readonly Mode[], outcomes: readonly TaskOutcome[]): Outcome {
  const served = outcomes.map((one) => {
    if (one.ok) return one;
    if (one.failure.why === 'unfinished')
      throw new UnfinishedSeasonError('The season cannot be served.', one.failure.season);
    throw new Error(`A scenario's own values were refused: ${JSON.stringify(one.failure.problems)}`);
  });
  const own = served.slice(0, modes.length);
  const unfitted = served.slice(modes.length);
  const looks = own.flatMap(({ closeUp }) => closeUp ?? []);
  const outcomeIn = ({ outcome }: (typeof served)[number]) => outcome;
  return {
    replication,
    modes: own.map(outcomeIn),
    unfitted: unfitted.length > 0 ? unfitted.map(outcomeIn) : null,
    ...(looks.length > 0 && { closeUps: looks }),
  };
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
