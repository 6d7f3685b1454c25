import { formatProblem, isParameterKey, type Language, type Scenario } from '../scenario/index.ts';
import { MOST_SOBOL_DIMENSIONS } from '../stats/index.ts';
import {
  DUMMY,
  type Factor,
  type FactorFault,
  type FactorGroup,
  type ReadFactors,
  rangedFactors,
  readFactors,
  type SensitivityPlan,
  type SweepPlan,
  sensitivitySize,
  sweepSize,
} from '../study/index.ts';
import type { DesignRequest, SensitivityRequest, SweepRequest } from './design-request.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** Points times replications that a design may come to, and its settings in all, so that none exhausts memory. */
const [MOST_EVALUATIONS, MOST_SETTINGS] = [200_000, 8_000_000];

/** A design ready to run on its scenario. */
export type Design =
  | { readonly request: SweepRequest; readonly plan: SweepPlan; readonly evaluations: number }
  | { readonly request: SensitivityRequest; readonly plan: SensitivityPlan; readonly evaluations: number };

/**
 * Makes a plan of what a design is asked for, now that its scenario is known.
 *
 * @returns a plan that is not to be run if errors were noted
 */
export function planDesign(
  request: DesignRequest,
  scenario: Scenario,
  seed: number,
  language: Language,
  errors: UsageErrors,
): Design {
  const { wrong } = errors.messages.design;
  const design = request.kind === 'sweep' ? planSweep : planSensitivity;
  const planned = design(request as never, scenario, seed, language, errors) as Design;
  const most = mostEvaluations(planned);
  // Where something else is wrong, how many points it would make is no news.
  if (errors.lines.length === 0 && planned.evaluations > most)
    errors.add('--vary', wrong.tooMany(most, planned.evaluations));
  return planned;
}

/** A point's settings are kept once, whatever its replications; each output of a replication is a figure. */
function mostEvaluations({ plan }: Design): number {
  const factors = 'factors' in plan ? plan.factors.length : plan.groups.flatMap((group) => group.factors).length;
  const outputs = 'outputs' in plan ? Math.max(1, plan.outputs.length) : 1;
  const points = Math.floor(MOST_SETTINGS / Math.max(1, factors));
  return Math.min(Math.floor(MOST_EVALUATIONS / outputs), points * plan.replications);
}

function planSweep(request: SweepRequest, scenario: Scenario, seed: number, language: Language, errors: UsageErrors) {
  const { design, samples, levels, outputs, replications } = request;
  const factors = noteFaults('--vary', readFactors(scenario, request.vary, '--vary'), language, errors);
  if (design === 'sobol') limitFactors(factors.length, MOST_SOBOL_DIMENSIONS, errors);
  const plan: SweepPlan = { factors, design, samples, levels, outputs, seed, replications };
  return { request, plan, evaluations: sweepSize(plan) * replications };
}

function planSensitivity(
  request: SensitivityRequest,
  scenario: Scenario,
  seed: number,
  language: Language,
  errors: UsageErrors,
) {
  const { method, output, samples, levels, secondOrder, resamples, replications } = request;
  const none = request.vary.length + request.group.length === 0;
  const alone = none
    ? rangedFactors(scenario)
    : noteFaults('--vary', readFactors(scenario, request.vary, '--vary'), language, errors);
  const groups: FactorGroup[] = alone.map((factor) => ({ name: factor.key, factors: [factor] }));
  for (const [at, text] of request.group.entries()) {
    const group = readGroup(scenario, text, at + 1, language, errors);
    if (group !== null) groups.push(group);
  }
  noteRepeated(groups, errors);
  const count = groups.reduce((sum, { factors }) => sum + factors.length, 0);
  if (method === 'sobol') limitFactors(count, MOST_SOBOL_DIMENSIONS / 2, errors);
  const plan: SensitivityPlan = {
    method,
    groups,
    output,
    seed,
    replications,
    samples,
    levels,
    secondOrder,
    resamples,
  };
  return { request, plan, evaluations: sensitivitySize(plan) };
}

function limitFactors(count: number, most: number, errors: UsageErrors): void {
  if (count > most) errors.add('--vary', errors.messages.design.wrong.tooManyFactors(most, count));
}

function readGroup(
  scenario: Scenario,
  text: string,
  occurrence: number,
  language: Language,
  errors: UsageErrors,
): FactorGroup | null {
  const [, name = '', members = ''] = /^([\p{L}\p{N}_-]{1,40})=(.+)$/u.exec(text.trim()) ?? [];
  if (name === '' || name === DUMMY || isParameterKey(name)) {
    errors.add('--group', errors.messages.design.wrong.group(shown(text)), null, occurrence);
    return null;
  }
  const keys = members.split(',').map((key) => key.trim());
  const read = readFactors(scenario, keys, '--group');
  const factors = noteFaults('--group', read, language, errors, occurrence);
  return factors.length === 0 ? null : { name, factors };
}

function noteRepeated(groups: readonly FactorGroup[], errors: UsageErrors): void {
  const seen = new Set<string>();
  for (const { name, factors } of groups) {
    const isGroup = factors[0]?.key !== name;
    for (const one of [...(isGroup ? [name] : []), ...factors.map(({ key }) => key)]) {
      if (seen.has(one)) errors.add('--group', errors.messages.design.wrong.groupTwice(one));
      seen.add(one);
    }
  }
}

/** Notes what could not be read, and gives what could. */
function noteFaults(
  option: string,
  { factors, faults }: ReadFactors,
  language: Language,
  errors: UsageErrors,
  occurrence?: number,
): readonly Factor[] {
  for (const { text, fault } of faults) {
    if (fault.is !== 'problem') errors.add(option, faultWords(fault, errors), null, occurrence ?? text);
    else {
      const line = occurrence ?? fault.problem.line;
      errors.lines.push(formatProblem({ ...fault.problem, line }, language));
    }
  }
  return factors;
}

function faultWords(fault: Exclude<FactorFault, { is: 'problem' }>, errors: UsageErrors): string {
  const { wrong } = errors.messages.design;
  const key = shown(fault.key) ?? '';
  switch (fault.is) {
    case 'emptyRange':
      return wrong.emptyRange(key, fault.low, fault.high);
    case 'notARange':
    case 'levels':
      return wrong[fault.is](key, shown(fault.found) ?? '');
    default:
      return wrong[fault.is](key);
  }
}
