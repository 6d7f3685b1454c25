import { compareModes, compareScenario, runMode } from '../../src/execution/index.ts';
import { type CompareJson, compareJson, type RunJson, runJson, variantsJson } from '../../src/report/index.ts';
import { parseScenario, type Scenario } from '../../src/scenario/index.ts';

export const PROGRAM = { name: 'zhizhuang', version: '9.8.7' };
export const COMMANDS = { repeat: 'npx zhizhuang compare small.yaml', validate: 'npx zhizhuang validate small.yaml' };

/** A month of three small ships, with published facts and, if asked for, a parameter fitted to one of them. */
export function smallText(fitted = false): string {
  const price = fitted
    ? '{ value: 4.5, range: [3, 8], standing: fitted, prior: 5, fittedTo: saving.perTonne }'
    : '{ value: 5, range: [3, 8], standing: recalled }';
  return `schema: zhizhuang/scenario@1
name: small
title: { zh: 小样, en: Small season }
question: { zh: 省不省, en: Does it pay? }
period: { start: 2024-01-01, end: 2024-01-31 }
cargoes:
  - { tonnes: 3000 t, calls: 2 }
  - { tonnes: 5000 t, calls: 1 }
published:
  - { id: calls.count, low: 3 calls, high: 3 calls, reading: interval, source: test }
  - { id: saving.perTonne, low: 2.99 yuan/t, high: 3.13 yuan/t, reading: interval, source: test }
  - { id: saving.total, low: 30000 yuan, high: 36000 yuan, reading: interval, source: test }
  - { id: truck.firstToLoadingHours, high: 3 h, reading: upperBound, source: test }
parameters:
  handling:
    secondHaulPrice: ${price}
`;
}

export function smallScenario(fitted = false): Scenario {
  const read = parseScenario(smallText(fitted), 'small.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

export async function smallComparison(fitted = false, replications = 4): Promise<CompareJson> {
  return compareJson(await compareScenario(smallScenario(fitted), { seed: 1, replications }), PROGRAM);
}

export async function smallRun(): Promise<RunJson> {
  return runJson(await runMode(smallScenario(), 'direct', { seed: 1, replications: 3 }), PROGRAM);
}

export async function smallVariants(modes: Parameters<typeof compareModes>[1]) {
  return variantsJson(await compareModes(smallScenario(), modes, { seed: 1, replications: 3 }), PROGRAM);
}
