import type { ParameterKey } from '../scenario/index.ts';
import type { Dial } from './plan-choices.ts';
import type { Search } from './search.ts';

/** Dials' values by key. */
export type Setting = Readonly<Partial<Record<ParameterKey, number>>>;

/** How good a setting is, over replications that all have in common. */
export interface Goodness {
  /** Null: some replication could not be carried through. */
  readonly cost: number | null;
  /** Replications that kept the demand. */
  readonly kept: number;
}

/** Steps tried, as shares of a dial's range. */
const STEPS = [1 / 4, 1 / 8, 1 / 16];
/** Moves on one step, at most. */
const MOST_MOVES = 3;

/**
 * Looks for a better setting of some dials by a compass search: one step up and down on each; the best of them is moved
 * to if it costs less and keeps the demand no less often; otherwise steps are halved.
 *
 * @returns the setting it came to, which may be that it began with
 */
export function* refine(dials: readonly Dial[]): Search<Setting, Goodness, Setting> {
  const start: Setting = Object.fromEntries(dials.map(({ key, value }) => [key, value]));
  if (dials.length === 0) return start;
  const [first] = yield [start];
  let [at, best] = [start, first as Goodness];
  if (best.cost === null) return start;
  for (const step of STEPS) {
    for (let move = 0; move < MOST_MOVES; move++) {
      const around = neighbours(dials, at, step);
      const told = yield around;
      const better = told
        .map((goodness, i) => ({ setting: around[i] as Setting, goodness }))
        .filter(({ goodness: { cost, kept } }) => cost !== null && cost < (best.cost as number) && kept >= best.kept)
        .sort((one, other) => (one.goodness.cost as number) - (other.goodness.cost as number))[0];
      if (better === undefined) break;
      [at, best] = [better.setting, better.goodness];
    }
  }
  return at;
}

function neighbours(dials: readonly Dial[], at: Setting, step: number): Setting[] {
  return dials.flatMap(({ key, low, high, whole }) => {
    const now = at[key] as number;
    const reach = whole ? Math.max(1, Math.round(step * (high - low))) : step * (high - low);
    const values = [now - reach, now + reach].map((value) =>
      Number(Math.min(high, Math.max(low, value)).toPrecision(6)),
    );
    return [...new Set(values)].filter((value) => value !== now).map((value) => ({ ...at, [key]: value }));
  });
}
