import type { Scenario } from '../scenario/index.ts';
import { SELF_REPLICATIONS, type Verification, verification } from '../study/index.ts';
import { compareModes, compareScenario, type StudyOptions } from './run-study.ts';

/**
 * Holds the program against answers known beforehand, and a scenario against what was published: what `verify` prints.
 *
 * @throws UnfinishedSeasonError when a season cannot be served
 * @example const { agreed, count } = await verifyScenario(scenario, { seed: 1, replications: 30 });
 */
export async function verifyScenario(scenario: Scenario, options: StudyOptions): Promise<Verification> {
  const comparison = await compareScenario(scenario, options);
  const { seed } = options;
  const self = await compareModes(scenario, ['direct', 'direct'], { seed, replications: SELF_REPLICATIONS });
  return verification(scenario, comparison, self);
}
