import { type PortInputs, type SeasonFacts, type UnfinishedSeason, UnfinishedSeasonError } from '../port/index.ts';
import { applyOverrides, type Problem, type Scenario, toPortInputs, toTerms } from '../scenario/index.ts';
import type { Terms } from '../settlement/index.ts';
import { modesFor, type Output, outputValues } from './output.ts';
import { modeOutcome, settle, simulate } from './replication.ts';

/** One point of a design in one replication. */
export interface Probe {
  /** What is set over the scenario, such as `fleet.size=30`; each key once. */
  readonly settings: readonly string[];
  readonly replication: number;
}

/** Why a point has no value: its values cannot stand together, or its season cannot be served. */
export type Failure =
  | { readonly why: 'refused'; readonly problems: readonly Problem[] }
  | { readonly why: 'unfinished'; readonly season: UnfinishedSeason };

/** The outputs of one probe; null where one does not apply. */
export type Probed =
  | { readonly ok: true; readonly values: readonly (number | null)[] }
  | { readonly ok: false; readonly failure: Failure };

/** A point made ready to run. */
type Ready =
  | { readonly ok: true; readonly inputs: PortInputs; readonly terms: Terms; readonly signature: string }
  | { readonly ok: false; readonly failure: Failure };

/** Points and seasons kept, so that what several probes share is done once. */
const [MOST_POINTS, MOST_SEASONS] = [512, 64];

/**
 * Runs probes of one scenario. Probes that differ only in what the port model does not look at (prices, tariffs, the
 * contract, carbon) share one simulation and are settled each: run those of one replication after each other.
 *
 * @param outputs what is looked at
 * @returns a function that gives a probe's outputs; the same probe gives the same ones, whatever was run before
 */
export function prober(scenario: Scenario, seed: number, outputs: readonly Output[]): (probe: Probe) => Probed {
  const modes = modesFor(outputs);
  const points = new Recent<Ready>(MOST_POINTS);
  const seasons = new Recent<SeasonFacts[] | UnfinishedSeason>(MOST_SEASONS);
  return ({ settings, replication }) => {
    const point = points.get(JSON.stringify(settings), () => readyPoint(scenario, settings));
    if (!point.ok) return point;
    const facts = seasons.get(`${replication} ${point.signature}`, () => {
      try {
        return simulate(point.inputs, modes, seed, replication);
      } catch (error) {
        if (error instanceof UnfinishedSeasonError) return { ...error.season, waits: [] };
        throw error;
      }
    });
    if (!Array.isArray(facts)) return { ok: false, failure: { why: 'unfinished', season: facts as UnfinishedSeason } };
    return { ok: true, values: outputValues(outputs, settle(facts, modes, point.terms).map(modeOutcome)) };
  };
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

  get(key: string, make: () => T): T {
    const found = this.#kept.has(key) ? (this.#kept.get(key) as T) : make();
    this.#kept.delete(key);
    this.#kept.set(key, found);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return found;
  }
}
