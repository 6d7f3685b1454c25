import type { ParameterKey, Scenario } from '../scenario/index.ts';
import { clockInstant } from '../scenario/index.ts';
import { callsOf } from './head.ts';
import { type Assessment, assessment, type Course, courseOf, inTime, type SailBy } from './plan-assessment.ts';
import { type Choice, type Choices, choicesOf, dialsOf, settingsOf } from './plan-choices.ts';
import { type Goodness, refine, type Setting } from './plan-refinement.ts';
import type { Search } from './search.ts';
import { type Fate, type Observation, proveChance, type SelectionPlan, selectBest, type Wanted } from './selection.ts';
import { type Summary, summarise, summariseDifference } from './summary.ts';
import type { Failure, Task, TaskOutcome } from './task.ts';
import { type Timetable, timetableOf } from './timetable.ts';
import { tripStarts } from './trips.ts';

/** What a plan is asked for. */
export interface PlanOptions extends Omit<SelectionPlan, 'systems' | 'chance'> {
  readonly choices: Choices;
  /** Null: whenever she sails. */
  readonly sailBy: SailBy | null;
  /** With what chance she shall. */
  readonly chance: number;
  readonly seed: number;
}

/** One way of serving her, and how it did while choosing. */
export interface ConsideredChoice extends Choice {
  readonly fate: Fate;
  /** The one before it that did the same, by its place. */
  readonly sameAs: number | null;
  readonly replications: number;
  /** Yuan per tonne. */
  readonly cost: Summary | null;
}

/** The answer of `plan`, without the program that made it. */
export interface ShipPlan {
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly confidence: number;
  readonly calls: { readonly count: number; readonly tonnes: number };
  /** Hours after arrival, or an instant; null: none is asked for. */
  readonly sailBy: { readonly hours: number } | { readonly at: string } | null;
  readonly chance: number | null;
  readonly indifference: number;
  readonly considered: readonly ConsideredChoice[];
  /** Why the first of those that failed did. */
  readonly failure: Failure | null;
  /** Whether the best was told apart within the budget. */
  readonly separated: boolean;
  /** Null: none keeps the demand. */
  readonly chosen: Assessment | null;
  /** What refining moved, and what that saves (yuan per tonne, paired, in fresh replications); null: nothing gained. */
  readonly refined: { readonly from: Setting; readonly to: Setting; readonly saves: Summary | null } | null;
  /** The cheapest of the others that keep the demand as far as is known, and how much dearer it is (paired). */
  readonly runnerUp: (Assessment & { readonly dearerBy: Summary | null }) | null;
  readonly timetable: Timetable | null;
  /** Seasons simulated. */
  readonly trials: number;
}

/** Replications of refining, of checking what it gained, of the assessment, of the timetable; and where each begins. */
const [REFINING, CHECKING, ASSESSING, TIMETABLING] = [12, 60, 100, 15];
const [REFINE_AT, CHECK_AT, ASSESS_AT, TIMETABLE_AT] = [500_000_000, 600_000_000, 700_000_000, 800_000_000];
/** For the timetable she comes when she is expected. */
const PUNCTUAL: readonly (readonly [ParameterKey, string])[] = [
  ['calls.arrivalDeviationSd', 'calls.arrivalDeviationSd=0'],
  ['calls.estimateSd', 'calls.estimateSd=0'],
];

/**
 * Chooses how to serve a coming ship at the least expected cost to the shipper, among those ways by which she sails in
 * time with the chance asked for; then refines the numbers of the way chosen.
 *
 * @param scenario of one ship
 * @returns a search that asks for rows of tasks, each called a trial
 */
export function* planSearch(
  scenario: Scenario,
  options: PlanOptions,
): Search<readonly Task[], readonly TaskOutcome[], ShipPlan> {
  const { choices, sailBy, alpha, seed, indifference, most } = options;
  const confidence = 1 - alpha;
  const chance = sailBy === null ? null : options.chance;
  const desk = new Desk(choicesOf(scenario, choices), sailBy, seed);
  const selection = yield* desk.asTrials(selectBest({ ...options, chance, systems: desk.choices.length }));
  const considered = selection.fates.map((fate, system): ConsideredChoice => {
    const costs = selection.costs[system]!;
    const sameAs = selection.sameAs[system] ?? null;
    return { ...desk.choices[system]!, fate, sameAs, replications: costs.length, cost: summarise(costs, confidence) };
  });
  const head = {
    scenario: { name: scenario.name, hash: scenario.hash, overrides: scenario.overrides },
    seed,
    confidence,
    calls: callsOf(scenario),
    sailBy: sailByOf(scenario, sailBy),
    chance,
    indifference,
    considered,
    separated: selection.separated,
  };
  const { chosen } = selection;
  if (chosen === null) {
    const none = { chosen: null, refined: null, runnerUp: null, timetable: null };
    return { ...head, failure: desk.failure, ...none, trials: desk.trials };
  }
  const refined = yield* refineChosen(scenario, desk, chosen, {
    chance,
    alpha,
    most,
    proof: selection.proofs + 1,
    choices,
  });
  const best = refined?.system ?? chosen;
  const second = runnerUpOf(considered, chosen);
  const wanted = [best, ...(second === null ? [] : [second])].map((system) => ({
    system,
    first: ASSESS_AT,
    count: ASSESSING,
  }));
  const assessed = yield* desk.observe(wanted);
  const [bestOutcomes = [], secondOutcomes = []] = assessed;
  const costsOf = (outcomes: readonly Course[]) => outcomes.map(({ costPerTonne }) => costPerTonne);
  const assess = (system: number, outcomes: readonly Course[]) =>
    assessment(scenario, desk.choices[system]!, outcomes, sailBy, confidence);
  const complete = bestOutcomes.length === ASSESSING;
  return {
    ...head,
    chosen: complete ? assess(best, bestOutcomes) : null,
    refined: refined === null ? null : { from: refined.from, to: refined.to, saves: refined.saves },
    runnerUp:
      second === null || !complete || secondOutcomes.length < ASSESSING
        ? null
        : {
            ...assess(second, secondOutcomes),
            dearerBy: summariseDifference(costsOf(secondOutcomes), costsOf(bestOutcomes), confidence),
          },
    timetable: yield* timetableFor(scenario, desk, best),
    failure: desk.failure,
    trials: desk.trials,
  };
}

/** Where wishes for observations become trials. */
class Desk {
  readonly choices: Choice[];
  readonly #sailBy: SailBy | null;
  readonly #seed: number;
  trials = 0;
  /** The first failure there was. */
  failure: Failure | null = null;

  constructor(choices: readonly Choice[], sailBy: SailBy | null, seed: number) {
    this.choices = [...choices];
    this.#sailBy = sailBy;
    this.#seed = seed;
  }

  /** Adds a choice. @returns its place */
  add(choice: Choice): number {
    return this.choices.push(choice) - 1;
  }

  /** Serving her by a system in one replication. @param more is set besides */
  task(system: number, replication: number, more: readonly string[] = []): Task {
    const choice = this.choices[system]!;
    return { settings: [...settingsOf(choice), ...more], mode: choice.mode, seed: this.#seed, replication };
  }

  /** Tries systems, each a row. @returns outcomes of those replications that could be carried through */
  *observe(
    wanted: readonly Wanted[],
    more: readonly string[] = [],
  ): Search<readonly Task[], readonly TaskOutcome[], Course[][]> {
    if (wanted.length === 0) return [];
    const rows = wanted.map(({ system, first, count }) => {
      return Array.from({ length: count }, (_, i) => this.task(system, first + i, more));
    });
    const told = yield rows;
    return told.map((row, i) =>
      row.flatMap((tried, j) => {
        this.trials++;
        if (tried.ok) return [courseOf(tried.outcome, wanted[i]!.first + j)];
        this.failure ??= tried.failure;
        return [];
      }),
    );
  }

  /** Carries a selection through on trials. */
  *asTrials<Result>(
    search: Search<Wanted, readonly Observation[], Result>,
  ): Search<readonly Task[], readonly TaskOutcome[], Result> {
    let step = search.next();
    while (step.done !== true) {
      const wanted = step.value;
      const outcomes = yield* this.observe(wanted);
      step = search.next(
        outcomes.map((row, i) => {
          const failed = row.length < wanted[i]!.count ? [{ cost: null, kept: false }] : [];
          return [...row.map((one) => ({ cost: one.costPerTonne, kept: this.keeps(one) })), ...failed];
        }),
      );
    }
    return step.value;
  }

  keeps(course: Course): boolean {
    return inTime(course, this.#sailBy);
  }
}

interface Refining extends Pick<SelectionPlan, 'chance' | 'alpha' | 'most'> {
  readonly proof: number;
  readonly choices: Choices;
}

/** Moves the dials of the chosen one; null unless that surely saves and keeps the demand. */
function* refineChosen(scenario: Scenario, desk: Desk, chosen: number, refining: Refining) {
  const choice = desk.choices[chosen]!;
  const dials = dialsOf(scenario, choice, refining.choices);
  const search = refine(dials);
  let step = search.next();
  while (step.done !== true) {
    const systems = step.value.map((values) => desk.add({ ...choice, values: { ...choice.values, ...values } }));
    const rows = yield* desk.observe(systems.map((system) => ({ system, first: REFINE_AT, count: REFINING })));
    step = search.next(
      rows.map((row): Goodness => {
        const sum = row.reduce((total, { costPerTonne }) => total + costPerTonne, 0);
        return {
          cost: row.length < REFINING ? null : sum / REFINING,
          kept: row.filter((one) => desk.keeps(one)).length,
        };
      }),
    );
  }
  const moved = dials.filter(({ key, value }) => step.value[key] !== value);
  if (moved.length === 0) return null;
  const [from, to] = [moved.map(({ key, value }) => [key, value]), moved.map(({ key }) => [key, step.value[key]])];
  const system = desk.add({ ...choice, values: { ...choice.values, ...(Object.fromEntries(to) as Setting) } });
  const [before = [], after = []] = yield* desk.observe(
    [chosen, system].map((one) => ({ system: one, first: CHECK_AT, count: CHECKING })),
  );
  if (before.length < CHECKING || after.length < CHECKING) return null;
  const costs = [before, after].map((outcomes) => outcomes.map(({ costPerTonne }) => costPerTonne));
  const saves = summariseDifference(costs[0]!, costs[1]!, 1 - refining.alpha);
  if (saves?.low == null || saves.low <= 0) return null;
  const proven = yield* desk.asTrials(proveChance(refining, system, refining.proof));
  if (proven !== 'proven') return null;
  const { mean, sd, low, high } = saves;
  return {
    system,
    from: Object.fromEntries(from) as Setting,
    to: Object.fromEntries(to) as Setting,
    saves: { mean, sd, low, high },
  };
}

function runnerUpOf(considered: readonly ConsideredChoice[], chosen: number): number | null {
  const others = considered.flatMap(({ fate, cost }, system) => {
    return system !== chosen && (fate === 'beaten' || fate === 'contender') && cost?.mean != null
      ? [{ system, mean: cost.mean }]
      : [];
  });
  return others.sort((one, other) => one.mean - other.mean)[0]?.system ?? null;
}

/** Her arrival as expected, all other luck as it comes: of so many courses the one that ends in the middle. */
function* timetableFor(scenario: Scenario, desk: Desk, system: number) {
  const { values } = desk.choices[system]!;
  const punctual = PUNCTUAL.flatMap(([key, setting]) => (key in values ? [] : [setting]));
  const wanted = [{ system, first: TIMETABLE_AT, count: TIMETABLING }];
  const [courses = []] = yield* desk.observe(wanted, punctual);
  const middle = courses.toSorted((one, other) => one.sailed - other.sailed)[Math.floor(courses.length / 2)];
  if (middle === undefined) return null;
  const trips = tripStarts(scenario, desk.task(system, middle.replication, punctual));
  return timetableOf(scenario, middle, trips, callsOf(scenario).tonnes);
}

function sailByOf(scenario: Scenario, sailBy: SailBy | null): ShipPlan['sailBy'] {
  if (sailBy === null) return null;
  return sailBy.is === 'after' ? { hours: sailBy.hours } : { at: clockInstant(scenario, sailBy.hour) };
}
