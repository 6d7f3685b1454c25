import { type CompareJson, compareJson, jsonText, type Program, variantsJson } from '../report/browser.ts';
import type { Scenario } from '../scenario/index.ts';
import { alternativesOf, compare, compareVariants, type Mode, type Outcome } from '../study/index.ts';
import type { Rival } from './state.ts';

/** The modes that are compared, staging first. */
export function modesOf(rival: Rival): readonly [Mode, Mode] {
  return ['staged', rival];
}

/**
 * What the page shows of the seasons simulated so far. A hybrid stands in the place of direct loading: what the page
 * tells of two modes is told of any two.
 */
export function shownResult(
  scenario: Scenario,
  outcomes: readonly Outcome[],
  seed: number,
  program: Program,
): CompareJson {
  return compareJson(compare(scenario, outcomes, { seed }), program);
}

/** The result as `compare --json` prints it, byte for byte. */
export function resultText(
  scenario: Scenario,
  outcomes: readonly Outcome[],
  rival: Rival,
  seed: number,
  program: Program,
): string {
  if (rival === 'direct') return jsonText(shownResult(scenario, outcomes, seed, program));
  const rows = outcomes.map(({ modes }) => modes.map((outcome) => ({ ok: true as const, outcome })));
  return jsonText(variantsJson(compareVariants(scenario, alternativesOf(modesOf(rival), []), rows, { seed }), program));
}

/** Each season's saving of the shipper, yuan/t. */
export function savingsOf(outcomes: readonly Outcome[]): number[] {
  return outcomes.flatMap(({ modes: [staged, other] }) => {
    const [base, less] = [staged?.measures['cost.perTonne'], other?.measures['cost.perTonne']];
    return typeof base === 'number' && typeof less === 'number' ? [base - less] : [];
  });
}
