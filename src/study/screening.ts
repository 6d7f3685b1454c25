import { RandomStreams } from '../random/index.ts';
import { bootstrap, elementaryEffect, morrisMeasures, morrisTrajectories, type Trajectory } from '../stats/index.ts';
import type { Probe, Probed } from './probe.ts';
import {
  coordinatesOf,
  DUMMY,
  type Failures,
  factorsOf,
  failuresOf,
  pointValues,
  probesAt,
  type SensitivityPlan,
  settingsAt,
  withDummy,
} from './sensitivity-plan.ts';

/** Morris's measures of one group, in the output's unit per whole range. */
export interface ScreenedGroup {
  readonly name: string;
  readonly factors: readonly string[];
  /** Effects it rests on; fewer than trajectories where points failed. */
  readonly effects: number;
  /** Mean effect; null of a group of several, whose direction is mixed. */
  readonly mu: number | null;
  /** Mean size of an effect, with its bootstrap interval over trajectories. */
  readonly muStar: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** Spread of the effects: curvature and interactions. */
  readonly sigma: number | null;
}

/** A screening's groups, those that matter most first, and the dummy. */
export interface Screening {
  readonly trajectories: number;
  readonly levels: number;
  readonly groups: readonly ScreenedGroup[];
  /** What other random numbers do: a noise floor. */
  readonly dummy: ScreenedGroup;
  readonly failures: Failures;
}

/** Trajectories over the factors of a plan and the dummy, its last coordinate. */
function trajectoriesOf(plan: SensitivityPlan): Trajectory[] {
  const groups = [...coordinatesOf(plan.groups), [factorsOf(plan).length]];
  const names = [...factorsOf(plan).map(({ key }) => key), DUMMY];
  return morrisTrajectories(names, groups, plan.samples, plan.levels, new RandomStreams(plan.seed, 0));
}

/** The probes of a screening, one row a trajectory: it stays in one world but for the dummy's step to another. */
export function screeningProbes(plan: SensitivityPlan): Probe[][] {
  const factors = factorsOf(plan);
  return trajectoriesOf(plan).map(({ points }, t) =>
    points.flatMap((point) => {
      const world = 2 * t + ((point[factors.length] as number) < 0.5 ? 0 : 1);
      return probesAt(settingsAt(factors, point), world, plan.replications);
    }),
  );
}

/** Sums up a screening's probes. */
export function screening(plan: SensitivityPlan, probed: readonly (readonly Probed[])[]): Screening {
  const { levels, samples, replications } = plan;
  const groups = withDummy(plan);
  const effects: (number | null)[][] = groups.map(() => []);
  const points = probed.map((row) => pointValues(row, replications));
  for (const [t, { steps }] of trajectoriesOf(plan).entries()) {
    for (const [s, step] of steps.entries()) {
      const [from, to] = [points[t]?.[s]?.value ?? null, points[t]?.[s + 1]?.value ?? null];
      effects[step.group]?.push(from === null || to === null ? null : elementaryEffect(from, to, step, levels));
    }
  }
  const screened = groups.map((group, g): ScreenedGroup => {
    const known = (effects[g] ?? []).filter((effect) => effect !== null);
    const { n, mu, muStar, sigma } = morrisMeasures(known, group.factors.length <= 1);
    return {
      name: group.name,
      factors: group.factors.map(({ key }) => key),
      effects: n,
      mu,
      muStar: { value: muStar, ...muStarInterval(known, plan, group.name) },
      sigma,
    };
  });
  return {
    trajectories: samples,
    levels,
    groups: screened.slice(0, -1).sort((one, other) => (other.muStar.value ?? 0) - (one.muStar.value ?? 0)),
    dummy: screened.at(-1) as ScreenedGroup,
    failures: failuresOf(points.flat()),
  };
}

function muStarInterval(effects: readonly number[], plan: SensitivityPlan, name: string) {
  if (effects.length < 2) return { low: null, high: null };
  const { seed, resamples, confidence = 0.95 } = plan;
  const stream = new RandomStreams(seed, 0).stream('sensitivity.bootstrap', name);
  const mean = (times: Uint32Array) => {
    let sum = 0;
    for (const [i, effect] of effects.entries()) sum += (times[i] as number) * Math.abs(effect);
    return [sum / effects.length];
  };
  const [interval] = bootstrap(effects.length, mean, { resamples, confidence, stream });
  return interval ?? { low: null, high: null };
}
