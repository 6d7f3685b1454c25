import { expect, test } from 'vitest';
import { frontierOf } from '../../src/execution/index.ts';
import { applyOverrides } from '../../src/scenario/index.ts';
import { plan, scenario } from './frontier-plan.ts';

test('a frontier of the simulator is where a price eats the saving up, whatever the threads', async () => {
  // Whoever hires pays by the hour, in direct mode only: the saving is a straight line in the price of hire.
  const read = applyOverrides(scenario, ['dispatch.policy=all-at-once', 'fleet.hiredTrucks=20']);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const of = plan('fleet.size=20,40', 'haulage.hire=0..3000', { replications: 3, scan: 2 });
  const one = await frontierOf(read.scenario, of);
  for (const { roots, levels } of one.points) {
    const [free, dear] = [levels[0]!.mean as number, levels.at(-1)!.mean as number];
    expect(roots).toHaveLength(1);
    expect(roots[0]!.at).toBeCloseTo((3000 * free) / (free - dear), 6);
  }
  expect(await frontierOf(read.scenario, of, { threads: 2 })).toEqual(one);
}, 120_000);
