import type { Mode } from '../port/index.ts';
import type { Task } from './task.ts';

/** A scenario with some settings over it, by a name of its own. */
export interface NamedSettings {
  readonly name: string;
  /** Such as `fleet.size=60`; each key once. */
  readonly settings: readonly string[];
}

/** One of several ways of doing that are compared: a mode, of the scenario as it stands or of a variant of it. */
export interface Alternative {
  /** `direct`, of a variant `big:direct`; a repeated one is numbered, as in `direct#2`. */
  readonly name: string;
  /** The variant's name; null: the scenario as it stands. */
  readonly variant: string | null;
  readonly mode: Mode;
  /** Which of several of the same mode it is, from 0: each is simulated, though it must come out the same. */
  readonly copy: number;
  readonly settings: readonly string[];
}

/** Which random numbers alternatives see: all the same, or each its own. */
export type Streams = 'common' | 'independent';

/**
 * Every mode of the scenario as it stands, then every mode of each variant. The first is the base.
 *
 * @example
 * alternativesOf(['direct', 'direct'], []).map(({ name }) => name); // ['direct', 'direct#2']
 */
export function alternativesOf(modes: readonly Mode[], variants: readonly NamedSettings[]): Alternative[] {
  const copies = modes.map((mode, at) => modes.slice(0, at).filter((one) => one === mode).length);
  const sides = (variant: string | null, settings: readonly string[]) =>
    modes.map((mode, at): Alternative => {
      const copy = copies[at]!;
      const numbered = copy === 0 ? mode : `${mode}#${copy + 1}`;
      return { name: variant === null ? numbered : `${variant}:${numbered}`, variant, mode, copy, settings };
    });
  return [...sides(null, []), ...variants.flatMap(({ name, settings }) => sides(name, settings))];
}

/**
 * The tasks of a comparison.
 *
 * @param replications how many, from 0
 * @returns a row for each replication, in it a task for each alternative
 */
export function alternativeTasks(
  alternatives: readonly Alternative[],
  seed: number,
  replications: number,
  streams: Streams = 'common',
): Task[][] {
  const seedOf = (at: number) => (streams === 'common' || at === 0 ? seed : `${seed}/${at}`);
  return Array.from({ length: replications }, (_, replication) =>
    alternatives.map(({ settings, mode, copy }, at) => ({ settings, mode, seed: seedOf(at), replication, copy })),
  );
}
