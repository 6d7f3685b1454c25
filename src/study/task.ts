import {
  finished,
  type Mode,
  makeWorld,
  type PortInputs,
  type Recording,
  recordingSteps,
  type SeasonFacts,
  type Stepwise,
  seasonSteps,
  type UnfinishedSeason,
  UnfinishedSeasonError,
  type World,
} from '../port/index.ts';
import type { StreamChange } from '../random/index.ts';
import { applyOverrides, type Problem, type Scenario, toPortInputs, toTerms } from '../scenario/index.ts';
import type { Terms } from '../settlement/index.ts';
import { type CloseUp, closeUpOf } from './close-up.ts';
import { type ModeFigures, type ModeOutcome, modeOutcome, settle } from './mode-outcome.ts';

/**
 * One season of one mode: what a study asks for, whoever runs it and where. With the scenario's hash it says all that
 * the outcome depends on.
 */
export interface Task {
  /** What is set over the scenario, such as `fleet.size=30`; each key once. */
  readonly settings: readonly string[];
  readonly mode: Mode;
  /** Tasks of one seed and replication see the same world. */
  readonly seed: number | string;
  readonly replication: number;
  /** Which copy of the same task it is, if it is to be run once more instead of taken from before: the A/A check. */
  readonly copy?: number;
  /** What of its random numbers is changed. */
  readonly change?: StreamChange;
  /** Look closely at its season too; its outcome is the same. */
  readonly look?: true;
}

/** Why a task has no outcome: its values cannot stand together, or its season cannot be served. */
export type Failure =
  | { readonly why: 'refused'; readonly problems: readonly Problem[] }
  | { readonly why: 'unfinished'; readonly season: UnfinishedSeason };

/** What came out of a task, or the part of it that is looked at: plain data; with a close-up where that was asked for. */
export type TaskOutcome<Looked extends ModeFigures = ModeOutcome> =
  | { readonly ok: true; readonly outcome: Looked; readonly closeUp?: CloseUp }
  | { readonly ok: false; readonly failure: Failure };

/** Settings made ready to run. */
type Ready =
  | { readonly ok: true; readonly inputs: PortInputs; readonly terms: Terms; readonly signature: string }
  | { readonly ok: false; readonly failure: Failure };

/** Settings, worlds and seasons of one replication that are kept, so that what several tasks share is done once. */
const [MOST_SETTINGS, MOST_WORLDS, MOST_SEASONS] = [512, 2, 128];

/**
 * Makes a scenario ready to run tasks. Those that differ only in what the port model does not look at (prices,
 * tariffs, the contract, carbon) share one simulation and are settled each; those of one replication share its world:
 * run them after each other.
 *
 * @param kept how many seasons are kept, beyond their replication too, for tasks that come back to them; one of
 *   32 ships takes a megabyte
 * @returns a function that runs a task; the same task gives the same outcome, whatever was run before
 * @example
 * const run = taskRunner(scenario);
 * run({ settings: ['fleet.size=30'], mode: 'direct', seed: 1, replication: 0 });
 */
export function taskRunner(scenario: Scenario, kept = 0): (task: Task) => TaskOutcome {
  const steps = stepwiseRunner(scenario, kept);
  return (task) => finished(steps(task));
}

/** The same, for who must listen to others while a season is simulated, and may leave it half-way. */
export function stepwiseRunner(scenario: Scenario, kept = 0): (task: Task) => Stepwise<TaskOutcome> {
  const points = new Recent<Ready>(MOST_SETTINGS);
  const worlds = new Recent<World>(MOST_WORLDS);
  const seasons = new Recent<Ran>(kept > 0 ? kept : MOST_SEASONS);
  let last = '';
  return function* ({ settings, mode, seed, replication, copy = 0, change, look = false }) {
    const set = JSON.stringify(settings);
    const point = points.find(set) ?? points.keep(set, readyPoint(scenario, settings));
    if (!point.ok) return point;
    const { inputs, terms, signature } = point;
    const where = JSON.stringify([seed, replication, change]);
    if (kept === 0 && where !== last) seasons.clear();
    last = where;
    const place = `${where} ${signature}`;
    const name = `${mode} ${copy} ${place}`;
    const known = seasons.find(name);
    let season = look && known !== undefined && !isRecorded(known) ? undefined : known;
    if (season === undefined) {
      const world = worlds.find(place) ?? worlds.keep(place, makeWorld(inputs, seed, replication, change));
      season = seasons.keep(name, yield* servedOrNot(look ? recordingSteps : plainSteps, inputs, mode, world));
    }
    if (season instanceof UnfinishedSeasonError) {
      return { ok: false, failure: { why: 'unfinished', season: season.season } };
    }
    const { facts, recording } = season;
    const settled = settle([facts], [mode], terms)[0]!;
    const outcome = modeOutcome(settled);
    if (!look || recording === null) return { ok: true, outcome };
    return { ok: true, outcome, closeUp: closeUpOf({ ...settled, mode, recording }, inputs, terms, replication) };
  };
}

/** A season that was simulated, recorded if it is to be looked at; or why it could not be served. */
type Ran = { readonly facts: SeasonFacts; readonly recording: Recording | null } | UnfinishedSeasonError;

/** Whether a season can be looked at, or never will be. */
function isRecorded(ran: Ran): boolean {
  return ran instanceof UnfinishedSeasonError || ran.recording !== null;
}

function* plainSteps(...season: Parameters<typeof seasonSteps>): Stepwise<Ran> {
  return { facts: yield* seasonSteps(...season), recording: null };
}

function* servedOrNot(
  steps: (inputs: PortInputs, mode: Mode, world: World) => Stepwise<Ran>,
  inputs: PortInputs,
  mode: Mode,
  world: World,
): Stepwise<Ran> {
  try {
    return yield* steps(inputs, mode, world);
  } catch (error) {
    if (error instanceof UnfinishedSeasonError) return error;
    throw error;
  }
}

function readyPoint(scenario: Scenario, settings: readonly string[]): Ready {
  const read = applyOverrides(scenario, settings);
  if (!read.ok) return { ok: false, failure: { why: 'refused', problems: read.problems } };
  return { ok: true, ...inputsOf(read.scenario), terms: toTerms(read.scenario) };
}

/** The model's inputs, and all values that they were made of as one text: equal texts, equal inputs. */
function inputsOf(scenario: Scenario): { inputs: PortInputs; signature: string } {
  const looked = new Map<string, unknown>();
  const parameters = new Proxy(scenario.parameters, {
    get(target, key) {
      const parameter = Reflect.get(target, key);
      looked.set(String(key), parameter?.value);
      return parameter;
    },
  });
  const inputs = toPortInputs({ ...scenario, parameters });
  return { inputs, signature: JSON.stringify([...looked]) };
}

/** Keeps what was made or asked for last. */
class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  find(key: string): T | undefined {
    const found = this.#kept.get(key);
    return found === undefined ? undefined : this.keep(key, found);
  }

  /** @returns what is kept */
  keep(key: string, made: T): T {
    this.#kept.delete(key);
    this.#kept.set(key, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }

  clear(): void {
    this.#kept.clear();
  }
}
