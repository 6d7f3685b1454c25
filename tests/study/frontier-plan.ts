import { expect } from 'vitest';
import {
  type Factor,
  type FrontierPlan,
  type Output,
  outputNamed,
  type RangeFactor,
  readFactors,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

export const scenario = smallScenario();
const output = outputNamed('saving.perTonne') as Output;

/** A small frontier of the saving, from two texts as on the command line. */
export function plan(x: string, y: string, more: Partial<FrontierPlan> = {}): FrontierPlan {
  const { factors, faults } = readFactors(scenario, [x, y], '--x');
  expect(faults).toEqual([]);
  const [across, along] = factors as [Factor, RangeFactor];
  const same = { points: 4, scan: 5, tolerance: 0.001, output, seed: 1, replications: 10 };
  return { x: across, y: along, ...same, ...more };
}
