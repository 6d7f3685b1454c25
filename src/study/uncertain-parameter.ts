import { triangular } from '../random/index.ts';
import { describe, PARAMETER_KEYS, type Scenario, type Standing } from '../scenario/index.ts';
import { type Factor, type FactorValue, factorAt, ownFactor, valueNear } from './factor.ts';

/** How a value is drawn from its range: the likeliest is the scenario's own, or all are alike. */
export const LAWS = ['triangular', 'uniform'] as const;
export type Law = (typeof LAWS)[number];

/** A parameter nobody can vouch for, and the law that its value is drawn by. */
export interface UncertainParameter {
  readonly factor: Factor;
  /** A list has no likeliest word: each of its words is as likely as another. */
  readonly law: Law;
  /** The likeliest value of a triangular law: the scenario's own, or the end of the range that is nearest to it. */
  readonly mode: number | null;
  readonly standing: Standing;
  /** Somebody decides it: it is to be settled rather than found out. */
  readonly isPolicy: boolean;
}

/**
 * Every recalled or assumed number that has a range; words, switches and lists stay as they are.
 *
 * @param withPolicies those too that somebody decides, such as hired trucks
 */
export function unsourcedFactors(scenario: Scenario, withPolicies = true): Factor[] {
  return PARAMETER_KEYS.flatMap((key) => {
    const unsourced = ['recalled', 'assumed'].includes(scenario.parameters[key].standing);
    const held = !withPolicies && describe(key).kind === 'policy';
    const factor = unsourced && !held && 'range' in describe(key) ? ownFactor(scenario, key) : null;
    return factor ?? [];
  });
}

/** How a factor is drawn in a scenario. */
export function uncertain({ parameters }: Scenario, factor: Factor, law: Law): UncertainParameter {
  const { value, standing } = parameters[factor.key];
  const isPolicy = describe(factor.key).kind === 'policy';
  if (factor.kind === 'list') return { factor, law: 'uniform', mode: null, standing, isPolicy };
  const mode = law === 'uniform' ? null : Math.min(factor.high, Math.max(factor.low, value as number));
  return { factor, law, mode, standing, isPolicy };
}

/**
 * The value at a share of the way by its law: whole numbers have each the probability of the unit around it.
 *
 * @param u from 0 to 1
 */
export function drawnAt({ factor, mode }: UncertainParameter, u: number): FactorValue {
  if (factor.kind === 'list' || mode === null) return factorAt(factor, u);
  const { low, high, whole } = factor;
  const around = whole ? 0.5 : 0;
  return valueNear(factor, triangular(low - around, mode, high + around).quantile(u));
}
