import { expect, test } from 'vitest';
import { calibrateScenario, sweepScenario } from '../../src/execution/index.ts';
import { type CalibratePlan, type RangeFactor, readFactors, readTargets } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

/** What is planted is measured in the very scenario, and found again. */
test('a price and a distance planted in a real scenario are recovered from what they do', {
  timeout: 300_000,
}, async () => {
  const scenario = smallScenario();
  const [price, distance, replications] = [4.2, 11, 4];
  const planted = await sweepScenario(scenario, {
    factors: readFactors(
      scenario,
      [`handling.secondHaulPrice=${price},${price + 1}`, `road.distance=${distance},${distance + 1}`],
      '--vary',
    ).factors,
    design: 'grid',
    samples: 1,
    levels: 2,
    outputs: readTargets(scenario, ['saving.portCharges.perTonne=0..1', 'direct:truck.turnHours=0..1']).targets.map(
      ({ output }) => output,
    ),
    seed: 1,
    replications,
  });
  const at = (name: string) => planted.points[0]?.measures[name]?.mean as number;
  const plan: CalibratePlan = {
    factors: readFactors(scenario, ['handling.secondHaulPrice', 'road.distance'], '--fit').factors as RangeFactor[],
    targets: readTargets(scenario, [
      `saving.portCharges.perTonne=${at('saving.portCharges.perTonne')}±0.05`,
      `direct:truck.turnHours=${at('direct:truck.turnHours')}±0.02`,
    ]).targets,
    method: 'nelder-mead',
    budget: 80,
    seed: 1,
    replications,
  };
  const found = await calibrateScenario(scenario, plan);
  // The same seasons, so no luck is between what was planted and what is found: only the search's own end.
  expect(found.reached).toBe(true);
  expect(Math.abs((found.parameters[0]?.value ?? 0) - price)).toBeLessThan(0.05);
  expect(Math.abs((found.parameters[1]?.value ?? 0) - distance)).toBeLessThan(0.5);
  expect(found.posterior?.parameters.map(({ known }) => known)).not.toContain('open');
});
