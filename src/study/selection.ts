import { binomialTail, KimNelson } from '../stats/index.ts';
import type { Search } from './search.ts';

/** One observation of one way of doing; null: it could not be carried through. */
export interface Observation {
  /** What is to be least. */
  readonly cost: number | null;
  /** Whether it kept what is demanded. */
  readonly kept: boolean;
}

/** Observations wanted: of one system, in consecutive replications. */
export interface Wanted {
  readonly system: number;
  readonly first: number;
  readonly count: number;
}

/** What a selection is to promise, and what it may take. */
export interface SelectionPlan {
  /** How many there are to choose from, at least 1. */
  readonly systems: number;
  /** Chance at most that anything said of feasibility or of the best is wrong; half of it for each. */
  readonly alpha: number;
  /** Costs that differ by less are not worth telling apart. */
  readonly indifference: number;
  /** The chance with which the demand must be kept; null: nothing is demanded. */
  readonly chance: number | null;
  /** Observations of every system to begin with. */
  readonly firstStage: number;
  /** Observations of one system, at most: of its cost, and again of its chance. */
  readonly most: number;
}

/** What became of a system. */
export type Fate =
  /** Its cost was the best there was. */
  | 'chosen'
  /** It could have been chosen when the budget was spent. */
  | 'contender'
  /** Not cheaper by the indifference than one that was proven feasible. */
  | 'beaten'
  /** The demand is surely not kept with the chance asked for. */
  | 'infeasible'
  /** The chance asked for could not be proven, nor disproven: kept no more often than asked, or the budget was spent. */
  | 'unproven'
  /** Did the same as another before it, to the last digit. */
  | 'same'
  /** A replication could not be carried through. */
  | 'failed';

/** A selection's answer. */
export interface Selection {
  readonly fates: readonly Fate[];
  /** The one chosen; null where none is feasible. */
  readonly chosen: number | null;
  /** Whether what was promised is kept: the best was told apart within the budget. */
  readonly separated: boolean;
  /** Observations that costs were told apart by, system by system. */
  readonly costs: readonly (readonly number[])[];
  /** Of those, how many kept the demand. */
  readonly kept: readonly number[];
  /** Of systems that do the same as another: which. */
  readonly sameAs: readonly (number | null)[];
  /** How many were put to the proof. */
  readonly proofs: number;
}

/** Replications after which systems that did the same are taken as one. */
const PEEK = 3;
/** Proofs at most: where so many of the cheapest cannot be proven, the demand is at the edge of what can be done. */
const MOST_PROOFS = 8;
/** A proof's replications are its own: the m-th begins at so many times m. */
const PROOF_BLOCK = 1_000_000;

/**
 * Selects the least cost among those that keep a demand with a given chance: exact binomial tests, and KN.
 *
 * Everybody is observed {@link SelectionPlan.firstStage} times in the same replications, and whoever surely fails
 * the demand is left out (Bonferroni over systems). Then the cheapest is put to the proof, in replications of its
 * own, looked at again whenever they have doubled; the m-th proof may err with a share 2^−m, its j-th look with 2^−j of
 * that. Only who is proven eliminates others, by KN over all systems; those left are observed further. So at each step the
 * cheapest left is proven, and the last one left is chosen.
 *
 * Half of alpha is KN's, a quarter the first screening's, a quarter the proofs'.
 */
export function* selectBest(plan: SelectionPlan): Search<Wanted, readonly Observation[], Selection> {
  const state = new State(plan);
  const all = Array.from({ length: plan.systems }, (_, system) => system);
  yield* state.observe(all, PEEK);
  state.joinSame();
  yield* state.observe(state.live, plan.firstStage);
  state.screen();
  let separated = true;
  for (;;) {
    state.eliminate();
    const best = state.cheapest;
    if (best === null) break;
    if (!state.isProven(best)) {
      if (state.proofs === MOST_PROOFS) {
        separated = false;
        break;
      }
      yield* state.prove(best);
    } else if (state.live.length === 1 || state.isTold) break;
    else if (state.observed >= plan.most) {
      separated = false;
      break;
    } else yield* state.observe(state.live, Math.min(plan.most, Math.ceil(state.observed * 1.25)));
  }
  return state.selection(separated);
}

class State {
  readonly #plan: SelectionPlan;
  readonly #kn: KimNelson;
  readonly #costs: number[][];
  readonly #kept: number[];
  readonly #fates: (Fate | null)[];
  readonly #sameAs: (number | null)[];
  readonly #proven = new Set<number>();
  #proofs = 0;

  constructor(plan: SelectionPlan) {
    const { systems, alpha, indifference, firstStage } = plan;
    this.#plan = plan;
    this.#kn = new KimNelson({ systems: Math.max(2, systems), alpha: alpha / 2, indifference, firstStage });
    this.#costs = Array.from({ length: systems }, () => []);
    this.#kept = Array<number>(systems).fill(0);
    this.#fates = Array<Fate | null>(systems).fill(null);
    this.#sameAs = Array<number | null>(systems).fill(null);
  }

  /** Those that may still be chosen. */
  get live(): number[] {
    return this.#fates.flatMap((fate, system) => (fate === null ? [system] : []));
  }

  /** Observations that each of those has. */
  get observed(): number {
    const [first] = this.live;
    return first === undefined ? 0 : this.#costs[first]!.length;
  }

  get proofs(): number {
    return this.#proofs;
  }

  get cheapest(): number | null {
    const sum = (system: number) => this.#costs[system]!.reduce((total, cost) => total + cost, 0);
    return this.live.reduce<number | null>((best, one) => (best === null || sum(one) < sum(best) ? one : best), null);
  }

  /** Whether KN looks no further: what is left is left to its means. */
  get isTold(): boolean {
    const { live, observed } = this;
    return live.every((one, at) =>
      live.slice(at + 1).every((other) => observed >= this.#kn.enough(this.#costs[one]!, this.#costs[other]!)),
    );
  }

  isProven(system: number): boolean {
    return this.#plan.chance === null || this.#proven.has(system);
  }

  /** Observes systems until each has so many observations. */
  *observe(systems: readonly number[], until: number): Search<Wanted, readonly Observation[], void> {
    const wanted = systems.map((system) => {
      const first = this.#costs[system]!.length;
      return { system, first, count: until - first };
    });
    const told = yield wanted.filter(({ count }) => count > 0);
    for (const [at, { system }] of wanted.filter(({ count }) => count > 0).entries()) {
      for (const { cost, kept } of told[at] ?? []) {
        if (cost === null) this.#fates[system] = 'failed';
        else this.#costs[system]!.push(cost);
        if (kept) this.#kept[system]!++;
      }
    }
  }

  /** Takes systems as one that did the same. */
  joinSame(): void {
    const first = new Map<string, number>();
    for (const system of this.live) {
      const did = JSON.stringify([this.#costs[system], this.#kept[system]]);
      const before = first.get(did);
      if (before === undefined) first.set(did, system);
      else [this.#fates[system], this.#sameAs[system]] = ['same', before];
    }
  }

  /** Leaves out those that surely fail the demand. */
  screen(): void {
    const { chance, alpha, systems } = this.#plan;
    if (chance === null) return;
    for (const system of this.live) {
      if (fails(this.#kept[system]!, this.#costs[system]!.length, chance, alpha / 4 / systems)) {
        this.#fates[system] = 'infeasible';
      }
    }
  }

  /** Leaves out those that are not cheaper by the indifference than one that is proven. */
  eliminate(): void {
    const { live } = this;
    for (const system of live) {
      const better = live.find((one) => {
        return one !== system && this.isProven(one) && this.#kn.eliminates(this.#costs[one]!, this.#costs[system]!);
      });
      if (better !== undefined) this.#fates[system] = 'beaten';
    }
  }

  /** Puts a system to the proof. */
  *prove(system: number): Search<Wanted, readonly Observation[], void> {
    const verdict = yield* proveChance(this.#plan, system, ++this.#proofs);
    if (verdict === 'proven') this.#proven.add(system);
    else this.#fates[system] = verdict;
  }

  selection(separated: boolean): Selection {
    const best = this.cheapest;
    const chosen = best !== null && this.isProven(best) ? best : null;
    const fates = this.#fates.map((fate, system) => fate ?? (system === chosen ? 'chosen' : 'contender'));
    return {
      fates,
      chosen,
      separated,
      costs: this.#costs,
      kept: this.#kept,
      sameAs: this.#sameAs,
      proofs: this.#proofs,
    };
  }
}

/**
 * Observes a system in replications of its own until it is proven that it keeps the demand with the chance asked for, or
 * that it does not; looked at again whenever they have doubled, each look with half the error of that before it.
 *
 * @param proof which proof it is, from 1: it may err with 2^−proof of a quarter of alpha
 */
export function* proveChance(
  { chance, alpha, most }: Pick<SelectionPlan, 'chance' | 'alpha' | 'most'>,
  system: number,
  proof: number,
): Search<Wanted, readonly Observation[], 'proven' | 'infeasible' | 'unproven' | 'failed'> {
  if (chance === null) return 'proven';
  let share = (alpha / 4) * halved(proof);
  let [observed, kept] = [0, 0];
  for (let until = firstLook(chance, share / 4); ; until *= 2) {
    share /= 2;
    const count = Math.min(until, most) - observed;
    const [told = []] = yield [{ system, first: PROOF_BLOCK * proof + observed, count }];
    observed += count;
    kept += told.filter((one) => one.kept).length;
    if (told.some(({ cost }) => cost === null)) return 'failed';
    if (binomialTail(kept, observed, chance) <= share / 2) return 'proven';
    if (fails(kept, observed, chance, share / 2)) return 'infeasible';
    // No way is left to prove what was kept no more often than asked for, unless by luck.
    if (observed >= most || kept <= chance * observed) return 'unproven';
  }
}

/** Whether so few successes are too unlikely for a chance, at a level. */
function fails(kept: number, observed: number, chance: number, level: number): boolean {
  return 1 - binomialTail(kept + 1, observed, chance) <= level;
}

function halved(times: number): number {
  return times === 0 ? 1 : halved(times - 1) / 2;
}

/** The fewest trials of which no failure proves a chance at a level. */
function firstLook(chance: number, level: number): number {
  let [n, tail] = [0, 1];
  while (tail > level && n < PROOF_BLOCK / 2) [n, tail] = [n + 1, tail * chance];
  return n;
}
