import type { RandomStreams } from '../random/index.ts';
import { meanOrNull, varianceOrNull } from './sample-moments.ts';
import { shuffled } from './shuffled.ts';

/** One step of a trajectory: which group moves, and from which point to the next. */
export interface MorrisStep {
  readonly group: number;
  /** Up: +1, down: −1; null for a group of several factors, which may move either way each. */
  readonly direction: 1 | -1 | null;
}

/** A walk through the grid that moves each group once. */
export interface Trajectory {
  /** One more than steps; coordinates from 0 to 1, both included. */
  readonly points: readonly (readonly number[])[];
  readonly steps: readonly MorrisStep[];
}

/** What Morris's elementary effects of one group come to. */
export interface MorrisMeasures {
  /** How many effects. */
  readonly n: number;
  /** Mean effect; null of none, and of groups of several. */
  readonly mu: number | null;
  /** Mean size of an effect (Campolongo, Cariboni and Saltelli 2007): how much the factor matters. */
  readonly muStar: number | null;
  /** Standard deviation of the effects: how far the factor's effect depends on where it and the others stand. */
  readonly sigma: number | null;
}

/** The step between levels that makes every level equally likely: p / (2(p − 1)). */
export function morrisDelta(levels: number): number {
  if (!(Number.isInteger(levels) && levels >= 2 && levels % 2 === 0)) {
    throw new RangeError(`levels must be an even whole number from 2, but is ${levels}.`);
  }
  return levels / (2 * (levels - 1));
}

/**
 * Random trajectories (Morris 1991) through a grid of `levels` levels: from a random point, each group in random
 * order goes up or down by delta. Factors draw by their names, so that a further one leaves the others' levels be.
 *
 * @param factors their names; they are the coordinates
 * @param groups coordinates that move together, each coordinate in exactly one group
 * @throws RangeError if `levels` is odd or below 2
 */
export function morrisTrajectories(
  factors: readonly string[],
  groups: readonly (readonly number[])[],
  count: number,
  levels: number,
  streams: RandomStreams,
): Trajectory[] {
  const delta = morrisDelta(levels);
  const order = streams.stream('morris.order');
  return Array.from({ length: count }, () => {
    const walks = factors.map((name) => {
      const stream = streams.stream('morris.level', name);
      const low = Math.floor(stream.next() * (levels / 2)) / (levels - 1);
      return stream.next() < 0.5 ? ({ from: low, sign: 1 } as const) : ({ from: low + delta, sign: -1 } as const);
    });
    const point = walks.map(({ from }) => from);
    const points = [[...point]];
    const steps = shuffled(groups.length, order).map((group): MorrisStep => {
      const members = groups[group] as readonly number[];
      for (const at of members) {
        const { from, sign } = walks[at] as (typeof walks)[number];
        point[at] = Math.min(1, Math.max(0, from + sign * delta));
      }
      points.push([...point]);
      return { group, direction: members.length === 1 ? (walks[members[0] as number]?.sign ?? null) : null };
    });
    return { points, steps };
  });
}

/** The elementary effect of a step: the change of the output over the step's length, its direction reckoned in. */
export function elementaryEffect(from: number, to: number, { direction }: MorrisStep, levels: number): number {
  return (to - from) / (morrisDelta(levels) * (direction ?? 1));
}

/**
 * Sums up one group's elementary effects.
 *
 * @param signed whether the effects have a sign; that of a group of several has none
 * @example
 * morrisMeasures([2, -2], true); // { n: 2, mu: 0, muStar: 2, sigma: 2 * Math.SQRT2 }
 */
export function morrisMeasures(effects: readonly number[], signed: boolean): MorrisMeasures {
  const variance = varianceOrNull(effects);
  return {
    n: effects.length,
    mu: signed ? meanOrNull(effects) : null,
    muStar: meanOrNull(effects.map(Math.abs)),
    sigma: variance === null || !signed ? null : Math.sqrt(variance),
  };
}

/**
 * All elementary effects that a grid has, for a function cheap enough: measures without sampling error. The standard
 * deviation is over all of them, not of a sample.
 *
 * @param evaluate of a point whose coordinates are from 0 to 1
 * @param factors how many; `levels`^`factors` evaluations
 */
export function morrisOfWholeGrid(
  evaluate: (point: readonly number[]) => number,
  factors: number,
  levels: number,
): MorrisMeasures[] {
  const jump = levels / 2;
  const delta = morrisDelta(levels);
  let size = 1;
  const strides = Array.from({ length: factors }, () => {
    size *= levels;
    return size / levels;
  });
  const levelOf = (at: number, stride: number) => Math.floor(at / stride) % levels;
  const values = Float64Array.from({ length: size }, (_, at) =>
    evaluate(strides.map((stride) => levelOf(at, stride) / (levels - 1))),
  );
  return strides.map((stride) => {
    const effects: number[] = [];
    for (const [at, value] of values.entries()) {
      if (levelOf(at, stride) < jump) effects.push(((values[at + jump * stride] as number) - value) / delta);
    }
    const sample = morrisMeasures(effects, true);
    const whole = Math.sqrt((effects.length - 1) / effects.length);
    return { ...sample, sigma: sample.sigma === null ? null : sample.sigma * whole };
  });
}
