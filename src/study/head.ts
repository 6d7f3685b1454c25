import type { Scenario } from '../scenario/index.ts';

/** What every study says of how it came to be. */
export interface StudyHead {
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  /** Seasons; of a design, those of each point. */
  readonly replications: number;
  /** Share of intervals that shall cover. */
  readonly confidence: number;
  readonly calls: { readonly count: number; readonly tonnes: number };
}

/** How a study came to be, and of what scenario. */
export function headOf(
  scenario: Scenario,
  { seed, replications, confidence }: Pick<StudyHead, 'seed' | 'replications' | 'confidence'>,
): StudyHead {
  const { name, hash, overrides } = scenario;
  return { scenario: { name, hash, overrides }, seed, replications, confidence, calls: callsOf(scenario) };
}

/** How many calls a scenario has and what they carry in all. */
export function callsOf({ cargoes }: Scenario): { count: number; tonnes: number } {
  return { count: cargoes.length, tonnes: cargoes.reduce((sum, { tonnes }) => sum + tonnes, 0) };
}
