import type { Scenario } from '../scenario/index.ts';
import type { Factor } from './factor.ts';
import { headOf, type StudyHead } from './head.ts';
import { outputName, outputUnit } from './output.ts';
import type { Probe, Probed } from './probe.ts';
import { type Screening, screening, screeningProbes } from './screening.ts';
import { factorsOf, type SensitivityPlan } from './sensitivity-plan.ts';
import { type Tornado, tornado, tornadoProbes } from './tornado.ts';
import { type VarianceShares, varianceProbes, varianceShares } from './variance-shares.ts';

/** What every sensitivity study says about how it came to be. */
interface Head extends StudyHead {
  readonly measure: { readonly name: string; readonly unit: string };
  readonly factors: readonly Factor[];
  /** Points settled, replications counted each; those that share a simulation are simulated once. */
  readonly evaluations: number;
}

/** The answer of `sensitivity`, without the program that made it. */
export type Sensitivity =
  | (Head & { readonly method: 'tornado'; readonly tornado: Tornado })
  | (Head & { readonly method: 'morris'; readonly morris: Screening })
  | (Head & { readonly method: 'sobol'; readonly sobol: VarianceShares });

/** The probes that a plan needs, in rows that share worlds. */
export function sensitivityProbes(plan: SensitivityPlan): Probe[][] {
  if (plan.method === 'tornado') return tornadoProbes(plan);
  return plan.method === 'morris' ? screeningProbes(plan) : varianceProbes(plan);
}

/** How many probes a plan needs; no memory is taken. */
export function sensitivitySize(plan: SensitivityPlan): number {
  const { method, groups, samples, replications, secondOrder } = plan;
  const each = groups.length + 1;
  if (method === 'morris') return samples * (each + 1) * replications;
  if (method === 'sobol') return samples * (each * (secondOrder ? 2 : 1) + 2) * replications;
  const ends = factorsOf(plan).map((factor) => (factor.kind === 'range' ? 2 : factor.values.length));
  return ends.reduce((sum, count) => sum + count, 2) * replications;
}

/**
 * Sums up a sensitivity study.
 *
 * @param probed outcomes of {@link sensitivityProbes}, in its order
 */
export function sensitivity(
  scenario: Scenario,
  plan: SensitivityPlan,
  probed: readonly (readonly Probed[])[],
): Sensitivity {
  const { output, seed, replications, confidence = 0.95 } = plan;
  const head: Head = {
    ...headOf(scenario, { seed, replications, confidence }),
    measure: { name: outputName(output), unit: outputUnit(output) },
    factors: factorsOf(plan),
    evaluations: sensitivitySize(plan),
  };
  if (plan.method === 'tornado') return { ...head, method: 'tornado', tornado: tornado(plan, probed) };
  if (plan.method === 'morris') return { ...head, method: 'morris', morris: screening(plan, probed) };
  return { ...head, method: 'sobol', sobol: varianceShares(plan, probed) };
}
